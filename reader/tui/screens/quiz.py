"""The quiz: a question, its answer, the proof."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList, Static

from reader.articles.article import Article
from reader.errors import DubaoError
from reader.quiz.item import Answer, Question, Verdict
from reader.quiz.naming import example
from reader.quiz.plan import QuizPlan
from reader.quiz.session import Outcome, Session
from reader.study.keeping import UNKEPT
from reader.tui.answered import AnsweredScreen
from reader.tui.keys import key
from reader.tui.rows import shown_level, styled
from reader.tui.screens.base import too_small
from reader.tui.widgets.answer_view import AnswerView
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.question_view import QuestionView

if TYPE_CHECKING:
    from reader.study import Study


class QuizBody(VerticalScroll, can_focus=True):
    """The scrolling middle of the screen; has the focus once the answer is given."""

    HELP = """
After an answer you see whether it is right, the key, and the sentence of the article that proves it.
**Enter** goes on; **Tab** goes to the sentence, and Enter on it opens the article there. **p** shows its
pinyin, **e** its English. You know better? **m** counts the answer right or wrong, **-** and **+** make
it come back sooner or later. Every answer is kept at once; you can leave at any time.
"""


class QuizScreen(AnsweredScreen):
    """Asks the questions of one session; ``level`` None takes the version last read."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "next", "Next", "Go on to the next question", "quiz.next"),
        key("1", "choose(0)", "First", "Choose the first option", "quiz.first", show=False),
        key("2", "choose(1)", "Second", "Choose the second option", "quiz.second", show=False),
        key("3", "choose(2)", "Third", "Choose the third option", "quiz.third", show=False),
        key("4", "choose(3)", "Fourth", "Choose the fourth option", "quiz.fourth", show=False),
        key("p", "pinyin", "Pinyin", "Pinyin over the sentence", "quiz.pinyin"),
        key("e", "english", "English", "The English; before the answer it counts as help", "quiz.english"),
        key(
            "ctrl+g",
            "english_typing",
            "English",
            "The question in English; counts as help",
            "quiz.english_typing",
        ),
        key("s", "skip", "Skip", "Leave this question", "quiz.skip"),
        key("ctrl+s", "skip_typing", "Skip", "Leave this question", "quiz.skip_typing"),
        key("u,ctrl+z", "undo", "Undo", "Take the last answer back and ask again", "quiz.undo"),
        key("o", "open", "Open", "Open the article at the proof", "quiz.open"),
        key("m", "mark", "Mark", "Count the answer right, or wrong, after all", "quiz.mark"),
        key("minus", "rate(-1)", "Sooner", "It was harder than that", "quiz.sooner", show=False),
        key("plus,equals_sign", "rate(1)", "Later", "It was easier than that", "quiz.later", show=False),
        key("c,f2", "plan", "Choose", "Choose length and kinds, and begin anew", "quiz.plan"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "quiz.help"),
        key("escape", "leave", "Leave", "Stop; what you answered is kept", "quiz.leave"),
    ]

    #: Whether length and kinds can be chosen.
    CAN_PLAN: ClassVar[bool] = True

    def __init__(
        self,
        study: Study,
        slug: str,
        level: str | None = None,
        plan: QuizPlan | None = None,
        session: Session | None = None,
    ) -> None:
        super().__init__(study)
        self._given = session
        self._slug = slug
        self._level = level
        self._plan = plan
        self._article: Article | None = None
        self._shown_at = 0.0
        self._peeked = False
        self._are_unkept = False

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static("Quiz", id="quiz-title", classes="head-left", markup=False)
            yield Static("", id="quiz-count", classes="head-right", markup=False)
        with QuizBody(id="quiz-body"):
            yield QuestionView(id="question")
            yield AnswerView(id="result")
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the questions beside the keys."""
        self.in_background(self._make, self._begin, group="quiz", otherwise=self._give_up)

    def _make(self) -> tuple[Article, str, Session]:
        article = self._study.article(self._slug)
        level = self._study.version(article, self._level).level
        return article, level, self._given or self._study.quiz(self._slug, level, plan=self._plan)

    def _begin(self, made: tuple[Article, str, Session]) -> None:
        self._article, self._level, self._session = made
        self._show_title()
        self._show_question()
        self._say_fewer()

    def _say_fewer(self) -> None:
        """Say where the text gives fewer questions than were asked for."""
        if self._given is None and self._session is not None:
            said = self._study.quizzing.fewer(self._session, self._plan)
            if said:
                self.app.notify(said, markup=False)

    def _show_title(self) -> None:
        """Name the article at the head, unless its title is asked for."""
        assert self._article is not None
        assert self._session is not None
        version = self._article.version(self._level or "")
        title = self._study.shown_title(self._article, version) if version else self._article.title
        if any(question.kind == "title" for question in self._session.questions):
            title = ""
        self.query_one("#quiz-title", Static).update(
            styled(
                ("Quiz  ", "bold $accent"), (title, "bold"), (f"  {shown_level(self._level or '')}", "$quiet")
            )
        )

    def _give_up(self, error: DubaoError) -> None:
        self.say(str(error))
        self.dismiss()

    # --- asking

    @property
    def _question(self) -> Question | None:
        return self._session.current if self._session else None

    def _show_question(self) -> None:
        question = self._question
        if question is None:
            self._end()
            return
        self._outcome, self._peeked, self._busy = None, False, False
        self._show_count()
        self.query_one(AnswerView).remove_class("-open")
        self.query_one(QuestionView).show(question, wide_ambiguous=self._wide)
        self.query_one(QuizBody).scroll_home(animate=False)
        self._shown_at = time.monotonic()
        self.refresh_bindings()

    # --- answering

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the option chosen as the answer."""
        self.action_choose(event.option_index)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed as the answer."""
        if self._outcome is None:
            self._answer(event.value)

    def action_choose(self, index: int) -> None:
        """Answer with an option."""
        question = self._question
        if question is not None and self._outcome is None and index < len(question.options):
            self._answer(question.options[index].text)

    def _answer(self, text: str) -> None:
        session = self._session
        if session is None or session.current is None or self._busy:
            return
        seconds = time.monotonic() - self._shown_at
        outcome = session.answer(Answer(text, seconds, self._peeked))
        if outcome.grade.verdict is Verdict.UNREADABLE:
            again = f"Type it like {example(outcome.question.form)}."
            self.query_one(QuestionView).say(outcome.grade.feedback or again)
            return
        self._keep(outcome)

    def _keep(self, outcome: Outcome) -> None:
        """Have the answer on disk, then show what it was worth."""
        self._busy = True
        self.in_background(
            partial(self._study.record, outcome),
            partial(self._show_outcome, outcome),
            group="record",
            otherwise=partial(self._show_unkept, outcome),
        )

    def _show_unkept(self, outcome: Outcome, error: DubaoError) -> None:
        self.say(str(error))
        self._show_outcome(outcome, UNKEPT)

    def _show_outcome(self, outcome: Outcome, unkept: str = "") -> None:
        """Show what an answer was worth; ``unkept`` says so where it is not on disk."""
        question = outcome.question
        self._outcome, self._busy = outcome, False
        self._are_unkept |= bool(unkept)
        self._show_count()
        self.query_one(QuestionView).close(outcome)
        answer = self.query_one(AnswerView)
        numbers = self._study.settings.pinyin_style == "numbers"
        answer.show(question, self._verdict(outcome, unkept), wide_ambiguous=self._wide, numbers=numbers)
        if answer.has_pinyin:
            self._fetch_pinyin(question)
        body = self.query_one(QuizBody)
        body.focus()
        # The verdict first, and as much of the proof as there is room for. Only the refresh after the next
        # one knows where it stands.
        show = partial(body.scroll_to_widget, self.query_one("#verdict"), animate=False, top=True)
        self.call_after_refresh(self.call_after_refresh, show)
        self.refresh_bindings()

    # --- going on

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only the keys that do something now."""
        typing = isinstance(self.focused, Input)
        answered = self._outcome is not None
        if action in ("next", "open", "pinyin", "mark", "rate"):
            return answered
        if action in ("skip", "choose"):
            return self._question is not None and not answered and not typing
        if action == "english":
            return self._question is not None and not typing
        if action in ("skip_typing", "english_typing"):
            return typing and not answered
        if action == "undo":
            return bool(self._session and self._session.outcomes)
        if action == "plan":
            return self.CAN_PLAN and self._session is not None
        return True

    def action_next(self) -> None:
        """Go on to the next question, or to the summary."""
        if self._outcome is not None and self._session is not None:
            self._session.advance()
            self._show_question()

    def action_skip(self) -> None:
        """Leave the question."""
        if self._session is not None and self._outcome is None and not self._busy:
            self._keep(self._session.skip())

    def action_skip_typing(self) -> None:
        """Leave the question from within the typing box."""
        self.action_skip()

    def action_english(self) -> None:
        """Show the question in English, or after the answer the sentence's English, or hide it again."""
        if self._question is None:
            return
        if self._outcome is not None:
            answer = self.query_one(AnswerView)
            answer.set_english(not answer.has_english)
            return
        self._peeked = True
        self.query_one(QuestionView).show_english()

    def action_english_typing(self) -> None:
        """Show the question in English, from within the typing box."""
        self.action_english()

    def action_plan(self) -> None:
        """Choose what to be asked; then the quiz begins anew."""
        from reader.tui.screens.quiz_plan import QuizPlanScreen

        plan = self._plan or QuizPlan()
        plan = replace(plan, length=plan.length or self._study.settings.quiz_length)
        self.app.push_screen(QuizPlanScreen(plan), self._replan)

    def _replan(self, plan: QuizPlan | None) -> None:
        if plan is not None:
            self.in_background(
                partial(self._study.quiz, self._slug, self._level, plan=plan),
                partial(self._begin_anew, plan),
                group="quiz",
            )

    def _begin_anew(self, plan: QuizPlan, session: Session) -> None:
        self._plan, self._session = plan, session
        self._show_title()
        self._show_question()
        self._say_fewer()

    def on_proof_view_opened(self) -> None:
        """Open the article where the learner pressed Enter on the sentence."""
        self.action_open()

    def action_open(self) -> None:
        """Open the article at the proof; Escape comes back."""
        from reader.tui.screens.article import ArticleScreen

        if self._outcome is not None:
            proof = self._outcome.question.proof
            self.app.push_screen(
                ArticleScreen(self._study, self._slug, self._level, proof=proof), self._come_back
            )

    def _come_back(self, _: object) -> None:
        """From the article back to the answer: Enter goes on now, and opens the article no more."""
        self.query_one(QuizBody).focus()

    def action_leave(self) -> None:
        """Stop; what was answered is kept."""
        if self.close_help():
            return
        if self._session is not None and self._session.outcomes:
            done, total = len(self._session.outcomes), self._session.total
            kept = (
                "Not all of what you answered is kept." if self._are_unkept else "What you answered is kept."
            )
            self.app.notify(f"Stopped after {done} of {total}. {kept}", markup=False)
        self.dismiss()

    def _end(self) -> None:
        session = self._session
        assert session is not None
        self.in_background(
            partial(self._study.finish, session),
            lambda _: self._show_summary(),
            group="finish",
            otherwise=self._end_unkept,
        )

    def _end_unkept(self, error: DubaoError) -> None:
        self.say(str(error))
        self._show_summary()

    def _show_summary(self) -> None:
        from reader.tui.screens.summary import SummaryScreen

        assert self._session is not None
        assert self._article is not None
        version = self._article.version(self._level or "")
        title = version.title if version else self._article.title
        self.app.switch_screen(
            SummaryScreen(
                self._study, self._slug, self._level or "", title, self._session.summary(), self._session
            )
        )
