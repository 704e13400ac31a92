"""The training ground for figures: an exercise, its answer, the next one; how it went at the end."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import DubaoError
from reader.quiz.item import AnswerForm, Verdict
from reader.study.drilling import DrillPlan
from reader.study.keeping import UNKEPT
from reader.tui.drill_words import asked_content, scores_content, verdict_content
from reader.tui.keys import key
from reader.tui.rows import bar, styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.quiz.drill.gym import Drill
    from reader.quiz.drill.skills import DrillOutcome, Exercise
    from reader.study import Study
    from reader.study.voice import Voice


class DrillBody(VerticalScroll, can_focus=True):
    """The scrolling middle of the screen; has the focus once the answer is given."""

    HELP = """
Short exercises on figures: reading them, 万 and 亿 to and from millions and billions, 二 or 两, zeros, shares
and multiples. They get harder as you get better, so that about four of five come out right. **Ctrl+T** lets a
voice ask, too, where the machine has one. Every answer is kept at once; you can leave at any time.
"""


class DrillScreen(BaseScreen[None]):
    """Asks the exercises of one drill after the other."""

    AUTO_FOCUS = None
    DEFAULT_CSS = """
    #drill-body { height: 1fr; padding: 1 4 0 4; scrollbar-size-vertical: 1; }
    #asked, #scores { height: auto; }
    #scores { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "next", "Next", "Go on to the next exercise", "drill.next"),
        key("1", "choose(0)", "First", "Choose the first option", "drill.first", show=False),
        key("2", "choose(1)", "Second", "Choose the second option", "drill.second", show=False),
        key("n", "again", "Again", "Train on", "drill.again"),
        key("r,ctrl+r", "hear", "Hear again", "Read it aloud once more", "drill.hear"),
        key("s,ctrl+s", "skip", "Skip", "Leave this exercise", "drill.skip"),
        key("v,ctrl+t", "voice", "Voice", "Ask by ear, too, or no longer", "drill.voice"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "drill.help"),
        key("escape", "leave", "Leave", "Stop; what you answered is kept", "drill.leave"),
    ]

    def __init__(self, study: Study, plan: DrillPlan | None = None) -> None:
        super().__init__()
        self._study = study
        self._plan = plan or DrillPlan(voice=study.settings.drill_voice)
        self._drill: Drill | None = None
        self._outcome: DrillOutcome | None = None
        self._shown_at = 0.0
        self._busy = False
        self._ended = False
        self._are_unkept = False

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("Figures gym", "bold $accent")), classes="head-left")
            yield Static("", id="drill-count", classes="head-right", markup=False)
        with DrillBody(id="drill-body"):
            yield Static("Choosing numbers …", id="asked", markup=False)
            yield PagedList(id="options", markup=False)
            with Horizontal(id="answer-row"):
                yield Input(id="answer")
            yield Static("", id="said", markup=False)
            yield Static("", id="verdict", markup=False)
            yield Static("", id="scores", markup=False)
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the drill beside the keys."""
        self._hide("#options", "#answer-row", "#verdict", "#scores")
        self._start()

    def _hide(self, *names: str) -> None:
        for name in names:
            self.query_one(name).display = False

    def _start(self) -> None:
        self.in_background(self._make, self._begin, group="drill", otherwise=self._give_up)

    def _make(self) -> Drill:
        drilling = self._study.drilling
        drill = drilling.drill(self._plan)
        if self._plan.voice and drilling.voice is None:
            drill.without_voice()
        return drill

    def _begin(self, drill: Drill) -> None:
        self._drill, self._ended = drill, False
        self._hide("#scores")
        self._show_exercise()

    def _give_up(self, error: DubaoError) -> None:
        self.say(str(error))
        self.dismiss()

    # --- asking

    @property
    def _exercise(self) -> Exercise | None:
        return self._drill.current if self._drill else None

    def _show_exercise(self) -> None:
        exercise = self._exercise
        if exercise is None:
            self._end()
            return
        self._outcome, self._busy = None, False
        self._show_count()
        self.query_one("#asked", Static).update(asked_content(exercise))
        self.query_one("#said").remove_class("-open")
        self._hide("#verdict")
        is_choice = exercise.form is AnswerForm.CHOICE
        self.query_one("#answer-row").display = not is_choice
        self.query_one("#options").display = is_choice
        if is_choice:
            self._ask_to_choose(exercise)
        else:
            self._ask_to_type(exercise)
        self.query_one(DrillBody).scroll_home(animate=False)
        self._shown_at = monotonic()
        if exercise.spoken:
            self._speak(exercise)
        self.refresh_bindings()

    def _show_count(self) -> None:
        drill = self._drill
        assert drill is not None, "there is one once exercises show"
        done = len(drill.outcomes)
        self.query_one("#drill-count", Static).update(
            styled(
                (f"{drill.right} right  ", "$success") if drill.right else "",
                *bar(done / drill.length, 10, "$accent"),
                f"  {min(drill.position + 1, drill.length)}/{drill.length}",
            )
        )

    def _ask_to_choose(self, exercise: Exercise) -> None:
        options = self.query_one("#options", OptionList)
        options.disabled = False
        self._fill_options(exercise)
        options.highlighted = 0
        options.focus()

    def _fill_options(self, exercise: Exercise) -> None:
        options = self.query_one("#options", OptionList)
        options.clear_options()
        for number, option in enumerate(exercise.options, 1):
            sign, look = f" {number} ", "$accent"
            if self._outcome is not None:
                is_key = option == exercise.key
                sign, look = (" ✓ ", "bold $success") if is_key else ("   ", "$quiet")
                if option == self._outcome.typed and not is_key:
                    sign, look = " ✗ ", "bold $error"
            options.add_option(Option(styled((sign, look), " ", option)))

    def _ask_to_type(self, exercise: Exercise) -> None:
        from reader.quiz.drill.words import example

        box = self.query_one("#answer", Input)
        box.value = ""
        box.placeholder = example(exercise)
        box.disabled = False
        box.focus()

    # --- the voice

    def _speak(self, exercise: Exercise) -> None:
        voice = self._study.drilling.voice
        if voice is not None:
            self.in_background(
                partial(voice.say, exercise.spoken), self._spoken, group="voice", otherwise=self._unheard
            )

    def _spoken(self, _: object) -> None:
        # The time to think begins when all is heard.
        if self._outcome is None:
            self._shown_at = monotonic()

    def _unheard(self, error: DubaoError) -> None:
        self.say(str(error))
        if self._drill is not None and self._outcome is None and not self._busy:
            self._drill.without_voice()
            self._show_exercise()

    def _fall_silent(self) -> None:
        if self._plan.voice and (voice := self._study.drilling.voice) is not None:
            voice.stop()

    def on_unmount(self) -> None:
        """Leave no voice talking behind."""
        self._fall_silent()

    def action_hear(self) -> None:
        """Read the exercise aloud once more."""
        if (exercise := self._exercise) is not None and exercise.spoken:
            self._speak(exercise)

    def action_voice(self) -> None:
        """Let the voice ask, too, from the next drill on; or no longer."""
        self.in_background(lambda: self._study.drilling.voice, self._turn_voice, group="voice")

    def _turn_voice(self, voice: Voice | None) -> None:
        from dataclasses import replace

        wanted = not self._plan.voice
        if wanted and voice is None:
            self.say("No voice was found. Install say, spd-say or espeak-ng with a Chinese voice.")
            return
        try:
            self._study.save_settings(replace(self._study.settings, drill_voice=wanted))
        except DubaoError as error:
            self.say(str(error))
        self._plan = replace(self._plan, voice=wanted)
        self.app.notify(f"The voice is {'on' if wanted else 'off'}.", markup=False)
        self._start()

    # --- answering

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the option chosen as the answer."""
        self.action_choose(event.option_index)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed as the answer."""
        self._answer(event.value)

    def action_choose(self, index: int) -> None:
        """Answer with an option."""
        exercise = self._exercise
        if exercise is not None and index < len(exercise.options):
            self._answer(exercise.options[index])

    def _answer(self, text: str) -> None:
        drill = self._drill
        if drill is None or drill.current is None or self._busy or self._outcome is not None:
            return
        outcome = drill.answer(text, monotonic() - self._shown_at)
        if outcome.grade.verdict is Verdict.UNREADABLE:
            said = self.query_one("#said", Static)
            said.update(styled((outcome.grade.feedback, "$warning")))
            said.add_class("-open")
            return
        self._keep(outcome)

    def _keep(self, outcome: DrillOutcome) -> None:
        """Have the answer on disk, then show what it was worth."""
        self._busy = True
        self.in_background(
            partial(self._study.drilling.record, outcome),
            partial(self._show_outcome, outcome),
            group="record",
            otherwise=partial(self._show_unkept, outcome),
        )

    def _show_unkept(self, outcome: DrillOutcome, error: DubaoError) -> None:
        self.say(str(error))
        self._show_outcome(outcome, UNKEPT)

    def _show_outcome(self, outcome: DrillOutcome, unkept: str = "") -> None:
        self._outcome, self._busy = outcome, False
        self._are_unkept |= bool(unkept)
        self._fall_silent()
        self._show_count()
        self.query_one("#said").remove_class("-open")
        if outcome.exercise.form is AnswerForm.CHOICE:
            self._fill_options(outcome.exercise)
            self.query_one("#options", OptionList).disabled = True
        else:
            self.query_one("#answer", Input).disabled = True
        verdict = self.query_one("#verdict", Static)
        verdict.update(verdict_content(outcome, unkept))
        verdict.display = True
        body = self.query_one(DrillBody)
        body.focus()
        self.call_after_refresh(body.scroll_to_widget, verdict, animate=False)
        self.refresh_bindings()

    # --- going on

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only the keys that do something now."""
        is_open = self._exercise is not None and self._outcome is None and not self._ended
        if action == "next":
            return self._outcome is not None and not self._ended
        if action in ("skip", "choose"):
            return is_open
        if action == "hear":
            return is_open and bool(self._exercise and self._exercise.spoken)
        if action == "again":
            return self._ended
        return True

    def action_next(self) -> None:
        """Go on to the next exercise, or to how it went."""
        if self._outcome is not None and self._drill is not None and not self._ended:
            self._drill.advance()
            self._show_exercise()

    def action_skip(self) -> None:
        """Leave the exercise."""
        if (
            self._drill is not None
            and self._exercise is not None
            and self._outcome is None
            and not self._busy
        ):
            self._keep(self._drill.skip())

    def action_again(self) -> None:
        """Begin another drill."""
        self._start()

    def action_leave(self) -> None:
        """Stop; what was answered is kept."""
        if self.close_help():
            return
        if self._drill is not None and self._drill.outcomes and not self._ended:
            done = len(self._drill.outcomes)
            kept = "Not all of them are kept." if self._are_unkept else "They are kept."
            self.app.notify(f"Stopped after {done} of {self._drill.length}. {kept}", markup=False)
        self.dismiss()

    def _end(self) -> None:
        self._ended = True
        self._hide("#options", "#answer-row", "#verdict")
        self.query_one("#asked", Static).update(Content(""))
        self.in_background(self._usual, self._show_scores, group="scores")
        self.query_one(DrillBody).focus()
        self.refresh_bindings()

    def _usual(self) -> dict[str, float | None]:
        assert self._drill is not None, "only a drill ends"
        skills = [score.skill for score in self._drill.scores()]
        return {skill.slug: self._study.drilling.usual_seconds(skill) for skill in skills}

    def _show_scores(self, usual: dict[str, float | None]) -> None:
        assert self._drill is not None, "only a drill ends"
        self.query_one("#asked", Static).update(
            styled((f"{self._drill.right} of {self._drill.length} right", "bold"), "   ",
                   *bar(self._drill.right / self._drill.length, 20))
        )  # fmt: skip
        scores = self.query_one("#scores", Static)
        scores.update(scores_content(self._drill, usual, self.size.width - 10))
        scores.display = True
