"""``dubao figures [FILE|-]``: list the figures of any text, with value, bound and reading."""

from __future__ import annotations

import argparse
from fractions import Fraction
from typing import Any

from reader.chinese.figures import FoundFigure, figures_of, tagger
from reader.chinese.numbers.forms import plain
from reader.chinese.numbers.quantity import Bound, FigureKind
from reader.cli.context import Context
from reader.errors import TextError
from reader.text import clean_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument(
        "file", nargs="?", default="-", help="a UTF-8 text; - or nothing reads standard input"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print every figure of the text in order."""
    text = context.read_text(arguments.file)
    if "\0" in text:
        raise TextError(f"{arguments.file} isn't text: it holds NUL bytes. Give a text file in UTF-8.")
    found = list(figures_of(text, tagger()))
    if arguments.json:
        context.print_json({"schema": 1, "figures": [figure_values(figure) for figure in found]})
    elif found:
        _print_table(found, context)
    else:
        context.print("No figures.")
    return 0


def figure_values(figure: FoundFigure) -> dict[str, Any]:
    """Return a figure as values for JSON."""
    quantity, subject = figure.quantity, figure.subject
    return {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "value": _exact(quantity.value),
        "low": _exact(quantity.low),
        "high": _exact(quantity.high),
        "bound": str(quantity.bound),
        "kind": _kind(quantity.kind),
        "measure": quantity.measure,
        "unit": quantity.unit,
        "subject": subject.subject if subject else None,
        "subject_source": str(subject.source) if subject else None,
        "hanzi": quantity.hanzi,
        "pinyin": quantity.pinyin,
        "sentence": clean_line(figure.sentence),
        "direction": quantity.direction,
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)


def _kind(kind: FigureKind) -> str:
    # Outside the program a number with decimals counts like any other.
    return str(FigureKind.CARDINAL if kind is FigureKind.DECIMAL else kind)


def _print_table(found: list[FoundFigure], context: Context) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("figure", "value", "bound", "counts", "read"):
        table.add_column(head, overflow="fold")
    for figure in found:
        table.add_row(*map(clean_line, _row(figure)))
    context.console.print(table)


def _row(figure: FoundFigure) -> tuple[str, str, str, str, str]:
    quantity, subject = figure.quantity, figure.subject
    bound = "" if quantity.bound is Bound.EXACT else str(quantity.bound).replace("_", " ")
    how = ", ".join(word for word in (quantity.direction, bound) if word)
    counts = f"{subject.subject}? ({subject.source})" if subject else ""
    read = f"{quantity.hanzi} {quantity.pinyin}"
    # 一块五 has its unit inside.
    measure = "" if quantity.measure and quantity.measure in quantity.text else quantity.measure or ""
    return quantity.text + measure, _worth(figure), how, counts, read


def _worth(figure: FoundFigure) -> str:
    quantity = figure.quantity
    if quantity.value is not None:
        return plain(quantity.value)
    if quantity.low is not None and quantity.high is not None:
        return f"{plain(quantity.low)} to {plain(quantity.high)}"
    return ""
