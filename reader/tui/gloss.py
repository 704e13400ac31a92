"""What the popup says of a word or a figure, as styled plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Content

from reader.chinese.dictionary.senses import short
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.pinyin.spelling import pieces
from reader.chinese.pinyin.syllable import restyle
from reader.chinese.token import Entry, GlossaryEntry, Kind, Source, Token
from reader.config import Settings
from reader.tui.rows import styled

MOST_ENTRIES = 8
MOST_WORDS = 6
_ARTICLES = re.compile(r"\b(?:an?|the|to) ")
Part = str | tuple[str, str]


def word_gloss(
    token: Token,
    entries: Sequence[Entry],
    own: GlossaryEntry | None = None,
    parts: Sequence[Entry] = (),
    numbers: bool = False,
    other: str = "",
    mended: str = "",
) -> Content:
    """Explain a word: the article's own entry or what is meant here, then the dictionary's entries.

    ``other`` is a word without entries in the other script; ``mended`` the gloss that the reader gave it,
    which stands before all others.
    """
    lines = [_head(token, _other_form(token, entries) or other, numbers)]
    if mended:
        lines.append(styled(("▪ ", "$accent"), (mended, "bold"), ("  your own", "$quiet")))
    if own is not None:
        lines.append(styled(("▪ ", "$accent"), (own.gloss, "bold"), ("  in this article", "$quiet")))
    if not (mended or own) and _picks_out(token, entries):
        lines.append(styled(("▪ ", "$accent"), (token.gloss or "", "bold"), ("  here", "$quiet")))
    shown = entries[:MOST_ENTRIES]
    several = len({entry.pinyin.lower() for entry in shown}) > 1
    lines += [
        _entry(entry, number if len(shown) > 1 else 0, several, numbers)
        for number, entry in enumerate(shown, 1)
    ]
    if len(entries) > MOST_ENTRIES:
        lines.append(styled((f"and {len(entries) - MOST_ENTRIES} more entries", "$quiet")))
    parts = parts if _tells_more(token, parts, entries) else ()
    if parts:
        lines.append(_made_of(parts, numbers))
    if not (entries or own or mended):
        lines.append(_nothing(token, parts))
    return Content("\n").join(lines)


def characters_gloss(
    token: Token, characters: Sequence[tuple[Entry, Sequence[Entry]]], numbers: bool = False
) -> Content:
    """Take a word apart: each character with its reading and sense, and under it other words that have it."""
    lines = [_head(token, "", numbers)]
    for entry, words in characters:
        sense = short(entry.senses[0]) if entry.senses else ""
        lines.append(
            styled(
                (entry.simplified, "bold"), (f" {_spelt(entry.pinyin, numbers)}", "$secondary"), f" {sense}"
            )
        )
        told: list[Part] = []
        for word in words[:MOST_WORDS]:
            told += ["; " if told else "   ", word.simplified, (f" {_spelt(word.pinyin, numbers)}", "$quiet")]
            told += [f" {short(word.senses[0])}"] if word.senses else []
        lines.append(styled(*(told or [("   in no other word", "$quiet")])))
    if not characters:
        lines.append(styled(("Its characters are not in the dictionary.", "$quiet")))
    return Content("\n").join(lines)


def _tells_more(token: Token, parts: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether a compound's parts help.

    They don't where a name is explained, or would be taken for mere characters: 泊里镇 presses nothing down.
    """
    if token.kind is Kind.NAME and (entries or all(len(part.simplified) == 1 for part in parts)):
        return False
    return bool(parts) and (len(token.surface) > 2 or not entries)


def _picks_out(token: Token, entries: Sequence[Entry]) -> bool:
    """Tell whether the short gloss says what is meant here better than the beginning of the entries does."""
    if not token.gloss or not entries:
        return False
    return not _bare("; ".join(entries[0].senses)).startswith(_bare(token.gloss))


def _bare(english: str) -> str:
    return _ARTICLES.sub("", english.lower())


def _nothing(token: Token, parts: Sequence[Entry]) -> Content:
    if token.gloss:
        return styled(token.gloss)
    if parts:
        return styled(("Not in the dictionary; its parts are.", "$quiet"))
    said = {Kind.NAME: "A name; not in the dictionary.", Kind.LATIN: "Foreign letters."}
    return styled((said.get(token.kind, "Not in the dictionary."), "$quiet"))


