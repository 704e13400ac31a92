"""Second look at a cut: persons that jieba leaves in pieces, and words it finds across a boundary."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from reader.chinese.boundaries import across
from reader.chinese.names import (
    AFTER_OLD,
    CLEAR_GIVEN,
    DOUBLE_SURNAMES,
    GIVEN,
    NEVER_GIVEN,
    PLAIN_SURNAMES,
    SURNAMES,
    TITLES,
)
from reader.chinese.spot import Spot
from reader.chinese.word import Word

ROLES = frozenset(
    """
    记者 通讯员 馆长 主任 书记 局长 教授 校长 院长 经理 总经理 董事长 负责人 队长 厂长 村民 居民 市民
    老师 医生 工程师 代表 学生 员工 职工 志愿者 会长 秘书长 部长 处长 科长 镇长 村长 县长 市长 省长
    主席 总理 司机 教练 选手 球员 导演 演员 作家 画家 律师 店长 站长 所长 社长 团长 博士 研究员 讲解员
    大哥 二哥 三哥 四哥 大姐 二姐 弟弟 妹妹 哥哥 姐姐 爸爸 妈妈 父亲 母亲 叔叔 舅舅 同学 同事 朋友 邻居
    女友 男友 老公 老婆 女婿 儿媳 店主 辅警 协警 交警 特警 刑警 督导员 消防员 警察 院士 队员 战士 学者
    业主 摊主 老板 工人 农民 游客 家长 丈夫 妻子 儿子 女儿 母亲 父亲 發言人 发言人 班长 護士 护士 民警
    法官 專家 专家 記者 通訊員 館長 書記 局長 校長 院長 經理 總經理 董事長 負責人 隊長 廠長 老師 醫生
    工程師 學生 員工 志願者 會長 部長 處長 鎮長 村長 市長 總理 導演 演員 律師 店長 站長 研究員 老闆
    """.split()  # noqa: SIM905
)
"""Words that a person's name stands behind."""
_ROLES = tuple(ROLES)

# Surnames that are hardly ever a word, so that a given name behind one says enough.
_CLEAR = frozenset(
    "赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱吕张曹魏陶姜邹潘葛彭鲁韦袁柳薛贺倪汤罗毕郝邬傅卞孟黄萧姚邵汪祁狄宋庞董"
    "杜阮贾郭徐邱骆蔡樊胡霍虞柯卢莫邓郁洪崔龚邢裴翁侯刘詹黎乔谭冉晏瞿阎廖庾耿聂晁饶肖闫佟"
    "趙錢孫吳鄭馮陳蔣韓楊呂張魏鄒魯韋賀湯羅畢鄔蕭龐賈駱盧鄧劉喬譚閻聶饒"
)
_NO_SURNAME_BEFORE_TITLE = frozenset("老大小都时時应應从從相和任满滿全边邊关關利步公师師国國本")
_ENDS_NAMES = frozenset(
    "强刚军伟芳娜敏丽磊艳杰娟涛英华慧玲芬萍霞燕梅兰琴琳辉斌波洋鹏浩凯俊帆鑫宏峰远松庆強剛軍偉麗艷傑濤華蘭輝鵬凱"
)
_TIMES = frozenset("每上下本这那一二两三四五六七八九十几各整前后")
_SETTLEMENTS = frozenset("镇乡村屯")
_DISTRICTS = "省市县区镇乡州旗"
_NO_VILLAGES = NEVER_GIVEN | frozenset("到回进出全各本该小大新老好我你他她每某两三一此整邻离去来下几")
# Parts of speech of characters that stand for themselves behind a surname: 王|来|了.
_NO_PIECES = ("v", "d", "p", "c", "u", "r", "f", "q", "m")
_NO_SURNAMES = ("p", "c", "v", "d", "u")
_NO_NAME_FLAGS = ("v", "d", "p", "c", "r", "u", "m", "f", "q")
_BEFORE_PLACES = frozenset(
    "在 到 去 从 往 来自 位于 于 至 离 经 赴 抵 回 地处 途经 出生于 前往 抵达 家住 住".split()  # noqa: SIM905
)


