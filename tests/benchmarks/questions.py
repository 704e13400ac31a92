"""Print how good the generated questions are: laws broken, blind solvers against chance, speed.

Run ``python tests/benchmarks/questions.py [SEEDS] [TEXT.txt …]``: without texts, the bundled articles
and the texts in tests/data/texts. Everything is made anew with each seed.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.articles.plain_text import text_article  # noqa: E402
from reader.chinese.numbers import find_figures  # noqa: E402
from reader.config import Settings  # noqa: E402
from reader.paths import Paths  # noqa: E402
from reader.quiz.bank import make_bank  # noqa: E402
from reader.quiz.choosing import choose  # noqa: E402
from reader.quiz.item import AnswerForm, Question  # noqa: E402
from reader.quiz.source import Source  # noqa: E402
from reader.study import Study  # noqa: E402
from tests.quiz.laws import broken_laws, given_away  # noqa: E402
from tests.quiz.solvers import SOLVERS, advantage, most_frequent  # noqa: E402

TEXTS = ROOT / "tests" / "data" / "texts"
LENGTH = 10
ALLOWED = 5.0  # points above chance


def sources(study: Study, files: list[Path]) -> list[Source]:
    """Return what questions are made from: every bundled version, and each text."""
    found = []
    if not files:
        for row in study.shelf():
            found += [study.quizzing.source(row.slug, level) for level, _ in row.versions]
        files = sorted(TEXTS.glob("*.txt"))
    for file in files:
        article = study.open_text(
            text_article(file.read_text("utf-8"), file.stem).versions[0].text, file.stem
        )
        found.append(study.quizzing.source(article.slug))
    return found


def main() -> None:
    """Make the questions and print what was found."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory(dir=Path.home()) as home:
        folder = Path(home)
        study = Study(Paths(folder / "data", folder / "settings.toml", folder / "cache"), Settings())
        made, quizzes = [], []
        for source in sources(study, [Path(name) for name in sys.argv[2:]]):
            asked, drawn = examine(source, seeds)
            made += asked
            quizzes += drawn
        study.close()
    by_solver(made, quizzes)
    print(f"{len({q.id for q in made})} questions by id, {len({q.stem + q.key for q in made})} by words")


def examine(source: Source, seeds: int) -> tuple[list[Question], list[list[Question]]]:
    """Print what a source's questions break; return them, and the quizzes."""
    made, quizzes, seconds, figures = [], [], [], []
    broken: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for seed in range(seeds):
        rng = random.Random(seed)
        seconds += [quick_quiz(source, 5 * seed + n) for n in range(5)]
        figures += [finding_figures(source) for _ in range(5)]
        bank = make_bank(source, rng)
        quiz = choose(bank.questions, LENGTH, rng)
        made += bank.questions
        quizzes += [quiz, *(choose(bank.questions, LENGTH, random.Random(f"{seed} {n}")) for n in range(4))]
        for question in bank.questions:
            for law in broken_laws(question, source):
                broken[law.split(":")[0]] += 1
                examples.setdefault(law.split(":")[0], f"{question.id} | {question.stem} | {law}")
        for one, other in (pair for quiz in quizzes[-5:] for pair in given_away(quiz)):
            broken["given away"] += 1
            examples.setdefault("given away", f"{one.stem} [{one.key}] tells {other.stem} [{other.key}]")
    print(
        f"{source.article.slug} {source.version.level}: {source.version.characters} characters, "
        f"{len(made) // seeds} questions, quiz of {min(map(len, quizzes))} to {max(map(len, quizzes))}, "
        f"{1000 * min(seconds):.0f} ms of the processor at best, {1000 * statistics.median(seconds):.0f} mostly, "
        f"{min(seconds) / min(figures):.1f} times finding its figures"
    )
    for law, count in broken.most_common():
        print(f"   {count} {law}: {examples[law][:300]}")
    return made, quizzes


def quick_quiz(source: Source, seed: int) -> float:
    """Make a quiz as the desk does, from an annotated text and nothing kept; return the processor's seconds."""
    started = time.process_time()
    rng = random.Random(seed)
    fresh = replace(source, draw=seed)
    choose(make_bank(fresh, rng).questions, LENGTH, rng)
    return time.process_time() - started


def finding_figures(source: Source) -> float:
    """Find the figures of every sentence, what a quiz on figures can't do without; return the processor's seconds."""
    started = time.process_time()
    for sentence in source.version.sentences:
        find_figures(sentence.text)
    return time.process_time() - started


def by_solver(made: list[Question], quizzes: list[list[Question]]) -> None:
    """Print each solver's points above chance, over all and for each kind where it exceeds what is allowed."""
    by_kind: dict[str, list[Question]] = defaultdict(list)
    for question in made:
        by_kind[question.kind].append(question)
    asked = [question for quiz in quizzes for question in quiz]
    for name, solver in SOLVERS.items():
        in_all, total = advantage(solver, made)
        in_quizzes, few = advantage(solver, asked)
        worst = [
            f"{kind} {points:+.0f} ({count})"
            for kind, same in sorted(by_kind.items())
            for points, count in [advantage(solver, same)]
            if points > ALLOWED and count >= 30
        ]
        print(
            f"{name:22} all {in_all:+5.1f} ({total})  quizzes {in_quizzes:+5.1f} ({few})  {'; '.join(worst)}"
        )
    found = [(advantage(most_frequent(quiz), quiz), len(quiz)) for quiz in quizzes]
    choices = sum(count for (_, count), _ in found)
    points = sum(points * count for (points, count), _ in found) / max(1, choices)
    print(f"most frequent          quizzes {points:+5.1f} ({choices})")
    places = Counter(q.key_index for q in made if q.form is AnswerForm.CHOICE and len(q.options) == 3)
    print("place of the key:", dict(sorted(places.items())))


if __name__ == "__main__":
    main()
