"""The line over an article: its title at the left; version, pinyin and how far one has read at the right."""

from __future__ import annotations

from textual.content import Content

from reader.articles.article import Version
from reader.tui.rows import level_name, styled

MODE_NAMES = {"all": "all", "unknown": "new words", "cursor": "at cursor", "none": "off"}


def title_line(version: Version, shown_title: str) -> Content:
    """Return the title, in the reader's script as soon as that is known, and its English."""
    return styled((shown_title or version.title, "bold"), "  ", (version.title_en, "$quiet"))


def status_line(version: Version, mode: str, new_words: int, share: float | None, width: int) -> Content:
    """Return what fits ``width`` columns of version, pinyin, new words and the share read (0 to 1).

    The share is None while the text is being prepared: then the version stands alone.
    """
    parts: list[str | tuple[str, str]] = [(level_name(version.level), "bold $secondary")]
    if share is not None and width >= 70:
        parts += [f" · pinyin {MODE_NAMES[mode]}"]
        if width >= 100:
            parts += [f" · {new_words} new words"]
        parts += [f" · {round(share * 100):>3}%"]
    return styled(*parts)
