from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.cli.wrapping import wrap_chinese

TEXT = "现在，镇里有137个亿元以上的大项目，总投资超过3000亿元。“好！”他说。"


def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one() -> None:
    for width in range(8, 60):
        for line in wrap_chinese(TEXT, width):
            assert line[0] not in "，。！”"
            assert line[-1] != "“"


def test_a_number_is_not_broken() -> None:
    assert all("3000" in line or "300" not in line for w in range(8, 40) for line in wrap_chinese(TEXT, w))


@given(st.text(alphabet="泊里镇137亿元，。“”（）a ", max_size=60), st.integers(8, 40))
def test_lines_joined_are_the_text_but_for_spaces(text: str, width: int) -> None:
    lines = list(wrap_chinese(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="泊里镇项目，。", max_size=60), st.integers(12, 40))
def test_no_line_is_wider_than_the_screen_unless_marks_pile_up(text: str, width: int) -> None:
    for line in wrap_chinese(text, width):
        assert cell_len(line) <= width or any(len(run) * 2 + 2 > width for run in line.split("泊"))
