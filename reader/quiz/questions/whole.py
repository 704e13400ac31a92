"""Questions on the article as a whole: the title that fits, which paragraph says it, what it answers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from reader.articles.article import Article, FactQuestion
from reader.chinese.numbers.hanzi import integer_to_hanzi
from reader.quiz.balance import Looks, balanced_pair
from reader.quiz.clauses import clause_of, filled_paragraphs, is_heading
from reader.quiz.figures import stated_by_facts
from reader.quiz.item import Item, Option, Proof, Question, Refusal
from reader.quiz.nearness import is_title, near_texts
from reader.quiz.phrases import quoted
from reader.quiz.questions import comprehension
from reader.quiz.questions.making import WRONG, Made, choice
from reader.quiz.source import Source

#: A quiz has few of these: so many are enough to draw them from.
_QUICK = 6
#: A version with fewer paragraphs gives no question which of them says something.
FEWEST_PARAGRAPHS = 4
#: A text without written facts and with more paragraphs gives none, either: it is a story told in dialogue.
MOST_PARAGRAPHS = 10


def title(source: Source, rng: random.Random) -> Made:
    """Ask which title fits; the wrong ones are those of other articles, retold for the same level."""
    item = Item(f"article/{source.article.slug}/title", "title", source.article.slug)
    titles = _titles(source) if is_title(source.version.title) else []
    wrong = [Option(*pair, "another article's title") for pair in titles]
    wrong.sort(key=lambda option: abs(len(option.text) - len(source.version.title)))
    if len(wrong) < WRONG or not source.version.title or not source.sentences:
        yield Refusal(item.id, "There are no two other articles whose titles could stand beside it.")
        return
    first = source.sentences[0]
    yield choice(
        item, "哪个题目最适合这篇文章？", "Which title fits this article best?",
        Option(source.version.title, source.version.title_en), rng.sample(wrong[:3], WRONG),
        source.proof(first, 0, len(first.text)), rng,
    )  # fmt: skip


def _titles(source: Source) -> list[tuple[str, str]]:
    """Return titles of other articles: retold for the same level, or else on things that are near."""
    same = [version for other in source.others if (version := other.version(source.version.level))]
    versions = same if source.article.facts else [text.version for text in near_texts(source)]
    told = dict.fromkeys((v.title, v.title_en) for v in versions if v.title != source.version.title)
    return [pair for pair in told if is_title(pair[0])]


def paragraph(source: Source, rng: random.Random) -> Made:
    """Ask which paragraph answers a question."""
    if len(source.version.paragraphs) < FEWEST_PARAGRAPHS:
        yield Refusal(
            f"article/{source.article.slug}/paragraph", "The text has too few paragraphs to ask for one."
        )
        return
    for made in source.some((*_figure_questions(source), *_written(source)), _QUICK):
        item_id, fact, stem, stem_en, proof = made
        item = Item(f"{item_id}/paragraph", "paragraph", source.article.slug, fact)
        place = source.paragraph_at(proof.start)
        others = rng.sample([p for p in range(len(source.version.paragraphs)) if p != place], WRONG)
        yield choice(
            item, f"哪一段能回答这个问题：{quoted(stem)}",
            f"Which paragraph answers this question: “{stem_en}”",
            _paragraph(place), [_paragraph(other, "another paragraph") for other in others], proof, rng,
        )  # fmt: skip


_Asked = tuple[str, str, str, str, Proof]


def _figure_questions(source: Source) -> Iterator[_Asked]:
    for stated in stated_by_facts(source):
        assert stated.figure is not None
        assert stated.fact is not None
        base = f"fact/{source.article.slug}/{stated.fact.id}/recall"
        yield base, stated.fact.id, stated.figure.stem, stated.figure.stem_en, stated.proof


def _written(source: Source) -> Iterator[_Asked]:
    for made in comprehension.written(source, random.Random(0)):
        if isinstance(made, Question) and made.options:
            yield made.item.id, made.item.fact, made.stem, made.stem_en, made.proof


def _paragraph(place: int, mistake: str | None = None) -> Option:
    return Option(f"第{integer_to_hanzi(place + 1, liang=False)}段", f"paragraph {place + 1}", mistake)


def place_of_clause(source: Source, rng: random.Random) -> Made:
    """Ask which paragraph says something, in a text without written facts: one clause of each paragraph.

    Headings are no paragraphs; in a text whose lines are cut at a fixed width nobody knows what is one.
    """
    if source.article.facts:
        return
    filled = filled_paragraphs(source.version)
    paragraphs = [p for p in filled if not is_heading(p)]
    if len(paragraphs) < FEWEST_PARAGRAPHS or len(source.sentences) < len(source.version.sentences):
        yield Refusal(f"article/{source.article.slug}/paragraph", "The text has too few paragraphs.")
        return
    if paragraphs != filled[1:] and paragraphs != filled:
        yield Refusal(
            f"article/{source.article.slug}/paragraph", "Lines between may count as paragraphs, or not."
        )
        return
    if len(paragraphs) > MOST_PARAGRAPHS:
        yield Refusal(f"article/{source.article.slug}/paragraph", "Nobody keeps count of so many paragraphs.")
        return
    asked = "哪一段说到" if len(paragraphs) == len(filled) else "不算标题，哪一段说到"
    for place, one in enumerate(paragraphs):
        found = clause_of(one, source.text)
        if found is None:
            continue
        sentence, start, end = found
        words = sentence.text[start:end]
        item = Item(f"article/{source.article.slug}/{words}/paragraph", "paragraph", source.article.slug)
        others = rng.sample([p for p in range(len(paragraphs)) if p != place], WRONG)
        yield choice(
            item, f"{asked}“{words}”？", f"Which paragraph says “{words}”?", _paragraph(place),
            [_paragraph(other, "another paragraph") for other in others],
            source.proof(sentence, start, end), rng,
        )  # fmt: skip


def answered_here(source: Source, rng: random.Random) -> Made:
    """Ask which of three questions the article answers; the others are answered by other articles.

    These ask of something that this article never speaks of; none has words of the title in it.
    """
    foreign = list(_foreign(source))
    for item_id, fact, stem, stem_en, proof in source.some(_written(source), _QUICK):
        item = Item(f"{item_id}/article", "which article", source.article.slug, fact)
        if _shares(stem, source.version.title):
            yield Refusal(item.id, "The question has words of the title in it.")
            continue
        pair = _foreign_pair(stem, source.version.title, foreign, rng)
        if pair is None:
            yield Refusal(item.id, "There are no questions of two other articles to set beside it.")
            continue
        wrong = [
            Option(q.stem, q.stem_en, "answered by another article", f"《{other.title}》 answers it.")
            for other, q in pair
        ]
        yield choice(item, f"读了《{source.version.title}》，可以回答下面哪个问题？",
                     f"Having read “{source.version.title_en}”, which question can you answer?",
                     Option(stem, stem_en), wrong, proof, rng)  # fmt: skip


_Foreign = tuple[Article, FactQuestion]
#: Pairs are made of so many questions of other articles.
_FOREIGN = 14


def _foreign_pair(
    stem: str, headline: str, foreign: list[_Foreign], rng: random.Random
) -> tuple[_Foreign, _Foreign] | None:
    """Return questions of two other articles: were both of one, they would show that they belong together."""

    def looks(text: str) -> Looks:
        known = sum(sign in headline for sign in set(text)) / len(set(text))
        return Looks(text, (len(text), known))

    some = rng.sample(foreign, min(_FOREIGN, len(foreign)))
    candidates = [(pair, looks(pair[1].stem)) for pair in some]
    return balanced_pair(
        looks(stem), candidates, rng, weights=(1, 2, 2), fits=lambda one, other: one[0].slug != other[0].slug
    )


def _terms(article: Article) -> set[str]:
    return {word for word in article.glossary if len(word) > 1}


def _foreign(source: Source) -> Iterator[tuple[Article, FactQuestion]]:
    """Questions of other articles on something that this one never speaks of."""
    own = "".join(version.text for version in source.article.versions)
    for other in source.others:
        terms = {term for term in _terms(other) if term not in own}
        for fact in other.facts:
            for asked in fact.questions:
                foreign = any(term in asked.stem for term in terms)
                if foreign and not _shares(asked.stem, source.version.title):
                    yield other, asked


def _shares(stem: str, headline: str) -> bool:
    """Tell whether a question has two characters running in common with a title: a guess from there."""
    return any(headline[i : i + 2] in stem for i in range(len(headline) - 1))
