"""The keys for the word under the cursor: its state, a peek at its pinyin, mending it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reader.chinese.token import Kind, Token
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.gloss_panel import GlossPanel

if TYPE_CHECKING:
    from reader.review.words import WordState


class WordKeys:
    """Mixed into the article screen, which learns and opens anew what these keys change."""

    def action_word_state(self: Any) -> None:
        """Turn the word under the cursor: new, learning, known, ignored."""
        token = self.query_one(ArticleView).token
        if token is None or token.kind not in (Kind.WORD, Kind.NAME):
            self.app.notify("Put the cursor on a word first.", timeout=3)
            return
        turn = partial(self._study.vocabulary.turn, token.surface, token.level)
        self.in_background(turn, partial(self._say_state, token), group="word state")

    def _say_state(self: Any, token: Token, state: WordState) -> None:
        more = {"learning": ": it comes up for review", "ignored": ": left out of every count"}
        said = f"{token.surface} is {state} now{more.get(state, '')}."
        self.app.notify(said, timeout=3, markup=False)
        self._learn_knowledge()

    def action_peek(self: Any) -> None:
        """Show the pinyin over the word under the cursor; that it was needed counts."""
        view = self.query_one(ArticleView)
        token = view.token
        if token is not None and view.peek() and token.kind is Kind.WORD:
            peek = partial(self._study.vocabulary.peek, token.surface, token.level)
            self.in_background(peek, lambda _: None, group="peek")

    def action_repair(self: Any) -> None:
        """Mend the word under the cursor."""
        from reader.tui.screens.repair import RepairScreen, mending_at

        view = self.query_one(ArticleView)
        if view.annotated is None:
            return
        mending = mending_at(view.annotated.tokens, view.cursor)
        if mending is None:
            self.app.notify("Put the cursor on a Chinese word first.", timeout=3)
        else:
            self.app.push_screen(RepairScreen(self._study, mending), self._use_repair)

    def _use_repair(self: Any, said: str | None) -> None:
        token = self.query_one(ArticleView).token
        if said and token is not None and self._version is not None:
            self.app.notify(said, timeout=5, markup=False)
            self.query_one(GlossPanel).close()
            self._study.vocabulary.recount()
            self._open(self._version, token.start)
