"""How the characters inside figures sound, and how a run of them is spelled in pinyin.

The table is small on purpose: numerals, scales, measure words, units and the words that bound a
figure, each with the reading it has beside a number (只 zhī, 重 chóng, 头 tóu).
"""

from __future__ import annotations

import re
import unicodedata

_TABLE = """
ling2 零〇 yi1 一壹 er4 二贰 liang3 两 san1 三叁 si4 四肆 wu3 五伍 liu4 六陆 qi1 七柒 ba1 八捌 jiu3 九玖
yao1 幺 shi2 十拾时石食实 bai3 百佰 qian1 千仟 wan4 万 yi4 亿 ji3 几 shu4 数 bai4 败 ban4 半 duo1 多
yu2 余逾 lai2 来 you3 有 dian3 点 fen1 分 zhi1 之支只枝 fu4 负 zheng4 正 zheng3 整
xia4 下 shang4 上 you4 又 bi3 比笔
dao4 到道 zhi4 至 he2 和盒 huo4 或 di4 第 chu1 初出 shou3 首手 guo4 过 chao1 超 jin4 近 yue1 约 da2 达
zu2 足 bu4 不部步 man3 满 di1 低 gao1 高 yi3 以 zuo3 左 you4 右 nei4 内 wai4 外 zhong1 中盅 qian2 前钱
hou4 后 shao3 少 zui4 最 jiang1 将 ping2 平瓶 tu1 突 po4 破 nian2 年 yue4 月越 ri4 日 hao4 号 tian1 天
zhou1 周洲 xing1 星 qi1 期 ji4 季 du4 度 dai4 代袋带 shi4 世市事室式 ji4 纪 xiao3 小 zhong1 钟 ke4 刻克课
miao3 秒 zhen1 针 chen2 晨 wu3 午 wan3 晚碗 ling2 凌 zao3 早 xun2 旬 sui4 岁 dan4 旦 bei4 倍 cheng2 成乘
zhe2 折 fan1 翻番 zeng1 增 jia1 加家 jian3 减 xia4 夏 jiang4 降 zhang3 涨长 mu3 亩 ping2 平 fang1 方
li4 立粒 mi3 米 gong1 公 li3 里 sheng1 升 dun1 吨 jin1 斤今 qing3 顷 li2 厘 hao2 毫 wei1 微 na4 纳
hai3 海 ying1 英 cun4 寸 chi3 尺 zhang4 丈 liang4 辆 yuan2 元圆员 kuai4 块 jiao3 角脚 mao2 毛 mei3 美
ou1 欧 gang3 港 ri4 日 han2 韩 tai2 台 bang4 镑磅棒 lu2 卢 ren2 人 min2 民 bi4 币 qian1 签 wa3 瓦
fu2 伏幅服 an1 安 hua2 华 she4 摄 shi4 氏 ka3 卡 jiao1 焦 he4 赫 zi1 兹 bi3 比 te4 特 zi4 字 jie2 节结
ma3 码 si1 丝 ge4 个各 ming2 名 wei4 位味 kou3 口 hu4 户 dui4 对队 shuang1 双 qun2 群 ban1 班般 zu3 组
pi1 批匹 ci4 次 bian4 遍 tang4 趟 hui2 回 xiang4 项 jian4 件 zhong3 种 lei4 类 ben3 本 ce4 册 tao4 套
zhang1 张章 pian1 篇 pian4 片 ye4 页 fen4 份 feng1 封 ti2 题 hang2 行 tiao2 条 gen1 根 zhu1 株 ke1 棵颗
duo3 朵 wan4 万 shan4 扇 jian1 间 zuo4 座 dong4 栋 chuang2 床幢 ceng2 层 lou2 楼 lu4 路 cun1 村
zhen4 镇阵 xiang1 乡箱 xian4 县线 qu1 区 sheng3 省 suo3 所 chang3 厂场 dian4 店 ban1 班 men2 门 mian4 面
ba3 把 ding3 顶 tou2 头 zhi1 只 yu3 羽 wei3 尾 lun2 轮 sou1 艘 jia4 架 lie4 列 che1 车 ji1 机 qi3 起
chu4 处 cang4 藏 li4 例 duan4 段 ju4 句 xie1 些 xi2 席 dang4 档 ji2 级集 deng3 等 ming4 命 zhan4 站
huan2 环 bei1 杯 hu2 壶 wan3 碗 pan2 盘 guan4 罐 tong3 桶 bao1 包 guo1 锅 shao2 勺 chi2 匙 di1 滴 mo3 抹
ba3 把 tuan2 团 juan4 卷 sheng1 声 sheng4 胜 ping2 平 fu4 负 qiu2 球 bai3 百 fen1 分 lü4 率 zhan4 占
jing4 净 cha4 差 fu2 幅 ju2 局 pan2 盘 quan1 圈 sai4 赛 ren4 任 jie4 届 bian1 编 ke4 客 dan4 担 tuo2 坨
cu4 簇 shu4 束 cong2 丛 wo1 窝 zhuo1 桌 cai4 菜 fu4 副付 ke1 科 xue2 学 ling2 龄 hao4 耗 zhuan4 转
zhen4 阵 di4 地 dan1 单 pin3 品 zhu4 柱 hu2 斛 dou3 斗 ge3 合 jing1 经 wei3 纬 bei3 北 nan2 南 dong1 东
xi1 西 yi2 宜 kong1 空 que4 缺 jun1 均 mei3 每 zong3 总 gong4 共 jia4 价 zhi2 值 liang4 量 yong3 永
jiu4 旧 xin1 新 lao3 老 chong2 重 bi3 比 huo3 伙 ban1 般 shen1 身 bei4 辈 tan1 摊 dui1 堆 chuan4 串
pai2 排 mai2 枚 mei2 枚 tan2 坛 pen2 盆 zhan3 盏 jian1 肩 ting3 挺 men2 扪 ke1 窠 chuang2 床 yi1 医
yuan4 院 jiao4 教 nü3 女 nan2 男 gai1 该 ru2 如 ji2 即 wei2 为 cong2 从 zi4 自 jiu4 就 ze2 则 hai2 还
gang1 刚 hao3 好 da4 大 yu2 于 shi3 使 yin4 印 de5 的 le5 了 yi4 億 wan4 萬 liang3 兩 zhao4 兆 nian4 廿
sa4 卅 yi3 已 ji4 计 er5 儿 bo1 波 zhi3 指
die2 碟 da2 沓 liu3 绺 ding4 锭 tie3 帖 peng3 捧
luo2 箩 lou3 篓 dou1 兜 tong3 筒 bo1 钵 xia2 匣 can1 餐 sui4 穗 zao1 遭
wan2 丸 ling3 令 ya4 亚 jiao1 交 lun2 仑 zuo4 作 xiang4 像 xian1 先 guang1 光 guan1 关 guan4 冠 ju4 具
zhun3 准 dao1 刀 ji4 剂 li4 力 zhu4 助 fa1 发 die2 叠 si1 司 ji2 吉 xiang3 响 guo2 国 long3 垄 shang3 垧
pei2 培 ji1 基 du3 堵 shi4 士 ye4 夜 nai4 奈 wei3 委 kong3 孔 zong1 宗 zun1 尊 er3 尔 ju1 居 ti4 屉
gong1 工 zhu4 注 zhan4 战
bu4 布 shi1 师 pa4 帕 zhen1 帧 mao4 帽 mu4 幕 ting2 庭 yan2 延 dang1 当 jie2 截 za1 扎 qiang3 抢
la1 拉 bai4 拜 bo1 拨 gua4 挂 kun3 捆 ti2 提 luo4 摞 mo2 摩 pie3 撇 cuo1 撮 gong1 攻 duan4 断 ming2 明
yi4 易 zhou4 昼 qu3 曲 gan1 杆 ban3 板 lin2 林 qiang1 枪 biao1 标 lan2 栏 xiao4 校 he2 核 ge2 格
zhuang1 桩 ti1 梯 zun1 樽 kuan3 款 gong3 汞 tang1 汤 fa3 法 tai4 泰 yang2 洋 liu2 流 tan1 滩 ao4 澳
pao4 炮 mei2 煤 niu2 牛 rui4 瑞 ban4 瓣 qi2 畦 pi2 皮 ang4 盎 gai4 盖 mu4 目 yan3 眼 li3 礼 piao4 票
long2 笼 kuang1 筐 guan3 管 lan2 篮 su4 素 suo3 索 lü3 缕 gang1 缸 wang3 网 fa2 罚 er3 耳 gu3 股 hang2 航
chuan2 船 cha2 茬茶 hun1 荤 xu1 虚 zhuang1 装 ji4 记 bei4 贝 guan4 贯 tie1 贴 zhou2 轴 zai4 载 mai4 迈
jin4 进 lian2 连 su4 速 lang3 郎 jin1 金 tong2 铜 zhu1 铢 yin2 银 jie1 阶 ji4 际 lei2 雷 dun4 顿 ma3 马
zhou4 骤
xian1 仙 die1 跌 yang2 阳 ping2 坪
la4 腊臘 dian3 點 ling2 ○ yuan2 圓 san1 參 liu4 陸
"""

