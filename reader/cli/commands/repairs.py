"""``dubao repairs``: the reader's repairs of words, readings and glosses, which hold in all texts."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.chinese.repairs import Repair
from reader.cli.context import Context
from reader.errors import StorageError
from reader.text import clean_line

_NOTHING_DONE = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("--json", action="store_true", help="print the repairs as one JSON object")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    verbs.add_parser("list", help="list the repairs; so does no verb")
    split = verbs.add_parser("split", help="cut a stretch into these words: split 新 能源")
    split.add_argument("words", nargs="+", metavar="WORD")
    join = verbs.add_parser("join", help="take these words as one: join 发展 观")
    join.add_argument("words", nargs="+", metavar="WORD")
    mend = verbs.add_parser("mend", help="give a word another reading or gloss")
    mend.add_argument("word", metavar="WORD")
    mend.add_argument("--pinyin", help="like bólǐ or bo2li3")
    mend.add_argument("--gloss", help="a short English one")
    undo = verbs.add_parser("undo", help="undo the latest repair, or all repairs of a word")
    undo.add_argument("word", nargs="?", metavar="WORD")
    export = verbs.add_parser("export", help="write the repairs as JSON")
    export.add_argument("file", nargs="?", default="-", help="where to; nothing or - prints them")
    bring = verbs.add_parser("import", help="take repairs from such a file")
    bring.add_argument("file", help="a file written by export, or - for standard input")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do what the verb says; list the repairs without one."""
    repairing = context.study.repairing
    verb = arguments.verb or "list"
    if verb == "list":
        return _list(arguments.json, context)
    if verb == "undo":
        return _undo(arguments.word, context)
    if verb == "export":
        return _export(arguments.file, repairing.export(), context)
    if verb == "import":
        added, problems = repairing.bring_in(context.read_text(arguments.file))
        for problem in problems:
            context.warn(problem)
        context.print(f"{_counted(added)} taken.")
        return 0
    if verb == "mend":
        repair = repairing.mend(clean_line(arguments.word), pinyin=arguments.pinyin, gloss=arguments.gloss)
    else:
        change = repairing.split if verb == "split" else repairing.join
        repair = change([clean_line(word) for word in arguments.words])
    context.print(f"{described(repair)}  in all texts. “dubao repairs undo” takes it back.")
    return 0


def described(repair: Repair) -> str:
    """Say what a repair does, on one line."""
    told = [" + ".join(repair.words)]
    told += [repair.pinyin] if repair.pinyin else []
    told += [f"“{repair.gloss}”"] if repair.gloss else []
    return "  ".join(told)


def _counted(count: int) -> str:
    return "1 repair" if count == 1 else f"{count} repairs"


def _list(as_json: bool, context: Context) -> int:
    repairs = context.study.repairing.repairs
    if as_json:
        told = [
            {"text": r.text, "words": list(r.words), "pinyin": r.pinyin, "gloss": r.gloss, "made": r.made}
            for r in repairs
        ]
        context.print_json({"schema": 1, "repairs": told})
        return 0
    for repair in repairs:
        context.print(f"{repair.made[:10]}  {described(repair)}")
    if not repairs:
        context.print("No repairs yet. While reading, r mends the word under the cursor.")
    return 0


def _undo(word: str | None, context: Context) -> int:
    undone = context.study.repairing.undo(clean_line(word) if word is not None else None)
    if undone is None:
        context.warn(f"“{word}” isn't repaired." if word else "there is no repair to undo.")
        return _NOTHING_DONE
    context.print(f"Undone: {described(undone)}")
    return 0


def _export(name: str, told: str, context: Context) -> int:
    if name == "-":
        context.print(told.rstrip("\n"))
        return 0
    try:
        with Path(name).open("x", encoding="utf-8") as file:
            file.write(told)
    except FileExistsError as error:
        raise StorageError(f"{name} is there already. Name another file.") from error
    except OSError as error:
        raise StorageError(f"{name} can't be written: {error.strerror}.") from error
    context.print(f"{_counted(len(context.study.repairing.repairs))} written to {name}.")
    return 0
