"""No colour, where NO_COLOR asks for it: bold, dim, reverse, underline and italic tell things apart."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.filter import LineFilter

#: Beside the look of all screens; it marks what that one tells by colour.
CSS_PATH = "colourless.tcss"
_OWN = Color.default()
_TERMINALS_OWN = Style(color=_OWN, bgcolor=_OWN)


#: Names of terminals that have no colours: the VT series, and what ends in -m or -mono.
_HAS_NONE = re.compile(r"vt\d+.*|.*-m(ono)?")


def is_wanted(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the environment asks for no colour, or names a terminal that has none.

    An empty NO_COLOR asks for nothing.
    """
    if environ.get("NO_COLOR"):
        return True
    return not environ.get("COLORTERM") and _HAS_NONE.fullmatch(environ.get("TERM", "")) is not None


@lru_cache(4)
def colourless(quiet: str, ink: str) -> Colourless:
    """Return the one filter for these colours: Textual asks for it with each widget that it draws."""
    return Colourless(quiet, ink)


class Colourless(LineFilter):
    """Gives every cell the terminal's own two colours.

    Text in the ``quiet`` colour becomes dim, text on a ground in ``ink``, the colour of text, reverse;
    text in the colour of its ground goes, as it was not to be seen. Both are colours as CSS writes them.
    """

    def __init__(self, quiet: str, ink: str) -> None:
        super().__init__()
        self._quiet, self._ink = Ground.parse(quiet).rich_color, Ground.parse(ink).rich_color

    def apply(self, segments: list[Segment], background: Ground) -> list[Segment]:  # noqa: ARG002
        """Return the segments without colour; what clicks on them do is kept."""
        return [self._plain(segment) for segment in segments]

    def _plain(self, segment: Segment) -> Segment:
        text, style, control = segment
        if style is None:
            return segment
        if style.color == style.bgcolor != self._ink and style.color is not None:
            text = " " * segment.cell_length
        return Segment(text, _without_colour(style, self._quiet, self._ink), control)


@lru_cache(4096)
def _without_colour(style: Style, quiet: Color, ink: Color) -> Style:
    found = style + _TERMINALS_OWN
    if style.bgcolor == ink:
        return found + Style(reverse=not style.reverse)
    return found + Style(dim=True) if style.color == quiet and not style.reverse else found
