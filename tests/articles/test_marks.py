import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Mark
from reader.articles.marks import MarkError, read_marks, write_marks


def test_a_mark_holds_the_words_between_its_brackets() -> None:
    assert read_marks("共有[137个](big-projects)项目。") == ("共有137个项目。", (Mark("big-projects", 2, 6),))


def test_marks_may_stand_inside_one_another_outer_first() -> None:
    text, marks = read_marks("[省厅在[泊里镇](place)开会](meeting)。")
    assert text == "省厅在泊里镇开会。"
    assert marks == (Mark("meeting", 0, 8), Mark("place", 3, 6))


def test_two_facts_may_share_one_mark() -> None:
    assert {mark.fact for mark in read_marks("[都说](one, two)了。")[1]} == {"one", "two"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("共有137个](big)项目", "no “\\[”"),
        ("共有[137个项目", "close the mark"),
        ("共有[137个]项目", "name the fact"),
        ("共有[](big)项目", "holds no words"),
        ("共有[137个](Big Projects)项目", "no fact id"),
    ],
)
def test_a_broken_mark_says_how_to_mend_it(line: str, why: str) -> None:
    with pytest.raises(MarkError, match=why):
        read_marks(line)


@given(
    text=st.text(alphabet="我们有一百三十七个项目。", min_size=1, max_size=12),
    data=st.data(),
)
def test_written_marks_are_read_back(text: str, data: st.DataObject) -> None:
    marks: list[Mark] = []
    start, end = 0, len(text)
    for number in range(data.draw(st.integers(0, 3))):
        if start >= end:
            break
        start = data.draw(st.integers(start, end - 1))
        end = data.draw(st.integers(start + 1, end))
        marks.append(Mark(f"fact-{number}", start, end))
    line = write_marks(text, tuple(marks))
    plain, read = read_marks(line)
    assert plain == text
    assert set(read) == set(marks)
