"""Words that jieba finds across a boundary: 弯|下腰 is 弯下|腰, 地下 in 慢慢地下 is 地|下.

Each rule takes the words found so far, changes them in place and returns how many words of the cut it
used up, or 0 where it does not hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.chinese.affixes import is_one_by_one
from reader.chinese.crossings import CROSSINGS
from reader.chinese.names import GIVEN
from reader.chinese.spot import Rule, Spot
from reader.chinese.word import Word

# Words of the dictionary that are two in running text: 一手|拿着, 把头|枕在, 烧到|七成热; 水里 is a township.
_ALWAYS_APART = {
    word.replace("|", ""): tuple(word.split("|"))
    for word in """
    手|拿 头|枕 頭|枕 烧|到 燒|到 湖|景区 山|景区 水|里 山|上 山|下 把|门 湖|里 村|上 林|内 林|边 池|上
    八|里 百|里 市|里
    """.split()  # noqa: SIM905
}
_PERCEIVE = frozenset(
    """
    感受 感觉 看 听 想 做 办 找 买 见 体会 意识 摸 够 用 吃 聽 覺 感覺 辦 買 見 體會
    """.split()  # noqa: SIM905
)
_MOVES = frozenset("跳爬走跑登跨坐骑冲奔踏迈游飞滚掉扔推背抬搬拉扶潜")
_MOVED = "下水 上船 上车 下车 上山 下山 上岸 下船 上马 下马 上楼 下楼 上台 下台".split()  # noqa: SIM905
_LOOKS = frozenset("朴素 整洁 得体 讲究 时髦 随便 简单 整齐 干净 考究 华丽 时尚 朴实 入时 都 也".split())  # noqa: SIM905
_NAMED_BY_MISTAKE = frozenset("从從于向和与與")
_TO_PLACES = frozenset("在从到往进")
_SIDES = frozenset("下上里中前后內内外裡")


def across(word: Word, spot: Spot) -> int:
    """Mend one word that is longer than a character; return how many of the cut that took, 0 for none."""
    rule = _BY_WORD.get(word.text)
    taken = rule(word, spot) if rule is not None else 0
    if not taken and word.text[0] == "起" and len(word.text) == 2:
        taken = _comes(word, spot)
    if not taken and word.is_name:
        taken = _no_name(word, spot)
    return taken or _edge(word, spot)


def _apart(word: Word, spot: Spot) -> int:
    return spot.put(*_ALWAYS_APART[word.text])


def _moved(word: Word, spot: Spot) -> int:
    """跳|下水 is 跳|下|水."""
    if spot.last not in _MOVES:
        return 0
    move = spot.found.pop().text
    moved = [move + word.text[0]] if spot.known(move + word.text[0]) else [move, word.text[0]]
    spot.found.extend(Word(one, "v") for one in moved)
    return spot.put(word.text[1])


def _not_good(_: Word, spot: Spot) -> int:
    """账|不好|算 is 账|不|好|算."""
    return spot.put("不", "好") if spot.next.flag == "v" else 0


def _up_and_down(_: Word, spot: Spot) -> int:
    """手机|上下|单 is 手机|上|下单."""
    if not spot.next.text or not spot.known("下" + spot.next.text):
        return 0
    spot.put("上", "下" + spot.next.text)
    return 2


def _manner(word: Word, spot: Spot) -> int:
    """淅淅沥沥|地下|了 is 淅淅沥沥|地|下|了, 一次次|地上|当 is 一次次|地|上当."""
    if not _is_manner(spot.found):
        return 0
    spot.found.append(Word("地", "uv"))
    both = word.text[1] + spot.next.text
    if len(both) == 2 and spot.known(both):
        spot.put(both)
        return 2
    spot.found.append(Word(word.text[1], "v"))
    return 1


def _is_manner(found: Sequence[Word]) -> bool:
    last = found[-1].text if found else ""
    doubled = len(last) == 4 and ((last[0] == last[1] and last[2] == last[3]) or last[:2] == last[2:])
    again = len(found) > 2 and found[-1].text == found[-2].text and found[-3].text == "一"
    return doubled or again or is_one_by_one(last)


def _person(_: Word, spot: Spot) -> int:
    """换|了|个人 is 换|了|个|人."""
    is_act = len(spot.last) == 1 and bool(spot.found) and spot.found[-1].flag == "v"
    return spot.put("个", "人") if spot.last == "了" or is_act else 0


def _comes(word: Word, spot: Spot) -> int:
    """打|起球|来 is 打|起|球|来."""
    is_act = bool(spot.found) and spot.found[-1].flag == "v"
    return spot.put("起", word.text[1]) if is_act and spot.next.text == "来" else 0


def _fallen(word: Word, spot: Spot) -> int:
    """没落|下去 is 没|落下|去."""
    if spot.next.text not in ("下去", "下来", "到", "地"):
        return 0
    if spot.next.text[0] != "下":
        return spot.put(*word.text)
    spot.put("没", "落下", spot.next.text[1])
    return 2


def _over(_: Word, spot: Spot) -> int:
    """扭|过头|来 is 扭|过|头|来."""
    return spot.put("过", "头") if spot.next.text in ("来", "去") else 0


def _comes_to(word: Word, spot: Spot) -> int:
    """争得|脸红 is 争|得|脸红."""
    is_state = spot.next.flag[:1] in ("a", "i", "l", "z") or spot.next.text in ("脸红", "很", "更", "太")
    return spot.put(word.text[0], "得") if is_state else 0


def _going_on(word: Word, spot: Spot) -> int:
    """闭|着眼 is 闭|着|眼."""
    is_act = len(spot.last) == 1 and bool(spot.found) and spot.found[-1].flag[:1] == "v"
    return spot.put("着", word.text[1]) if is_act else 0


def _wears(_: Word, spot: Spot) -> int:
    """穿着|整齐|的|班服 is 穿|着|…; 穿着|整齐 are clothes."""
    second = spot.behind[1].text if len(spot.behind) > 1 else ""
    is_thing = spot.next.flag[:1] in ("n", "m", "q", "r", "s") and spot.next.text not in _LOOKS
    is_cut_off = not spot.next.text and spot.last not in ("", "的")  # 穿着|一件: a figure is behind
    is_worn = is_thing or is_cut_off or (spot.next.flag[:1] in ("a", "b", "z", "d") and second == "的")
    return spot.put("穿", "着") if is_worn else 0


def _burns(_: Word, spot: Spot) -> int:
    """大|火烧 is 大火|烧."""
    if not spot.last or not spot.known(spot.last + "火"):
        return 0
    spot.found[-1] = Word(spot.last + "火", "n")
    return spot.put("烧")


def _at_home(word: Word, spot: Spot) -> int:
    """老|王家 is 老|王|家."""
    if spot.last not in ("老", "小"):
        return 0
    spot.found[-1] = Word(spot.last, "nr", is_name=True)
    spot.found.extend([Word(word.text[0], "nr", is_name=True), Word("家", "n")])
    return 1


def _painting(_: Word, spot: Spot) -> int:
    """这|幅|画画 is 这|幅|画|画."""
    return spot.put("画", "画") if spot.found and spot.found[-1].flag == "q" else 0


def _waist(_: Word, spot: Spot) -> int:
    return spot.put("下", "腰") if spot.last in ("弯", "彎") else 0


def _centre(_: Word, spot: Spot) -> int:
    """文化|中|心里 is 文化|中心|里."""
    if spot.last != "中" or len(spot.found) < 2 or not spot.found[-2].flag.startswith("n"):
        return 0
    spot.found[-1:] = [Word("中心", "n"), Word("里", "f")]
    return 1


def _perceived(_: Word, spot: Spot) -> int:
    """感受|得到 is 感受|得|到."""
    if spot.last not in _PERCEIVE:
        return 0
    spot.found.extend([Word("得", "ud"), Word("到", "v")])
    return 1


def _no_name(word: Word, spot: Spot) -> int:
    """一|张|张数 and 一|张张数 are 一|张|张|数."""
    text = word.text
    again = len(text) == 3 and text[0] == text[1]
    counted = len(spot.found) > 1 and spot.found[-2].text == "一" and spot.last == text[0]
    if text[0] in _NAMED_BY_MISTAKE and spot.known(text[1:]) and not GIVEN.issuperset(text[1:]):
        return spot.put(text[0], text[1:])  # 从|宫殿
    if text[0] == "王" and len(text) == 3 and spot.last in ("国", "女") and spot.known(text[1:]):
        spot.found[-1] = Word(spot.last + "王", "n")
        return spot.put(text[1:])  # 国|王大怒
    thing = text[:-1]
    if text[-1] in "里裡内內" and spot.known(thing) and (len(thing) > 1 or spot.last in _TO_PLACES):
        return spot.put(thing, text[-1])  # 王国|里, 在|汤|里
    return spot.put(*text) if again or counted else 0


def _edge(word: Word, spot: Spot) -> int:
    """山|脚下 is 山脚|下; 人|心里 stays."""
    text, last = word.text, spot.last
    if len(text) != 2 or text[1] not in _SIDES or len(last) != 1 or last == "人":
        return 0
    if spot.found[-1].flag != "n" or not spot.known(last + text[0]):
        return 0
    spot.found[-1:] = [Word(last + text[0], "n"), Word(text[1], "f")]
    return 1


_BY_WORD: dict[str, Rule] = {
    **CROSSINGS,
    **dict.fromkeys(_ALWAYS_APART, _apart),
    **dict.fromkeys(_MOVED, _moved),
    "不好": _not_good,
    "上下": _up_and_down,
    "地下": _manner,
    "地上": _manner,
    "个人": _person,
    "没落": _fallen,
    "过头": _over,
    "争得": _comes_to,
    **dict.fromkeys(("着眼", "着手", "着火", "着装", "着地", "着力"), _going_on),
    "火烧": _burns,
    "穿着": _wears,
    **dict.fromkeys((f"{surname}家" for surname in "王李张刘陈赵杨周吴孙马高林何郭罗朱胡"), _at_home),
    "画画": _painting,
    "下腰": _waist,
    "心里": _centre,
    "得到": _perceived,
}
