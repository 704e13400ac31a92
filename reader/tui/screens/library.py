"""The library: what there is to read, and how far you have come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import DubaoError
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.shelf_rows import page_content, row_content
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.study import ShelfRow, Study


class Shelf(OptionList):
    """The list of articles."""

    HELP = """
Choose an article with the arrow keys or the mouse. Each has several versions of the same story, from easy to
newspaper style; **Enter** opens the one you left, or the one that fits your level.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "Read", "Open the article", "library.read"),
        key("down,j", "cursor_down", "Down", "Go to the next article", "library.down", show=False),
        key("up,k", "cursor_up", "Up", "Go to the article before", "library.up", show=False),
    ]


class LibraryScreen(BaseScreen[None]):
    """Lists the articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("q", "quiz", "Quiz", "Be quizzed on the article", "library.quiz"),
        key("r", "review", "Review", "Review what is due today", "library.review"),
        key("w", "words", "Words", "What you know of each word", "library.words"),
        key("p", "progress", "Progress", "What you have done so far", "library.progress"),
        key("s", "settings", "Settings", "Your level, pinyin, colours", "library.settings"),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "library.help"),
        key("escape", "quit", "Quit", "Leave the program", "library.quit"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._rows: Sequence[ShelfRow] = ()

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("读报", "bold $primary"), (" dubao", "bold")), classes="head-left")
            yield Static("", id="count", classes="head-right")
        with Horizontal(id="library"):
            yield Shelf(id="shelf", markup=False)
            with VerticalScroll(id="page", can_focus=False):
                yield Static("", id="page-words", markup=False)
        yield Static("", id="about", markup=False)
        yield too_small()
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Read the shelf anew: progress may have changed."""
        self.in_background(self._study.shelf, self._show, group="shelf", otherwise=self._show_problem)

    def _show(self, rows: Sequence[ShelfRow]) -> None:
        first = not self._rows
        self._rows = rows
        count = f"{len(rows)} article" + ("s" if len(rows) != 1 else "")
        level = self._study.settings.level
        self.query_one("#count", Static).update(f"{count} · HSK {'7–9' if level > 6 else level}")
        self._fill()
        if first:
            self._after_first_paint()

    def _show_problem(self, error: DubaoError) -> None:
        """Keep the sentence on the screen: a notice goes, the problem does not."""
        shelf = self.query_one(Shelf)
        shelf.clear_options()
        shelf.add_option(Option(styled(str(error)), disabled=True))

    def _after_first_paint(self) -> None:
        """What may wait until the screen stands."""
        self.in_background(self._study.warm_up, lambda _: None, group="warm")
        while self._study.notices:
            self.app.notify(self._study.notices.pop(0), severity="warning", markup=False, timeout=12)

    def _fill(self) -> None:
        shelf = self.query_one(Shelf)
        at = shelf.highlighted or 0
        width = max(20, shelf.size.width - 6)
        shelf.clear_options()
        if not self._rows:
            shelf.add_option(Option("No articles are installed.", disabled=True))
            return
        for row in self._rows:
            shelf.add_options([Option(row_content(row, width), id=row.slug), None])
        shelf.highlighted = min(at, len(self._rows) - 1)

    def on_resize(self, _: Resize) -> None:
        """Fit the rows to the new width."""
        if self._rows:
            self.call_after_refresh(self._fill)

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Tell more of the article under the cursor."""
        if row := self._row():
            self.query_one("#about", Static).update(styled(row.summary))
            self.query_one("#page-words", Static).update(page_content(row))

    def _row(self) -> ShelfRow | None:
        at = self.query_one(Shelf).highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the article chosen."""
        from reader.tui.screens.article import ArticleScreen

        if event.option_id:
            self.app.push_screen(ArticleScreen(self._study, event.option_id))

    def action_quit(self) -> None:
        """Close the help, or leave the program."""
        if not self.close_help():
            self.app.exit()

    def action_quiz(self) -> None:
        """Start a quiz on the article under the cursor."""
        from reader.tui.screens.quiz import QuizScreen

        if row := self._row():
            self.app.push_screen(QuizScreen(self._study, row.slug))

    def action_review(self) -> None:
        """Review what is due."""
        from reader.study.reviewing import ReviewPlan
        from reader.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self._study, ReviewPlan()))

    def action_words(self) -> None:
        """Show the words."""
        from reader.tui.screens.words import WordsScreen

        self.app.push_screen(WordsScreen(self._study))

    def action_progress(self) -> None:
        """Show the progress."""
        from reader.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self._study))

    def action_settings(self) -> None:
        """Open the settings."""
        from reader.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self._study), lambda _: self.on_screen_resume())
