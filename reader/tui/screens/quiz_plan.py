"""What to be asked: how many questions, of which kinds, and whether only what was missed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.quiz.kinds import GROUPS, KINDS
from reader.quiz.naming import kind_name
from reader.quiz.plan import QuizPlan
from reader.tui.keys import key
from reader.tui.rows import split_row, styled
from reader.tui.screens.base import BaseDialog, too_small
from reader.tui.widgets.paging import PagedList

T = TypeVar("T")
_LENGTHS = (3, 5, 10, 15, 20, 30)
#: What the row of kinds turns through; what was ticked by hand is none of these.
_MIXES: dict[str, frozenset[str]] = {
    "a mix of all": frozenset(),
    "only figures": GROUPS["figures"],
    "only comprehension": GROUPS["comprehension"],
    "only words": GROUPS["words"],
}


class PlanList(PagedList):
    """The choices; Enter begins, so that a click and Space change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "screen.begin", "Begin", "Begin the quiz", "plan.begin"),
        key("space", "select", "Change", "Change what is under the cursor", "plan.change"),
        key("down,j", "cursor_down", "Down", "The next row", "plan.down", show=False),
        key("up,k", "cursor_up", "Up", "The row before", "plan.up", show=False),
    ]


class QuizPlanScreen(BaseDialog[QuizPlan | None]):
    """Closes with the plan to begin with, None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,l", "turn(1)", "Next", "The next value", "plan.next"),
        key("left,h", "turn(-1)", "Before", "The value before", "plan.before"),
        key("escape,q", "leave", "Back", "Go on with the quiz as it was", "plan.back"),
    ]

    def __init__(self, plan: QuizPlan) -> None:
        super().__init__()
        # Another seed than before: the learner wants other questions.
        self._plan = replace(plan, seed=None)

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog plan"):
            yield Static("What to be asked", classes="dialog-title")
            yield PlanList(*self._options(), id="plan-list", markup=False)
            yield Static("↑↓ choose   Space ←→ change   Enter begin   Esc back", classes="dialog-hint")
        yield too_small()

    def _options(self) -> list[Option | None]:
        rows: list[Option | None] = [
            Option(self._value_row("Questions", str(self._plan.length)), id="length"),
            Option(self._value_row("Kinds", self._mix()), id="kinds"),
            Option(
                self._value_row("Only what I missed here", "yes" if self._plan.missed else "no"), id="missed"
            ),
            Option(styled(("Begin", "bold $accent")), id="begin"),
        ]
        for group in GROUPS.values():
            rows.append(None)
            rows += [Option(self._tick_row(kind), id=f"kind {kind}") for kind in _by_name(group)]
        return rows

    def _mix(self) -> str:
        names = {kinds: name for name, kinds in _MIXES.items()}
        return names.get(self._plan.kinds, f"{len(self._plan.kinds)} chosen below")

    def _value_row(self, label: str, value: str) -> Content:
        width = max(20, min(64, self.app.size.width * 94 // 100) - 9)  # less the dialog's edges and bar
        return split_row(styled(label), styled(("‹ ", "$quiet"), (value, "bold"), (" ›", "$quiet")), width)

    def _tick_row(self, kind: str) -> Content:
        ticked = not self._plan.kinds or kind in self._plan.kinds
        sign, look = ("✓ ", "$success") if ticked else ("  ", "")
        return styled((sign, look), (kind_name(kind), "" if ticked else "$quiet"))

    # --- changing

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Space and a click change the row, or begin."""
        if event.option_id == "begin":
            self.action_begin()
        else:
            self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Give the row under the cursor another value."""
        options = self.query_one(PlanList)
        row = options.highlighted_option
        if row is None or row.id is None:
            return
        if row.id == "length":
            self._plan = replace(self._plan, length=_turned(_LENGTHS, self._plan.length, by))
        elif row.id == "missed":
            self._plan = replace(self._plan, missed=not self._plan.missed)
        elif row.id == "kinds":
            self._plan = replace(self._plan, kinds=_turned(tuple(_MIXES.values()), self._plan.kinds, by))
        elif row.id.startswith("kind "):
            self._tick(row.id.removeprefix("kind "))
        for option in self._options():
            if option is not None and option.id is not None:
                options.replace_option_prompt(option.id, option.prompt)

    def _tick(self, kind: str) -> None:
        # From a mix of all, the first kind chosen is the only one: nobody unticks thirty.
        chosen = self._plan.kinds ^ {kind} if self._plan.kinds else frozenset({kind})
        self._plan = replace(self._plan, kinds=frozenset() if chosen == KINDS else chosen)

    def action_begin(self) -> None:
        """Begin the quiz as chosen."""
        self.dismiss(self._plan)

    def action_leave(self) -> None:
        """Go back, and change nothing."""
        self.dismiss(None)


def _by_name(kinds: frozenset[str]) -> list[str]:
    return sorted(kinds, key=kind_name)


def _turned(values: tuple[T, ...], value: object, by: int) -> T:
    """Return the value after (or before) this one; the first where it is none of them."""
    at = next((place for place, other in enumerate(values) if other == value), -1 if by > 0 else 0)
    return values[(at + by) % len(values)]
