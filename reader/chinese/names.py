"""Telling names from words that only look like them to jieba's model."""

from __future__ import annotations

from collections.abc import Sequence

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米"
    "贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支"
    "柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳段富巫乌焦巴牧谷车侯宓全"
    "班秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印宿白蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳"
    "逄姬申扶冉宰郦雍桑桂牛寿通边燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇"
    "广东欧沃利师巩聂晁勾敖冷简饶曾沙鞠丰关相查后荆红游权盖益桓公肖付闫代覃亓缑岳仝冼邸丘商佟"
    "趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華魏謝鄒蘇範魯韋馬鳳費賀湯羅畢鄔樂時齊顧黃穆蕭貝計談龐紀項藍閔賈婁顏鐘駱盧經繆應鄧單"
    "陸榮車寧欒厲劉詹龍葉賴藺喬陰闊雙聞黨貢勞溫莊閻習連關鞏聶簡饒豐紅遊權蓋"
)
_DOUBLE = """
欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 长孙 宇文 端木 独孤 南宫 百里 呼延 轩辕
歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 獨孤 南宮 軒轅
"""
DOUBLE_SURNAMES = frozenset(_DOUBLE.split())
_PLACE_ENDINGS = frozenset("省市县區区镇鎮乡鄉村庄莊街道路桥橋湖河江山岛島湾灣港园園屯寨沟溝州旗盟里")
# Characters that stand in words and hardly ever in a given name.
_NEVER_GIVEN = frozenset(
    "的了是在不和也就都而及与或被把将说从向对为以之其这那个们着过吗呢吧啊很还再又到让使给等没有要会能可"
)


_COUNTING = frozenset("一二三四五六七八九十百千两几第每各全本该小老新大")
_WHEREABOUTS = frozenset("里上下内外中前后边楼层处")


def is_place(text: str, flag: str) -> bool:
    """Tell whether a word that is in no dictionary and flagged like this is the name of a place."""
    if text[0] in _NEVER_GIVEN or (text[0] in _COUNTING and len(text) < 4):
        return False
    if len(text) == 2 and (text[1] in _WHEREABOUTS or text[1] in _NEVER_GIVEN):
        return False
    if flag == "ns":
        return len(text) <= 8
    return flag.startswith("nr") and 2 < len(text) <= 5 and text[-1] in _PLACE_ENDINGS


def is_person(text: str, flag: str, parts: Sequence[str]) -> bool:
    """Tell whether it is a person's name: begins with a surname and is no row of longer words (``parts``)."""
    if not flag.startswith("nr"):
        return False
    if flag == "nrt" or "·" in text:
        return True
    surname = 2 if text[:2] in DOUBLE_SURNAMES else 1 if text[0] in SURNAMES else 0
    given = text[surname:]
    if not surname or not 1 <= len(given) <= 2 or set(given) & _NEVER_GIVEN:
        return False
    return not (len(text) > 2 and all(len(part) > 1 for part in parts))
