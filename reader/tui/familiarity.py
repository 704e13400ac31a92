"""How well the reader knows the words of a text: which are new, and how faint their pinyin may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


class NewWords:
    """The words of one text that the reader does not know: ``indexes`` of tokens, ``faint`` ones of these.

    ``count`` is how many different words they are.
    """

    def __init__(self, tokens: Sequence[Token], known: Familiarity) -> None:
        self.is_new = known.is_new
        self._fade = known.fade
        self.indexes = frozenset(i for i, token in enumerate(tokens) if known.is_new(token))
        self.faint = frozenset(i for i in self.indexes if known.fade(tokens[i]) == FAINT)
        self.count = len({tokens[index].surface for index in self.indexes})

    def wants_pinyin(self, token: Token) -> bool:
        """Whether pinyin that is for new words stands over this one: not if it is remembered well."""
        return self.is_new(token) and self._fade(token) < GONE