def mend(
    words: list[Word],
    known: Callable[[str], bool],
    flag: Callable[[str], str],
    *,
    led: bool,
    called: Container[str] = (),
) -> list[Word]:
    """Return the words of one run, mended.

    ``led``: a role word stands before the run (记者 孙立国). ``called`` are names that the text tells.
    """
    found: list[Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        taken = _person(words, place, found, led=led)
        if taken:
            found.append(Word("".join(one.text for one in words[place : place + taken]), "nr", is_name=True))
            place += taken
            continue
        place += 1
        text, last = word.text, found[-1].text if found else ""
        if len(text) == 1 and len(last) == 3 and _moves_over(found, text, known):
            continue
        if text in _SETTLEMENTS and _village(found):
            found[-1] = Word(found[-1].text + text, "ns", is_name=True)
            continue
        if len(text) > 1 and text in TITLES and found:
            _before_title(found)
        if text in called:
            found.append(Word(text, "nr", is_name=True))
        elif text == "地" and (used := across(word, Spot(found, words[place : place + 2], known, flag))):
            place += max(0, used - 1)
        elif len(text) == 1:
            _add_character(found, words, place, word, known)
        elif (
            text[0] in "小老"
            and word.flag == "nr"
            and len(text) == 2
            and text[1] in PLAIN_SURNAMES
            and text != "老公"
        ):
            found += [Word(text[0], "nr", is_name=True), Word(text[1], "nr", is_name=True)]
        elif _is_no_place(word, flag) and last not in _BEFORE_PLACES:
            found += [Word(character, flag(character)) for character in text]
        else:
            used = across(word, Spot(found, words[place : place + 2], known, flag))
            if not used:
                found.append(word)
            place += max(0, used - 1)
    return found


def _village(found: list[Word]) -> bool:
    """Put the pieces of a place together that 镇, 乡 or 村 stands behind: 保|升|镇, 肖|家|庄|村."""
    for size in (3, 2):
        words = found[-size:]
        if len(words) < size or any(len(w.text) > 1 or w.is_name or w.text in _NO_VILLAGES for w in words):
            continue
        before = found[-size - 1] if len(found) > size else None
        if before is None:
            is_told = words[0].text in SURNAMES and words[1].text in "家庄"
        else:
            is_told = before.is_name or before.flag[:2] == "ns" or before.text in _BEFORE_PLACES
            is_told = is_told or before.text[-1] in _DISTRICTS
        if is_told:
            found[-size:] = [Word("".join(word.text for word in words), "ns")]
            return True
    return False


def _before_title(found: list[Word]) -> None:
    """Put the pieces of a name together that a title stands behind: 毕|蕾|医生, 秦|学|文|医生."""
    for size in (3, 2):
        words = found[-size:]
        given = "".join(word.text for word in words[1:])
        is_row = len(words) == size and all(len(word.text) == 1 for word in words)
        if (
            is_row
            and words[0].text in PLAIN_SURNAMES
            and not words[0].is_name
            and NEVER_GIVEN.isdisjoint(given)
        ):
            if size == 2 and (words[1].is_name or words[1].flag[:1] in _NO_PIECES):
                continue
            found[-size:] = [Word(words[0].text + given, "nr", is_name=True)]
            return


def _moves_over(found: list[Word], text: str, known: Callable[[str], bool]) -> bool:
    """Cut 出入厂|区 as 出入|厂区."""
    last = found[-1].text
    if found[-1].is_name or known(last) or not (known(last[:2]) and known(last[2] + text)):
        return False
    found[-1:] = [Word(last[:2], found[-1].flag), Word(last[2] + text, "n")]
    return True


def _add_character(
    found: list[Word], words: Sequence[Word], behind: int, word: Word, known: Callable[[str], bool]
) -> None:
    """Put 儿 back to the word it ends (会|儿), 得到|处 apart as 得|到处; mark the surname of 王教授, 老魏."""
    last = found[-1].text if found else ""
    text = word.text
    if text == "儿" and last and known(last + "儿"):
        found[-1] = Word(last + "儿", found[-1].flag)
    elif last in ("小", "阿") and _is_familiar(words, behind, last):
        found[-1] = Word(last + text, "nr", is_name=True)
    elif text == "生" and last == "出":
        found[-1] = Word("出生", "v")
    elif text == "处" and last == "得到":
        found[-1:] = [Word("得", "ud"), Word("到处", "d")]
    elif text in ("场", "場") and last in ("应当", "應當"):
        found[-1:] = [Word(last[0], "v"), Word(last[1] + text, "d")]
    elif text in SURNAMES and _is_surname(words, behind, last):
        if last in ("老", "小"):
            found[-1] = Word(last, "nr", is_name=True)
        found.append(Word(text, "nr", is_name=True))
    else:
        found.append(word)


def _is_familiar(words: Sequence[Word], behind: int, last: str) -> bool:
    """Tell whether 小|明, 阿|强 is what somebody is called: 小|红|花 is not."""
    text, after = words[behind - 1].text, words[behind] if behind < len(words) else None
    if last == "阿":
        return True
    return text in CLEAR_GIVEN and not (after is not None and after.flag[:1] == "n" and not after.is_name)


def _is_no_place(word: Word, flag: Callable[[str], str]) -> bool:
    """Tell whether a name of two characters is one for jieba's model alone: 枣干, 塔顶."""
    return word.is_name and len(word.text) == 2 and word.flag == "ns" and flag(word.text) == "x"


def _is_surname(words: Sequence[Word], behind: int, last: str) -> bool:
    text, after = words[behind - 1].text, words[behind].text if behind < len(words) else ""
    if len(after) > 1 and after in TITLES:
        return text not in _NO_SURNAME_BEFORE_TITLE and last not in ("很", "最", "更", "太")
    if last == "老" and text in AFTER_OLD:
        return behind >= len(words) or words[behind].flag[:1] not in ("n", "m", "a")
    return last in ("老", "小") and text in _CLEAR


def _person(words: Sequence[Word], place: int, found: Sequence[Word], *, led: bool) -> int:
    """Return how many words from ``place`` on are one person's name; 0 for none."""
    first = words[place]
    text = first.text
    if text[0] not in SURNAMES and text[:2] not in DOUBLE_SURNAMES:
        return 0
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None:
        return 0
    further = words[place + 2] if place + 2 < len(words) else None
    if first.is_name and len(text) == 2 and after.text in _ENDS_NAMES and text[0] in PLAIN_SURNAMES:
        return 2  # 郑国|强
    if len(text) != 1:
        return 0
    before = found[-1] if found else None
    if before is not None and before.text == "一":
        return 0  # 一|张|张数
    in_pieces = (
        further is not None and GIVEN.issuperset(after.text + further.text) and _are_single(after, further)
    )
    if _is_led(found) or (led and before is None):
        if in_pieces and text in PLAIN_SURNAMES:
            return 3  # 居民|丁|志|民
        return 2 if _is_given_behind_role(text, after) else 0
    if text in _CLEAR and in_pieces and not _is_counted(text, before):
        return 3  # 孙|国|文
    if text in _CLEAR and len(after.text) == 1 and after.flag == "x" and not _is_counted(text, before):
        return 2  # 张|翀
    if len(after.text) == 2 and after.flag[:2] == "nr" and _is_free(before) and after.text not in TITLES:
        is_surname = first.flag[:2] == "nr" or (text in PLAIN_SURNAMES and first.flag[:1] not in _NO_SURNAMES)
        return 2 if is_surname and NEVER_GIVEN.isdisjoint(after.text) else 0  # 叶|金成
    if text not in _CLEAR or (text == "周" and before is not None and before.text[-1] in _TIMES):
        return 0
    if len(after.text) != 2 or set(after.text) & NEVER_GIVEN or after.text in TITLES:
        return 0
    return 2 if after.is_name or set(after.text) <= GIVEN else 0


def _is_free(before: Word | None) -> bool:
    """Tell whether what stands before a surname is no number that counts with it."""
    return before is None or before.flag[:1] != "m"


def _are_single(*words: Word) -> bool:
    return all(len(word.text) == 1 and word.flag[:1] not in _NO_PIECES for word in words)


def _is_counted(surname: str, before: Word | None) -> bool:
    """Tell whether 张 or 周 counts what is behind it: 三|张|纸, 上|周."""
    return (
        before is not None and (before.flag[:1] == "m" or before.text[-1] in _TIMES) and surname in "张周章"
    )


def _is_led(found: Sequence[Word]) -> bool:
    if not found:
        return False
    last = found[-1].text
    return last in ROLES or (len(last) == 1 and len(found) > 1 and found[-2].text + last in ROLES)


def _is_given_behind_role(surname: str, after: Word) -> bool:
    given = after.text
    if len(given) > 2 or set(given) & NEVER_GIVEN or given in TITLES:
        return False
    if set(given) <= GIVEN or (len(given) == 2 and given[0] == given[1]):
        return surname in PLAIN_SURNAMES
    return surname in _CLEAR and not after.flag.startswith(_NO_NAME_FLAGS)


def leads(text: str) -> bool:
    """Tell whether ``text`` ends with a word that a person's name stands behind."""
    return text.endswith(_ROLES)
