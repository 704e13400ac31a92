"""A text as the reader wants to see it: the other script, tones as spoken. For the eye alone.

Tokens keep their places, lengths and number, so that cursors, places and proofs hold; whatever looks a
word up goes on using the tokens as they were annotated.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.chinese.pinyin.sandhi import spoken
from reader.chinese.pinyin.spelling import pieces
from reader.chinese.pinyin.syllable import to_marks
from reader.chinese.script import Script, ScriptName
from reader.chinese.token import AnnotatedText, Kind, Token


def turned(annotated: AnnotatedText, script: Script, name: ScriptName) -> AnnotatedText:
    """Return the text in simplified or traditional characters.

    A word whose other form has more or fewer characters stays as it is: nothing behind it may move.
    """
    surfaces = script.surfaces(annotated, name)
    tokens = tuple(
        token._replace(surface=surface) if surface != token.surface and fits(surface, token) else token
        for token, surface in zip(annotated.tokens, surfaces, strict=True)
    )
    text = "".join(token.surface for token in tokens)
    return AnnotatedText(text, tokens, annotated.sentences, annotated.paragraphs)


def fits(surface: str, token: Token) -> bool:
    """Tell whether another form can stand in a token's place."""
    return len(surface) == len(token.surface)


def said(annotated: AnnotatedText) -> AnnotatedText:
    """Return the text with the tones that are spoken: bú duì, yí gè, ní hǎo."""
    spoken_as = spoken(
        [(token.surface, () if token.kind is Kind.FIGURE else token.syllables) for token in annotated.tokens]
    )
    tokens = tuple(
        token if not changed or changed == token.syllables else _said(token, changed)
        for token, changed in zip(annotated.tokens, spoken_as, strict=True)
    )
    return AnnotatedText(annotated.text, tokens, annotated.sentences, annotated.paragraphs)


def _said(token: Token, syllables: Sequence[str]) -> Token:
    written = [
        piece if old == new else _with_tone(piece, new)
        for piece, old, new in zip(pieces(token), token.syllables, syllables, strict=True)
    ]
    return token._replace(syllables=tuple(syllables), pinyin="".join(written))


def _with_tone(piece: str, syllable: str) -> str:
    """Write a syllable in the place of ``piece``, keeping its capital, apostrophe and space."""
    letters = piece.strip(" -'’")
    marked = to_marks(syllable)
    marked = marked[:1].upper() + marked[1:] if letters[:1].isupper() else marked
    return piece.replace(letters, marked) if letters else piece
