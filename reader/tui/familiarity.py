"""How well the reader knows the words of a text: which are new, and how faint their pinyin may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.chinese.packed import packed
from reader.chinese.token import Kind, Token

PLAIN, FAINT, GONE = 0, 1, 2


def _plain(_: Token) -> int:
    return PLAIN


@dataclass(frozen=True, slots=True)
class Familiarity:
    """``is_new`` tells which tokens are words the reader does not know yet.

    ``fade`` is how faint the pinyin over such a word is: plain, faint, or gone for one that is
    remembered well. It counts only where pinyin is for new words alone.
    """

    is_new: Callable[[Token], bool]
    fade: Callable[[Token], int] = _plain


def above_level(level: int) -> Familiarity:
    """Return what a reader of an HSK level is taken to know of whom nothing else is known."""

    def is_new(token: Token) -> bool:
        return token.kind in (Kind.WORD, Kind.NAME) and (token.level is None or token.level > min(level, 7))

    return Familiarity(is_new)


def _is_in_digits(token: Token) -> bool:
    return token.kind is Kind.FIGURE and any(map(str.isdecimal, token.surface))


class NewWords:
    """Which tokens of a text are words that the reader does not know, asked by their index.

    ``count`` is how many different words they are.
    """

    def __init__(self, tokens: Sequence[Token], known: Familiarity) -> None:
        text = packed(tokens)
        self._numbers = text.numbers
        # How faint each word's pinyin is, None for a word that is known.
        self._fades = [known.fade(word) if known.is_new(word) else None for word in text.words]
        self._in_digits = [_is_in_digits(word) for word in text.words]
        new = zip(text.words.surfaces, self._fades, strict=True)
        self.count = len({surface for surface, fade in new if fade is not None})

    def is_new(self, index: int) -> bool:
        """Tell whether a token is a word that the reader does not know."""
        return self._fades[self._numbers[index]] is not None

    def is_faint(self, index: int) -> bool:
        """Tell whether a new word's pinyin is faint, where pinyin is for new words alone."""
        return self._fades[self._numbers[index]] == FAINT

    def wants_pinyin(self, index: int) -> bool:
        """Tell whether pinyin that is for new words stands over this one: not if it is remembered well.

        Digits show how nothing is read, so over a figure in digits it always stands.
        """
        if self._in_digits[self._numbers[index]]:
            return True
        fade = self._fades[self._numbers[index]]
        return fade is not None and fade < GONE
