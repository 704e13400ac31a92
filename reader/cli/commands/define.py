"""``dubao define WORD``: look a word up by hanzi, pinyin or English."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from reader.chinese import hsk
from reader.chinese.token import Entry
from reader.cli.context import Context
from reader.cli.wrapping import wrap
from reader.errors import UsageError
from reader.text import is_han

_FOUND_NOTHING = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument(
        "word", nargs="+", help="hanzi, pinyin with or without tones (bo2li3, bólǐ), or English"
    )
    parser.add_argument("--limit", type=int, default=12, metavar="N", help="print at most N entries (12)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the entries that fit, the best first; exit status 1 if there are none."""
    from reader.chinese.dictionary import open_dictionary
    from reader.chinese.dictionary.search import with_other_tones
    from reader.cli.progress import progress_bar
    from reader.text import clean_answer

    word = clean_answer(" ".join(arguments.word))
    if not word:
        raise UsageError("Give a word to look up: hanzi, pinyin or English.")
    with progress_bar("Indexing the dictionary") as progress:
        dictionary = open_dictionary(context.paths, lambda done, total: progress(done / total))
    entries = dictionary.search(word, max(1, arguments.limit))
    parts = dictionary.parts(word) if word and all(map(is_han, word)) and not dictionary.has(word) else ()
    standard = context.settings.hsk_standard
    spell = _spelling(context)
    if arguments.json:
        shown = [_values(entry, standard) for entry in entries]
        context.print_json({"schema": 1, "word": word, "entries": shown, "parts": list(parts)})
        return 0 if entries else _FOUND_NOTHING
    for entry in entries:
        _print(entry, standard, spell, context)
    if parts and not entries:
        context.print(f"“{word}” is not in the dictionary. Its parts:")
        for part in parts:
            for entry in dictionary.entries(part)[:1]:
                _print(entry, standard, spell, context)
    elif not entries:
        context.warn(f"the dictionary has nothing for “{word}”.")
        others = with_other_tones(dictionary, word, max(1, arguments.limit))
        if others:
            context.print("With other tones:")
        for entry in others:
            _print(entry, standard, spell, context)
    return 0 if entries or parts else _FOUND_NOTHING


def _spelling(context: Context) -> Callable[[str], str]:
    from reader.chinese.pinyin.syllable import restyle

    numbers = context.settings.pinyin_style == "numbers"
    return (lambda pinyin: restyle(pinyin, "numbers")) if numbers else (lambda pinyin: pinyin)


def _print(entry: Entry, standard: str, spell: Callable[[str], str], context: Context) -> None:
    from rich.text import Text

    head = Text(entry.simplified, style="bold")
    if entry.traditional != entry.simplified:
        head.append(f" {entry.traditional}", style="not bold")
    head.append(f"  {spell(entry.pinyin)}", style="not bold")
    level = hsk.level(entry.simplified, standard)
    if level is not None:
        head.append(f"  HSK {'7–9' if level == 7 else level}", style="dim not bold")
    context.console.print(head)
    for number, sense in enumerate(entry.senses, 1):
        _print_indented(f"{number}. {sense}", "", context)
    if entry.measures:
        told = ", ".join(f"{word} {spell(pinyin)}" for word, pinyin in entry.measures)
        _print_indented(f"measure word: {told}", "italic", context)


def _print_indented(text: str, style: str, context: Context) -> None:
    """Print a paragraph two cells in, without blanks at the ends of its lines."""
    from rich.text import Text

    for line in wrap(text, context.console.width - 2, is_english=True):
        context.console.print(Text("  " + line, style=style), soft_wrap=True)


def _values(entry: Entry, standard: str) -> dict[str, Any]:
    return {
        "simplified": entry.simplified,
        "traditional": entry.traditional,
        "syllables": list(entry.syllables),
        "pinyin": entry.pinyin,
        "senses": list(entry.senses),
        "measures": [list(measure) for measure in entry.measures],
        "level": hsk.level(entry.simplified, standard),
    }
