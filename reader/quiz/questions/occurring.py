"""Which of three words stands in the text at all; the others are of other articles, or of its level."""

from __future__ import annotations

import random
from collections.abc import Sequence

from reader.quiz.common_verbs import COMMON_VERBS
from reader.quiz.item import Option, Question, Refusal
from reader.quiz.questions.making import WRONG, Made
from reader.quiz.questions.vocabulary import ask_about, item_of_word
from reader.quiz.source import Source
from reader.quiz.words import Word, words


def seen(source: Source, rng: random.Random) -> Made:
    """Ask which of three words stands in the article.

    The others are taught by other articles only; of a text without a glossary they are verbs of the same
    level, which tell nothing of what a text is about.
    """
    own = "".join(version.text for version in source.article.versions)
    foreign = _foreign(source, own)
    for word in words(source):
        if word.is_name:
            continue
        if word.surface in source.article.glossary:
            others = [other for other in foreign if len(other) == len(word.surface)]
            mistake, few = "a word of another article", "Other articles teach no two words of its length."
        elif not source.article.glossary and _is_plain_verb(word):
            others = [verb for verb in COMMON_VERBS[word.token.level or 0] if not set(verb) & set(own)]
            mistake, few = (
                "a word that the text doesn't have",
                "No two verbs of its level are new to the text.",
            )
        else:
            continue
        yield _seen(source, word, others, mistake, few, rng)


def _seen(
    source: Source, word: Word, others: Sequence[str], mistake: str, few: str, rng: random.Random
) -> Question | Refusal:
    item = item_of_word(source, word, "seen")
    if len(set(others)) < WRONG or word.surface in source.version.title:
        return Refusal(item.id, few)
    wrong = [Option(other, "", mistake) for other in rng.sample(sorted(set(others)), WRONG)]
    return ask_about(
        source, item, word, "下面哪个词是在这篇文章里出现过的？",
        "Which of these words stands in the article?",
        Option(word.surface, word.gloss), wrong, rng,
    )  # fmt: skip


def _foreign(source: Source, own: str) -> list[str]:
    return sorted(
        word
        for other in source.others
        for word, entry in other.glossary.items()
        if word not in own and not entry.pinyin[:1].isupper()
    )


def _is_plain_verb(word: Word) -> bool:
    return (word.token.level or 0) in COMMON_VERBS and word.sort == "verb" and len(word.surface) == 2
