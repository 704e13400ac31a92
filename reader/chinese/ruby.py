"""Annotated text as plain lines with pinyin over the words, as HTML with ruby, and as running pinyin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from rich.cells import cell_len

from reader.chinese.token import AnnotatedText, Kind, Span, Token

Spell = Callable[[str], str]
"""Turns pinyin with marks into what is to be shown."""

# No line begins with one of the first or ends with one of the second.
_CLOSING = frozenset("，。！？；：、）》」』】〉〕”’…,.!?;:)]}%％—")
_OPENING = frozenset("（《「『【〈〔“‘([{")
_HEAD = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ max-width: 40em; margin: 2em auto; line-height: 2.4; font-size: 1.25em }}
rt {{ font-size: 0.55em }} .unsure {{ font-style: italic }}</style></head><body>"""


_TITLE = 40  # characters


def as_is(pinyin: str) -> str:
    """Return pinyin unchanged."""
    return pinyin


class Piece(NamedTuple):
    """What no line break may stand in: a word with the marks that cling to it."""

    pinyin: str
    text: str

    @property
    def cells(self) -> int:
        """The room it takes: the pinyin with a gap behind it, or the text."""
        return max(cell_len(self.pinyin) + 1 if self.pinyin else 0, cell_len(self.text))


def ruby_lines(tokens: Iterable[Token], width: int, spell: Spell = as_is) -> Iterator[str]:
    """Yield lines no wider than ``width`` cells: pinyin, and under it the characters, by turns.

    Lines break between words; a line break in the text ends a line; an empty one yields one empty line. A
    guessed reading ends with a question mark.
    A piece wider than the width has a line to itself.
    """
    line: list[Piece] = []
    used = 0
    for piece in _pieces(tokens, spell):
        if piece is None:
            yield from _drawn(line)
            line, used = [], 0
            continue
        # The gap behind the last piece need not fit.
        if line and used + piece.cells > width + bool(piece.pinyin):
            yield from _drawn(line)
            line, used = [], 0
        line.append(piece)
        used += piece.cells
    if line:
        yield from _drawn(line)


def _pieces(tokens: Iterable[Token], spell: Spell) -> Iterator[Piece | None]:
    """Yield the pieces in order; None for the end of a line."""
    held: Piece | None = None
    for token in tokens:
        surface = token.surface.replace("\t", " ")
        if "\n" in surface:
            if held:
                yield held
            held = None
            yield from [None] * surface.count("\n")
        elif held and surface[0] in _CLOSING and not token.pinyin:
            held = Piece(held.pinyin, held.text + surface)
        elif held and held.text[-1] in _OPENING and not held.pinyin:
            indent = " " * cell_len(held.text)
            held = Piece(indent + _over(token, spell) if token.pinyin else "", held.text + surface)
        else:
            if held:
                yield held
            held = Piece(_over(token, spell), surface)
    if held:
        yield held


def _over(token: Token, spell: Spell) -> str:
    """The pinyin over a token; one that is guessed has a question mark."""
    return spell(token.pinyin) + ("" if token.sure else "?")


def _drawn(line: Sequence[Piece]) -> Iterator[str]:
    if not line:
        yield ""
        return
    for text in (
        "".join(_padded(piece.pinyin, piece.cells) for piece in line),
        "".join(_padded(piece.text, piece.cells) for piece in line),
    ):
        yield text.rstrip()


def _padded(text: str, cells: int) -> str:
    """Fill ``text`` up with blanks. Rich's own way would drop what a stray joiner stands before."""
    return text + " " * (cells - cell_len(text))


def to_html(annotated: AnnotatedText, spell: Spell = as_is) -> Iterator[str]:
    """Yield the lines of an HTML page with ruby over the words; guessed readings are in italics.

    Its title is how the text begins.
    """
    first = next(iter(annotated.paragraphs), Span(0, 0))
    title = annotated.text[first.start : min(first.end, first.start + _TITLE)].strip()
    yield _HEAD.format(title=escape(title or "读报"))
    for _, tokens in _within(annotated.tokens, annotated.paragraphs):
        yield f"<p>{''.join(_ruby_element(token, spell) for token in tokens)}</p>"
    yield "</body></html>"


def _ruby_element(token: Token, spell: Spell) -> str:
    if not token.pinyin:
        return escape(token.surface)
    unsure = "" if token.sure else ' class="unsure"'
    gloss = f' title="{escape(token.gloss)}"' if token.gloss else ""
    return f"<ruby{gloss}>{escape(token.surface)}<rt{unsure}>{escape(spell(token.pinyin))}</rt></ruby>"


def to_text(annotated: AnnotatedText, spell: Spell = as_is) -> Iterator[str]:
    """Yield each sentence and, under it, its pinyin; an empty line between paragraphs."""
    ends = {paragraph.end for paragraph in annotated.paragraphs[:-1]}
    for sentence, tokens in _within(annotated.tokens, annotated.sentences):
        yield annotated.text[sentence.start : sentence.end]
        yield spell_out(tokens, spell)
        if sentence.end in ends:
            yield ""


def spell_out(tokens: Iterable[Token], spell: Spell = as_is) -> str:
    """Return a run of tokens in pinyin, with Western marks in place of the Chinese ones.

    Words are parted by blanks; foreign words and signs are as in the text.
    """
    written, quotes = "", ""  # quotes: the plain quotation marks that are open
    before: Token | None = None
    is_spaced = False
    for token in tokens:
        if token.kind is Kind.SPACE:
            is_spaced = True
            continue
        is_mark = token.kind is Kind.PUNCTUATION
        piece = token.surface.translate(_WESTERN) if is_mark else spell(token.pinyin) or token.surface
        clings = is_mark and (piece[0] in _CLINGING or piece in quotes)
        holds = before is not None and (written[-1] in _HOLDING or written[-1] in quotes)
        if before is not None and (is_spaced or _are_parted(before, token)) and not (clings or holds):
            written += " "
        written += piece
        if is_mark and piece in _PLAIN_QUOTES:
            quotes = quotes.replace(piece, "") if piece in quotes else quotes + piece
        before, is_spaced = token, False
    return written


def _are_parted(before: Token, token: Token) -> bool:
    """Whether a blank parts two neighbours that have none between them in the text."""
    is_chinese_mark = before.kind is Kind.PUNCTUATION and not before.surface[-1].isascii()
    return bool(before.pinyin or token.pinyin) or is_chinese_mark


_PLAIN_QUOTES = frozenset("'\"")
_CLINGING = frozenset(",.!?;:)]}>”’…—%·/～、")  # no blank before these,
_HOLDING = frozenset("(“‘[{</·#@")  # and none behind those
_WESTERN = str.maketrans("，。！？；：、（）《》「」『』", ",.!?;:,()“”“”‘’")


def _within(tokens: Iterable[Token], spans: Sequence[Span]) -> Iterator[tuple[Span, list[Token]]]:
    """Yield each span with the tokens that begin inside it; both are in order."""
    rest = iter(tokens)
    token = next(rest, None)
    for span in spans:
        while token is not None and token.start < span.start:
            token = next(rest, None)
        inside = []
        while token is not None and token.start < span.end:
            inside.append(token)
            token = next(rest, None)
        yield span, inside
