"""Third look at a cut: words that are built by rule and stand in no dictionary are put together again."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from reader.chinese.affixes import (
    AFTER_VERBS,
    FREE_SUFFIXES,
    is_one_by_one,
    is_potential,
    structure,
)
from reader.chinese.word import Word

Known = Callable[[str], bool]
Flag = Callable[[str], str]

# Verbs before 不 that are no part of a potential form: 是不|到, 要不|去, 敢不|来.
_NO_POTENTIAL = frozenset(
    "是有在要会能敢肯该应可得让使叫请被把给对从为向往还都也就才又再已曾最更很太只不没别於于因若如像"
)
_COMES_AND_GOES = frozenset("来去")
# Characters that stand between words more often than in a compound.
_LOOSE = frozenset("的了着地得不没是我你他她这那有在和与就也都很被把让一两几个么什到去来说要会")
_COLOURS = frozenset("青红黄绿蓝白黑灰紫淡浓浅静直悄默冷暖甜香圆方厚薄软硬")
_NOTHING = Word("", "")
_LED = tuple("全众队军部兵团领手")
# Newer words that jieba's list lacks, of two characters that hardly meet but in them.
_NEW_WORDS = frozenset(
    """
    和气 等地 吐槽 点赞 网购 到账 来袭 月嫂
    老旧 酒驾 年假 弄丢 扫码 主播 低碳 做证 别看
    占线 热议 超标 充电 踩空 辅警
    复产 完赛 备降 点评 转账 直播 网红 追剧 外卖 快递 群聊 刷屏 秒杀 种草 脱单 剧透 躺平 内卷 双减 碳汇
    秸秆 民宿 冷链 夜跑 打卡
    """.split()  # noqa: SIM905
)
_KEPT_FLAGS = ("n", "b", "v", "a", "l", "i", "z", "m", "s")
_NO_FREE = ("nr", "ns", "r", "m", "d", "p", "c", "u", "q", "t", "f")


def keeps_whole(word: str, flag: str, known: Known) -> bool:
    """Tell whether a word of jieba's list that no dictionary has is built by rule: 新能源, 点点头, 一次次."""
    if flag.startswith(("nr", "ns", "nt")) or not flag.startswith(_KEPT_FLAGS):
        return False
    if flag == "m" and not is_one_by_one(word):
        return False
    if word[-1] == "们":
        return False
    parts = structure(word, known)
    return parts is not None and (len(parts) != 2 or is_one_by_one(word) or flag.startswith(("n", "b")))


def join(words: list[Word], known: Known, flag: Flag, compounds: Container[str] = frozenset()) -> list[Word]:
    """Return the words, those that belong together joined; ``compounds`` are headwords that jieba lacks."""
    found: list[Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        taken = 0
        if found and not word.is_name:
            text, last = word.text, found[-1]
            if len(text) == 1 and text in FREE_SUFFIXES and _is_stem(last):
                taken = _suffixed(found, word, words[place + 1] if place + 1 < len(words) else _NOTHING)
            elif len(last.text) == 1 and text[0] in "不得" and (last.flag[:1] == "v" or last.text == "过"):
                taken = _potential(found, words, place)
            elif len(last.text) == 1 and text[0] == last.text:
                taken = _doubled(found, word, known, flag)
            elif _is_compound(last, word, compounds) or _are_one_thing(last, word, known, flag):
                found[-1] = Word(last.text + text, "vn" if last.text + text in _NEW_WORDS else "n")
                taken = 1
            elif text == "人们" and _is_person(last, known):
                found[-1:] = [Word(last.text + "人", "n"), Word("们", "k")]
                place += 1
                continue
        if not taken:
            found.append(word)
        place += taken or 1
    return found


def _is_stem(word: Word) -> bool:
    return len(word.text) == 2 and not word.is_name and not word.flag.startswith(_NO_FREE)


def _are_one_thing(last: Word, word: Word, known: Known, flag: Flag) -> bool:
    """Tell whether two nouns of one character are a headword that jieba's list lacks: 菌|群."""
    both = last.text + word.text
    if len(both) != 2 or both in _NEW_WORDS:
        return len(both) == 2
    return last.flag == word.flag == "n" and not last.is_name and flag(both) == "x" and known(both)


def _is_compound(last: Word, word: Word, compounds: Container[str]) -> bool:
    """Tell whether two words are one of the compounds: 太阳能|板, but not 小心|地滑."""
    text = last.text + word.text
    if text not in compounds or len(last.text) > 1 < len(word.text):
        return False  # 行政|管理 are two words, each of them worth knowing
    is_thing = word.flag[:1] in ("n", "s") or word.flag == "vn"
    return is_thing and not last.is_name and last.flag[:1] in ("n", "b", "a", "x") and _LOOSE.isdisjoint(text)


def _is_person(last: Word, known: Known) -> bool:
    """Tell whether 大|人们 is 大人|们, as 让|人们 is not."""
    return len(last.text) == 1 and last.flag[:1] in ("a", "n", "b") and known(last.text + "人")


def _suffixed(found: list[Word], suffix: Word, behind: Word) -> int:
    """Join 讲解|员, 借阅|量; return how many words that took, 0 if they are none."""
    stem = found[-1]
    if suffix.text in AFTER_VERBS and not stem.flag.startswith(("v", "a")):
        return 0
    if suffix.text in AFTER_VERBS and (behind.is_name or behind.text[:1] in _LED):
        return 0  # 教练|率|全队
    found[-1] = Word(stem.text + suffix.text, "n")
    return 1


def _potential(found: list[Word], words: Sequence[Word], place: int) -> int:
    """Join 坐|不下, 想|不|起来; return how many words that took, 0 if they are something else."""
    verb, first = found[-1].text, words[place].text
    behind = words[place + 1].text if place + 1 < len(words) else ""
    result, taken = (first[1:], 1) if len(first) > 1 else (behind, 2)
    if verb in _NO_POTENTIAL or result == verb:
        return 0
    if not is_potential(verb + first[0] + result):
        return 0
    if result in _COMES_AND_GOES and place + taken < len(words) and _goes_on(words[place + taken]):
        return 0
    found[-1] = Word(verb + first[0] + result, "v")
    return taken


def _goes_on(word: Word) -> bool:
    """Tell whether 不去, 不来 has an object or a verb of its own behind it: 说|不去|上海."""
    return word.flag[:1] in ("v", "n")


def _doubled(found: list[Word], word: Word, known: Known, flag: Flag) -> int:
    """Join 点|点头, 一|次|次; return how many words that took, 0 if they are none."""
    last, text = found[-1], word.text
    if len(text) == 2:
        if last.flag[:1] in ("a", "d") and known(text[0] * 2):
            found[-1:] = [Word(text[0] * 2, "d"), Word(text[1], flag(text[1]))]
            return 1  # 紧|紧握
        if text[1] == text[0] or word.flag[:1] != "v" or last.flag[:1] != "v":
            return 0
        found[-1] = Word(last.text + text, "v")
        return 1
    if len(text) == 1 and (word.flag == last.flag == "a" or text in _COLOURS):
        found[-1] = Word(text + text, "z")  # 浓|浓
        return 1
    if len(text) == 1 and len(found) > 1 and found[-2].text == "一" and word.flag[:1] in ("q", "n"):
        found[-2:] = [Word("一" + last.text + text, "d")]
        return 1
    return 0
