"""Words under review that no text of the library has: they are asked by themselves.

A sheet of words stands for the text: each word is a sentence of its own, with common words
about the reader's level behind them, so that a meaning has others of its sort to stand beside.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from reader.articles.article import Article
from reader.articles.plain_text import text_article

#: So many common words stand beside those that are asked.
_BESIDE = 110
#: Those of the first levels alone are too few to choose from.
_LEAST = 4


def word_sheet(words: Sequence[str], level: int, standard: str) -> Article:
    """Return the sheet with these words, in their order; the same words give the same sheet."""
    from reader.chinese.hsk import words_up_to

    common = sorted(
        word for word in words_up_to(max(level, _LEAST), standard) if len(word) == 2 and word not in words
    )
    # A hash of one's own: Python's differs from run to run.
    rng = random.Random("".join(words))
    beside = rng.sample(common, min(_BESIDE, len(common)))
    return text_article("\n".join(f"{word}。" for word in (*words, *beside)), "words")