SOUNDS: dict[str, str] = {}
"""A character's syllable in tone numbers, as it sounds beside a number."""

_entries = _TABLE.split()
for _syllable, _characters in zip(_entries[::2], _entries[1::2], strict=True):
    for _character in _characters:
        SOUNDS.setdefault(_character, _syllable)

_WORDS = """
公里 平方米 平方公里 立方米 平方 立方 摄氏度 华氏度 人民币 美元 欧元 港元 日元 英镑 韩元 小时 分钟 秒钟
百分点 年代 世纪 上午 下午 中午 凌晨 早晨 早上 晚上 左右 以上 以下 以内 上下 超过 突破 不足 不到 将近
接近 大约 至少 最多 达到 公斤 公顷 公分 公尺 厘米 毫米 微米 纳米 毫升 毫克 千米 千克 千瓦 千瓦时 兆瓦
海里 英里 英尺 英寸 星期 季度 人次 架次 车次 块钱 零下 年级 年度 月份 周岁 周年 正月 腊月
"""
_LONGEST_FIRST = sorted(_WORDS.split(), key=len, reverse=True)

_DIGIT = "零〇一二三四五六七八九两兩幺几数壹贰叁肆伍陆柒捌玖"
_TEN, _HUNDRED = "十拾", "百千佰仟"
_PIECES = re.compile(
    # an ordinal mark, a written-out fraction, a smaller number with its places, digits, anything else
    f"(?P<fraction>分之)|(?P<ordinal>第)|(?P<tens>[{_DIGIT[2:]}]?[{_TEN}][{_DIGIT[2:]}]?)"
    f"|(?P<place>[{_DIGIT[2:]}][{_HUNDRED}])|(?P<word>{'|'.join(_LONGEST_FIRST)})"
    "|(?P<latin>[A-Za-z]+)|(?P<one>.)",
    re.DOTALL,
)
_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}


