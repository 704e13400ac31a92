"""Make ``model.gz`` anew: ``python -m reader.chinese.pinyin.training.train``.

Learns from the labelled sentences in this folder and from the dictionary's longer entries; the sentences
that the tests keep aside are not looked at.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.opening import open_dictionary
from reader.chinese.pinyin.defaults import USUAL
from reader.chinese.pinyin.labels import Labelled
from reader.chinese.pinyin.model import MODEL_FILE, UNIT, Model, Weights, pack
from reader.chinese.pinyin.training.examples import (
    Examples,
    from_dictionary,
    from_sentences,
    labelled_sentences,
)
from reader.chinese.pinyin.training.learn import Characters, Example, learn
from reader.chinese.pinyin.training.priors import shares
from reader.chinese.segment import Segmenter
from reader.paths import find_paths

Learned = tuple[tuple[str, ...], Weights]
"""The readings of a character and their weights."""

ALWAYS = "*"
"""The feature that every place in a text has."""
LEAST_SHARE = 1e-4
FOLDS = 5
ORDERS = 2
SELDOM = 0.08
"""The share of a reading in the dictionary below which it alone makes nothing doubtful."""
LEANING = 0.5
"""How far the readings lean to what running text has: 1 is all the way, and too far for what is seldom."""
UNSURE_SHARE = 0.21
"""The share of right readings, of single characters in running text not learned from, that may be marked."""


class Measured(NamedTuple):
    """A reading that was given to a character in a sentence not learned from, and the right one."""

    character: str
    reading: str
    lead: int
    gold: str


def combine(sentences: Sequence[Labelled], silver: Examples, segmenter: Segmenter) -> Examples:
    """Put labelled sentences and dictionary examples together, for the characters that are in doubt.

    In doubt is what the sentences read in two ways, or the dictionary often enough; the rest is as usual.
    """
    examples = from_sentences(sentences, segmenter)
    return {
        character: [*found, *silver.get(character, ())]
        for character, found in examples.items()
        if len({example.reading for example in found}) > 1 or _is_mixed(silver.get(character, ()))
    }


def _is_mixed(examples: Sequence[Example]) -> bool:
    counts = Counter(example.reading for example in examples)
    return bool(counts) and max(counts.values()) < (1 - SELDOM) * len(examples)


def measure(sentences: Sequence[Labelled], silver: Examples, segmenter: Segmenter) -> list[Measured]:
    """Learn on four fifths of the sentences and read the last, each in turn, in several orders."""
    found: list[Measured] = []
    for seed in range(ORDERS):
        order = list(sentences)
        random.Random(seed).shuffle(order)
        for fold in range(FOLDS):
            taught = [sentence for place, sentence in enumerate(order) if place % FOLDS != fold]
            model = Model(
                {character: pack(*those) for character, those in _learned(taught, silver, segmenter).items()},
                {},
            )
            found += _read(model, from_sentences(order[fold::FOLDS], segmenter))
    return found


def _learned(sentences: Sequence[Labelled], silver: Examples, segmenter: Segmenter) -> Characters:
    examples = combine(sentences, silver, segmenter)
    return {
        character: lean(character, those, examples[character])
        for character, those in learn(examples, USUAL).items()
    }


def lean(character: str, learned: Learned, examples: Sequence[Example]) -> Learned:
    """Make the readings that running text has oftener than the examples likelier by so much."""
    readings, weights = learned
    counts: Counter[str] = Counter()
    for example in examples:
        counts[example.reading] += example.times
    share = {reading: max(counts[reading] / counts.total(), LEAST_SHARE) for reading in readings}
    wanted = shares(character, share)
    more = [LEANING * log(max(wanted[reading], LEAST_SHARE) / share[reading]) for reading in readings]
    mean = sum(more) / len(more)
    before = weights.get(ALWAYS, [0] * (len(readings) - 1))
    row = [old + round(UNIT * (one - mean)) for old, one in zip(before, more, strict=False)]
    return readings, {**weights, ALWAYS: row}


def _read(model: Model, examples: Examples) -> Iterator[Measured]:
    for character in model.characters.keys() & examples.keys():
        for example in examples[character]:
            best = model.score(character, example.found)
            yield Measured(character, best.reading, best.lead, example.reading)


def in_running_text(found: Sequence[Measured]) -> list[tuple[int, bool, float]]:
    """Return lead, rightness and weight of each: what running text has oftener weighs so much more."""
    asked = Counter(one.character for one in found)
    counts = Counter((one.character, one.gold) for one in found)
    share: dict[str, dict[str, float]] = defaultdict(dict)
    for (character, gold), number in counts.items():
        share[character][gold] = number / asked[character]
    weight = {
        (character, gold): wanted / share[character][gold]
        for character in asked
        for gold, wanted in shares(character, share[character]).items()
    }
    return [(one.lead, one.reading == one.gold, weight[one.character, one.gold]) for one in found]


def threshold(found: Sequence[Measured]) -> tuple[int, float, float]:
    """Return the lead that makes sure, and for running text the share of errors and of those marked."""
    weighed = in_running_text(found)
    right = sorted((lead, weight) for lead, is_right, weight in weighed if is_right)
    wrong = [(lead, weight) for lead, is_right, weight in weighed if not is_right]
    passed = UNSURE_SHARE * sum(weight for _, weight in right)
    least = 0
    for least, weight in right:  # noqa: B007
        passed -= weight
        if passed < 0:
            break
    errors = sum(weight for _, weight in wrong)
    marked = sum(weight for lead, weight in wrong if lead < least)
    return least, errors / sum(weight for *_, weight in weighed), marked / errors


def write_model(characters: Characters, leads: Mapping[str, int], path: Path = MODEL_FILE) -> None:
    """Write the model file: one character a line; the same model gives the same bytes."""
    lines = [f"{character}\t{pack(*characters[character])}" for character in sorted(characters)]
    text = "\n".join([json.dumps(leads, ensure_ascii=False), *lines, ""])
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def silver_examples(dictionary: Dictionary, segmenter: Segmenter, sentences: Sequence[Labelled]) -> Examples:
    """Dictionary examples for every character that the sentences label."""
    labelled = {sentence.text[place] for sentence in sentences for place in sentence.readings}
    found: Examples = defaultdict(list)
    found.update(from_dictionary(dictionary, segmenter, labelled.__contains__))
    return found


def main() -> None:
    """Learn, measure across folds, write the model."""
    dictionary = open_dictionary(find_paths())
    segmenter = Segmenter(dictionary.has)
    sentences = labelled_sentences(Path(__file__).parent)
    silver = silver_examples(dictionary, segmenter, sentences)
    measured = measure(sentences, silver, segmenter)
    least, errors, marked = threshold(measured)
    print(f"{len(sentences)} sentences, {len(measured) // ORDERS} single characters read across folds")
    print(f"{sum(one.reading == one.gold for one in measured) / len(measured):.1%} of them right")
    print(f"{1 - errors:.1%} right where readings are as frequent as in running text; there")
    print(f"{marked:.1%} of the errors marked, with {UNSURE_SHARE:.0%} of the right readings")
    write_model(_learned(sentences, silver, segmenter), {"": least})
    print(f"{MODEL_FILE.name}: {MODEL_FILE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
