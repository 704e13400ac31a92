"""An article as it was found on a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.articles.importing.punctuation import mend_quotes


@dataclass(slots=True)
class PageArticle:
    """One article of a page, as a careful reader would find it.

    ``order`` has the subheads and paragraphs as they follow one another: ("subhead" or "body", text).
    ``source``, ``date`` and ``section`` are what the head of the page says.
    """

    headline: str = ""
    kicker: str = ""
    subheads: list[str] = field(default_factory=list)
    dateline: str = ""
    byline: str = ""
    captions: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    order: list[tuple[str, str]] = field(default_factory=list)
    source: str = ""
    date: str = ""
    section: str = ""

    def add(self, kind: str, text: str) -> None:
        """Put a subhead or a paragraph behind the others; a subhead's straight quotes are mended."""
        text = mend_quotes(text) if kind == "subhead" else text
        (self.subheads if kind == "subhead" else self.paragraphs).append(text)
        self.order.append((kind, text))