def mark(syllable: str) -> str:
    """Turn a syllable with a tone number into one with a tone mark: ``"lü4"`` is lǜ."""
    if not syllable or syllable[-1] not in _MARKS:
        return syllable
    letters, tone = syllable[:-1], _MARKS[syllable[-1]]
    at = next((i for vowel in ("a", "e", "ou") if (i := letters.find(vowel)) >= 0), -1)
    if at < 0:
        at = max((i for i, c in enumerate(letters) if c in "aeiouü"), default=len(letters) - 1)
    return unicodedata.normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def syllables_of(hanzi: str) -> tuple[str, ...]:
    """Return a syllable for each character of ``hanzi``; a Latin letter for itself, none for marks."""
    if "正月" in hanzi:
        before, _, behind = hanzi.partition("正月")
        return (*syllables_of(before), "zheng1", "yue4", *syllables_of(behind))
    found = (SOUNDS.get(c) or (c.upper() if c.isascii() and c.isalpha() else "") for c in hanzi)
    return tuple(syllable for syllable in found if syllable)


def words_of(hanzi: str) -> list[str]:
    """Cut a reading in characters into the words that pinyin writes together.

    The national orthography writes 11 to 99 as one word, and 百, 千, 万 and 亿 with a single digit
    before them: 一百三十七 is 一百 三十七, 三千亿 is 三千 亿, 九亿零七万 is 九亿 零 七万.
    """
    words: list[str] = []
    for piece in _PIECES.finditer(hanzi):
        text = piece.group()
        if piece.lastgroup == "fraction":
            words.extend(text)
        elif text in "万亿萬億" and _takes_scale(words):
            words[-1] += text
        elif words and words[-1] == "第":
            words[-1] = "第-" + text
        elif text.strip():
            words.append(text)
    return _join_estimates(words)


