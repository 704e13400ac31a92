"""What is shown after an answer: the verdict, and the sentence that proves it with pinyin and English."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.chinese.token import AnnotatedText, Span, Token
from reader.quiz.item import Question
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.widgets.sentence_view import SentenceView


class ProofView(SentenceView, can_focus=True):
    """The sentence that proves the answer, its words lit; Enter on it opens the article there."""

    HELP = "**Enter** opens the article at these words; **Tab** or **↑** goes back to the question."
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "open", "In the text", "Open the article at these words", "proof.open"),
    ]

    class Opened(Message):
        """The learner wants to see the words in the article."""

    def action_open(self) -> None:
        """Ask for the article."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """A click is as good as Enter."""
        self.post_message(self.Opened())


class AnswerView(Vertical):
    """The verdict and the proof of one answer. ``has_english`` and ``has_pinyin`` say what is open."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.has_english = False
        self.has_pinyin = False
        self._question: Question | None = None
        self._tokens: tuple[Token, ...] = ()
        self._wide = self._numbers = False

    def compose(self) -> ComposeResult:
        """Lay out the parts; the proof last but for its English."""
        yield Static("", id="verdict", markup=False)
        yield ProofView(id="proof")
        yield Static("", id="translation", markup=False)
        yield Static("", id="why", markup=False)

    def show(self, question: Question, verdict: Content, *, wide_ambiguous: bool, numbers: bool) -> None:
        """Show what was answered right or wrong, and the sentence that settles it."""
        self._question, self._tokens = question, ()
        self._wide, self._numbers = wide_ambiguous, numbers
        self.query_one("#verdict", Static).update(verdict)
        self._show_if("#why", styled((question.why, "$quiet")))
        self._show_proof()
        self.set_english(self.has_english)
        self.add_class("-open")

    def set_verdict(self, verdict: Content) -> None:
        """Show another verdict: the learner overrode it."""
        self.query_one("#verdict", Static).update(verdict)

    def set_english(self, shown: bool) -> None:
        """Show the sentence's English, or hide it."""
        self.has_english = shown
        said = ""
        if shown and self._question is not None:
            said = self._question.proof.translation or "There is no English for this sentence."
        self._show_if("#translation", styled(said))

    def set_pinyin(self, tokens: tuple[Token, ...]) -> None:
        """Show the sentence with pinyin over its words, given those words; without them as it is."""
        self._tokens = tokens
        self.has_pinyin = bool(tokens)
        self._show_proof()

    def _show_proof(self) -> None:
        if self._question is None:
            return
        proof = self._question.proof
        start = proof.start - proof.sentence_start
        said = proof.shown or proof.sentence
        annotated = AnnotatedText(said, self._tokens) if self._tokens else None
        self.query_one("#proof", ProofView).show(
            said, Span(start, start + len(proof.text)), wide_ambiguous=self._wide,
            annotated=annotated, numbers=self._numbers,
        )  # fmt: skip

    def _show_if(self, name: str, content: Content) -> None:
        widget = self.query_one(name, Static)
        widget.update(content)
        widget.display = bool(content.plain.strip())
