"""Questions on the words of a version: meaning, reading, the characters, the gap in its own sentence."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.chinese.pinyin.syllable import render
from reader.quiz.balance import Looks, balanced_pair
from reader.quiz.item import AnswerForm, Item, Option, Proof, Question, Refusal
from reader.quiz.lookalikes import taken_for
from reader.quiz.phrases import gapped, is_bare
from reader.quiz.questions.making import WRONG, Made, choice, masked_word, typed
from reader.quiz.senses import says_nearly
from reader.quiz.source import Source
from reader.quiz.surroundings import before_of, behind_of
from reader.quiz.words import Word, described, is_transliteration, letters, words
from reader.quiz.worth import goes_on

#: Wrong options are the nearest of so many words taken at random.
_SAMPLE = 28
#: Pairs are made of so many of them.
_NEAR = 8
#: How much longer or shorter a wrong meaning may be, in letters; more where the right one is long.
_MOST_LONGER = 10


def item_of_word(source: Source, word: Word, aspect: str, kind: str = "") -> Item:
    """Return the item that tests one aspect of a word; ``kind`` where the kind has another name."""
    return Item(f"word/{word.surface}/{aspect}", kind or aspect, source.article.slug, word=word.surface)


def ask_about(
    source: Source, item: Item, word: Word, stem: str, stem_en: str, key: Option, wrong: Sequence[Option],
    rng: random.Random,
) -> Question:  # fmt: skip
    """Return a choice about a word, with the word lit in its sentence."""
    return choice(item, stem, stem_en, key, wrong, _proof(source, word), rng, why=_told(word))


def _told(word: Word) -> str:
    return f"{word.surface} {word.token.pinyin}: {word.gloss}"


def meaning(source: Source, rng: random.Random) -> Made:
    """Ask what a word means here; the wrong options are other words of the text, alike in length."""
    known = [word for word in words(source) if not is_transliteration(word)]
    known = [_described(word) if word.is_name else word for word in known]
    for word in words(source):
        if is_transliteration(word):
            item = item_of_word(source, word, "meaning")
            yield Refusal(item.id, "It is a name, and its gloss its sound or nothing more.")
    groups = _groups(known)
    for word in known:
        item = item_of_word(source, word, "meaning")
        if _is_doubtful(source, word):
            yield Refusal(item.id, _DOUBTFUL)
            continue
        others = [o for o in _some(groups[_group(word)], rng) if _differs(word, o)]
        near = _two_alike(word, others, rng)
        if near is None and word.surface in source.wanted:
            near = _any_two(word, known, rng)
        if near is None:
            yield Refusal(item.id, "The text has no two other words of its sort to set beside it.")
            continue
        wrong = [Option(o.gloss, o.gloss, "another word's meaning", _told(o)) for o in near]
        # Only a word that the article explains itself is sure to mean just that here.
        here = word.surface in source.article.glossary
        asked = "在文章里是什么意思" if here else "是什么意思"
        stem_en = f"What does {word.surface} mean{' here' if here else ''}?"
        if word.is_name:
            asked, stem_en = "是什么人、什么地方或者什么事物", f"Who or what is {word.surface}?"
        yield ask_about(source, item, word, f"“{word.surface}”{asked}？", stem_en,
                   Option(word.gloss, word.gloss), wrong, rng)  # fmt: skip


def _is_doubtful(source: Source, word: Word) -> bool:
    """Tell whether what a word means here isn't sure; what is due for review is asked all the same."""
    return word.doubtful and word.surface not in source.wanted


def _any_two(word: Word, known: Sequence[Word], rng: random.Random) -> tuple[Word, Word] | None:
    """Return two words of any sort that mean something else, those nearest in length."""
    others = [other for other in _some(list(known), rng) if _differs(word, other)]
    others.sort(key=lambda other: abs(len(other.gloss) - len(word.gloss)))
    return (others[0], others[1]) if len(others) >= WRONG else None


_DOUBTFUL = "It means several things, and which one here isn't sure."


def _group(word: Word) -> tuple[bool, str]:
    return word.is_name, word.sort


def _groups(known: Sequence[Word]) -> dict[tuple[bool, str], list[Word]]:
    groups: dict[tuple[bool, str], list[Word]] = defaultdict(list)
    for word in known:
        groups[_group(word)].append(word)
    return groups


def _some(found: list[Word], rng: random.Random) -> list[Word]:
    return rng.sample(found, min(_SAMPLE, len(found)))