def _takes_scale(words: list[str]) -> bool:
    """Tell whether 万 or 亿 joins the word before it: a lone digit at the head of its group."""
    if not words or words[-1][-1] not in _DIGIT or len(words[-1].removeprefix("第-")) > 1:
        return False
    before = words[-2] if len(words) > 1 else ""
    if before == "零":
        before = words[-3] if len(words) > 2 else ""
    elif before and before in _DIGIT:
        return False
    return not before or before[-1] not in _TEN + _HUNDRED + _DIGIT + "点"


_RANK = {digit: rank for rank, digit in enumerate("零一二三四五六七八九")} | {"两": 2}


def _join_estimates(words: list[str]) -> list[str]:
    """Hyphenate neighbouring digits that mean "about": 三五 sān-wǔ, 十七八 shíqī-bā, 七八百 qī-bābǎi."""
    joined: list[str] = []
    for i, word in enumerate(words):
        if i > 0 and _is_estimate(words, i):
            joined[-1] += "-" + word
        else:
            joined.append(word)
    return joined


def _is_estimate(words: list[str], at: int) -> bool:
    """Tell whether the words before and at ``at`` are a pair such as 三 五, not part of a digit run."""
    first, second = words[at - 1], words[at]
    if first[-1] not in _RANK or second[0] not in _RANK or first[-1] == "零" or "第" in first:
        return False
    if len(first) > 1 and first[-2] not in _TEN:
        return False
    before, behind = words[at - 2] if at > 1 else "", words[at + 1] if at + 1 < len(words) else ""
    if before and before[-1] in _DIGIT + "点":
        return False
    if len(second) == 1 and behind and behind[0] in _DIGIT:
        return False
    gap = _RANK[second[0]] - _RANK[first[-1]]
    return gap == 1 or (first[-1], second[0]) == ("三", "五")


def pinyin_of(hanzi: str, syllables: tuple[str, ...] | None = None) -> str:
    """Spell a reading in pinyin with tone marks, cut by :func:`words_of`.

    ``syllables`` replaces the table's own, one for each character with a sound (spoken tones).
    """
    sounds = iter(syllables_of(hanzi) if syllables is None else syllables)
    spelled: list[str] = []
    for word in words_of(hanzi):
        letters = ""
        for character in word:
            if character == "-":
                letters += "-"
            elif character in SOUNDS or (character.isascii() and character.isalpha()):
                syllable = mark(next(sounds, ""))
                letters += ("'" if _needs_apostrophe(letters, syllable) else "") + syllable
            else:
                letters += character
        spelled.append(letters)
    return re.sub(r" ([,.;:、，。])", r"\1", " ".join(spelled))


def _needs_apostrophe(before: str, syllable: str) -> bool:
    """Tell whether a syllable that begins with a, e or o stands behind another in one word (shí'èr)."""
    bare = unicodedata.normalize("NFD", syllable[:1])[:1]
    return bool(before) and before[-1] != "-" and before[-1].isalpha() and bare in ("a", "e", "o")


def spoken_syllables(hanzi: str, following: str = "") -> tuple[str, ...]:
    """Return the syllables with 一 as it is spoken: yí before a fourth tone, yì before the others.

    一 keeps its own tone as an ordinal, in digit strings and decimals, at the end of a number.
    """
    characters = [c for c in hanzi if c in SOUNDS or (c.isascii() and c.isalpha())]
    plain = list(syllables_of(hanzi))
    for i, character in enumerate(characters):
        if character != "一":
            continue
        after = characters[i + 1] if i + 1 < len(characters) else following[:1]
        before = characters[i - 1] if i else ""
        if _changes_tone(before, after, i + 1 < len(characters)):
            tone = SOUNDS[after][-1]
            plain[i] = "yi2" if tone == "4" or after == "个" else "yi4"
    return tuple(plain)


def _changes_tone(before: str, after: str, inside: bool) -> bool:
    if after not in SOUNDS or after in _DIGIT + "点月号日十比" or before in tuple("第十点初"):
        return False
    if before in tuple(_DIGIT):
        return inside and before in ("零", "〇") and after in "百千万亿"
    return after not in "分之" or not inside
