"""What the popup says of a token of an article: the look-ups behind it, which may take a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from reader.articles.article import Article
from reader.chinese.token import AnnotatedText, Kind, Token
from reader.tui.gloss import characters_gloss, figure_gloss, word_gloss

if TYPE_CHECKING:
    from reader.study import Study

Look = Callable[["Study", Article | None, AnnotatedText, Token], Content]
"""What may be said of a token of an article."""

_BEHIND = 20  # characters behind a figure that tell its measure word


def explanation(study: Study, article: Article | None, annotated: AnnotatedText, token: Token) -> Content:
    """Return the gloss of a word or a figure; a word's entries are looked up in the dictionary.

    Raises:
        DictionaryError: there is no dictionary that can be read.
    """
    numbers = study.settings.pinyin_style == "numbers"
    if token.kind is Kind.FIGURE:
        following = annotated.text[token.end : token.end + _BEHIND]
        return figure_gloss(token, numbers, following, study.settings)
    own = article.glossary.get(token.surface) if article else None
    entries = study.entries(token)
    other = "" if entries else study.other_form(token)
    repair = study.repair_of(token)
    mended = repair.gloss or "" if repair else ""
    return word_gloss(token, entries, own, study.dictionary_parts(token), numbers, other, mended)


def characters(study: Study, _article: Article | None, _annotated: AnnotatedText, token: Token) -> Content:
    """Return a word character by character, each with other words that have it.

    Raises:
        DictionaryError: there is no dictionary that can be read.
    """
    numbers = study.settings.pinyin_style == "numbers"
    return characters_gloss(token, study.characters(token), numbers)
