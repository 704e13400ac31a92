"""How the words of a text are read: the dictionary for words, rules and a learned model for what is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.chinese.affixes import SUFFIXES, is_potential, structure
from reader.chinese.pinyin.defaults import ENDS, SURNAMES, TITLES, USUAL, VERBS
from reader.chinese.pinyin.model import Model, features
from reader.chinese.pinyin.names import read_name
from reader.chinese.pinyin.syllable import render
from reader.chinese.pinyin.words import DOUBTFUL, PREFERRED
from reader.chinese.token import Entry, Source
from reader.text import is_han

Lookup = Callable[[str], Sequence[Entry]]
"""Gives the entries of a headword, simplified or traditional, the common ones first."""

TextWord = tuple[str, str, bool]
"""A word of a text: surface, part-of-speech flag (jieba's), whether it is a name."""

_ENDS_OF_VERBS = {
    "不了": (("bu4", "le5"), ("bu4", "liao3")),
    "得了": (("de2", "le5"), ("de5", "liao3")),
    "不得": (("bu4", "de2"), ("bu4", "de5")),
}
_SYLLABLE = re.compile(r"(?!xx)[a-zü]+[1-5]")
_ENDS = frozenset("着过起上下来去出好到见开住完掉成满")
_REMEMBERED = 60_000
_BECOMES = frozenset("选评定分改称变升译列视作化命转增减降当成取誉封推聘调缩扩设建拜尊推公")  # 选为, 分为
_BEFORE_GENERALS = frozenset(
    "大小老名主副参部猛良勇诸众降敌武女上中少虎骁裨偏健家叛守战神宿悍干飞客边员数二三五八群爱走出拜选斩"
    "汉明清宋唐元金秦楚赵魏蜀吴齐燕番"
)
_BEHIND_GENERALS = frozenset("士领军官帅校才门相兵在")
_CLAUSE_ENDS = frozenset("，。！？；：,.!?;:\n^")


class WordReading(NamedTuple):
    """How one word is read where it stands.

    ``syllables`` has one string for each character, small letters, ``""`` for none. ``pinyin`` is the
    reading by orthography, with marks and a name's capitals. ``sure`` is false for a guess.
    """

    syllables: tuple[str, ...]
    source: Source
    sure: bool
    pinyin: str


class _Known(NamedTuple):
    """What a word says by itself: its reading (None: ask the model), in simplified characters too."""

    reading: WordReading | None
    simplified: str


_FOR = WordReading(("wei4",), Source.RULE, True, "wèi")
NO_READING = WordReading((), Source.NONE, True, "")


class Reader:
    """Reads words in their sentence. ``lookup`` gives dictionary entries; a missing ``model`` is loaded."""

    def __init__(self, lookup: Lookup, model: Model | None = None) -> None:
        self._lookup = lookup
        self._model = model or Model.load()
        self._known: dict[tuple[str, bool], _Known] = {}
        self._doubled_up: dict[str, WordReading] = {}
        self._guesses: dict[tuple[str, str, bool, bool], WordReading] = {}

    def read(self, words: Sequence[TextWord]) -> list[WordReading]:
        """Return the reading of each word, in the light of its neighbours, which include the punctuation."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        held = self._known
        known = []
        for text, _, is_name in words:
            found = held.get((text, is_name))
            if found is None:
                found = held[text, is_name] = self._by_itself(text, is_name)
            known.append(found)
        pieces: list[tuple[str, str]] = []
        readings = []
        for place, one in enumerate(known):
            if one.reading is not None:
                readings.append(one.reading)
                continue
            if not pieces:
                pieces = [
                    (other.simplified or "^", word[1]) for other, word in zip(known, words, strict=True)
                ]
            readings.append(self._in_context(pieces, place))
        return readings

    def _by_itself(self, text: str, is_name: bool) -> _Known:
        entries = self._lookup(text)
        simplified = entries[0].simplified if entries else text
        if not any(map(is_han, text)):
            return _Known(NO_READING, text)
        if is_name:
            named = read_name(text, entries, self._alone, self._lookup)
            return _Known(WordReading(*named), simplified)
        if len(text) == 1:
            return self._character(text, simplified)
        if simplified in _ENDS_OF_VERBS or simplified in self._model.characters:
            return _Known(None, simplified)
        found = self._word(text, entries)
        if _may_be_two(simplified) and found.sure and simplified[0] in self._model.characters:
            self._doubled_up[simplified] = found
            return _Known(None, simplified)
        return _Known(found, simplified)

    def _word(self, text: str, entries: Sequence[Entry]) -> WordReading:
        """The reading of a word of several characters: the dictionary's, or that of its characters."""
        if text in PREFERRED:
            syllables = PREFERRED[text]
            return WordReading(syllables, Source.DICTIONARY, text not in DOUBTFUL, render(syllables))
        fitting = [entry for entry in entries if len(entry.syllables) == len(text)]
        if fitting:
            rivals = [by_character(entry) for entry in fitting if _is_plain(entry)]
            sure = text not in DOUBTFUL and not any(_differ(rivals[0], rival) for rival in rivals[1:])
            return WordReading(by_character(fitting[0]), Source.DICTIONARY, sure, fitting[0].pinyin)
        parts = structure(text, lambda part: bool(self._lookup(part)))
        if parts is not None:
            return self._built(text, parts)
        alone = [self._alone(character) for character in text]
        syllables = tuple(reading for reading, _ in alone)
        return WordReading(syllables, Source.GUESS, all(sure for _, sure in alone), render(syllables))

    def _built(self, text: str, parts: Sequence[str]) -> WordReading:
        """The reading of a word that is built by rule, from those of its parts: 坐不下, 点点头, 成交额."""
        if len(parts) == 1:
            if len(parts[0]) == 1:
                single, sure = self._alone(parts[0])
                return WordReading((single, single), Source.RULE, sure, render((single, single)))
            once = self._word(parts[0], self._lookup(parts[0]))
            first, last = once.syllables
            doubled = (first, first, last) if len(text) == 3 else (first, first, last, last)
            return WordReading(doubled, Source.RULE, once.sure, render(doubled))
        read = [self._part(part) for part in parts]
        if is_potential(text):
            read[0] = ((VERBS[text[0]],), True) if text[0] in VERBS else read[0]
            read[1] = (("bu5" if text[1] == "不" else "de5",), True)
            read[2] = ((ENDS[text[2]],), True) if text[2:] in ENDS else read[2]
        syllables = tuple(syllable for part, _ in read for syllable in part)
        written = " ".join(render(part) for part, _ in read) if is_potential(text) else render(syllables)
        return WordReading(syllables, Source.RULE, all(sure for _, sure in read), written)

    def _part(self, part: str) -> tuple[tuple[str, ...], bool]:
        if len(part) == 1:
            reading, sure = self._alone(part)
            return (reading,), sure or part in SUFFIXES
        found = self._word(part, self._lookup(part))
        return found.syllables, found.sure

    def _character(self, text: str, simplified: str) -> _Known:
        if text == "乾":  # left in simplified text, it is no 干: 乾德, 乾卦
            return _Known(WordReading(("qian2",), Source.RULE, True, "qián"), text)
        if simplified in self._model.characters or simplified in SURNAMES:
            return _Known(None, simplified)
        reading, sure = self._alone(text)
        sure = sure or simplified in USUAL or not reading
        source = Source.NONE if not reading else Source.DICTIONARY if sure else Source.GUESS
        return _Known(WordReading((reading,), source, sure, render((reading,))), simplified)

    def _alone(self, character: str) -> tuple[str, bool]:
        """The reading of a character by itself, and whether there is hardly another."""
        if not is_han(character):
            return "", True
        readings = [entry for entry in self._lookup(character) if len(entry.syllables) == 1]
        common = list(
            dict.fromkeys(r for entry in readings if (r := by_character(entry)[0]) and _is_plain(entry))
        )
        simplified = readings[0].simplified if readings else character
        if simplified in USUAL:
            return USUAL[simplified], len(common) < 2
        if common:
            return common[0], len(common) < 2
        if readings:
            return by_character(readings[0])[0], True
        return last_resort(character), False

    def _in_context(self, pieces: Sequence[tuple[str, str]], place: int) -> WordReading:
        word = pieces[place][0]
        if word in _ENDS_OF_VERBS:
            return self._end_of_verb(word, pieces, place)
        if word in self._doubled_up:
            return self._weighed(word, pieces, place)
        surname = SURNAMES.get(word)
        if surname and _is_surname(pieces, place, word in self._model.characters):
            return self._made(surname, Source.RULE, True, name=True)
        if word not in self._model.characters:
            reading, sure = self._alone(word)
            return self._made(reading, Source.DICTIONARY if sure else Source.GUESS, sure)
        if word == "穿着" and _tells_how(pieces, place):
            return WordReading(("chuan1", "zhuo2"), Source.RULE, True, "chuānzhuó")
        if word == "为" and _is_for_several(pieces, place):
            return _FOR
        scored = self._model.score(word, features(pieces, place))
        if scored.reading == "jiang4" and word == "将" and not _is_general(pieces, place):
            return self._made("jiang1", Source.MODEL, sure=False)
        titled = scored.reading == surname and place + 1 < len(pieces) and pieces[place + 1][0] in TITLES
        return self._made(scored.reading, Source.MODEL, self._model.is_sure(word, scored), name=titled)

    def _weighed(self, word: str, pieces: Sequence[tuple[str, str]], place: int) -> WordReading:
        """A verb with what it comes to, 挑起: the dictionary's reading, unsure if the verb has another."""
        found = self._doubled_up[word]
        apart = [*pieces[:place], (word[0], "v"), (word[1], "v"), *pieces[place + 1 :]]
        scored = self._model.score(word[0], features(apart, place))
        return found if scored.reading == found.syllables[0] else found._replace(sure=False)

    def _end_of_verb(self, word: str, pieces: Sequence[tuple[str, str]], place: int) -> WordReading:
        """吃不了 chībuliǎo, 好得了 hǎodeliǎo, 坐不得 zuòbude; 不了 alone is bù le, 不得入内 bùdé rùnèi."""
        alone, behind = _ENDS_OF_VERBS[word]
        ends = bool(place) and pieces[place - 1][1][:1] in ("v", "a")
        if word == "不得" and place + 1 < len(pieces):
            ends = ends and pieces[place + 1][1][:1] in ("x", "u", "y", "w", "")
        syllables = behind if ends else alone
        return WordReading(syllables, Source.RULE, True, render(syllables))

    def _made(self, reading: str, source: Source, sure: bool, *, name: bool = False) -> WordReading:
        key = (reading, source.value, sure, name)
        found = self._guesses.get(key)
        if found is None:
            syllables = tuple(reading.split(" "))
            pinyin = render(syllables, name=name)
            found = self._guesses[key] = WordReading(syllables, source, sure, pinyin)
        return found


def _is_surname(pieces: Sequence[tuple[str, str]], place: int, weighed: bool) -> bool:
    """Tell whether a character that may be a surname is one here: 姓单, 单先生, 小单.

    One that the model can weigh is a surname before a title only if it was cut as one: 任局长 may be Rén
    júzhǎng or rèn júzhǎng.
    """
    before = pieces[place - 1][0] if place else ""
    after = pieces[place + 1][0] if place + 1 < len(pieces) else ""
    cut_as_one = pieces[place][1] == "nr"
    if before == "姓" or (after in TITLES and (cut_as_one or not weighed)):
        return True
    return before in ("小", "老", "阿") and cut_as_one


def _is_general(pieces: Sequence[tuple[str, str]], place: int) -> bool:
    """Tell whether something beside 将 makes it a general: 老将, 三员将, 将领, or a clause that ends."""
    before = pieces[place - 1][0] if place else "^"
    after = pieces[place + 1][0] if place + 1 < len(pieces) else "^"
    return before[-1] in _BEFORE_GENERALS or after[0] in _BEHIND_GENERALS or after[0] in _CLAUSE_ENDS


def _tells_how(pieces: Sequence[tuple[str, str]], place: int) -> bool:
    """Tell whether only a quality follows, to the end of the clause: 穿着|朴素, not 穿着|新|衣裳."""
    after = [*pieces[place + 1 : place + 3], ("^", ""), ("^", "")]
    return after[0][1] in ("a", "z", "ad", "d", "nr") and len(after[0][0]) > 1 and after[1][0] in _CLAUSE_ENDS


def _is_for_several(pieces: Sequence[tuple[str, str]], place: int) -> bool:
    """Tell whether 为 is for: 为|三|家|单位|送餐: a number, things, and then an act.

    长度|为|三|公里 has no act, and 为|一|商人|所|建 is by whom.
    """
    if place and pieces[place - 1][0][-1] in _BECOMES:
        return False
    things = 0
    number = next((at for at in (place + 1, place + 2) if at < len(pieces) and pieces[at][1] == "m"), None)
    if number and pieces[number][0] in ("多数", "少数", "大多数"):  # 为多数学者接受: by them
        return False
    for at in range(number or len(pieces), min(len(pieces), place + 9)):
        text, flag = pieces[at]
        if flag[:1] == "v" and things:
            return True
        if text == "的" or text[0] == "所" or text[0] in _CLAUSE_ENDS:
            return False
        things += flag[:1] == "n"
    return False


def _may_be_two(word: str) -> bool:
    """Tell whether a word may be a verb and what it comes to: 挑起, 背着, 倒出."""
    return len(word) == 2 and word[1] in _ENDS and word[0] not in "得着了过"


def _is_plain(entry: Entry) -> bool:
    """Tell whether an entry is an everyday word: no surname, no place, not only a variant of another."""
    first = entry.senses[0] if entry.senses else ""
    return entry.syllables[0][:1].islower() and not re.match(
        r"(?:\w+ )*variant of|see |used in |\(archaic|\(old|\(dialect|\(literary|surname ", first
    )


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two readings differ by more than a neutral tone (dìfang and dìfāng)."""
    return any(
        left[:-1] != right[:-1] or (left != right and "5" not in left[-1:] + right[-1:])
        for left, right in zip(one, other, strict=False)
    )


def by_character(entry: Entry) -> tuple[str, ...]:
    """Return one syllable for each character of an entry's headword, small letters, ``""`` for none."""
    return tuple(_by_character(entry))


def _by_character(entry: Entry) -> Iterator[str]:
    for syllable, character in zip(entry.syllables, entry.simplified, strict=False):
        low = syllable.lower()
        yield low if is_han(character) and _SYLLABLE.fullmatch(low) else ""


def last_resort(character: str) -> str:
    """Return pypinyin's reading of a character that the dictionary lacks, ``""`` if it knows none."""
    from pypinyin import Style, lazy_pinyin

    found = lazy_pinyin(
        character, style=Style.TONE3, neutral_tone_with_five=True, errors="ignore", v_to_u=True
    )
    return found[0] if found and _SYLLABLE.fullmatch(found[0]) else ""
