from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.chinese.pinyin.spelling import pieces, reading
from reader.chinese.token import Kind, Token
from reader.tui.line_layout import Layout, LayoutOptions, Line, _Breaker
from reader.tui.shapes import NO_END, NO_START
from tests.tui.texts import annotated, figure, from_words, name, word

ALL = lambda index: True  # noqa: E731


def laid_out(*parts: Token | str, width: int = 40, shown=ALL, **more) -> list[Line]:
    layout = Layout(annotated(*parts), LayoutOptions(width, shown is not None, shown, **more))
    return [layout.line(number) for number in range(len(layout))]


def drawn(line: Line, row: str) -> str:
    """One row of a line as it would look, a wide character taking two places."""
    cells: dict[int, str] = {}
    for placed in line.placed:
        for piece in getattr(placed.shape, row):
            cells[placed.column + piece.column] = piece.text
    text = ""
    for column in sorted(cells):
        text += " " * (column - cell_len(text)) + cells[column]
    return text


XUEXIAO = word("学校", "xue2 xiao4", "xuéxiào")
ZAI = word("在", "zai4", "zài")


class TestPinyinPieces:
    def test_apostrophe_goes_with_the_syllable_behind_it(self):
        assert pieces(name("西安", "xi1 an1", "Xī'ān")) == ("Xī", "'ān")

    def test_a_name_keeps_capitals_and_its_inner_space(self):
        assert pieces(name("泊里镇", "bo2 li3 zhen4", "Bólǐ Zhèn")) == ("Bó", "lǐ ", "Zhèn")

    def test_erhua_is_a_piece_of_its_own(self):
        assert pieces(word("花儿", "hua1 r5", "huār")) == ("huā", "r")

    def test_numbers_keep_capitals(self):
        assert reading(name("泊里镇", "bo2 li3 zhen4", "Bólǐ Zhèn"), numbers=True) == "Bo2li3 Zhen4"

    def test_spoken_tone_of_the_token_wins_over_its_syllables(self):
        assert pieces(word("一个", "yi1 ge4", "yígè")) == ("yí", "gè")

    def test_pinyin_that_does_not_fit_falls_back_to_the_syllables(self):
        assert pieces(word("学校", "xue2 xiao4", "quite else")) == ("xué", "xiào")

    def test_a_character_without_reading_has_an_empty_piece(self):
        assert pieces(word("T恤", " xu4".replace(" xu4", "xu4"), "xù"))[-1] == "xù"


class TestPlacing:
    def test_syllables_of_a_word_abut(self):
        line = laid_out(XUEXIAO, indent=0)[0]
        assert drawn(line, "pinyin") == "xuéxiào"
        assert drawn(line, "characters") == "学 校"

    def test_neighbours_do_not_run_together(self):
        line = laid_out(XUEXIAO, ZAI, indent=0)[0]
        assert drawn(line, "pinyin") == "xuéxiào zài"

    def test_a_closing_mark_stands_close_under_the_pinyin(self):
        line = laid_out(XUEXIAO, "，", ZAI, "。", indent=0)[0]
        assert drawn(line, "characters") == "学 校， 在。"
        assert drawn(line, "pinyin") == "xuéxiào zài"

    def test_no_gap_where_pinyin_is_not_shown(self):
        line = laid_out(XUEXIAO, ZAI, shown=lambda index: index == 0, indent=0)[0]
        assert drawn(line, "characters") == "学 校  在"
        assert drawn(line, "pinyin") == "xuéxiào"

    def test_a_figure_is_centred_under_its_reading(self):
        line = laid_out(figure("137", "yìbǎi sānshíqī"), indent=0)[0]
        assert drawn(line, "pinyin") == "yìbǎi sānshíqī"
        assert drawn(line, "characters").strip() == "137"
        assert drawn(line, "characters").index("1") == 5

    def test_a_reading_wider_than_the_line_is_left_out(self):
        line = laid_out(figure("137", "yìbǎi sānshíqī"), width=10, indent=0)[0]
        assert drawn(line, "pinyin") == ""
        assert drawn(line, "characters") == "137"

    def test_ambiguous_characters_can_count_two_cells(self):
        narrow = laid_out("“", XUEXIAO, "”", shown=None, indent=0)[0]
        wide = laid_out("“", XUEXIAO, "”", shown=None, indent=0, wide_ambiguous=True)[0]
        assert (narrow.width, wide.width) == (6, 8)

    def test_controls_are_not_drawn(self):
        line = laid_out(word("学\x1b[31m校", "xue2", "xué"), shown=None)[0]
        assert "\x1b" not in drawn(line, "characters")

    def test_rows_count_pinyin_and_the_blank_between_paragraphs(self):
        layout = Layout(annotated(XUEXIAO, "。", "\n", ZAI, "。"), LayoutOptions(40, True, ALL))
        assert len(layout) == 2
        assert layout.rows == 5
        assert [layout.line_at(row) for row in range(6)] == [(0, 0), (0, 1), None, (1, 0), (1, 1), None]

    def test_paragraphs_are_indented_by_two_characters(self):
        first, second = laid_out(XUEXIAO, "\n", ZAI)
        assert first.placed[0].column == second.placed[0].column == 4


