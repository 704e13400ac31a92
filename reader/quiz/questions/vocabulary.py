"""Questions on the words of a version: meaning, reading, the characters, the gap in its own sentence."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.chinese.pinyin.syllable import render
from reader.quiz.item import AnswerForm, Item, Option, Question, Refusal
from reader.quiz.lookalikes import taken_for
from reader.quiz.phrases import gapped
from reader.quiz.questions.making import WRONG, Made, as_typed, choice
from reader.quiz.source import Source
from reader.quiz.words import Word, is_transliteration, words

#: Wrong options are the nearest of so many words taken at random.
_SAMPLE = 28


def _item(source: Source, word: Word, aspect: str, kind: str = "") -> Item:
    return Item(f"word/{word.surface}/{aspect}", kind or aspect, source.article.slug, word=word.surface)


def _ask(
    source: Source, item: Item, word: Word, stem: str, stem_en: str, key: Option, wrong: Sequence[Option],
    rng: random.Random,
) -> Question:  # fmt: skip
    proof = source.proof(word.sentence, word.start, word.start + len(word.surface))
    return choice(item, stem, stem_en, key, wrong, proof, rng, why=_told(word))


def _told(word: Word) -> str:
    return f"{word.surface} {word.token.pinyin}: {word.gloss}"


def meaning(source: Source, rng: random.Random) -> Made:
    """Ask what a word means here; the wrong options are other words of the text, alike in length."""
    known = [word for word in words(source) if not is_transliteration(word)]
    known = [_described(word) if word.is_name else word for word in known]
    for word in words(source):
        if is_transliteration(word):
            item = _item(source, word, "meaning")
            yield Refusal(item.id, "It is a name, and its gloss its sound or nothing more.")
    groups = _groups(known)
    for word in known:
        item = _item(source, word, "meaning")
        others = [o for o in _some(groups[_group(word)], rng) if _differs(word, o)]
        if len(others) < WRONG:
            yield Refusal(item.id, "The text has no two other words of its sort to set beside it.")
            continue
        near = _two_alike(word, others, rng)
        wrong = [Option(o.gloss, o.gloss, "another word's meaning", _told(o)) for o in near]
        asked = "是什么人、什么地方或者什么事物" if word.is_name else "在文章里是什么意思"
        stem_en = (
            f"Who or what is {word.surface}?" if word.is_name else f"What does {word.surface} mean here?"
        )
        yield _ask(source, item, word, f"“{word.surface}”{asked}？", stem_en,
                   Option(word.gloss, word.gloss), wrong, rng)  # fmt: skip


def _group(word: Word) -> tuple[bool, bool]:
    return word.is_name, word.is_verb


def _groups(known: Sequence[Word]) -> dict[tuple[bool, bool], list[Word]]:
    groups: dict[tuple[bool, bool], list[Word]] = defaultdict(list)
    for word in known:
        groups[_group(word)].append(word)
    return groups


def _some(found: list[Word], rng: random.Random) -> list[Word]:
    return rng.sample(found, min(_SAMPLE, len(found)))


def _described(word: Word) -> Word:
    """Return a name with what is said of it, its sound taken away: a town in Qingdao."""
    return replace(word, gloss=word.gloss.split(",", 1)[1].strip())


def _two_alike(word: Word, others: list[Word], rng: random.Random) -> list[Word]:
    """Return two words with glosses about as long; the word's own is shortest or longest by chance."""
    near = sorted(others, key=lambda o: abs(len(o.gloss) - len(word.gloss)) + 6 * _unlike(word, o))[:8]
    rank = rng.randrange(3)
    shorter = [o for o in near if len(o.gloss) < len(word.gloss)][:rank]
    longer = [o for o in near if len(o.gloss) >= len(word.gloss)][: WRONG - rank]
    chosen = [*shorter, *longer]
    chosen += [o for o in near if all(o is not c for c in chosen)]
    pair = chosen[:WRONG]
    return pair if not pair[0].senses & pair[1].senses else near[:WRONG]


def _unlike(word: Word, other: Word) -> int:
    return int(len(word.surface) != len(other.surface)) + int(word.token.level != other.token.level)


def _differs(word: Word, other: Word) -> bool:
    return (
        word.surface != other.surface
        and not word.senses & other.senses
        and word.surface not in other.surface
        and other.surface not in word.surface
    )


def reading(source: Source, rng: random.Random) -> Made:
    """Ask for the pinyin of a word: among three that differ in one tone, or to be typed."""
    for word in words(source):
        item = _item(source, word, "reading", "word reading")
        start = word.start
        yield Question(
            id=f"{item.id}/typed",
            item=item,
            kind="word reading",
            stem=f"“{word.surface}”怎么读？（写拼音，带声调，比如 bo2li3）",
            stem_en=f"How is {word.surface} read? Type the pinyin with tones, like bo2li3. ({word.gloss})",
            form=AnswerForm.PINYIN,
            key=word.token.pinyin,
            proof=source.proof(word.sentence, start, start + len(word.surface)),
            accepts=(" ".join(s for s in word.token.syllables if s),),
            why=_told(word),
        )
        yield _tones(source, word, item, rng)


