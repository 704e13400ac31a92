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
from reader.chinese.segment import Segmenter
from reader.chinese.tokenize import pieces
from reader.text import is_han

Examples = dict[str, list[Example]]
Words = list[tuple[str, str, bool]]

LABELLED_TIMES = 4
"""How often a sentence counts for each time that a dictionary entry does."""


LEAST = 2


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
    """The characters that are words by themselves; one without its label is read as usual."""
    examples: Examples = defaultdict(list)
    labelled = {sentence.text[place] for sentence in sentences for place in sentence.readings}
    for sentence in sentences:
        words = cut(sentence.text, segmenter)
        seen = [(text, flag) for text, flag, _ in words]
        start = 0
        for place, (text, _) in enumerate(seen):
            reading = sentence.readings.get(start) or USUAL.get(text) if text in labelled else None
            if reading:
                examples[text].append(Example(tuple(features(seen, place)), reading, LABELLED_TIMES))
            start += len(text)
    return examples


def from_dictionary(dictionary: Dictionary, segmenter: Segmenter, wanted: Callable[[str], bool]) -> Examples:
    """Characters that stand alone when a longer headword is cut without knowing it (不得不, 为人民服务)."""
    examples: Examples = defaultdict(list)
    for word in sorted(dictionary.headwords()):
        if len(word) < LEAST or not any(map(wanted, word)) or not all(map(is_han, word)):
            continue
        entry = dictionary.entries(word)[0]
        if entry.simplified != word or entry.syllables[0][:1].isupper() or len(entry.syllables) != len(word):
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
