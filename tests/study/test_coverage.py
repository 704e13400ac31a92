"""Shares of words known, and plans whose promise is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.chinese.token import Kind, Token
from reader.review.words import WordState
from reader.study.coverage import Census, WordCount, census, coverage, percent, plan

texts = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from([None, *range(1, 8)]), st.sampled_from(WordState)),
    min_size=1,
    max_size=30,
)


def text_of(words):
    counts = tuple(WordCount(f"词{n}", count, level) for n, (count, level, _) in enumerate(words))
    states = {f"词{n}": state for n, (_, _, state) in enumerate(words)}
    return Census(counts, 0, 0), states


def by(states):
    return lambda word, _: states.get(word, WordState.NEW)


def test_names_and_figures_are_counted_apart():
    tokens = [
        Token("泊里镇", 0, Kind.NAME),
        Token("有", 3, Kind.WORD, level=1),
        Token("137", 4, Kind.FIGURE),
        Token("个", 7, Kind.WORD, level=1),
        Token("，", 8, Kind.PUNCTUATION),
        Token("有", 9, Kind.WORD, level=1),
    ]
    found = census(tokens)
    assert found.words == (WordCount("有", 2, 1), WordCount("个", 1, 1))
    assert (found.names, found.figures) == (1, 1)


def test_the_share_is_of_running_words_and_ignored_ones_are_left_out():
    text = Census((WordCount("有", 6, 1), WordCount("集群", 2, 7), WordCount("喂", 9, 1)), 3, 2)
    found = coverage(text, by({"有": WordState.KNOWN, "喂": WordState.IGNORED}))
    assert (found.running, found.known) == (8, 6)
    assert found.share == 0.75


def test_a_text_without_words_is_known():
    assert coverage(Census((), 1, 1), by({})).share == 1.0
    assert plan(Census((), 1, 1), by({})).words == ()


def test_the_commonest_words_come_first_and_of_equally_common_ones_the_easier():
    text = Census((WordCount("难", 2, 7), WordCount("易", 2, 4), WordCount("常", 5, 6)), 0, 0)
    assert [word.word for word in plan(text, by({}), 1.0).words] == ["常", "易", "难"]


def test_a_word_with_and_without_er_is_learnt_once_and_the_promise_counts_both():
    text = Census(
        (WordCount("有", 90, 1), WordCount("一会儿", 3, 2), WordCount("一会", 4, 2), WordCount("泊", 3, 7)),
        0,
        0,
    )
    made = plan(text, by({"有": WordState.KNOWN}), 0.95)
    assert [word.word for word in made.words] == ["一会"]
    assert made.after == 0.97


@given(texts, st.floats(0.05, 1.0))
def test_learning_the_words_of_a_plan_gives_just_what_it_promised(words, target):
    text, states = text_of(words)
    made = plan(text, by(states), target)
    learnt = states | {word.word: WordState.KNOWN for word in made.words}
    assert abs(coverage(text, by(learnt)).share - made.after) < 0.0005
    assert made.after >= target or len(made.words) == sum(
        state in (WordState.NEW, WordState.LEARNING) for state in states.values()
    )


@given(texts, st.floats(0.05, 1.0))
def test_no_fewer_words_would_do(words, target):
    text, states = text_of(words)
    made = plan(text, by(states), target)
    if made.words:
        fewer = states | {word.word: WordState.KNOWN for word in made.words[:-1]}
        assert coverage(text, by(fewer)).share < target
        commonest = sorted((w.count for w in text.words if states[w.word] in _UNKNOWN), reverse=True)
        assert [word.count for word in made.words] == commonest[: len(made.words)]


_UNKNOWN = (WordState.NEW, WordState.LEARNING)


def test_the_promise_is_said_in_tenths_and_never_too_high():
    text = Census((WordCount("有", 90, 1), WordCount("集群", 6, 7), WordCount("泊", 3, 7)), 0, 0)
    said = plan(text, by({"有": WordState.KNOWN}), 0.95).promise
    assert said == "Learn this word: 90.9% to 96.9%"
    assert percent(0.9599) == "95.9%"
    assert percent(1.0) == "100.0%"
