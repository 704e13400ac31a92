"""The text of an article: pinyin over characters, and a word cursor. One Line-API widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.chinese.token import AnnotatedText, Span, Token
from reader.tui.familiarity import Familiarity, NewWords, above_level
from reader.tui.keys import key
from reader.tui.line_layout import Layout, LayoutOptions
from reader.tui.painter import GROUNDS, PARTS, Marks, Painter, palette_of
from reader.tui.stops import Stops

PINYIN_MODES = ("all", "unknown", "cursor", "none")
MEASURE = 88  # cells; longer lines are hard to follow
_PART = "article--"  # begins the component class of each part
ROOMY = 34  # rows of the window from which on a blank row parts the lines


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an annotated text. Posts :class:`CursorMoved` and :class:`Chosen` with token indexes."""

    HELP = """
Read with the arrow keys; **Enter** explains the word under the cursor, **Tab** goes to the next word
that you don't know. Pinyin in *italics* with a line under it is a guess.
"""
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ArticleView {
        height: 1fr;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    ArticleView > .article--pinyin { color: $quiet; }
    ArticleView > .article--unsure { text-style: italic underline; }
    ArticleView > .article--faint { text-style: dim; }
    ArticleView > .article--figure { color: $figure; }
    ArticleView > .article--unknown { color: $new-word; }
    ArticleView > .article--cursor { text-style: reverse; }
    ArticleView > .article--cursor-pinyin { color: $foreground; text-style: bold; }
    ArticleView > .article--hover { text-style: underline; }
    ArticleView > .article--proof { background: $accent 30%; text-style: bold underline; }
    ArticleView > .article--sentence { background: $foreground 9%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {_PART + name for name in (*PARTS, *GROUNDS)}
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "choose", "Word", "Explain the word under the cursor", "article.word"),
        key("left,h", "move(-1)", "Back a word", "Go to the word before", "article.left", show=False),
        key("right,l", "move(1)", "On a word", "Go to the next word", "article.right", show=False),
        key("up,k", "line(-1)", "Line up", "Go to the line above", "article.up", show=False),
        key("down,j", "line(1)", "Line down", "Go to the line below", "article.down", show=False),
        key("tab", "unknown(1)", "New", "Go to the next word that you don't know", "article.next_new"),
        key(
            "shift+tab",
            "unknown(-1)",
            "New word before",
            "Go back to a word that you don't know",
            "article.previous_new",
            show=False,
        ),
        key("pageup,ctrl+b", "page(-1)", "Page up", "Go a page back", "article.page_up", show=False),
        key("pagedown,ctrl+f", "page(1)", "Page down", "Go a page on", "article.page_down", show=False),
        key("home", "edge(False)", "Line start", "Go to the line's first word", "article.home", show=False),
        key("end", "edge(True)", "Line end", "Go to the line's last word", "article.end", show=False),
        key("ctrl+home,g", "text_edge(False)", "Top", "Go to the first word", "article.top", show=False),
        key("ctrl+end,G", "text_edge(True)", "Bottom", "Go to the last word", "article.bottom", show=False),
    ]

    class CursorMoved(Message):
        """The cursor stands on another token."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Measured(Message):
        """The text has another margin, in cells, on either side."""

        def __init__(self, margin: int) -> None:
            super().__init__()
            self.margin = margin

    class Chosen(Message):
        """A token was chosen, by key or by click."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._annotated: AnnotatedText | None = None
        self._drawn: AnnotatedText | None = None
        self._layout_made: Layout | None = None
        self._painter: Painter | None = None
        self._stops = Stops(())
        self._new = NewWords((), above_level(9))
        self._peeked: set[int] = set()  # tokens whose pinyin was asked for
        self._options = LayoutOptions(width=0)
        self._mode = "all"
        self._marks = Marks()
        self._goal: float | None = None

    # --- what is shown

    @property
    def annotated(self) -> AnnotatedText | None:
        """The text on the screen, as it was annotated."""
        return self._annotated

    @property
    def drawn(self) -> AnnotatedText | None:
        """The same text as it is drawn: perhaps in the other script, with other tones."""
        return self._drawn

    @property
    def mode(self) -> str:
        """Which words show their pinyin: all, unknown, cursor or none."""
        return self._mode

    @property
    def cursor(self) -> int:
        """The index of the token under the cursor, -1 without one."""
        return self._marks.cursor

    @property
    def token(self) -> Token | None:
        """The token under the cursor."""
        if self._annotated is None or self.cursor < 0:
            return None
        return self._annotated.tokens[self.cursor]

    @property
    def new_count(self) -> int:
        """How many different words of the text the reader does not know."""
        return self._new.count

    def show(
        self,
        annotated: AnnotatedText,
        *,
        known: Familiarity,
        drawn: AnnotatedText | None = None,
        mode: str = "all",
        numbers: bool = False,
        wide_ambiguous: bool = False,
        offset: int = 0,
    ) -> None:
        """Show a text with the cursor at (or behind) a character offset.

        ``drawn`` is what is drawn for it: the same tokens at the same places, in other characters or tones.
        """
        self._annotated = annotated
        self._drawn = drawn or annotated
        self._peeked.clear()
        self._new = NewWords(annotated.tokens, known)
        self._mode = mode
        self._options = replace(self._options, numbers=numbers, wide_ambiguous=wide_ambiguous)
        self._stops = Stops(annotated.tokens)
        start = self._stops.at_offset(offset)
        self._marks = Marks(-1 if start is None else start, pinyin_at_cursor=mode == "cursor")
        self._goal = None
        self._layout_made = None  # that of another text, which must not be drawn with this one's marks
        self._lay_out()
        self.call_after_refresh(self._reveal, top=True)

    def set_known(self, known: Familiarity) -> None:
        """Take other words as known from now on."""
        self._new = NewWords(self._annotated.tokens if self._annotated else (), known)
        self._lay_out_in_place()

    def set_mode(self, mode: str) -> None:
        """Show the pinyin of other words."""
        self._mode = mode
        self._marks = replace(self._marks, pinyin_at_cursor=mode == "cursor")
        self._lay_out_in_place()

    def peek(self) -> bool:
        """Show the pinyin over the word under the cursor; tell whether it was hidden."""
        if self.cursor < 0 or self._mode != "unknown" or self._wants_pinyin(self.cursor):
            return False
        self._peeked.add(self.cursor)
        self._lay_out_in_place()
        return True

    def _lay_out_in_place(self) -> None:
        """Lay out anew; the line under the eyes stays where it is."""
        row = self._row_of_cursor() - self.scroll_offset.y
        self._lay_out()
        self.scroll_to(y=max(0, self._row_of_cursor() - row), animate=False, immediate=True)

    @property
    def in_sight(self) -> Span:
        """The part of the text on the screen."""
        if self._layout_made is None:
            return Span(0, 0)
        return self._layout_made.span_of(self.scroll_offset.y, self.scrollable_content_region.height)

    def show_sentence(self, span: Span | None) -> None:
        """Tint a sentence (the one whose English is shown)."""
        self._mark(sentence=span)

    def show_proof(self, start: int, end: int) -> None:
        """Light up the words from ``start`` to ``end`` and put the cursor on the first of them."""
        self._mark(proof=Span(start, end))
        found = self._stops.at_offset(start)
        if found is not None:
            self.move_to(found)
        self.call_after_refresh(self._reveal, top=True)

    def hide_proof(self) -> bool:
        """Put the lights out; tell whether there were any."""
        if self._marks.proof is None:
            return False
        self._mark(proof=None)
        return True

    def move_to(self, index: int) -> None:
        """Put the cursor on a token."""
        if index == self.cursor or self._annotated is None:
            return
        self._mark(cursor=index)
        self._reveal()
        self.post_message(self.CursorMoved(index))

    # --- layout

    def _lay_out(self) -> None:
        if self._drawn is None or self.size.width <= 0:
            return
        self._layout_made = Layout(self._drawn, self._wanted())
        self._painter = None
        self.virtual_size = Size(self.scrollable_content_region.width, self._layout_made.rows + 1)
        self.refresh()

    def _wanted(self) -> LayoutOptions:
        """How to lay out at the present size; a high window gives the lines room to breathe."""
        return replace(
            self._options,
            width=self._measure(),
            pinyin_row=self._mode != "none",
            shown=self._shown(),
            spacing=int(self.app.size.height >= ROOMY),
        )

    def _measure(self) -> int:
        return max(8, min(MEASURE, self.scrollable_content_region.width - 4))

    def _margin(self) -> int:
        return max(0, (self.scrollable_content_region.width - self._measure()) // 2)

    def _shown(self) -> Callable[[int], bool] | None:
        return {"all": _every, "unknown": self._wants_pinyin}.get(self._mode)

    def _wants_pinyin(self, index: int) -> bool:
        return self._new.wants_pinyin(index) or index in self._peeked

    def _row_of_cursor(self) -> int:
        if self._layout_made is None or self.cursor < 0:
            return 0
        return self._layout_made.top_of(self._layout_made.line_of(self.cursor))

    def _reveal(self, top: bool = False) -> None:
        """Scroll as little as needed to see the cursor's line; with ``top``, to the upper third."""
        layout = self._layout_made
        height = self.scrollable_content_region.height
        if layout is None or height <= 0:
            return
        row, now = self._row_of_cursor(), self.scroll_offset.y
        spare = layout.line_rows if height > 4 * layout.line_rows else 0
        if top and not now <= row < now + height - layout.line_rows:
            goal = row - height // 3
        elif row - spare < now:
            goal = row - spare
        elif row + layout.line_rows + spare > now + height:
            goal = row + layout.line_rows + spare - height
        else:
            return
        self.scroll_to(y=max(0, goal), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Break the lines anew where the width changed; keep the cursor in sight."""
        if self._layout_made is None or self._layout_made.options != self._wanted():
            self._lay_out()
        elif self._layout_made is not None:
            self.virtual_size = Size(self.scrollable_content_region.width, self._layout_made.rows + 1)
        self.call_after_refresh(self._reveal)
        self.post_message(self.Measured(self._margin()))

    # --- drawing

    def notify_style_update(self) -> None:
        """Forget the colours when the theme changes."""
        super().notify_style_update()
        self._painter = None

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width = self.scrollable_content_region.width
        layout = self._layout_made
        found = layout.line_at(y + self.scroll_offset.y) if layout else None
        if layout is None or found is None:
            return Strip.blank(width, self.rich_style)
        if self._painter is None:
            fades = self._mode == "unknown"
            self._painter = Painter(layout, palette_of(self, _PART), self._new, fades=fades)
        number, row = found
        is_pinyin = layout.line_rows == 2 and row == 0
        if is_pinyin and y + 1 == self.scrollable_content_region.height:
            return Strip.blank(width, self.rich_style)  # its characters are below the edge
        line = layout.line(number)
        segments = self._painter.segments(line, is_pinyin, self._marks, self._margin(), width)
        # The length is stated: where ambiguous characters are drawn wide, Rich would count them short.
        return Strip(segments, width)

    def _mark(self, **changes: Any) -> None:
        """Change what is marked, and draw again only the lines that look different."""
        before, self._marks = self._marks, replace(self._marks, **changes)
        layout = self._layout_made
        if layout is None or before == self._marks:
            return
        if before.proof != self._marks.proof or before.sentence != self._marks.sentence:
            self.refresh()
            return
        for index in {before.cursor, before.hover} ^ {self._marks.cursor, self._marks.hover}:
            if index >= 0:
                self._refresh_token(layout, index)

    def _refresh_token(self, layout: Layout, index: int) -> None:
        first = layout.line_of(index)
        last = first
        while last + 1 < len(layout) and layout.line(last).placed[-1].index == index:
            if layout.line(last + 1).placed[0].index != index:
                break
            last += 1
        top = layout.top_of(first) - self.scroll_offset.y
        rows = layout.top_of(last) + layout.line_rows - layout.top_of(first)
        self.refresh(Region(0, top, self.size.width, rows))

    # --- keys and mouse

    def action_move(self, by: int) -> None:
        """Go so many words on."""
        self._goal = None
        self.move_to(self._stops.step(self.cursor, by))

    def action_line(self, by: int) -> None:
        """Go so many lines down, keeping to the column."""
        layout = self._layout_made
        if layout is None or self.cursor < 0:
            return
        if self._goal is None:
            line = layout.line(layout.line_of(self.cursor))
            here = next(placed for placed in line.placed if placed.index == self.cursor)
            self._goal = (here.column + here.end) / 2
        self.move_to(self._stops.vertical(layout, self.cursor, by, self._goal))
        if by < 0 and layout.line_of(self.cursor) == 0:
            self.scroll_to(y=0, animate=False, immediate=True)

    def action_page(self, by: int) -> None:
        """Go a page on, or back."""
        if layout := self._layout_made:
            height = self.scrollable_content_region.height
            self.action_line(by * max(1, height // layout.line_rows - 1))

    def action_edge(self, last: bool) -> None:
        """Go to the first or last word of the line."""
        if self._layout_made is not None and self.cursor >= 0:
            self._goal = None
            self.move_to(self._stops.edge(self._layout_made, self.cursor, last))

    def action_text_edge(self, last: bool) -> None:
        """Go to the first or last word of the text."""
        found = self._stops.last() if last else self._stops.first()
        if found is not None:
            self._goal = None
            self.move_to(found)

    def action_unknown(self, direction: int) -> None:
        """Go to the next word that the reader does not know."""
        found = self._stops.seek(self.cursor, direction, self._new.is_new)
        if found is None:
            self.notify("No more new words that way.", timeout=2)
            return
        self._goal = None
        self.move_to(found)

    def action_choose(self) -> None:
        """Choose the word under the cursor."""
        if self.cursor >= 0:
            self.post_message(self.Chosen(self.cursor))

    def _stop_under(self, event: events.MouseEvent) -> int:
        index = event.style.meta.get("token", -1)
        return index if index in self._stops else -1

    def on_click(self, event: events.Click) -> None:
        """Choose the word clicked."""
        index = self._stop_under(event)
        if index >= 0:
            self._goal = None
            self.move_to(index)
            self.post_message(self.Chosen(index))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Underline the word under the mouse."""
        self._mark(hover=self._stop_under(event))

    def on_leave(self) -> None:
        """Forget the mouse."""
        self._mark(hover=-1)


def _every(_: int) -> bool:
    return True


__all__ = ["MEASURE", "PINYIN_MODES", "ArticleView", "Binding"]
