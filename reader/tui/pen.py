"""Where on a line the next token goes, and which breaks it forbids."""

from __future__ import annotations

from functools import lru_cache

from reader.tui.shapes import NO_END, NO_START, Shape

#: Manners of a token: what it forbids, whether it is white space, and whether it ends a paragraph.
FORBIDS_BREAK_BEFORE, FORBIDS_BREAK_BEHIND, BLANK, NEWLINE = 1, 2, 4, 8


@lru_cache(maxsize=50_000)
def manners_of(surface: str) -> int:
    """Which breaks a surface forbids, and whether it is white space or ends a paragraph."""
    if not surface.strip():
        return BLANK | (NEWLINE if "\n" in surface else 0)
    return (surface[0] in NO_START) * FORBIDS_BREAK_BEFORE | (surface[-1] in NO_END) * FORBIDS_BREAK_BEHIND


class Pen:
    """Where on a line the next token goes.

    A token goes behind all that stands there, with a blank where its pinyin would run into its
    neighbour's. A closing mark goes right behind the last character, under the end of its pinyin.
    """

    __slots__ = ("characters", "edge", "is_empty", "pinyin")

    def __init__(self, column: int) -> None:
        self.edge = self.characters = column
        self.pinyin = -1  # where the last pinyin ends
        self.is_empty = True

    def column(self, form: Shape, manners: int) -> int:
        """Return the column for a token of that shape and these manners."""
        if manners & FORBIDS_BREAK_BEFORE and not form.pinyin:
            return self.characters
        return self.edge + (self.pinyin >= self.edge and form.meets_left)

    def put(self, form: Shape, column: int) -> None:
        """Take note of a token that now stands at ``column``."""
        self.characters = column + (form.characters[-1].end if form.characters else 0)
        if form.pinyin:
            self.pinyin = column + form.pinyin[-1].end
        self.edge = max(self.edge, column + form.width)
        self.is_empty = False

    def move(self, edge: int, characters: int, pinyin: int) -> None:
        """Take note of tokens put down by who counts for himself: up to where all, text and pinyin reach."""
        self.edge, self.characters, self.pinyin = edge, characters, pinyin
        self.is_empty = False

    def blank(self, cells: int, width: int) -> int:
        """Leave a blank and return its cells: none at the line's start, and none beyond ``width``."""
        if self.is_empty:
            return 0
        cells = max(0, min(cells, width - self.edge))
        self.edge = self.characters = self.edge + cells
        return cells
