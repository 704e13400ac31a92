"""Make ``weights.gz`` anew: ``python -m reader.articles.importing.newspaper.training.train``.

The same pages give the same weights. With ``--aside`` one in ten pages is kept aside, to tell how well
pages are read that nothing was learned from.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Callable, Iterable
from functools import partial

from reader.articles.importing.newspaper.observing import observe
from reader.articles.importing.newspaper.roles import WEIGHTS_FILE, Weights, is_path
from reader.articles.importing.newspaper.training.blocks import blocks_of, mixed_page, plain_page
from reader.articles.importing.newspaper.training.houses import made_page, pieces_of
from reader.articles.importing.newspaper.training.learn import Example, Learner, wrong_lines
from reader.articles.importing.newspaper.training.pages import MORE_FILE, Row, lines_of, read_pages

_ROUNDS, _MADE, _MIXED, _ASIDE = 6, 1500, 2000, 10
_PLAIN = 500
#: Real pages are read so many times in each round; of the others so many give pieces to be laid out anew.
_TIMES, _FOR_PIECES = 3, 150
#: Whole pages, of so many rows, are read so many times more.
_WHOLE, _WHOLE_TIMES = 14, 5
#: The largest weight is written as this; smaller ones than half of one part of it are left out.
_LARGEST = 999


def examples_of(pages: Iterable[list[Row]]) -> list[Example]:
    """Return the pages as they are seen; those whose roles don't fit together are left out."""
    found: list[Example] = []
    for rows in pages:
        lines, is_parted, roles = lines_of(rows)
        seen = observe(lines, is_parted) if roles and is_path(roles) else []
        if seen and all(role not in one.never for one, role in zip(seen, roles, strict=True)):
            found.append((seen, roles))
    return found


def learned(
    pages: list[list[Row]], more: list[list[Row]], made: int, mixed: int, tell: Callable[[str], None]
) -> Weights:
    """Return the weights learned from pages with known roles, and from their articles laid out anew."""
    pieces, blocks = pieces_of(pages + more[:_FOR_PIECES]), blocks_of(pages)
    whole = [page for page in pages if len(page) >= _WHOLE]
    examples = examples_of(pages) * _TIMES + examples_of(whole) * _WHOLE_TIMES + examples_of(more)
    examples += examples_of(map(partial(made_page, pieces=pieces), range(made)))
    plain = [(piece.headline, piece.paragraphs) for piece in pieces]
    examples += examples_of(map(partial(plain_page, pieces=plain), range(_PLAIN)))
    examples += examples_of(map(partial(mixed_page, blocks=blocks), range(mixed)))
    tell(f"{len(pages)} pages, {len(pieces)} pieces, {len(blocks)} articles; {len(examples)} examples")
    learner = Learner()
    for seed in range(_ROUNDS):
        wrong, lines = learner.read(examples, seed)
        tell(f"round {seed + 1}: {wrong} of {lines} lines wrong")
    return learner.averaged()


def packed(weights: Weights) -> bytes:
    """Return the weights as a file: a line each, its name, a tab, and whole numbers."""
    largest = max(abs(number) for row in weights.values() for number in row)
    lines = []
    for name in sorted(weights):
        row = [round(number * _LARGEST / largest) for number in weights[name]]
        if any(row):
            lines.append(f"{name}\t{' '.join(map(str, row))}\n")
    return gzip.compress("".join(lines).encode("utf-8"), compresslevel=9, mtime=0)


def main(arguments: list[str] | None = None) -> None:
    """Learn and write the weights, or with ``--aside`` only tell how well pages kept aside are read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--aside", action="store_true", help="keep pages aside, tell how they are read, write nothing"
    )
    parser.add_argument("--made", type=int, default=_MADE, help="pages of made-up houses")
    parser.add_argument("--mixed", type=int, default=_MIXED, help="pages of mixed articles")
    options = parser.parse_args(arguments)
    tell = partial(print, file=sys.stderr, flush=True)
    pages, more = read_pages(), read_pages(MORE_FILE)
    if options.aside:
        aside = pages[::_ASIDE]
        kept = [page for page in pages if page not in aside]
        weights = learned(kept, more, options.made, options.mixed, tell)
        wrong, lines = wrong_lines(examples_of(aside), weights)
        tell(f"kept aside: {wrong} of {lines} lines wrong")
        return
    WEIGHTS_FILE.write_bytes(packed(learned(pages, more, options.made, options.mixed, tell)))


if __name__ == "__main__":
    main()
