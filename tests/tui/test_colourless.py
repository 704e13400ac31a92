"""What NO_COLOR makes of looks that were told apart by colour."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reader.tui.colourless import colourless, is_wanted

QUIET, INK = "#98928a", "#e4ded2"


def plain(text: str, look: str) -> Segment:
    (found,) = colourless(QUIET, INK).apply([Segment(text, Style.parse(look))], Color(0, 0, 0))
    assert found.style is not None
    assert found.style.color is not None
    assert found.style.color.is_default
    assert found.style.bgcolor is not None
    assert found.style.bgcolor.is_default
    return found


@pytest.mark.parametrize("look", ["bold", "italic underline", "reverse", "dim"])
def test_what_is_no_colour_stays(look):
    style = plain("字", f"{look} #ff0000 on #00ff00").style
    assert style is not None
    assert all(getattr(style, word) for word in look.split())


def test_quiet_text_is_dim():
    assert plain("字", f"{QUIET} on #17191c").style.dim
    assert not plain("字", f"{INK} on #17191c").style.dim


def test_a_ground_in_the_colour_of_text_is_reverse():
    assert plain("字", f"#17191c on {INK}").style.reverse
    assert not plain("字", f"{INK} on #17191c").style.reverse


def test_text_in_the_colour_of_its_ground_goes_but_keeps_its_room():
    assert plain("线─", "#17191c on #17191c").text == "   "


def test_what_a_click_does_is_kept():
    style = Style.parse("#ff0000") + Style.from_meta({"token": 3})
    (found,) = colourless(QUIET, INK).apply([Segment("字", style)], Color(0, 0, 0))
    assert found.style is not None
    assert found.style.meta == {"token": 3}


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"NO_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "truecolor"}, True),
        ({"NO_COLOR": "", "TERM": "xterm-256color"}, False),
        ({"TERM": "vt100"}, True), ({"TERM": "vt220"}, True), ({"TERM": "xterm-mono"}, True), ({"TERM": "ansi-m"}, True),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm"}, False), ({"TERM": "linux"}, False), ({"TERM": "tmux-256color"}, False), ({}, False),
    ],
)  # fmt: skip
def test_no_colour_is_asked_for_by_its_name_or_by_the_terminals(environ, wanted):
    assert is_wanted(environ) is wanted
