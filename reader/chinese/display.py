"""A text as the reader wants to see it: the other script, tones as spoken. For the eye alone.

Tokens keep their places, lengths and number, so that cursors, places and proofs hold; whatever looks a
word up goes on using the tokens as they were annotated.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from reader.chinese.packed import PackedTokens, Words, packed, words_of
from reader.chinese.pinyin.sandhi import SpokenWord, spoken
from reader.chinese.pinyin.spelling import pieces
from reader.chinese.pinyin.syllable import to_marks
from reader.chinese.script import Script, ScriptName, holds_traditional
from reader.chinese.token import AnnotatedText, Kind, Token


def turned(annotated: AnnotatedText, script: Script, name: ScriptName) -> AnnotatedText:
    """Return the text in simplified or traditional characters.

    A word whose other form has more or fewer characters stays as it is: nothing behind it may move.
    """
    if name == "simplified" and not holds_traditional(annotated.text):
        return annotated
    tokens = packed(annotated.tokens)
    surfaces = [_turned(word, script, name) for word in tokens.words]
    text = "".join(map(surfaces.__getitem__, tokens.numbers))
    words = Words([surfaces, *tokens.words.columns[1:]])
    return AnnotatedText(text, tokens.with_words(words), annotated.sentences, annotated.paragraphs)


def _turned(word: Token, script: Script, name: ScriptName) -> str:
    surface = script.to_traditional(word) if name == "traditional" else script.to_simplified(word)
    return surface if fits(surface, word) else word.surface


def fits(surface: str, token: Token) -> bool:
    """Tell whether another form can stand in a token's place."""
    return len(surface) == len(token.surface)


def said(annotated: AnnotatedText) -> AnnotatedText:
    """Return the text with the tones that are spoken: bú duì, yí gè, ní hǎo."""
    tokens = packed(annotated.tokens)
    made: dict[tuple[int, Sequence[str]], int] = {}
    numbers = array("I")
    for breath in _breaths(tokens):
        written = [_to_say(tokens.words[number]) for number in breath]
        for number, changed in zip(breath, spoken(written), strict=True):
            numbers.append(made.setdefault((number, changed), len(made)))
    words = [_said(tokens.words[number], changed) for number, changed in made]
    shown = PackedTokens(words_of(words), numbers, tokens.figures, tokens.places, tokens.told, tokens.marks)
    return AnnotatedText(annotated.text, shown, annotated.sentences, annotated.paragraphs)


def _breaths(tokens: PackedTokens) -> Iterator[array[int]]:
    """Yield the numbers of words between two pauses, each pause with what is before it."""
    ends = bytes(not any(_to_say(word)[1]) for word in tokens.words)
    first = 0
    for behind, number in enumerate(tokens.numbers, 1):
        if ends[number]:
            yield tokens.numbers[first:behind]
            first = behind
    yield tokens.numbers[first:]


def _to_say(word: Token) -> SpokenWord:
    return word.surface, () if word.kind is Kind.FIGURE else word.syllables


def _said(token: Token, syllables: Sequence[str]) -> Token:
    if not syllables or syllables == token.syllables:
        return token
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
