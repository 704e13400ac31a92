"""Examples to learn from: single characters in labelled sentences and in dictionary entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.chinese.compound import fewest_words
from reader.chinese.dictionary import Dictionary
from reader.chinese.pinyin.defaults import USUAL
from reader.chinese.pinyin.labels import Labelled, read_labelled
from reader.chinese.pinyin.model import features
from reader.chinese.pinyin.readings import by_character
from reader.chinese.pinyin.training.learn import Example
from reader.chinese.pinyin.words import PREFERRED
from reader.chinese.segment import Segmenter
from reader.chinese.tokenize import pieces
from reader.text import is_han

Examples = dict[str, list[Example]]
Words = list[tuple[str, str, bool]]

LABELLED_TIMES = 8
"""How much a sentence counts beside a dictionary entry."""

LEAST = 2
"""The characters of the shortest entry learned from."""


def labelled_sentences(folder: Path) -> list[Labelled]:
    """Read all sentences of a folder's ``*.txt`` files."""
    return [
        sentence
        for path in sorted(folder.glob("*.txt"))
        for sentence in read_labelled(path.read_text(encoding="utf-8").splitlines())
    ]


def cut(text: str, segmenter: Segmenter) -> Words:
    """Cut a sentence as annotating does, figures aside."""
    found: Words = []
    for start, end, kind in pieces(text):
        if kind is not None:
            found.append((text[start:end], "x", False))
            continue
        found += ((word.text, word.flag, word.is_name) for word in segmenter.cut(text[start:end]))
    return found


def from_sentences(sentences: Sequence[Labelled], segmenter: Segmenter) -> Examples:
    """The characters that are words by themselves, and the longer words that are labelled in several ways.

    What stands there without its label, though it has one elsewhere, is read as usual.
    """
    found = [(sentence, cut(sentence.text, segmenter)) for sentence in sentences]
    asked = _asked(found)
    examples: Examples = defaultdict(list)
    for sentence, words in found:
        seen = [(text, flag) for text, flag, _ in words]
        for place, (text, start) in enumerate(_starts(words)):
            reading = _label(sentence, text, start) or _usual(text) if text in asked else None
            if reading:
                examples[text].append(Example(tuple(features(seen, place)), reading, LABELLED_TIMES))
    return examples


def _asked(found: Sequence[tuple[Labelled, Words]]) -> set[str]:
    """All characters with a label, and the longer words with two different ones."""
    readings: dict[str, set[str]] = defaultdict(set)
    for sentence, words in found:
        for text, start in _starts(words):
            if len(text) > 1 and (label := _label(sentence, text, start)):
                readings[text].add(label)
    characters = {sentence.text[place] for sentence, _ in found for place in sentence.readings}
    return characters | {text for text, several in readings.items() if len(several) > 1}


def _starts(words: Words) -> Iterator[tuple[str, int]]:
    start = 0
    for text, _, _ in words:
        yield text, start
        start += len(text)


def _label(sentence: Labelled, text: str, start: int) -> str | None:
    """The reading that a whole word is labelled with, its syllables apart; None unless all of it is."""
    labels = [sentence.readings.get(place) for place in range(start, start + len(text))]
    return " ".join(label for label in labels if label) if all(labels) else None


def _usual(text: str) -> str | None:
    return USUAL.get(text) if len(text) == 1 else " ".join(PREFERRED.get(text, ())) or None


def from_dictionary(dictionary: Dictionary, segmenter: Segmenter, wanted: Callable[[str], bool]) -> Examples:
    """Characters that stand alone when a longer headword is cut without knowing it (不得不, 为人民服务).

    Names of three characters and more are among them: in a text that names another Fischer, 舍 is shè.
    """
    examples: Examples = defaultdict(list)
    for word in sorted(dictionary.headwords()):
        if len(word) < LEAST or not any(map(wanted, word)) or not all(map(is_han, word)):
            continue
        entry = dictionary.entries(word)[0]
        named = entry.syllables[0][:1].isupper()
        if entry.simplified != word or len(entry.syllables) != len(word) or (named and len(word) == LEAST):
            continue
        for character, example in _of_entry(word, by_character(entry), dictionary, segmenter):
            if wanted(character) and example.reading:
                examples[character].append(example)
    return examples


def _of_entry(
    word: str, readings: Sequence[str], dictionary: Dictionary, segmenter: Segmenter
) -> Iterator[tuple[str, Example]]:
    parts = _parts(word, dictionary, segmenter)
    seen = [(part, segmenter.flag(part)) for part in parts]
    start = 0
    for place, part in enumerate(parts):
        if len(part) == 1:
            yield part, Example(tuple(features(seen, place)), readings[start])
        start += len(part)


def _parts(word: str, dictionary: Dictionary, segmenter: Segmenter) -> Sequence[str]:
    """The words of a headword; the characters of a word of two, which the two may be across a cut too."""
    if len(word) == 2:
        return tuple(word)
    return fewest_words(word, dictionary.has, lambda part: -segmenter.weight(part))
