"""The library: what there is to read, and how far you have come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from reader.errors import DubaoError
from reader.tui.keys import key
from reader.tui.own_texts import OwnTexts
from reader.tui.rows import styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.shelf_order import ORDER_NAMES, ORDERS
from reader.tui.shelf_rows import page_content
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.shelf import Shelf

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.study import ShelfRow, Study

LONG = 30_000  # characters from which on a text is not counted in passing: the reader would wait for it
PREPARE_AFTER = 3.0  # seconds until texts never opened are prepared: whoever opens one at once goes first


class KnownCounted(Message):
    """It is counted what share of a version's words the reader knows, 0 to 1."""

    def __init__(self, slug: str, level: str, share: float) -> None:
        super().__init__()
        self.slug, self.level, self.share = slug, level, share


class LibraryScreen(OwnTexts, BaseScreen[None]):
    """Lists the articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("q", "quiz", "Quiz", "Be quizzed on the article", "library.quiz"),
        key("r", "review", "Review", "Review what is due today", "library.review"),
        key("d", "drill", "Drill", "Train figures", "library.drill"),
        key("w", "words", "Words", "What you know of each word", "library.words"),
        key("p", "progress", "Progress", "What you have done so far", "library.progress"),
        key("i", "import", "Import", "Bring in a text or file of your own", "library.import"),
        key("slash", "search", "Search", "Search titles and texts", "library.search"),
        key("o", "order", "Order", "Newest first, by section, best known first", "library.order"),
        key("s", "settings", "Settings", "Your level, pinyin, colours", "library.settings"),
        key("f", "facts", "Facts", "Figures, dates and names found in it", "library.facts", show=False),
        key("e", "details", "Details", "Title, source, date, tags, notes", "library.details", show=False),
        key("m", "mend_split", "Mend", "Split and join its page otherwise", "library.mend", show=False),
        key("x,delete", "delete", "Delete", "Delete this text of yours", "library.delete", show=False),
        key("u", "undo_delete", "Undo", "Bring back what was deleted last", "library.undo", show=False),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "library.help"),
        key("escape", "quit", "Quit", "Leave the program", "library.quit"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._rows: Sequence[ShelfRow] = ()
        self._known: dict[tuple[str, str], float] = {}
        self._may_prepare = False

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("读报", "bold $primary"), (" dubao", "bold")), classes="head-left")
            yield Static("", id="count", classes="head-right")
        yield Input(id="shelf-search", placeholder="words of a title or a text")
        with Horizontal(id="library"):
            yield Shelf(id="shelf")
            with VerticalScroll(id="page", can_focus=False):
                yield Static("", id="page-words", markup=False)
        yield Static("", id="about", markup=False)
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the list; the search line comes when it is asked for."""
        self.query_one("#shelf-search").display = False
        self.query_one(Shelf).focus()

    def on_screen_resume(self) -> None:
        """Read the shelf anew: progress may have changed."""
        self.in_background(self._study.shelf, self._show, group="shelf", otherwise=self._show_problem)

    def _show(self, rows: Sequence[ShelfRow]) -> None:
        first = not self._rows
        self._rows = rows
        self._arrange()
        if first:
            self._after_first_paint()
        self._count_known()

    def _arrange(self) -> None:
        settings, shelf = self._study.settings, self.query_one(Shelf)
        found = self._found
        rows = [row for row in self._rows if found is None or row.slug in found]
        count = f"{len(rows)} article" + ("s" if len(rows) != 1 else "")
        level = "7–9" if settings.level > 6 else settings.level
        self.query_one("#count", Static).update(
            f"{count} · {ORDER_NAMES[settings.shelf_order]} · HSK {level}"
        )
        if rows:
            shelf.show(rows, settings.shelf_order, self._known, settings.level)
            shelf.go_to(self._wanted)
            self._wanted = ""
        elif self._rows:
            shelf.show_words("No article has these words.")
        else:
            shelf.show_words("No articles are installed. i brings in a text of your own.")

    def _show_problem(self, error: DubaoError) -> None:
        """Keep the sentence on the screen: a notice goes, the problem does not."""
        self.query_one(Shelf).show_words(str(error))

    def _after_first_paint(self) -> None:
        """What may wait until the screen stands."""
        self.in_background(self._study.warm_up, lambda _: None, group="warm")
        self.set_timer(PREPARE_AFTER, self._begin_preparing)
        while self._study.notices:
            self.app.notify(self._study.notices.pop(0), severity="warning", markup=False, timeout=12)

    # --- how much of each version is known

    def _begin_preparing(self) -> None:
        self._may_prepare = True
        self._count_known()

    def _count_known(self) -> None:
        """Count what is known of each version while the library is on top; at first of those prepared."""
        if self.is_active:
            count = partial(self._count, tuple(self._rows), self._may_prepare)
            self.in_background(count, self._counted, group="known", otherwise=lambda _: None)

    def _count(self, rows: Sequence[ShelfRow], prepare: bool) -> None:
        worker, knowledge = get_current_worker(), self._study.vocabulary.knowledge()
        for article in self._short_articles(rows):
            for version in article.versions:
                if worker.is_cancelled:
                    return
                if prepare or self._study.is_ready(article, version):
                    share = self._study.vocabulary.coverage(article, version, knowledge).share
                    self.post_message(KnownCounted(article.slug, version.level, share))

    def _short_articles(self, rows: Sequence[ShelfRow]) -> Iterator[Article]:
        for row in rows:
            if sum(count for _, count in row.versions) <= LONG:
                with suppress(DubaoError):  # what can't be read is told by the shelf
                    yield self._study.article(row.slug)

    def on_known_counted(self, message: KnownCounted) -> None:
        """Show what is known of a version."""
        self._known[message.slug, message.level] = message.share
        shelf = self.query_one(Shelf)
        shelf.show_known(message.slug)
        if shelf.row and shelf.row.slug == message.slug:
            self._tell_more()

    def _counted(self, _: None) -> None:
        if self._study.settings.shelf_order == "ready":
            self._arrange()

    def on_screen_suspend(self) -> None:
        """Leave the language helper to the article that opens."""
        self.workers.cancel_group(self, "known")

    # --- the article under the cursor

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Tell more of the article under the cursor."""
        self._tell_more()

    def _tell_more(self) -> None:
        if row := self._row():
            self.query_one("#about", Static).update(styled(row.summary))
            self.query_one("#page-words", Static).update(page_content(row, self._known))

    def _row(self) -> ShelfRow | None:
        return self.query_one(Shelf).row

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the article chosen."""
        from reader.tui.screens.article import ArticleScreen

        if event.option_id:
            self.app.push_screen(ArticleScreen(self._study, event.option_id))

    def action_quit(self) -> None:
        """Close the help or the search, or leave the program: the topmost first."""
        if not self.close_help() and not self._end_search():
            self.app.exit()

    def action_order(self) -> None:
        """Sort the articles in another way, from now on."""
        settings = self._study.settings
        order = ORDERS[(ORDERS.index(settings.shelf_order) + 1) % len(ORDERS)]
        try:
            self._study.save_settings(replace(settings, shelf_order=order))
        except DubaoError as error:
            self.say(str(error))
        self._arrange()

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

    def action_drill(self) -> None:
        """Train figures."""
        from reader.tui.screens.drill import DrillScreen

        self.app.push_screen(DrillScreen(self._study))

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
