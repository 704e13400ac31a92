"""Make ``model.gz`` anew: ``python -m reader.chinese.pinyin.training.train``.

Learns from the labelled sentences in this folder and from the dictionary's longer entries; the sentences
that the tests keep aside are not looked at.
"""

from __future__ import annotations

import gzip
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.chinese.dictionary import Dictionary
from reader.chinese.dictionary.opening import open_dictionary
from reader.chinese.pinyin.defaults import USUAL
from reader.chinese.pinyin.labels import Labelled
from reader.chinese.pinyin.model import MODEL_FILE, UNIT, Model, pack
from reader.chinese.pinyin.training.examples import (
    Examples,
    from_dictionary,
    from_sentences,
    labelled_sentences,
)
from reader.chinese.pinyin.training.learn import Characters, Example, learn
from reader.chinese.segment import Segmenter
from reader.paths import find_paths

K = TypeVar("K", bound=Hashable)

FOLDS = 5
ORDERS = 2
LEANING = 10
PAST_ERRORS = 0.1
"""How much it counts that a character was often wrongly given a reading, beside the lead of that reading."""
SELDOM = 0.08
"""The share of a reading in the dictionary below which it alone makes nothing doubtful."""
UNSURE_SHARE = 0.3
"""The share of right readings, of single characters in sentences not learned from, that may be marked."""


def _words(text: str) -> list[str]:
    return text.split()


_NEARLY_ALWAYS = _words("""
和he2 与yu3 中zhong1 还hai2 将jiang1 都dou1 只zhi3 会hui4 要yao4 作zuo4 发fa1 看kan4 没mei2 给gei3
打da3 大da4 更geng4 少shao3 几ji3 相xiang1 论lun4 解jie3 任ren4 号hao4 华hua2 色se4 片pian4 参can1 称cheng1
间jian1 曾ceng2 约yue1 车che1 石shi2 说shuo1 别bie2 把ba3 字zi4 盖gai4 占zhan4 冲chong1 渐jian4 教jiao4 分fen1
观guan1
""")
"""Readings that running text has far oftener than these sentences, which are chosen for the seldom ones."""
CALM = 0.4
"""What such a reading needs of the lead that others need."""


class Measured(NamedTuple):
    """A reading, right or not, that was given to a character in a sentence not learned from."""

    character: str
    reading: str
    lead: int
    right: bool


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
            learned = learn(combine(taught, silver, segmenter), USUAL)
            model = Model({character: pack(*those) for character, those in learned.items()}, {})
            found += _read(model, from_sentences(order[fold::FOLDS], segmenter))
    return found


def _read(model: Model, examples: Examples) -> Iterator[Measured]:
    for character in model.characters.keys() & examples.keys():
        for example in examples[character]:
            best = model.score(character, example.found)
            yield Measured(character, best.reading, best.lead, best.reading == example.reading)


def risks(found: Sequence[Measured]) -> dict[tuple[str, str], float]:
    """Return, by character and reading, the logarithm of the share of errors; few cases lean on many."""
    whole = sum(not one.right for one in found) / len(found)
    alone = _shares(((one.character, one.right) for one in found), lambda _: whole)
    both = _shares((((one.character, one.reading), one.right) for one in found), lambda pair: alone[pair[0]])
    return {pair: math.log(share) for pair, share in both.items()}


def _shares(cases: Iterable[tuple[K, bool]], general: Callable[[K], float]) -> dict[K, float]:
    asked: Counter[K] = Counter()
    missed: Counter[K] = Counter()
    for key, right in cases:
        asked[key] += 1
        missed[key] += not right
    leaning = LEANING * ORDERS
    return {key: (missed[key] + leaning * general(key)) / (asked[key] + leaning) for key in asked}


def thresholds(found: Sequence[Measured]) -> tuple[dict[str, int], float]:
    """Return, by character and reading, the lead below which it is a guess, and the share of errors it marks.

    The risk of an error grows with how often the character was wrongly given that reading and falls
    with the lead.
    """
    rate = risks(found)
    risk = [(PAST_ERRORS * rate[one.character, one.reading] - one.lead / UNIT, one.right) for one in found]
    calm = sorted((risk for risk, right in risk if right), reverse=True)
    cutoff = calm[int(len(calm) * UNSURE_SHARE)]
    errors = [risk for risk, right in risk if not right]
    leads = {
        "".join(pair): max(0, round(UNIT * (PAST_ERRORS * rate[pair] - cutoff))) for pair in sorted(rate)
    }
    leads[""] = sorted(leads.values())[len(leads) // 2]
    leads |= {pair: round(CALM * leads.get(pair, leads[""])) for pair in _NEARLY_ALWAYS}
    return leads, sum(one > cutoff for one in errors) / max(1, len(errors))


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
    leads, marked = thresholds(measured)
    right = sum(one.right for one in measured) / len(measured)
    print(f"{len(sentences)} sentences, {len(measured) // ORDERS} single characters read across folds")
    print(f"{right:.1%} of them right")
    print(f"{100 * marked:.1f}% of the errors marked, with {UNSURE_SHARE:.0%} of the right readings")
    write_model(learn(combine(sentences, silver, segmenter), USUAL), leads)
    print(f"{MODEL_FILE.name}: {MODEL_FILE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
