"""Chinese in the rows of lists."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.chinese.token import Span
from reader.tui.wrapped import wrapped

STEM = "空里应该填哪个词？意思是“street; subdistrict; residential district”。泊里镇有17项非遗，比别的镇和____都多。"


def test_a_line_may_break_at_a_blank():
    assert wrapped(STEM, 40).plain.replace("\n", " ").replace(" ", "") == STEM.replace(" ", "")


def test_what_is_lit_is_lit_on_both_of_its_lines():
    shown = wrapped("一二三四五六七八", 8, Span(2, 6), "", "bold")
    assert shown.plain == "一二三四\n五六七八"
    assert [shown.plain[span.start : span.end] for span in shown.spans if span.style == "bold"] == [
        "三四",
        "五六",
    ]


@given(st.text("一二，。“”（） a1____\n", max_size=60), st.integers(4, 40))
def test_nothing_but_blanks_is_lost_and_no_line_is_too_long(text, width):
    lines = wrapped(text, width).plain.split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line.rstrip()) <= width + 2 for line in lines)
