"""A million characters on the screen: only what is seen becomes tokens."""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from reader.chinese.cache import TextCache
from reader.chinese.packed import PackedTokens
from reader.chinese.token import AnnotatedText, Kind, Source, Token
from reader.study.coverage import census
from reader.tui.familiarity import above_level
from reader.tui.widgets.article_view import ArticleView

PAGE = 1500  # more than the characters of a screen of 120 by 40 and the blocks they begin and end in


def long_text() -> AnnotatedText:
    """Half a million words, a million characters: paragraphs of words and marks in no order."""
    source = random.Random(5)
    words = [
        (chr(0x4E00 + n) + chr(0x5000 + n), Kind.WORD, ("a1", "a1"), "ā'ā", 1 + n % 9) for n in range(2000)
    ]
    marks = [("。", Kind.PUNCTUATION, (), "", None), ("\n", Kind.SPACE, (), "", None)]
    told = [source.choice(words) if n % 40 else marks[n // 40 % 2] for n in range(1, 510_000)]
    starts = accumulate((len(one[0]) for one in told), initial=0)
    tokens = tuple(
        Token(surface, start, kind, syllables, pinyin, Source.DICTIONARY, True, level)
        for start, (surface, kind, syllables, pinyin, level) in zip(starts, told, strict=False)
    )
    return AnnotatedText("".join(token.surface for token in tokens), tokens)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> TextCache:
    made = TextCache(Path(tmp_path_factory.mktemp("cache")))
    made.store("long", long_text())
    return made


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many tokens were made, each time some were."""
    counts: list[int] = []
    make = PackedTokens._make

    def counting(self: PackedTokens, block: int) -> tuple[Token, ...]:
        found = make(self, block)
        counts.append(len(found))
        return found

    monkeypatch.setattr(PackedTokens, "_make", counting)
    return counts


def opened(cache: TextCache) -> AnnotatedText:
    text = cache.load("long")
    assert text is not None
    return text


class Viewer(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"quiet": "#888888", "figure": "#888888", "new-word": "#888888"}

    def compose(self) -> ComposeResult:
        yield ArticleView()


@pytest.mark.parametrize("mode", ["all", "unknown", "cursor", "none"])
async def test_opening_a_long_text_makes_tokens_only_for_what_is_shown(
    cache: TextCache, made: list[int], mode: str
) -> None:
    text = opened(cache)
    assert len(text.text) > 1_000_000
    app = Viewer()
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(text, known=above_level(4), mode=mode, offset=700_000)
        await pilot.pause()
        assert view.token is not None
        assert view.token.start <= 700_000 < view.token.end
        assert view.new_count > 0
        assert 0 < sum(made) < PAGE
        made.clear()
        await pilot.press("right", "down", "tab", "pagedown", "G", "g")
        await pilot.pause()
        assert view.token.start == 0
        assert sum(made) < 6 * PAGE


def test_counting_the_words_of_a_long_text_makes_no_token(cache: TextCache, made: list[int]) -> None:
    counted = census(opened(cache).tokens)
    assert sum(word.count for word in counted.words) > 450_000
    assert made == []
