"""Names that a text tells by itself: whom a letter is to, who comes up again, and names with a dot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reader.chinese.names import (
    CLEAR_GIVEN,
    GIVEN,
    NEVER_GIVEN,
    PLAIN_SURNAMES,
    SOUNDS,
    SURE_SURNAMES,
    SURNAMES,
    TITLES,
)
from reader.chinese.word import Word

_SOUNDS = "".join(sorted(SOUNDS))
_DOTTED = re.compile(f"[{_SOUNDS}]{{1,6}}(?:[·•・‧][{_SOUNDS}]{{1,6}}){{1,3}}")
_CALLED = re.compile(
    '(?:^|\n)[ \u3000“"]*((?:小|阿)[一-鿿])[：:]'
    f"|(?:亲爱的|名叫|名字叫|叫做|叫|给|我是)((?:小|阿)[{''.join(sorted(CLEAR_GIVEN))}])(?![一-鿿]?[子儿])"
)
_NO_ONE = frozenset("小说 小计 小结 小注 小样 小组 小题 小节 小写 小名 小字 阿姨 小费".split())  # noqa: SIM905


def called_names(text: str) -> frozenset[str]:
    """Return the familiar names (小雨, 阿强) that a simplified text gives as such."""
    if "小" not in text and "阿" not in text:
        return frozenset()
    return frozenset(one or other for one, other in _CALLED.findall(text)) - _NO_ONE


def dotted_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of foreign names that are written with a dot: 马克·吐温."""
    if any(dot in text for dot in "·•・‧"):
        for found in _DOTTED.finditer(text):
            yield found.span()


_SURNAME = "".join(sorted(SURNAMES))
# A surname with one or two characters that might be a given name, each at every place.
_MAYBE = re.compile(f"(?=([{_SURNAME}][一-鿿]{{2}}))")
_COMMON = -13.5
# In a text as long as a book whatever may come again does.
_LONGEST = 20_000
# Characters that follow a name at once, and are hardly ever the last of one.
_FOLLOWING = (
    "说道是在把被和对的也就从向给为等来去都又还才已将与让介带走站坐看笑问答告表认，。、！？：；”’（）() \n"
)


# What people do, behind what they are called.
_NICKNAME = re.compile("([老小大阿][一-鿿])(?=[说道想看问答听笑走站坐拿打叫也就把却最])")
_UNLISTED = -17.0
_PLACES = frozenset("街镇乡村县省市州区路巷桥")
_COUNTED = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿几多数每各这那两第半")


def people_again(text: str, weight: Callable[[str], float]) -> frozenset[str]:
    """Return the persons' names that come twice or more in a simplified text: 张翀, 阳文彬.

    ``weight`` gives the logarithm of how common a word is.
    """
    if len(text) > _LONGEST:
        return frozenset()
    counts: Counter[str] = Counter()
    for found in _MAYBE.finditer(text):
        three = found[1]
        before = text[max(0, found.start() - 2) : found.start()].rstrip(" ")[-1:]
        if before and (before in _COUNTED or weight(before + three[0]) > _COMMON):
            continue  # 48|项|民生|实事, 远程|诊室
        after = text[found.end(1) : found.end(1) + 1] or "\n"
        if NEVER_GIVEN.isdisjoint(three[1:]):
            if after in _FOLLOWING or (three[0] in PLAIN_SURNAMES and GIVEN.issuperset(three[1:])):
                counts[three] += 1
            continue
        if three[2] in _FOLLOWING and three[1] not in NEVER_GIVEN:
            counts[three[:2]] += 1
    people = {name for name, count in counts.items() if count > 1 and _is_person(name, weight)}
    return frozenset(people | _nicknames(text, weight))


def _nicknames(text: str, weight: Callable[[str], float]) -> set[str]:
    """老栓, 小栓: somebody who does something twice, called by what is no word."""
    counts = Counter(_NICKNAME.findall(text))
    return {
        name
        for name, count in counts.items()
        if count > 1 and weight(name) < _UNLISTED and name[1] not in NEVER_GIVEN and name not in _NO_ONE
    }


def _is_person(name: str, weight: Callable[[str], float]) -> bool:
    """Tell whether what comes again is a name, and no row of words: 张开口, 高兴."""
    given = name[1:]
    if given[-1] in _PLACES or given[0] == "越":
        return False  # 柳岸街|道, 出的|钱|越|多
    if given in TITLES or name[0] == name[1] or weight(name) > _COMMON or weight(name[:2]) > _COMMON:
        return False
    is_plain = name[0] in PLAIN_SURNAMES
    if len(given) == 1:
        return is_plain and (given in GIVEN or weight(given) < _COMMON)
    return GIVEN.issuperset(given) or name[0] in SURE_SURNAMES or (is_plain and weight(given) < _COMMON)


def spans_of(names: frozenset[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of names in a text, the longest first."""
    if names:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        for found in re.finditer("|".join(longest_first), text):
            yield found.span()


def in_pieces(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield (first, behind) of words that make up a person's name which stands whole elsewhere: 毕|蕾."""
    known = {
        word.text for word in words if word.is_name and 1 < len(word.text) < 4 and word.text[0] in SURNAMES
    }
    known |= {name[1:] for name in known if len(name) == 3}  # 林晓雯 is called 晓雯
    surnames = {name[0] for name in known}
    place = behind = 0
    while place < len(words):
        word = words[place]
        taken = 0
        if len(word.text) == 1 and word.text in surnames and not word.is_name:
            joined = word.text
            for more in words[place + 1 : place + 3]:
                joined += more.text
                taken += 1
                if joined in known and (len(joined) > 2 or not more.is_name):
                    has_surname = (
                        place > behind and len(joined) == 2 and words[place - 1].text in SURE_SURNAMES
                    )  # 杜|家|驹
                    behind = place + 1 + taken
                    yield place - has_surname, behind
                    break
            else:
                taken = 0
        place += 1 + taken