class TestBreaking:
    def test_words_are_kept_together(self):
        lines = laid_out(*[XUEXIAO] * 3, width=10, shown=None, indent=0)
        assert [line.text for line in lines] == ["学校学校", "学校"]

    def test_a_closing_mark_takes_its_word_along(self):
        lines = laid_out(ZAI, XUEXIAO, XUEXIAO, "。", width=10, shown=None, indent=0)
        assert [line.text for line in lines] == ["在学校", "学校。"]

    def test_an_opening_mark_goes_on_with_its_word(self):
        lines = laid_out(XUEXIAO, ZAI, "《", XUEXIAO, "》", width=10, shown=None, indent=0)
        assert [line.text for line in lines] == ["学校在", "《学校》"]

    def test_a_word_longer_than_the_line_is_split_by_character(self):
        lines = laid_out(word("学" * 9, "xue2", ""), width=8, shown=None, indent=0)
        assert [line.text for line in lines] == ["学" * 4, "学" * 4, "学"]

    def test_a_blank_never_begins_a_line(self):
        lines = laid_out(word("abcdef", "", ""), " ", word("ghijkl", "", ""), width=6, shown=None, indent=0)
        assert [line.text for line in lines] == ["abcdef ", "ghijkl"]
        assert all(line.width <= 6 for line in lines)

    def test_a_token_is_found_on_the_line_where_it_begins(self):
        layout = Layout(
            annotated(ZAI, word("学" * 9, "xue2", ""), ZAI), LayoutOptions(8, shown=None, indent=0)
        )
        assert [layout.line_of(index) for index in range(3)] == [0, 1, 3]

    def test_an_empty_text_has_no_lines(self):
        layout = Layout(annotated(), LayoutOptions(20))
        assert (len(layout), layout.rows, layout.line_at(0)) == (0, 0, None)


words = st.lists(
    st.one_of(
        st.text("学校在泊里镇项目", min_size=1, max_size=4),
        st.sampled_from(
            ["。", "，", "”", "“", "《", "》", "\n", " ", "137", "abc", "é", "👩‍👩‍👧", "\n\n", "学" * 30]
        ),
    ),
    max_size=60,
)


@given(words, st.integers(12, 60), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_lines_hold_the_text_and_fit_the_width(surfaces, width, with_pinyin, wide):
    text = from_words(surfaces)
    shown = ALL if with_pinyin else None
    layout = Layout(text, LayoutOptions(width, with_pinyin, shown, wide_ambiguous=wide))
    lines = [layout.line(number) for number in range(len(layout))]
    assert "".join(line.text for line in lines) == text.text
    assert all(line.width <= width for line in lines)
    for line in lines:
        ends = [piece for placed in line.placed for piece in (*placed.shape.characters, *placed.shape.pinyin)]
        assert all(piece.column >= 0 for piece in ends)


@given(words, st.integers(12, 40), st.booleans())
@settings(max_examples=100, deadline=None)
def test_pieces_of_a_row_never_overlap(surfaces, width, with_pinyin):
    layout = Layout(from_words(surfaces), LayoutOptions(width, True, ALL if with_pinyin else None))
    for number in range(len(layout)):
        for row in ("characters", "pinyin"):
            spans = [
                (placed.column + piece.column, placed.column + piece.end)
                for placed in layout.line(number).placed
                for piece in getattr(placed.shape, row)
            ]
            assert all(left[1] <= right[0] for left, right in pairwise(spans))


sentences = st.lists(
    st.tuples(st.sampled_from(["", "“", "《"]), st.text("学校在泊里", min_size=1, max_size=4)), max_size=40
)


@given(sentences, st.integers(16, 50), st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(parts, width, with_pinyin):
    closing = {"": "。", "“": "”", "《": "》"}
    surfaces = [part for opening, body in parts for part in (opening, body, closing[opening]) if part]
    layout = Layout(from_words(surfaces), LayoutOptions(width, with_pinyin, ALL if with_pinyin else None))
    for number in range(len(layout)):
        text = layout.line(number).text
        assert text[0] not in NO_START
        assert text[-1] not in NO_END


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_token_has_a_shape(kind):
    layout = Layout(annotated(Token("学校", 0, kind)), LayoutOptions(20, True, ALL))
    assert layout.line(0).width > 0


@given(words, st.integers(8, 60), st.sampled_from(["all", "some", "none"]))
@settings(max_examples=200, deadline=None)
def test_the_quick_way_breaks_lines_where_the_slow_one_does(surfaces, width, mode):
    shown = {"all": ALL, "some": lambda index: index % 3 == 0, "none": None}[mode]
    text, options = from_words(surfaces), LayoutOptions(width, True, shown)
    quick = Layout(text, options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Breaker, "_hurry", lambda self: None)
        slow = Layout(text, options)
    assert [quick.line(n) for n in range(len(quick))] == [slow.line(n) for n in range(len(slow))]
