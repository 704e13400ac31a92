"""Text to words. The only door to jieba, whose word list and name model do the first cut.

The cut is that of ``jieba.posseg`` (https://github.com/fxsjy/jieba, MIT) over the same word list, but
worked out here: jieba's own way through the lattice takes a logarithm at every step and its model
runs anew on every stretch it has seen before. Words the dictionary lacks are then split into the
fewest dictionary words, names kept whole.
"""

from __future__ import annotations

import math
import sys
import warnings
from collections.abc import Callable, Container
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.chinese.compound import fewest_words
from reader.chinese.joining import join, keeps_whole
from reader.chinese.mending import mend
from reader.chinese.names import is_person, is_place
from reader.chinese.word import Word
from reader.chinese.word_model import WordModel
from reader.errors import TextError

# Behind this many remembered stretches the memory is emptied, so that a long text can't fill it.
_REMEMBERED = 60_000
# The model's tables grow with the stretch: hand it no more at once.
_LONGEST_STRETCH = 400


class Segmenter:
    """Cuts runs of Chinese characters into words. Loading takes half a second and 100 MB; cut() is quick.

    ``known`` tells whether a word is in the dictionary; ``compounds`` are words of it that are put together
    where jieba's list lacks them.
    """

    def __init__(self, known: Callable[[str], bool], compounds: frozenset[str] = frozenset()) -> None:
        self._known = known
        self._words, self._longest, self._model = load_tables()
        self._compounds = compounds.difference(self._words)
        self._unknown = min(weight for weight, _ in self._words.values())
        self._stretches: dict[str, tuple[tuple[str, str], ...]] = {}
        self._settled: dict[tuple[str, str], tuple[Word, ...]] = {}

    def cut(self, run: str, *, led: bool = False, called: Container[str] = ()) -> list[Word]:
        """Cut a run of Chinese characters; the words joined are the run.

        ``led`` tells that a word which a person's name stands behind is before the run (记者 孙立国);
        ``called`` are names that the text tells.
        """
        found: list[Word] = []
        settled = self._settled
        if len(settled) > _REMEMBERED:
            settled.clear()
        for pair in self.jieba_cut(run):
            words = settled.get(pair)
            if words is None:
                words = settled[pair] = self._settle(*pair)
            found += words
        mended = mend(found, self._known, self.flag, led=led, called=called)
        return join(mended, self._known, self.flag, self._compounds)

    def flag(self, word: str) -> str:
        """Return the part of speech jieba's list gives a word, ``x`` if it has none."""
        return self._words.get(word, (0.0, "x"))[1]

    def weight(self, word: str) -> float:
        """Return the logarithm of how common a word is (0 would be every word, -17 the rarest)."""
        return self._words.get(word, (self._unknown, ""))[0]

    def jieba_cut(self, run: str) -> list[tuple[str, str]]:
        """Cut as ``jieba.posseg.cut`` does: the likeliest way through its list, its model for the rest."""
        words = self._words
        found: list[tuple[str, str]] = []
        held = ""
        for word in self._likeliest(run):
            if len(word) == 1:
                held += word
                continue
            if held:
                found += self._loose(held)
                held = ""
            found.append((word, words[word][1]))
        if held:
            found += self._loose(held)
        return found

    def _likeliest(self, run: str) -> list[str]:
        """The words of the likeliest way through the word list, characters it lacks by themselves."""
        words, longest, unknown = self._words, self._longest, self._unknown
        size = len(run)
        score = [0.0] * (size + 1)
        step = [1] * (size + 1)
        for start in range(size - 1, -1, -1):
            single = words.get(run[start])
            best = (single[0] if single else unknown) + score[start + 1]
            taken = 1
            most = longest.get(run[start : start + 2])
            if most:
                for length in range(2, min(most, size - start) + 1):
                    entry = words.get(run[start : start + length])
                    if entry is not None:
                        here = entry[0] + score[start + length]
                        if here >= best:
                            best, taken = here, length
            score[start] = best
            step[start] = taken
        found = []
        place = 0
        while place < size:
            found.append(run[place : place + step[place]])
            place += step[place]
        return found

    def _loose(self, held: str) -> tuple[tuple[str, str], ...]:
        """Cut a stretch of single characters: the name model looks for words in it that no list has."""
        found = self._stretches.get(held)
        if found is None:
            if len(self._stretches) > _REMEMBERED:
                self._stretches.clear()
            found = self._stretches[held] = tuple(self._work_out(held))
        return found

    def _work_out(self, held: str) -> list[tuple[str, str]]:
        if len(held) == 1 or held in self._words:
            return [(character, self.flag(character)) for character in held]
        found: list[tuple[str, str]] = []
        start = 0
        while start < len(held):
            end = start
            while end < len(held) and end - start < _LONGEST_STRETCH and held[end] in self._model.known:
                end += 1
            # Of a character it has never seen the model tries every state after every other, for seconds.
            stretch = held[start:end] or held[start]
            if end > start:
                found += self._model.cut(stretch)
            else:
                found.append((stretch, "x"))
            start += len(stretch)
        return found

    def _settle(self, text: str, flag: str) -> tuple[Word, ...]:
        """Keep dictionary words and names; split anything else into the fewest dictionary words."""
        if len(text) == 1:
            return (Word(text, flag),)
        if self._known(text):
            return (Word(text, flag),)
        if text in self._words and keeps_whole(text, flag, self._known):
            return (Word(text, flag),)
        parts = fewest_words(text, self._known, lambda part: -self.weight(part))
        if is_place(text, flag, parts, self.flag) or is_person(text, flag, parts):
            return (Word(text, flag, is_name=True),)
        return tuple(Word(part, self.flag(part)) for part in parts)


@lru_cache(maxsize=1)
def load_tables() -> tuple[dict[str, tuple[float, str]], dict[str, int], WordModel]:
    """Return jieba's words with weight and flag, the longest by beginning, and its model.

    Its tokenizer is never initialised, so it writes (and trusts) no cache file anywhere.
    """
    posseg, list_file = _import_jieba()
    words: dict[str, tuple[float, str]] = {}
    longest: dict[str, int] = {}
    total = 0
    flags: dict[str, str] = {}
    counts: list[tuple[str, int, str]] = []
    for line in list_file.read_text(encoding="utf-8").split("\n"):
        word, _, rest = line.partition(" ")
        count, _, flag = rest.partition(" ")
        if not count:
            continue
        number = int(count)
        total += number
        counts.append((word, number, flags.setdefault(flag, flag)))
    least = math.log(total)
    for word, number, flag in counts:
        if number:
            words[word] = math.log(number) - least, flag
        size = len(word)
        if size > 1 and longest.get(word[:2], 0) < size:
            longest[word[:2]] = size
    model = WordModel(posseg.char_state_tab_P, posseg.start_P, posseg.trans_P, posseg.emit_P)
    return words, longest, model


def _import_jieba() -> tuple[Any, Path]:
    """Import jieba without its 65 ms of pkg_resources, its warnings and its talk on standard error."""
    import logging

    missing = object()
    before = sys.modules.get("pkg_resources", missing)
    if before is missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
            from jieba import posseg
    except ImportError as error:
        raise TextError(
            f"jieba, which cuts text into words, can't be loaded: {error}. Install it again."
        ) from error
    finally:
        if before is missing:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.CRITICAL)
    return posseg, Path(jieba.__file__).with_name("dict.txt")
