"""Every word of the library and what the reader knows of it: search, filter, sort, change many, undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from reader.chinese.token import Span
from reader.review.words import WordState
from reader.study.report import counted
from reader.study.vocabulary import searchable
from reader.text import clean_answer
from reader.tui.counting_rest import CountsRest
from reader.tui.keys import key
from reader.tui.rows import level_name, split_row, styled
from reader.tui.screens.base import BaseDialog, BaseScreen, too_small
from reader.tui.screens.changes_words import ChangesWords
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.long_list import LongList
from reader.tui.wrapped import wrapped

if TYPE_CHECKING:
    from reader.study import Study
    from reader.study.vocabulary import MetSentence, WordRow

#: How wide the sentences may stand, as the dialog's style has it.
_DIALOG = 84
#: Columns from which on the head has room for the order.
_ROOM = 70
FILTERS = ("all", *(str(state) for state in WordState))
SORTS: dict[str, Callable[[WordRow], object]] = {
    "commonest first": lambda row: (-row.count, row.level or 8, row.word),
    "easiest first": lambda row: (row.level or 8, -row.count, row.word),
    "least remembered first": lambda row: (row.recall is None, row.recall or 0.0, -row.count),
    "by pinyin": lambda row: (row.pinyin.casefold() or "~", row.word),
}


class WordList(LongList):
    """The list of words."""

    HELP = """
A word is **new**, **learning** (its cards come up for review), **known** or **ignored** (left out of every
count). **Space** marks words, so that one key changes them all; **u** takes the last step back. **h**
takes all words of an HSK level, or of a list of yours, as known; **t** shows what you can read next.
The percentage before a word's level is how likely you still know its reading.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "Sentences", "The sentences where the word was met", "words.sentences"),
        key("down,j", "cursor_down", "Down", "The next word", "words.down", show=False),
        key("up,k", "cursor_up", "Up", "The word before", "words.up", show=False),
    ]


