"""Telling names from words that only look like them to jieba's model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# Surnames that are no word at all.
SURE_SURNAMES = frozenset(
    "陈刘赵吴郑冯蒋沈韩杨吕曹魏彭鲁韦袁薛贺倪罗毕郝邬傅卞孟萧姚邵汪祁狄宋庞董杜阮贾郭徐邱骆蔡樊胡霍卢邓崔龚邢裴翁侯詹"
    "黎谭瞿阎廖庾耿聂闫佟"
)
# Surnames of which jieba's list has nothing, or little.
RARE_SURNAMES = frozenset("阳苟敬揭逯占阙兰粟初迟")
SURNAMES = RARE_SURNAMES | frozenset(
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
NEVER_GIVEN = frozenset(
    "的了是在不和也就都而及与或被把将说从向对为以之其这那个们着过吗呢吧啊很还再又到让使给等没有要会能可"
    "谁什怎哪借贷于於"
    "狗猫鸡鸭鹅猪羊驴鱼虫蛇鼠冲往頭头脚手眼嘴肉饭菜盐粮糧税价款半病死鬼骂哭问答叫喊吃喝坐站跑拿雞鴨貓豬末汁蒜葱酱醋糖茶酒饼饺馅壳"
)


# Surnames that hardly are a word by themselves: what follows them may be any two characters.
PLAIN_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤何吕施张孔曹严魏陶姜戚谢邹喻窦潘葛奚范彭郎鲁韦昌俞任袁柳鲍史费廉岑薛雷"
    "贺倪汤滕殷罗毕郝邬傅卞齐伍卜顾孟黄穆萧尹姚邵湛汪祁禹狄臧戴谈宋茅庞熊纪舒屈项董梁杜阮蓝闵贾娄童颜郭梅林刁钟徐"
    "邱骆夏蔡田樊胡凌霍虞柯卢莫房裘缪丁宣邓郁杭洪崔吉龚程嵇邢裴陆荣翁荀甄封储靳焦侯宓班仲宁甘厉武符刘景詹束韶黎薄"
    "印宿白蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡姬申扶冉宰郦雍桑桂寿燕冀浦尚温庄晏柴瞿阎慕连茹习艾鱼容戈廖"
    "庾终暨居衡步耿弘匡寇沃利师巩聂晁敖饶曾沙鞠丰荆游权益桓公肖付闫代覃亓缑岳仝冼邸佟"
    "趙錢孫鄭馮陳衛蔣韓楊許呂張嚴魏謝鄒蘇範魯韋費賀湯羅畢鄔齊顧黃蕭談龐紀項藍閔賈婁顏鐘駱盧繆鄧陸榮欒厲劉詹賴藺"
    "喬陰聞黨貢溫莊閻習連鞏聶饒豐遊權蓋"
)
# Characters that given names are made of; beside a surname that is an everyday word, only these are one.
GIVEN = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美玲芬玉萍红兰娥珍贞莉玲琴云莲真环雪荣爱妹香月莺媛瑞凡佳"
    "远嘉琼勤珠翠雅芝晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑筠柔竹霭凝晓欢枫芸菲寒"
    "伊亚宜可姬舒影荔枝思丽秀娟英健俊帆宇浩凯鑫斌鹏飞龙辉波宁志文武泽东海山仁良民友裕河哲江浪涌保善坚博成达旭邦承"
    "乐绍功松厚庆民冠策腾榕风航弘义兴良海雄信豪震振鸿彬彪毅峰建国立新卫林森梓涵轩子雨欣怡然一诗晨阳煜宸睿琪妮"
    "春兰菊生根福禄寿喜财旺才德贵富祥顺昌盛康安宝忠孝敬尧舜禹汤启贤宗祖光耀先继胜利群芹苹莹滢淑惠娇培基"
    "国栋梁柱钢铁铮锋锐钧铭锡镇银鑫润泉清源洁澄沛泓渊溪沐沁汉淼炎焱炜炳灿烨焕燕莎茵萌萱葵蓝蕾薰岩岳崇嵩"
    "守恒均航勤廷仪羽翀玮彦骏昊奕淳瀚晗烁煦翰睿霖桐楠骁彪昱曦颢钊钰珂珉琛瑜璇璟婉媚姝妙嫣湘滢洛澜漪汐沛涛祺祎穗竣筱纬绮耘聪芷苒茗荟菡虹谦逸遥隽韵韬馨麒麟玥"
    "偉麗強軍艷傑濤蘭愛環瓊婭靜華慧鳳瑤穎龍輝寧澤東鵬飛鴻義興國棟樑鋒銳鈞銘潤葉蓮雲"
)
# Surnames that 老 stands before though they are words, too, of things that hardly are old: 老余, 老廉.
AFTER_OLD = frozenset(
    "余廉何严谢任金段齐秦史丁方夏尹康岳武万甘宁童程章成曾尤穆包左钱单解常苏苗江顾安温费殷卓游边"
)
# Of those, what hardly stands behind 小 but in a name: 小明, 小芳.
CLEAR_GIVEN = frozenset(
    "明芳强军丽刚华伟英玲燕娟霞敏杰涛亮宇晴萍兰梅琴静慧佳娜莉勇峰磊斌鹏辉超波欣婷倩芬凤秀珍龙莲薇琳洁彬志文武建莹菲妮蓉"
    "艳雯蕾丹宁冰雷飞健凯俊帆鑫浩轩涵怡悦彤萌瑶璐茜娇媛颖岚晨旭阳宏伦晓庆勤康安"
)
TITLES = frozenset(
    """
    先生 小姐 女士 太太 老师 师傅 经理 主任 总 局长 校长 院长 医生 大夫 大妈 大爷 大娘 大姐 大哥 大叔 大婶
    阿姨 叔叔 伯伯 奶奶 爷爷 教授 书记 部长 市长 省长 县长 镇长 村长 处长 科长 厂长 队长 班长 导演 将军
    律师 警官 同志 同学 博士 老板 老弟 老汉 老太 家 某 某某 氏
    """.split()  # noqa: SIM905
)
_COUNTING = frozenset("一二三四五六七八九十百千两几第每各全本该小老新大")
_ACTS = frozenset("治修过過上下进進去回到在铺鋪建架走出种種看爬游遊挖护護")  # 治河, 修路
_WHEREABOUTS = frozenset("里上下内外中前后边楼层处顶底角旁头尾身脚腰根端面侧心")
_NO_PLACE_BEGINS = ("v", "d", "p", "c", "a", "r", "u", "f", "m", "q")

Flag = Callable[[str], str]


# Characters that foreign names are written with.
SOUNDS = frozenset(
    "阿埃艾安奥巴芭贝比彼波伯勃布本宾茨查达戴黛丹道德迪蒂丁东杜顿多厄恩尔法菲费夫弗福冈盖戈格根古哈海汉亨赫胡华惠霍"
    "基吉加贾简杰卡凯康考科克肯库拉莱兰朗劳勒雷里理力利丽莉列林琳隆卢鲁路露罗洛伦马玛迈麦曼梅门蒙米密摩莫默姆穆"
    "纳奈娜内南尼妮努诺宁欧帕佩皮普奇齐乔切琼丘热日荣瑞若萨塞桑瑟沙莎山舍圣盛施史什斯司思丝苏索塔泰坦汤特图托吐瓦"
    "万威韦维温沃乌武文翁西希夏香肖谢辛逊兴休雪雅亚扬耶伊因英尤约泽詹珍芝治兹佐修森"
)


def is_place(text: str, flag: str, parts: Sequence[str], flag_of: Flag) -> bool:
    """Tell whether a word that is in no dictionary and flagged like this is the name of a place.

    ``parts`` are the fewest dictionary words in it, ``flag_of`` gives a word's part of speech.
    """
    if set(text) & NEVER_GIVEN or (text[0] in _COUNTING and len(text) < 4):
        return False
    if len(text) == 2 and text[1] in _WHEREABOUTS:
        return False
    if len(text) == 2 and (text[0] in _ACTS or text[1] in "霞光"):  # 朝霞 is no place
        return False
    if len(parts) == 2 and len(parts[1]) > 1 and flag_of(parts[0]).startswith("v"):
        return False  # 修|铁路
    if len(parts) > 1 and all(len(part) > 1 for part in parts):
        return False  # 周边|地区
    if text[-1] in _PLACE_ENDINGS:
        return len(text) <= 8 if flag == "ns" else flag.startswith("nr") and 2 < len(text) <= 5
    if flag != "ns" or len(text) > 8:
        return False
    if len(text) == 2:
        return not flag_of(text[0]).startswith(_NO_PLACE_BEGINS)
    longer = [part for part in parts if len(part) > 1]
    if longer and any(flag_of(part).startswith(_NO_PLACE_BEGINS) for part in parts):
        return False  # 花钱|买
    return len(longer) < len(parts)


def is_person(text: str, flag: str, parts: Sequence[str]) -> bool:
    """Tell whether it is a person's name: begins with a surname and is no row of words (``parts``)."""
    if not flag.startswith("nr"):
        return False
    if "·" in text:
        return True
    if len(text) > 2 and SOUNDS.issuperset(text) and all(len(part) == 1 for part in parts):
        return True  # 拉尔森
    surname = 2 if text[:2] in DOUBLE_SURNAMES else 1 if text[0] in SURNAMES else 0
    given = text[surname:]
    if set(text) & NEVER_GIVEN:
        return False
    if flag == "nrt" and not surname:
        return len(text) > 2 and text[0] not in _COUNTING  # a foreign name, written by its sound
    if not surname or not 1 <= len(given) <= 2 or given in TITLES:
        return False
    if surname == 1 and text[0] not in PLAIN_SURNAMES:
        return bool(set(given) & GIVEN) and (given not in parts or GIVEN.issuperset(given))
    return not (len(text) > 2 and all(len(part) > 1 for part in parts))
