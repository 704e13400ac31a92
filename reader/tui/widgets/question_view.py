"""What is asked: the kind, the question, its English, and the options or the box to type in."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.quiz.item import AnswerForm, Question
from reader.quiz.naming import example, kind_name
from reader.quiz.session import Outcome
from reader.tui.rows import styled
from reader.tui.widgets.paging import PagedList
from reader.tui.widgets.sentence_view import SentenceView


class Hanging(Visual):
    """Words behind a sign; further lines begin under the words."""

    def __init__(self, sign: Content, words: Content) -> None:
        self._sign, self._words = sign, words
        self._indent = sign.cell_length

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines: the sign stands before the first one only."""
        sign = self._sign.render_strips(self._indent, 1, style, options)
        lines = self._words.render_strips(max(1, width - self._indent), height, style, options)
        blank = Strip.blank(self._indent, style.rich_style)
        return [Strip.join([sign[0] if not number else blank, line]) for number, line in enumerate(lines)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of sign and words side by side."""
        return self._indent + self._words.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines that the words need beside the sign."""
        return self._words.get_height(rules, max(1, width - self._indent))


class QuestionView(Vertical):
    """One question with the means to answer it; what is chosen or typed goes to the screen."""

    DEFAULT_CSS = "QuestionView { height: auto; }"

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._question: Question | None = None
        self._outcome: Outcome | None = None
        self._has_english = False

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Static("Making questions …", id="kind", markup=False)
        yield SentenceView(id="stem")
        yield Static("", id="stem-english", markup=False)
        yield PagedList(id="options", markup=False)
        with Horizontal(id="answer-row"):
            yield Input(id="answer")
            yield Static("", id="measure", markup=False)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Nothing can be answered yet."""
        self._options.display = False
        self.query_one("#answer-row").display = False

    @property
    def _options(self) -> OptionList:
        return self.query_one("#options", OptionList)

    def show(self, question: Question, *, wide_ambiguous: bool) -> None:
        """Ask a question, and have the keyboard where it is answered."""
        self._question, self._outcome, self._has_english = question, None, False
        self.query_one("#kind", Static).update(styled((kind_name(question.kind), "$quiet")))
        self.query_one("#stem", SentenceView).show(question.stem, wide_ambiguous=wide_ambiguous)
        english = self.query_one("#stem-english", Static)
        english.update(styled(question.stem_en or "There is no English for this question."))
        english.remove_class("-open")
        self.query_one("#said").remove_class("-open")
        is_choice = question.form is AnswerForm.CHOICE
        self._options.display = is_choice
        self.query_one("#answer-row").display = not is_choice
        if is_choice:
            self._ask_to_choose()
        else:
            self._ask_to_type(question)

    def _ask_to_choose(self) -> None:
        self._options.disabled = False
        self._fill_options()
        self._options.highlighted = 0
        self._options.focus()

    def _ask_to_type(self, question: Question) -> None:
        box = self.query_one("#answer", Input)
        box.value = ""
        box.placeholder = example(question.form)
        box.disabled = False
        self.query_one("#measure", Static).update(styled(question.measure))
        box.focus()

    def _fill_options(self) -> None:
        assert self._question is not None
        chosen = self._outcome.answer.text if self._outcome else None
        self._options.clear_options()
        for number, option in enumerate(self._question.options, 1):
            sign, look = f" {number} ", "$accent"
            if self._outcome is not None:
                is_key = option.mistake is None
                sign, look = (" ✓ ", "bold $success") if is_key else ("   ", "$quiet")
                if option.text == chosen and not is_key:
                    sign, look = " ✗ ", "bold $error"
            # An option that is English already says it once.
            is_told = self._has_english and option.english != option.text
            english = f"  {option.english}" if option.english and is_told else ""
            words = styled(option.text, (english, "$quiet"))
            self._options.add_option(Option(Hanging(styled((sign, look), " "), words)))

    def say(self, sentence: str) -> None:
        """Say why the answer can't be taken."""
        said = self.query_one("#said", Static)
        said.update(styled((sentence, "$warning")))
        said.add_class("-open")

    def show_english(self) -> None:
        """Show the question, and its options, in English."""
        self._has_english = True
        self.query_one("#stem-english").add_class("-open")
        if self._question is not None and self._question.form is AnswerForm.CHOICE:
            at = self._options.highlighted
            self._fill_options()
            self._options.highlighted = at

    def close(self, outcome: Outcome) -> None:
        """Show which answer was right, and take no other."""
        self._outcome, self._has_english = outcome, True
        self.query_one("#said").remove_class("-open")
        self.query_one("#stem-english").set_class(bool(outcome.question.stem_en), "-open")
        if outcome.question.form is AnswerForm.CHOICE:
            self._fill_options()
            self._options.disabled = True
        else:
            self.query_one("#answer", Input).disabled = True
