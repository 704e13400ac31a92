from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.cli.wrapping import wrap

TEXT = "现在，镇里有137个亿元以上的大项目，总投资超过3000亿元。“好！”他说。"


def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one() -> None:
    for width in range(8, 60):
        for line in wrap(TEXT, width):
            assert line[0] not in "，。！”"
            assert line[-1] != "“"


def test_a_number_is_not_broken() -> None:
    assert all("3000" in line or "300" not in line for w in range(8, 40) for line in wrap(TEXT, w))


def test_english_with_chinese_in_it_fills_its_lines() -> None:
    text = "In its old estates, 治理, “to govern”, is now also written 智理, with the 智 of “smart”."
    lines = list(wrap(text, 24, is_english=True))
    assert all(cell_len(line) <= 24 for line in lines)
    assert all(cell_len(f"{line} {after.split(' ')[0]}") > 24 for line, after in pairwise(lines))
    assert " ".join(lines) == text
    assert not any(line[0] in " ,”" or line[-1] in " “" for line in lines)


def test_a_word_with_accents_is_not_broken() -> None:
    assert "Gōngyuánlǐ" in list(wrap("it is called Gōngyuánlǐ today", 14))[1]


@given(st.text(alphabet="泊里镇137亿元，。“”（）a ", max_size=60), st.integers(8, 40))
def test_lines_joined_are_the_text_but_for_spaces(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="泊里镇项目，。", max_size=60), st.integers(12, 40))
def test_no_line_is_wider_than_the_screen_unless_marks_pile_up(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cell_len(line) <= width or any(len(run) * 2 + 2 > width for run in line.split("泊"))