def _tones(source: Source, word: Word, item: Item, rng: random.Random) -> Question | Refusal:
    """Ask which tones are right: three readings, alike but for one syllable's tone."""
    syllables = [s for s in word.token.syllables if s]
    places = [i for i, syllable in enumerate(syllables) if syllable[-1:] in "1234" and syllable[:-1] != "r"]
    if not places or len(syllables) != len(word.surface):
        return Refusal(f"{item.id}/choice", "No tone of it can be another; it is typed.")
    place = rng.choice(places)
    tones = rng.sample([tone for tone in "1234" if tone != syllables[place][-1]], WRONG)
    wrong = [[*syllables[:place], syllables[place][:-1] + tone, *syllables[place + 1 :]] for tone in tones]
    said = f"The tone of {word.surface[place]} is another: {word.token.pinyin}."
    return _ask(
        source, item, word, f"“{word.surface}”怎么读？哪个声调对？",
        f"How is {word.surface} read? ({word.gloss})",
        Option(_spaced(syllables)), [Option(_spaced(w), "", "tones", said) for w in wrong], rng,
    )  # fmt: skip


def _spaced(syllables: list[str]) -> str:
    return " ".join(render([syllable.lower()]) for syllable in syllables)


def character(source: Source, rng: random.Random) -> Made:
    """Ask for the word itself from its pinyin and meaning: among look-alikes, or to be typed."""
    for word in words(source):
        item = _item(source, word, "character")
        start = word.start
        typed = Question(
            id=f"{item.id}/typed",
            item=item,
            kind="character",
            stem=f"{word.token.pinyin}，意思是“{word.gloss}”。文章里写的是哪个词？（写汉字）",
            stem_en=f"Type the word of the article that is {word.token.pinyin}, “{word.gloss}”.",
            form=AnswerForm.TEXT,
            key=word.surface,
            proof=source.proof(word.sentence, start, start + len(word.surface)),
            why=_told(word),
        )
        yield typed
        yield _look_alike(source, word, item, rng)


def _look_alike(source: Source, word: Word, item: Item, rng: random.Random) -> Question | Refusal:
    places = [i for i, c in enumerate(word.surface) if len(taken_for(c)) >= WRONG]
    if not places:
        return Refusal(f"{item.id}/choice", "No two characters look or sound like one of it; it is typed.")
    place = rng.choice(places)
    before, behind = word.surface[:place], word.surface[place + 1 :]
    spelt = [before + other + behind for other in taken_for(word.surface[place])[:6]]
    said = f"{word.surface} is written with {word.surface[place]}."
    mistake = "a character that looks or sounds alike"
    wrong = [Option(text, "", mistake, said) for text in rng.sample(spelt, WRONG)]
    return _ask(
        source, item, word, f"{word.token.pinyin}（{word.gloss}）怎么写？", "How is this word written?",
        Option(word.surface), wrong, rng,
    )  # fmt: skip


def gap(source: Source, rng: random.Random) -> Made:
    """Ask which word was taken out of its sentence; wrong options are of the same sort and length."""
    known = words(source)
    groups = _groups(known)
    for word in known:
        item = _item(source, word, "gap")
        text = word.sentence.text
        if text.count(word.surface) != 1 or word.is_name:
            yield Refusal(item.id, "The word stands twice in its sentence, or is a name.")
            continue
        others = [o for o in _some(groups[_group(word)], rng) if _fits(word, o) and o.surface not in text]
        if len(others) < WRONG:
            yield Refusal(item.id, "The text has no two other words that could stand in the gap.")
            continue
        near = rng.sample(others, WRONG)
        wrong = [Option(o.surface, o.gloss, "another word of the text", _told(o)) for o in near]
        shown = gapped(text, [(word.start, word.start + len(word.surface))], 0)
        asked = _ask(
            source, item, word, f"根据文章，空里应该填哪个词？{shown}",
            "Which word of the article goes in the gap?",
            Option(word.surface, word.gloss), wrong, rng,
        )  # fmt: skip
        yield asked
        hint = f"（{word.token.pinyin[:1]}……，意思是“{word.gloss}”）"
        yield as_typed(asked, AnswerForm.TEXT, stem=f"根据文章填空{hint}：{shown}")


def _fits(word: Word, other: Word) -> bool:
    return (
        not other.is_name
        and other.is_verb is word.is_verb
        and len(other.surface) == len(word.surface)
        and _differs(word, other)
        and not set(other.surface) & set(word.surface)
    )


def seen(source: Source, rng: random.Random) -> Made:
    """Ask which of three words stands in the article; the others are taught by other articles only."""
    own = "".join(version.text for version in source.article.versions)
    foreign = sorted(
        word
        for other in source.others
        for word, entry in other.glossary.items()
        if word not in own and not entry.pinyin[:1].isupper()
    )
    for word in words(source):
        if word.surface not in source.article.glossary or word.is_name:
            continue
        item = _item(source, word, "seen")
        alike = [other for other in foreign if len(other) == len(word.surface)]
        if len(set(alike)) < WRONG or word.surface in source.version.title:
            yield Refusal(item.id, "Other articles teach no two words of its length.")
            continue
        wrong = [Option(w, "", "a word of another article") for w in rng.sample(sorted(set(alike)), WRONG)]
        yield _ask(
            source, item, word, "下面哪个词是在这篇文章里出现过的？",
            "Which of these words stands in the article?",
            Option(word.surface, word.gloss), wrong, rng,
        )  # fmt: skip
