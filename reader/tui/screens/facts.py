"""The facts found in a text, each in its sentence; what a figure counts is confirmed, mended or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import DubaoError
from reader.text import clean_line
from reader.tui.keys import key
from reader.tui.rows import split_row, styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.widgets.fitted_list import FittedList
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.articles.facts import FoundFact
    from reader.study import Study

_SIGNS = {"guessed": ("? ", "$warning"), "stated": ("✓ ", "$success"), "dropped": ("– ", "$quiet")}


class FactList(FittedList):
    """The facts of a text in order."""

    HELP = """
These are the figures, dates, names and places found in the text. Questions that rest on its very words come
at once; what a figure *counts* is only guessed. Read the question below: **c** (or **Enter**) confirms it,
**m** mends what the figure counts, **x** drops it. Each takes you to the next guess. Confirmed figures are
asked about from then on.
"""


class FactsScreen(BaseScreen[int]):
    """Closes with how many facts were confirmed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("c", "confirm", "Confirm", "The figure counts what is said below", "facts.confirm"),
        key("m", "mend", "Mend", "Say what the figure counts", "facts.mend"),
        key("x,delete", "drop", "Drop", "Put this guess aside for good", "facts.drop"),
        key("tab,n", "next", "Next guess", "Go to the next guess", "facts.next"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "facts.help"),
        key("escape,q", "leave", "Back", "Go back", "facts.back"),
    ]

    def __init__(self, study: Study, slug: str, level: str | None = None) -> None:
        super().__init__()
        self._study = study
        self._slug = slug
        self._level = level
        self._title = ""
        self._found: list[FoundFact] = []
        self._confirmed = 0

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(
                styled(("Facts", "bold $accent")), id="facts-title", classes="head-left", markup=False
            )
            yield Static("looking …", id="facts-head", classes="head-right", markup=False)
        yield FactList(id="fact-list", markup=False)
        with VerticalScroll(id="fact-page", can_focus=False):
            yield Static("", id="fact-told", markup=False)
        yield Input(id="fact-subject", placeholder="what the figure counts, in Chinese")
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Look for the facts beside the keys."""
        self.query_one(Input).display = False
        self.query_one(FactList).focus()
        self.in_background(self._find, self._show, group="facts")

    def _find(self) -> list[FoundFact]:
        from reader.study.facts import tag_in_helper

        article = self._study.article(self._slug)
        version = self._study.version(article, self._level)
        self._level, self._title = version.level, version.title
        return self._study.facts.found(article, version, tag_in_helper)

    def _show(self, found: Sequence[FoundFact]) -> None:
        self._found = list(found)
        title = styled(("Facts", "bold $accent"), "  ", (self._title, "bold"))
        self.query_one("#facts-title", Static).update(title)
        self._fill()
        if not self._found:
            self.query_one("#fact-told", Static).update("No figure, date or name is found in this text.")
        self._go_on(-1)

    def _fill(self) -> None:
        facts = self.query_one(FactList)
        at = facts.highlighted
        facts.clear_options()
        width = facts.room
        facts.add_options([Option(_row(fact, width)) for fact in self._found])
        if self._found:
            facts.highlighted = min(at or 0, len(self._found) - 1)
        guesses = sum(fact.standing == "guessed" for fact in self._found)
        self.query_one("#facts-head", Static).update(
            f"{len(self._found)} found · {guesses} to confirm" if guesses else f"{len(self._found)} found"
        )

    def on_fitted_list_refit(self, _: FittedList.Refit) -> None:
        """Fit the rows to the new width."""
        if self._found:
            self._fill()

    @property
    def _at(self) -> int:
        return self.query_one(FactList).highlighted or 0

    @property
    def _fact(self) -> FoundFact | None:
        return self._found[self._at] if self._found else None

    def _go_on(self, at: int) -> None:
        """Go to the next guess behind a place; from the last one to the first."""
        places = [place for place, fact in enumerate(self._found) if fact.standing == "guessed"]
        if places:
            self.query_one(FactList).highlighted = next((p for p in places if p > at), places[0])

    def action_next(self) -> None:
        """Go to the next guess."""
        self._go_on(self._at)

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Show the sentence, and the question that a guess would give."""
        if fact := self._fact:
            self.query_one("#fact-told", Static).update(_told(fact, ""))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the question as it will be asked."""
        if (fact := self._fact) and self.query_one(Input).display:
            self.query_one("#fact-told", Static).update(_told(fact, event.value))

    # --- one key each

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Enter and a click confirm."""
        self.action_confirm()

    def action_confirm(self) -> None:
        """Take the guess as it is."""
        fact = self._fact
        if fact is not None and fact.standing == "guessed":
            self._confirm(fact, fact.subject)

    def _confirm(self, fact: FoundFact, subject: str) -> None:
        confirm = partial(self._study.facts.confirm, self._slug, self._level or "", fact, subject)
        then = partial(self._stated, self._at, subject)
        self.in_background(confirm, then, group="confirm", otherwise=self._refuse)

    def _stated(self, at: int, subject: str, fact_id: str) -> None:
        from reader.articles.facts import Standing

        self._confirmed += 1
        self._changed(at, replace(self._found[at], standing=Standing.STATED, subject=subject, fact=fact_id))

    def _changed(self, at: int, fact: FoundFact) -> None:
        self._found[at] = fact
        self._close_input()
        self._fill()
        self._go_on(at)

    def action_mend(self) -> None:
        """Say what the figure counts."""
        from reader.articles.facts import can_be_stated

        fact = self._fact
        if fact is None or fact.standing == "stated":
            return
        if not can_be_stated(fact):
            self.say(f"No question can be made of {fact.words} itself.")
            return
        box = self.query_one(Input)
        box.display = True
        box.value = fact.subject
        box.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the subject as it was typed."""
        if (fact := self._fact) and (subject := clean_line(event.value)):
            self._confirm(fact, subject)
        else:
            self._close_input()

    def _close_input(self) -> None:
        self.query_one(Input).display = False
        self.query_one(FactList).focus()

    def action_drop(self) -> None:
        """Put the guess aside for good."""
        from reader.articles.facts import Standing

        fact, at = self._fact, self._at
        if fact is not None and fact.standing == "guessed":
            dropped = replace(fact, standing=Standing.DROPPED)
            drop = partial(self._study.facts.drop, self._slug, fact)
            self.in_background(
                drop, lambda _: self._changed(at, dropped), group="confirm", otherwise=self._refuse
            )

    def _refuse(self, error: DubaoError) -> None:
        self.say(str(error))

    def action_leave(self) -> None:
        """Close the help or the line being typed, else go back."""
        if self.close_help():
            return
        if self.query_one(Input).display:
            self._close_input()
            self.on_option_list_option_highlighted(OptionList.OptionHighlighted(
                self.query_one(FactList), self.query_one(FactList).get_option_at_index(self._at), self._at
            ))  # fmt: skip
        else:
            self.dismiss(self._confirmed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters are for typing while a subject is typed."""
        return action == "leave" or not isinstance(self.focused, Input)


def _row(fact: FoundFact, width: int) -> Content:
    sign = _SIGNS.get(str(fact.standing), ("  ", ""))
    subject = f"  {fact.subject}" if fact.subject else ""
    look = "$quiet" if fact.standing == "dropped" else "bold"
    return split_row(
        styled(sign, (fact.words, look), (subject, "$secondary")), styled((str(fact.sort), "$quiet")), width
    )


def _told(fact: FoundFact, subject: str) -> Content:
    """Write the sentence with the fact lit, and below it the question."""
    from reader.articles.facts import can_be_stated, stem_of

    text = fact.sentence.text
    sentence = styled(text[: fact.start], (text[fact.start : fact.end], "bold reverse"), text[fact.end :])
    subject = clean_line(subject) or fact.subject
    lines = [sentence]
    if fact.standing != "dropped" and subject and can_be_stated(fact):
        question = stem_of(fact, subject)
        said = "Asked as" if fact.standing == "stated" else "Would be asked as"
        lines += [Content(""), styled((f"{said}  ", "$quiet"), (question, "bold"), f"  {fact.words}")]
    return Content("\n").join(lines)
