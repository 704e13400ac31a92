"""``dubao annotate [FILE|-]``: print any Chinese text with pinyin over its words, or as JSON."""

from __future__ import annotations

import argparse
import sys

from reader.chinese.token import AnnotatedText
from reader.cli.context import Context
from reader.errors import TextError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument(
        "file", nargs="?", default="-", help="a UTF-8 text; - or nothing reads standard input"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument(
        "--format", choices=("ruby", "html", "text"), help="ruby on a terminal, text otherwise, unless told"
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Annotate the text and print it."""
    text = context.read_text(arguments.file)
    if "\0" in text:
        raise TextError(f"{arguments.file} isn't text: it holds NUL bytes. Give a text file in UTF-8.")
    annotated = _annotated(text, context)
    if arguments.json:
        from reader.chinese.ruby import to_values

        context.print_json(to_values(annotated))
        return 0
    form = arguments.format or ("ruby" if sys.stdout.isatty() else "text")
    _print(annotated, form, context)
    return 0


def _annotated(text: str, context: Context) -> AnnotatedText:
    from reader.chinese.process import Annotator
    from reader.chinese.repairs import read_repairs
    from reader.cli.progress import progress_bar

    repairs = read_repairs(context.paths.data)
    standard = context.settings.hsk_standard
    with Annotator(context.paths, standard=standard) as annotator, progress_bar("Reading") as progress:
        return annotator.annotate(text, repairs=repairs, progress=progress)


def _print(annotated: AnnotatedText, form: str, context: Context) -> None:
    from reader.chinese.pinyin.syllable import restyle
    from reader.chinese.ruby import as_is, ruby_lines, to_html, to_text

    numbers = context.settings.pinyin_style == "numbers"
    spell = (lambda pinyin: restyle(pinyin, "numbers")) if numbers else as_is
    if form == "ruby":
        lines = ruby_lines(annotated.tokens, context.console.width, spell)
    else:
        lines = (to_html if form == "html" else to_text)(annotated, spell)
    for line in lines:
        context.print(line)
