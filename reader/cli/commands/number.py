"""``dubao number TEXT``: explain a figure; ``dubao number --same A B``: tell whether two are equal."""

from __future__ import annotations

import argparse
import re

from reader.chinese.numbers.lens import Lens, describe, same
from reader.cli.context import Context
from reader.errors import UsageError
from reader.text import clean_line

_DIFFERENT = 1
# -5℃ is a figure and no option.
_BELOW_ZERO = re.compile(r"-\s*[0-9０-９.]")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser._negative_number_matcher = _BELOW_ZERO
    parser.add_argument("text", nargs="+", help="a figure such as 超过3000亿元, 57.4万, 300 billion, 18.5%%")
    parser.add_argument(
        "--same",
        action="store_true",
        help="compare two figures: exit status 0 if they are equal, 1 if not, 2 if one can't be read",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Explain the figures, or compare two.

    Raises:
        UsageError: there is no figure in the text, or not two of them to compare.
    """
    if arguments.same:
        return _compare(arguments.text, context)
    text = clean_line(" ".join(arguments.text))
    for place, lens in enumerate(_lenses(text, context)):
        if place:
            context.print()
        _print(lens, context)
    return 0


def _compare(words: list[str], context: Context) -> int:
    if len(words) != 2:
        raise UsageError("--same compares two figures; put one with spaces in quotes: '300 billion'.")
    one, other = words
    equal = same(one, other)
    context.print(f"{clean_line(one)} {'=' if equal else '≠'} {clean_line(other)}")
    return 0 if equal else _DIFFERENT


def _lenses(text: str, context: Context) -> list[Lens]:
    from reader.study.scale import pegs_of, rate_of, ways_of

    settings = context.settings
    found = describe(
        text,
        rate=rate_of(settings),
        pegs=pegs_of(settings),
        ways=ways_of(settings),
        spoken=settings.tone_change,
    )
    if not found:
        raise UsageError(f"“{text[:40]}” holds no figure. Write one like 3000亿, 57.4万元 or 300 billion.")
    return found


def _print(lens: Lens, context: Context) -> None:
    from rich.cells import cell_len, set_cell_size

    quantity = lens.quantity
    # 一块五 has its unit inside.
    measure = "" if quantity.measure and quantity.measure in quantity.text else quantity.measure or ""
    context.print(clean_line(quantity.text + measure))
    width = max(cell_len(line.label) for line in lens.lines)
    for line in lens.lines:
        context.print(f"  {set_cell_size(line.label, width)}  {line.text}")
        if line.formula:
            context.print(f"  {' ' * width}  {line.formula}")
