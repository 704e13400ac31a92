"""Background notes, key words and the article's own glossary."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.articles.article import Article
from reader.text import clean_text
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseDialog, too_small


class NotesScreen(BaseDialog[None]):
    """Shows what a reader of the article may want to know."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,n,q,enter", "dismiss", "Back", "Back to the text", "notes.back"),
    ]

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with VerticalScroll(classes="dialog notes"):
            yield Static(notes_content(self._article), markup=False)
            yield Static("Esc  back", classes="dialog-hint")
        yield too_small()


def notes_content(article: Article) -> Content:
    """Write summary, notes, key words and glossary."""
    blocks = [styled((article.title, "bold")), styled((article.title_en, "$quiet")), styled(article.summary)]
    source = " · ".join(part for part in (article.date, article.source, article.section) if part)
    blocks += [styled((source, "$quiet"))]
    for note in article.notes:
        blocks += [Content(""), styled((note.title, "bold $accent")), Content(clean_text(note.text).strip())]
    if article.key_words:
        blocks += [Content(""), styled(("Key words", "bold $accent")), styled("、".join(article.key_words))]
    if article.glossary:
        blocks += [Content(""), styled(("Glossary", "bold $accent"))]
        blocks += [
            styled((entry.headword, "bold"), "  ", (entry.pinyin, "$secondary"), "  ", entry.gloss)
            for entry in article.glossary.values()
        ]
    return Content("\n").join(blocks)