def _described(word: Word) -> Word:
    """Return a name with what is said of it, its sound taken away: a town in Qingdao."""
    return replace(word, gloss=described(word.gloss))


def _two_alike(word: Word, others: list[Word], rng: random.Random) -> tuple[Word, Word] | None:
    """Return two words whose glosses are about as long, and which stand out no more than the word's own."""
    most = max(_MOST_LONGER, len(word.gloss) * 2 // 3)
    near = [other for other in others if abs(len(other.gloss) - len(word.gloss)) <= most]
    near = sorted(near, key=lambda o: abs(len(o.gloss) - len(word.gloss)) + 6 * _unlike(word, o))[:_NEAR]
    looks = [(other, Looks(other.gloss, (len(other.gloss),))) for other in near]
    pair = balanced_pair(
        Looks(word.gloss, (len(word.gloss),)), looks, rng, weights=(1, 3),
        fits=lambda one, other: _is_even(word.gloss, one.gloss, other.gloss),
    )  # fmt: skip
    if pair is None or not says_nearly(pair[0].gloss, pair[1].gloss):
        return pair
    return _two_alike(word, [other for other in others if other is not pair[0]], rng)


def _is_even(*glosses: str) -> bool:
    """Tell whether glosses are alike enough in length to stand side by side."""
    return max(map(len, glosses)) <= _MOST_TIMES * min(map(len, glosses)) + _MOST_LONGER // 2


_MOST_TIMES = 3


def _unlike(word: Word, other: Word) -> int:
    return int(len(word.surface) != len(other.surface)) + int(word.token.level != other.token.level)


def _differs(word: Word, other: Word) -> bool:
    """Tell whether another word means something else for sure, and shares no character."""
    return not set(word.surface) & set(other.surface) and not says_nearly(word.gloss, other.gloss)


#: The longest word that is asked to be read aloud, in characters.
_MOST_READ = 5


def reading(source: Source, rng: random.Random) -> Made:
    """Ask for the pinyin of a word: among three that differ in one tone, or to be typed."""
    for word in words(source):
        item = item_of_word(source, word, "reading", "word reading")
        if len(word.surface) > _MOST_READ:
            yield Refusal(item.id, "It is too long to be read aloud as one word.")
            continue
        asked = Question(
            id=item.id,
            item=item,
            kind="word reading",
            stem=f"“{word.surface}”怎么读？写拼音，带声调，比如 bo2li3。",
            stem_en=f"How is {word.surface} read? Type the pinyin with tones, like bo2li3. ({word.gloss})",
            form=AnswerForm.PINYIN,
            key=word.token.pinyin,
            proof=_proof(source, word),
            accepts=(" ".join(s for s in word.token.syllables if s),),
            why=_told(word),
        )
        yield from typed(asked, AnswerForm.PINYIN, letters(word.token.pinyin))
        yield _tones(source, word, item, rng)


def _proof(source: Source, word: Word) -> Proof:
    return source.proof(word.sentence, word.start, word.start + len(word.surface))


def _tones(source: Source, word: Word, item: Item, rng: random.Random) -> Question | Refusal:
    """Ask which tones are right: three readings, alike but for one syllable's tone."""
    syllables = [s for s in word.token.syllables if s]
    # 一 and 不 change their tones in speech, so that no other tone of theirs is wrong for sure.
    places = [
        i for i, syllable in enumerate(syllables)
        if syllable[-1:] in "1234" and syllable[:-1] != "r" and word.surface[i : i + 1] not in "一不"
    ]  # fmt: skip
    if not places or len(syllables) != len(word.surface):
        return Refusal(f"{item.id}/choice", "No tone of it can be another; it is typed.")
    place = rng.choice(places)
    tones = rng.sample([tone for tone in "1234" if tone != syllables[place][-1]], WRONG)
    wrong = [[*syllables[:place], syllables[place][:-1] + tone, *syllables[place + 1 :]] for tone in tones]
    said = f"The tone of {word.surface[place]} is another: {word.token.pinyin}."
    return ask_about(
        source, item, word, f"“{word.surface}”怎么读？哪个声调对？",
        f"How is {word.surface} read? ({word.gloss})",
        Option(_spaced(syllables)), [Option(_spaced(w), "", "tones", said) for w in wrong], rng,
    )  # fmt: skip


def _spaced(syllables: list[str]) -> str:
    return " ".join(render([syllable.lower()]) for syllable in syllables)


def character(source: Source, rng: random.Random) -> Made:
    """Ask for the word itself from its pinyin and meaning: among look-alikes, or to be typed."""
    for word in words(source):
        item = item_of_word(source, word, "character")
        if word.surface in source.version.title:
            yield Refusal(item.id, "The title shows how it is written.")
            continue
        if _is_doubtful(source, word):
            yield Refusal(item.id, _DOUBTFUL)
            continue
        asked = Question(
            id=item.id,
            item=item,
            kind="character",
            stem=f"{word.token.pinyin}（{word.gloss}）用汉字怎么写？",
            stem_en=f"Type the word of the article that is {word.token.pinyin}, “{word.gloss}”.",
            form=AnswerForm.TEXT,
            key=word.surface,
            proof=_proof(source, word),
            why=_told(word),
        )
        yield from typed(asked, AnswerForm.TEXT, masked_word(word.surface))
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
    return ask_about(
        source, item, word, f"{word.token.pinyin}（{word.gloss}）用汉字怎么写？", "How is this word written?",
        Option(word.surface), wrong, rng,
    )  # fmt: skip


def gap(source: Source, rng: random.Random) -> Made:
    """Ask which word was taken out of its sentence; wrong options are of the same sort and length."""
    known = words(source)
    groups = _groups(known)
    for word in known:
        item = item_of_word(source, word, "gap")
        text = word.sentence.text
        if (
            text.count(word.surface) != 1
            or word.is_name
            or word.surface in _ASKING
            or is_transliteration(word)
        ):
            yield Refusal(item.id, "The word stands twice in its sentence, or is a name.")
            continue
        if word.surface in source.version.title:
            yield Refusal(item.id, "The title shows the word.")
            continue
        if word.behind is not None and word.behind.start == word.token.end and goes_on(word.behind):
            yield Refusal(item.id, "It may be a part of a longer phrase.")
            continue
        if not text.rstrip().endswith(_CLOSING):
            yield Refusal(item.id, "It stands in a heading or a form of address, not in a sentence.")
            continue
        shown = gapped(text, [(word.start, word.start + len(word.surface))], 0)
        if is_bare(shown):
            yield Refusal(item.id, "Too little stands around the gap.")
            continue
        others = [o for o in _some(groups[_group(word)], rng) if _fits(word, o) and o.surface not in text]
        near = rng.sample(others, WRONG) if len(others) >= WRONG else []
        wrong = [Option(o.surface, o.gloss, "another word of the text", _told(o)) for o in near]
        asked = ask_about(
            source, item, word, f"根据文章，空里应该填哪个词？{shown}",
            "Which word of the article goes in the gap?",
            Option(word.surface, word.gloss), wrong, rng,
        )  # fmt: skip
        if wrong:
            yield asked
        else:
            yield Refusal(f"{item.id}/choice", "No two other words could stand in the gap; it is typed.")
        if _is_doubtful(source, word):
            yield Refusal(f"{item.id}/typed", _DOUBTFUL)
        else:
            yield from _typed_gap(word, asked, shown)


def _typed_gap(word: Word, asked: Question, shown: str) -> Made:
    """Yield the gap to be typed: with its first character, then with the letters its sound begins with.

    Without meaning and sound a gap could be filled in many ways.
    """
    initials = "".join(syllable[:1] for syllable in word.token.syllables if syllable)
    stem = f"根据文章，空里应该填哪个词？意思是“{word.gloss}”"
    stem_en = f"Type the word of the article that goes in the gap: “{word.gloss}”"
    hinted, open_question = typed(
        asked, AnswerForm.TEXT, masked_word(word.surface), stem=f"{stem}。{shown}", stem_en=f"{stem_en}."
    )
    yield hinted
    yield replace(
        open_question, stem=f"{stem}，拼音以 {initials} 开头。{shown}",
        stem_en=f"{stem_en}; its pinyin begins with {initials}.",
    )  # fmt: skip


_CLOSING = tuple("。！？…；”’」』）!?;.")
#: What the question itself says can't be asked for.
_ASKING = "根据文章应该哪个词意思是"


def _fits(word: Word, other: Word) -> bool:
    """Tell whether another word could stand in the gap by its grammar: alike in sort and neighbours."""
    return (
        not other.is_name
        and other.sort == word.sort
        and len(other.surface) == len(word.surface)
        and _differs(word, other)
        and behind_of(word) == behind_of(other)
        and before_of(word) == before_of(other)
    )
