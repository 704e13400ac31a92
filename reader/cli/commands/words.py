"""``dubao words``: what is known of each word, how ready each text is, what to learn before reading one."""

from __future__ import annotations

import argparse
from typing import Any

from reader.cli.context import Context
from reader.cli.progress import progress_bar
from reader.errors import UsageError
from reader.review.words import WordState
from reader.study.coverage import percent
from reader.study.vocabulary import WordRow, searchable
from reader.text import clean_line, is_han

_CHANGES = {
    "learn": WordState.LEARNING,
    "known": WordState.KNOWN,
    "ignore": WordState.IGNORED,
    "forget": WordState.NEW,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("--state", choices=[*WordState], help="only words in this state")
    parser.add_argument(
        "--search", metavar="TEXT", default="", help="only words with this in word, pinyin, gloss"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--know-hsk", type=int, metavar="N", help="I know the words of HSK 1 to N")
    parser.add_argument(
        "--know", metavar="FILE", help="I know the words of this list, one a line; - for input"
    )
    said = {
        "learn": "learn these words: they come up for review",
        "known": "I know these words",
        "ignore": "leave these words out of every count",
        "forget": "make these words new again",
    }
    for name in _CHANGES:
        parser.add_argument(f"--{name}", nargs="+", metavar="WORD", default=[], help=said[name])
    parser.add_argument("--undo", action="store_true", help="take the last step back")
    parser.add_argument("--coverage", action="store_true", help="how much of each text you know")
    parser.add_argument("--plan", metavar="SLUG", help="which words to learn before reading this article")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news")
    parser.add_argument(
        "--target", type=float, metavar="PERCENT", default=95.0, help="aim at so many percent"
    )
    parser.add_argument("--sentences", metavar="WORD", help="the sentences where a word was met")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do what the words ask for; without any, list the words."""
    if _change(arguments, context):
        return 0
    if arguments.coverage:
        return _print_coverage(arguments.json, context)
    if arguments.plan:
        return _print_plan(arguments, context)
    if arguments.sentences:
        return _print_sentences(arguments, context)
    _count_words(context)
    rows = [row for row in context.study.vocabulary.rows() if _is_wanted(row, arguments)]
    if arguments.json:
        context.print_json({"schema": 1, "words": [_as_json(row) for row in rows]})
    else:
        for row in rows:
            level = f"HSK {row.level}" if row.level else "—"
            context.print(f"{row.word}\t{row.pinyin}\t{level}\t{row.state}\t{row.count}\t{row.gloss}")
    return 0


def _count_words(context: Context) -> None:
    """Count the words of texts never opened, which takes a while for a long one."""
    with progress_bar("Counting words") as tell:
        context.study.vocabulary.prepare(tell, lambda: True)


def _change(arguments: argparse.Namespace, context: Context) -> bool:
    """Change what is known; tell whether there was anything to change."""
    vocabulary = context.study.vocabulary
    if arguments.undo:
        label = vocabulary.undo()
        context.print(f"Undone: {label}." if label else "There is nothing to undo.")
        return True
    done = []
    if arguments.know_hsk is not None:
        if not 1 <= arguments.know_hsk <= 9:
            raise UsageError("--know-hsk takes a level from 1 to 9.")
        count = vocabulary.know_level(arguments.know_hsk)
        done.append(f"{count} words of HSK 1 to {arguments.know_hsk} are known.")
    if arguments.know:
        count = vocabulary.know_list(context.read_text(arguments.know), arguments.know)
        done.append(f"{count} words of the list are known.")
    for name, state in _CHANGES.items():
        words = [clean_line(word) for word in getattr(arguments, name)]
        if wrong := [word for word in words if not any(map(is_han, word))]:
            raise UsageError(f"“{wrong[0]}” is no Chinese word.")
        if words:
            count = vocabulary.set(words, state)
            done.append(f"{count} of {len(words)} words changed: {state} now.")
    for line in done:
        context.print(line)
    return bool(done)


def _is_wanted(row: WordRow, arguments: argparse.Namespace) -> bool:
    found = row.has(searchable(arguments.search))
    return found and (not arguments.state or row.state == arguments.state)


def _as_json(row: WordRow) -> dict[str, Any]:
    return {
        "word": row.word,
        "pinyin": row.pinyin,
        "gloss": row.gloss,
        "level": row.level,
        "state": str(row.state),
        "said": row.said,
        "count": row.count,
        "recall": row.recall,
        "due": row.due.isoformat() if row.due else None,
    }


def _print_coverage(as_json: bool, context: Context) -> int:
    _count_words(context)
    rows = context.study.vocabulary.readiness()
    if as_json:
        texts = [
            {
                "slug": row.slug,
                "level": row.level,
                "known": round(row.coverage.share, 4),
                "running": row.coverage.running,
                "learning": row.coverage.learning,
                "names": row.coverage.names,
                "figures": row.coverage.figures,
            }
            for row in rows
        ]
        context.print_json({"schema": 1, "texts": texts})
        return 0
    for row in rows:
        apart = f"names {row.coverage.names}, figures {row.coverage.figures}"
        context.print(f"{percent(row.coverage.share):>6}  {row.slug} ({row.level})  {row.title}  [{apart}]")
    return 0


def _print_plan(arguments: argparse.Namespace, context: Context) -> int:
    study = context.study
    if not 0 < arguments.target <= 100:
        raise UsageError("--target is a percentage, over 0 and up to 100.")
    article = study.article(arguments.plan)
    version = study.version(article, arguments.level)
    plan = study.vocabulary.plan(article, version, arguments.target / 100)
    if arguments.json:
        words = [{"word": w.word, "count": w.count, "level": w.level} for w in plan.words]
        value = {"slug": article.slug, "level": version.level, "before": plan.before, "after": plan.after}
        context.print_json({"schema": 1, **value, "words": words})
        return 0
    context.print(plan.promise)
    for word in plan.words:
        context.print(f"{word.word}  {word.count}×")
    return 0


def _print_sentences(arguments: argparse.Namespace, context: Context) -> int:
    found = context.study.vocabulary.sentences(clean_line(arguments.sentences))
    if not found:
        context.print(f"{arguments.sentences} stands in no text of the library.")
    for sentence in found:
        context.print(f"{sentence.text}  ({sentence.title}, {sentence.level})")
        if sentence.translation:
            context.print(f"  {sentence.translation}")
    return 0
