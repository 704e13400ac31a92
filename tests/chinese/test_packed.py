"""Tokens without an object for each: what is asked of them is what the tokens themselves would say."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.annotate import Resources, annotate
from reader.chinese.packed import PackedTokens, Packer, Spans, edges_of, packed
from reader.chinese.packing import pack, unpack
from reader.chinese.token import AnnotatedText, Kind, Source, Span, Token

FIGURES = "超过三百人，近三百人，三百人。\n超过三百人，增长5.5%，三百人。"
SURFACES = st.sampled_from(["中国", "人", "。", "\n", "玻璃", "\U00020000", "abc", " "])


@st.composite
def token_runs(draw: st.DrawFn) -> tuple[Token, ...]:
    """Tokens one behind the other, the same surface now with one reading and now with another."""
    surfaces = draw(st.lists(SURFACES, max_size=300))
    starts = accumulate(map(len, surfaces), initial=0)
    sure = draw(st.lists(st.booleans(), min_size=len(surfaces), max_size=len(surfaces)))
    return tuple(
        Token(surface, start, Kind.WORD, ("a1", "") if is_sure else (), "ā", Source.RULE, is_sure)
        for surface, start, is_sure in zip(surfaces, starts, sure, strict=False)
    )


@settings(deadline=None)
@given(token_runs(), st.data())
def test_packed_tokens_are_a_sequence_like_the_tokens(tokens: tuple[Token, ...], data: st.DataObject) -> None:
    made = packed(tokens)
    assert made == tokens
    assert tokens == made
    assert tuple(made) == tokens
    assert len(made) == len(tokens)
    edge = st.one_of(st.none(), st.integers(-len(tokens) - 3, len(tokens) + 3))
    cut = slice(data.draw(edge), data.draw(edge), data.draw(st.sampled_from([None, 1, 2, -1])))
    assert made[cut] == tokens[cut]
    for index in range(-len(tokens), len(tokens)):
        assert made[index] == tokens[index]
    for outside in (len(tokens), -len(tokens) - 1):
        with pytest.raises(IndexError):
            made[outside]


@settings(deadline=None)
@given(token_runs())
def test_starts_and_the_token_at_an_offset_are_known_without_tokens(tokens: tuple[Token, ...]) -> None:
    made = packed(tokens)
    starts = [token.start for token in tokens]
    end = tokens[-1].end if tokens else 0
    assert [made.start_of(index) for index in range(len(tokens) + 1)] == [*starts, end]
    for offset in range(end):
        assert made.index_at(offset) == bisect_right(starts, offset) - 1
    assert made.index_at(end + 5) == max(0, len(tokens) - 1)
    for start in range(-1, min(end, 40)):
        for behind in (start, start + 3, end, end + 2):
            inside = tuple(token for token in tokens if start <= token.start < behind)
            assert made.between(start, behind) == inside


@settings(deadline=None)
@given(token_runs(), st.integers(0, 9))
def test_tokens_of_a_stretch_keep_their_places(tokens: tuple[Token, ...], start: int) -> None:
    moved = tuple(token._replace(start=token.start + start) for token in tokens)
    made = packed(moved)
    assert made == moved
    assert [made.start_of(index) for index in range(len(moved))] == [token.start for token in moved]
    assert all(made.index_at(token.start) == index for index, token in enumerate(moved))


@settings(deadline=None)
@given(token_runs())
def test_words_are_counted_in_the_order_of_the_text(tokens: tuple[Token, ...]) -> None:
    bare = [token._replace(start=0) for token in tokens]
    assert list(packed(tokens).counted()) == [(word, bare.count(word)) for word in dict.fromkeys(bare)]


@settings(deadline=None)
@given(token_runs(), token_runs())
def test_packed_stretches_are_joined_as_their_tokens_are(
    first: tuple[Token, ...], second: tuple[Token, ...]
) -> None:
    plain, joined = Packer(), Packer()
    behind = first[-1].end if first else 0
    for stretch, at in ((first, 0), (second, behind)):
        plain.add([token._replace(start=token.start + at) for token in stretch])
        joined.add(packed(stretch))
    assert joined.packed() == plain.packed()
    assert list(joined.packed().words) == list(plain.packed().words)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.data())
def test_spans_are_a_sequence_of_spans(edges: list[tuple[int, int]], data: st.DataObject) -> None:
    plain = tuple(Span(*edge) for edge in edges)
    made = Spans(edges_of(plain))
    assert made == plain
    assert plain == made
    assert hash(made) == hash(plain)
    cut = slice(data.draw(st.integers(-9, 9)), data.draw(st.integers(-9, 9)))
    assert made[cut] == plain[cut]
    assert [made[index] for index in range(-len(plain), len(plain))] == [*plain, *plain]
    with pytest.raises(IndexError):
        made[len(plain)]


SYLLABLES = st.lists(st.sampled_from(["", "bo2", "lü4", "r5"]), max_size=3).map(tuple)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            SURFACES,
            SYLLABLES,
            st.sampled_from(Kind),
            st.sampled_from(Source),
            st.none() | st.text(max_size=3),
        ),
        max_size=150,
    )
)
def test_any_tokens_survive_packing(
    told: list[tuple[str, tuple[str, ...], Kind, Source, str | None]],
) -> None:
    starts = list(accumulate((len(surface) for surface, *_ in told), initial=0))
    tokens = tuple(
        Token(surface, start, kind, syllables, "p", source, level=start % 3 or None, gloss=gloss)
        for start, (surface, syllables, kind, source, gloss) in zip(starts, told, strict=False)
    )
    spans = tuple(Span(start, start + 1) for start in starts[:-1])
    annotated = AnnotatedText("".join(token.surface for token in tokens), tokens, spans, spans[::2])
    again = unpack(pack(annotated))
    assert again == annotated
    assert unpack(pack(again)) == annotated


def test_figures_stand_where_their_tokens_do(resources: Resources) -> None:
    annotated = annotate(FIGURES, resources=resources)
    again = unpack(pack(annotated))
    assert again == annotated
    shifted = Packer()
    shifted.add([Token("前" * 7, 0, Kind.WORD)])
    shifted.add(again.tokens)
    figures = [
        (t.quantity, m.quantity)
        for t, m in zip(annotated.tokens, shifted.packed()[1:], strict=True)
        if t.quantity
    ]
    assert len(figures) >= 5
    for here, there in figures:
        assert there is not None
        assert (there.start, there.end) == (here.start + 7, here.end + 7)
        assert there.span_start == (here.span_start + 7 if here.span_start >= 0 else -1)
        assert there.span_end == (here.span_end + 7 if here.span_end >= 0 else -1)


def test_the_same_figure_is_kept_once(resources: Resources) -> None:
    annotated = annotate("一共三百人。" * 40, resources=resources)
    assert len(unpack(pack(annotated)).tokens.figures) == 1


def test_a_token_asked_for_makes_only_its_neighbours(
    resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = unpack(pack(annotate("今天下午他们有三百人。\n" * 2000, resources=resources)))
    made = count_made(monkeypatch)
    assert text.tokens[9000].surface
    assert text.tokens.start_of(9000) == text.tokens[9000].start
    assert 0 < sum(made) < 100


def count_made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the number of tokens whenever some are made."""
    made: list[int] = []
    make = PackedTokens._make

    def counting(self: PackedTokens, block: int) -> tuple[Token, ...]:
        found = make(self, block)
        made.append(len(found))
        return found

    monkeypatch.setattr(PackedTokens, "_make", counting)
    return made