class WordsScreen(ChangesWords, CountsRest, BaseScreen[None]):
    """Lists the words."""

    AUTO_FOCUS = "#word-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "search", "Search", "Search word, pinyin and gloss", "words.search", key_display="/"),
        key("f", "filter", "Filter", "Only new, learning, known or ignored words", "words.filter"),
        key("o", "sort", "Sort", "Another order", "words.sort"),
        key("space", "mark", "Mark", "Mark the word, to change many at once", "words.mark", show=False),
        key("ctrl+a", "mark_all", "Mark all", "Mark all words shown", "words.mark_all", show=False),
        key("a", "put('learning')", "Learn", "Add to the reviews", "words.learn"),
        key("i", "put('known')", "Known", "I know this", "words.known"),
        key("t", "texts", "Texts", "What to read next, and what to learn for it", "words.texts"),
        key("h", "know", "I know …", "Know the words of an HSK level or a list", "words.know", show=False),
        key("x", "put('ignored')", "Ignore", "Leave it out of every count", "words.ignore", show=False),
        key("n", "put('new')", "New", "Forget what was said of it", "words.new", show=False),
        key("u,ctrl+z", "undo", "Undo", "Take the last step back", "words.undo", show=False),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "words.help"),
        key("escape,q", "back", "Back", "Go back", "words.back"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._rows: list[WordRow] = []
        self._shown: list[WordRow] = []
        self._marked: set[str] = set()
        self._filter = FILTERS[0]
        self._sort = next(iter(SORTS))
        self._search = ""
        self._rest = ""
        self._widest = 0

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static(styled(("Words", "bold $accent")), classes="head-left")
            yield Static("", id="words-head", classes="head-right", markup=False)
        yield Input(id="word-search", placeholder="word, pinyin or English")
        yield WordList(id="word-list", markup=False)
        yield too_small()
        yield KeyBar()

    def on_mount(self) -> None:
        """Gather the words beside the keys."""
        self.query_one("#word-search").display = False
        self.query_one("#words-head", Static).update("gathering …")
        self.gather()
        self.count_rest()

    def gather(self) -> None:
        """Show the words of all texts counted by now."""
        self.in_background(partial(self._study.vocabulary.rows, quick=True), self._show_rows, group="words")

    def show_rest(self, words: str) -> None:
        """Show beside the number of words how far the counting of the other texts is."""
        self._rest = words
        self._show_head()

    def _show_rows(self, rows: list[WordRow]) -> None:
        self._rows = rows
        self._fill()

    # --- what is shown

    def _fill(self) -> None:
        words, row = self.query_one(WordList), self._row()
        at = words.highlighted or 0
        shown = sorted(filter(self._is_shown, self._rows), key=SORTS[self._sort])  # type: ignore[arg-type]
        same = (i for i, other in enumerate(shown) if row and at and other.word == row.word)
        self._widest = max((len(f"{row.count:,}") for row in shown), default=3)
        self._shown = shown
        words.show(len(shown), lambda i: self._content(shown[i]), next(same, at))
        self._show_head()

    def _show_head(self) -> None:
        """Say how many words are shown, which of them (in what order, if there is room), how many marked."""
        order = f"{self._filter} · {self._sort}" if self.size.width >= _ROOM else self._filter
        marked = f"{len(self._marked):,} marked" if self._marked else ""
        parts = (counted(len(self._shown), "word"), self._rest or order, marked)
        self.query_one("#words-head", Static).update(styled(" · ".join(filter(None, parts))))

    def _is_shown(self, row: WordRow) -> bool:
        return self._filter in ("all", str(row.state)) and row.has(self._search)

    def _content(self, row: WordRow) -> Content:
        width = max(20, self.size.width - 7)
        sign = "* " if row.word in self._marked else "  "
        level = f"HSK {'7–9' if row.level == 7 else row.level}" if row.level else ""
        recall = f"{row.recall:.0%} " if row.recall is not None else ""
        left = styled(
            (sign, "bold $accent"), (_padded(row.word, 10), "bold"), " ",
            (_padded(row.pinyin, 16), "$secondary"), " ", row.gloss,
        )  # fmt: skip
        right = styled(
            (recall, "$quiet"),
            (level, "$quiet"),
            f" {row.count:>{max(3, self._widest)},}×  ",
            (_padded(str(row.state), 8), ""),
        )
        return split_row(left, right, width)

    def on_resize(self, _: Resize) -> None:
        """Fit the rows to the new width."""
        if self._rows:
            self._fill()

    # --- finding

    def action_search(self) -> None:
        """Open the search line."""
        box = self.query_one("#word-search", Input)
        box.display = True
        box.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as it is typed."""
        self._search = searchable(clean_answer(event.value))
        self._fill()

    def on_input_submitted(self) -> None:
        """Go on to the words found."""
        self.query_one(WordList).focus()

    def action_filter(self) -> None:
        """Show only words in the next state."""
        self._filter = FILTERS[(FILTERS.index(self._filter) + 1) % len(FILTERS)]
        self._fill()

    def action_sort(self) -> None:
        """Show the words in the next order."""
        names = list(SORTS)
        self._sort = names[(names.index(self._sort) + 1) % len(names)]
        self._fill()

    # --- changing

    def _row(self) -> WordRow | None:
        at = self.query_one(WordList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def action_mark(self) -> None:
        """Mark the word, or take its mark away, and go to the next."""
        if row := self._row():
            self._marked ^= {row.word}
            words = self.query_one(WordList)
            at = words.highlighted or 0
            words.replace_option_prompt_at_index(at, self._content(row))
            words.go_to(at + 1)
            self._show_head()

    def action_mark_all(self) -> None:
        """Mark all words shown; where they are, take all marks away."""
        shown = {row.word for row in self._shown}
        self._marked = set() if self._marked >= shown else self._marked | shown
        self._fill()

    def action_put(self, state: str) -> None:
        """Put the marked words, or the one under the cursor, into a state."""
        row = self._row()
        words = [r.word for r in self._rows if r.word in self._marked] or ([row.word] if row else [])
        if words:
            change = partial(self._study.vocabulary.set, words, WordState(state))
            self.in_background(change, partial(self._changed, state), group="change")

    def _changed(self, state: str, count: int) -> None:
        self._marked.clear()
        if count != 1:
            self.say_changed(count, f"is {state}", f"are {state}")
        self.gather()

    def action_know(self) -> None:
        """Know the words of an HSK level or of a list."""
        from reader.tui.screens.know import KnowScreen

        self.app.push_screen(KnowScreen(self._study), self._known)

    def _known(self, count: int | None) -> None:
        if count is not None:
            self.say_changed(count, "is known", "are known")
            self.gather()

    def action_texts(self) -> None:
        """Show what to read next."""
        from reader.tui.screens.readiness import ReadinessScreen

        self.app.push_screen(ReadinessScreen(self._study), lambda _: self.gather())

    # --- the sentences

    def on_option_list_option_selected(self) -> None:
        """Show where the word was met."""
        if row := self._row():
            self.in_background(
                partial(self._study.vocabulary.sentences, row.word),
                partial(self._show_sentences, row),
                group="sentences",
            )

    def _show_sentences(self, row: WordRow, found: list[MetSentence]) -> None:
        self.app.push_screen(SentencesScreen(row, found))

    def action_back(self) -> None:
        """Close the help, the search, or the screen: the topmost first."""
        box = self.query_one("#word-search", Input)
        if self.close_help():
            return
        if box.display:
            box.value, box.display = "", False
            self.query_one(WordList).focus()
            return
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters are for typing while the search line has the focus."""
        return action == "back" or not isinstance(self.focused, Input)


class SentencesScreen(BaseDialog[None]):
    """The sentences where a word was met."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,enter,q", "dismiss", "Back", "Back to the words", "sentences.back"),
    ]

    def __init__(self, row: WordRow, found: list[MetSentence]) -> None:
        super().__init__()
        self._row = row
        self._found = found

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with VerticalScroll(classes="dialog notes"):
            yield Static(sentences_content(self._row, self._found, self._width()), markup=False)
            yield Static("Esc  back", classes="dialog-hint")
        yield too_small()

    def _width(self) -> int:
        return max(20, min(_DIALOG, self.app.size.width * 94 // 100) - 9)  # less the dialog's edges and bar


def sentences_content(row: WordRow, found: list[MetSentence], width: int) -> Content:
    """Write a word with its sentences, in lines of ``width`` cells."""
    head = styled((row.word, "bold"), "  ", (row.pinyin, "$secondary"), "  ", row.gloss)
    blocks = [head] if found else [head, styled("It stands in no text of the library.")]
    for sentence in found:
        at = sentence.text.index(row.word)
        word = Span(at, at + len(row.word))
        where = f"{sentence.title} · {level_name(sentence.level)}"
        blocks += [
            Content(""),
            wrapped(sentence.text, width, word, lit_look="bold underline"),
            styled((sentence.translation, "$quiet")),
            styled((where if sentence.opened else f"{where} · not read yet", "$quiet")),
        ]
    return Content("\n").join(block for block in blocks)


def _padded(text: str, cells: int) -> str:
    return text + " " * max(0, cells - cell_len(text))
