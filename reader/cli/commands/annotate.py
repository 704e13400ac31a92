"""``dubao annotate [FILE|-]``: print any Chinese text with pinyin over its words, or as JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.chinese.token import AnnotatedText
from reader.cli.context import Context
from reader.errors import TextError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="FILE|SLUG",
        help="a UTF-8 text, or an article; - or nothing reads standard input",
    )
    parser.add_argument("--version", dest="level", metavar="V", help="of an article: 3, 5, news or c12")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument(
        "--format", choices=("ruby", "html", "text"), help="ruby on a terminal, text otherwise, unless told"
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Annotate the text and print it."""
    annotated = _article(arguments, context) or _annotated(_text(arguments.file, context), context)
    if arguments.json:
        from reader.chinese.as_json import to_json

        context.write(to_json(annotated))
        return 0
    form = arguments.format or ("ruby" if sys.stdout.isatty() else "text")
    _print(context.study.shown(annotated), form, context)
    return 0


def _text(name: str, context: Context) -> str:
    text = context.read_text(name)
    if "\0" in text:
        source = "Standard input" if name == "-" else name
        raise TextError(f"{source} isn't text: it holds NUL bytes. Give a text file in UTF-8.")
    return text


def _article(arguments: argparse.Namespace, context: Context) -> AnnotatedText | None:
    """Return the article of that slug annotated, with its own glossary; None where a file is meant."""
    name, study = arguments.file, context.study
    if name == "-" or Path(name).exists() or name not in study.slugs():
        return None
    article = study.article(name)
    return study.annotated(article, study.version(article, arguments.level))


def _annotated(text: str, context: Context) -> AnnotatedText:
    from reader.chinese.process import Annotator
    from reader.chinese.repairs import read_repairs
    from reader.cli.progress import progress_bar

    repairs = read_repairs(context.paths.data, context.warn)
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