def tone_coloured(token: Token, numbers: bool = False) -> list[Part]:
    """Return the pinyin of a word, each syllable in the colour of its tone."""
    cut = pieces(token, numbers)
    if not any(cut):
        return [(token.pinyin, "bold")] if token.pinyin else []
    tones = [syllable[-1] if syllable[-1:].isdigit() else "5" for syllable in token.syllables]
    return [(piece, f"bold $tone-{tone}") for piece, tone in zip(cut, tones, strict=False) if piece]


def _other_form(token: Token, entries: Sequence[Entry]) -> str:
    forms = (entries[0].traditional, entries[0].simplified) if entries else ()
    return next((form for form in forms if form != token.surface), "")


def _head(token: Token, other: str, numbers: bool) -> Content:
    found: list[Part] = [(token.surface, "bold"), "  ", *tone_coloured(token, numbers)]
    if not token.sure:
        found.append(("  a guess", "italic $quiet"))
    elif token.source is Source.REPAIR:
        found.append(("  mended", "$quiet"))
    if other:
        found += ["   ", (other, "$quiet")]
    if token.level is not None:
        found += ["   ", (f"HSK {'7–9' if token.level >= 7 else token.level}", "$secondary")]
    elif token.kind is Kind.NAME:
        found += ["   ", ("name", "$secondary")]
    elif token.source is not Source.GLOSSARY and token.kind is Kind.WORD:
        found += ["   ", ("beyond HSK", "$secondary")]
    return styled(*found)


def _spelt(pinyin: str, numbers: bool) -> str:
    return restyle(pinyin, "numbers") if numbers else pinyin


def _entry(entry: Entry, number: int, with_pinyin: bool, numbers: bool) -> Content:
    found: list[Part] = [(f"{number} ", "$quiet")] if number else []
    if with_pinyin:
        found += [(_spelt(entry.pinyin, numbers), "$secondary"), " "]
    for at, sense in enumerate(entry.senses):
        found += [("; ", "$quiet")] if at else []
        found.append(sense)
    for at, (hanzi, pinyin) in enumerate(entry.measures):
        found += [
            ("   measure word " if at == 0 else ", ", "$quiet"),
            hanzi,
            (f" {_spelt(pinyin, numbers)}", "$quiet"),
        ]
    return styled(*found)


def _made_of(parts: Sequence[Entry], numbers: bool) -> Content:
    found: list[Part] = [("= ", "$quiet")]
    for at, entry in enumerate(parts):
        found += [(" + ", "$quiet")] if at else []
        sense = f" {entry.senses[0]}" if entry.senses else ""
        found += [entry.simplified, (f" {_spelt(entry.pinyin, numbers)}", "$secondary"), sense]
    return styled(*found)


def figure_gloss(
    token: Token, numbers: bool = False, following: str = "", settings: Settings | None = None
) -> Content:
    """Explain a figure: English, value in both groupings, bound, how it is read aloud, a sense of size.

    ``following`` is the text behind the figure: its measure word decides between 二 and 两. ``settings``
    say which units, currency and places the reader compares figures with.
    """
    reading = "".join(pieces(token, numbers))
    head = styled((token.surface, "bold"), "  ", (reading, "bold $figure"), "   ", ("figure", "$secondary"))
    if token.quantity is None:
        return head
    rows = _figure_rows(token.quantity, following, settings or Settings())
    width = max((len(label) for label, _, _ in rows), default=0)
    lines = [head]
    for label, said, formula in rows:
        lines.append(styled((f"{label:<{width}}  ", "$quiet"), said))
        if formula:
            lines.append(styled(" " * (width + 2), (formula, "$quiet")))
    return Content("\n").join(lines)


_FIRST = ("English", "value", "groups of four", "bound", "reading")


def _figure_rows(quantity: Quantity, following: str, settings: Settings) -> list[tuple[str, str, str]]:
    """The lens's lines as (label, text, formula), what a reader asks first in front."""
    from reader.chinese.numbers.lens import lens
    from reader.study.scale import pegs_of, rate_of, ways_of

    seen = lens(
        quantity, following, rate=rate_of(settings), pegs=pegs_of(settings), ways=ways_of(settings),
        spoken=settings.tone_change,
    )  # fmt: skip
    lines = [line for line in seen.lines if line.text not in ("", quantity.text)]
    lines.sort(key=lambda line: _FIRST.index(line.label) if line.label in _FIRST else len(_FIRST))
    return [(line.label, line.text, line.formula) for line in lines]
