"""Print what annotating costs, against jieba.posseg and pypinyin alone in the same run.

``python tests/benchmarks/annotating.py [CHARACTERS …]``: speed after loading, in the helper process; re-opening
from the cache; memory of the helper and of the opened text. Trust the ratios, not the times.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.chinese.dictionary.opening import open_dictionary
from reader.chinese.process import Annotator
from reader.chinese.token import Token
from reader.paths import Paths

CONTENT = Path(__file__).resolve().parents[2] / "content"
ARTICLE = 2_000
SIZES = (1_000, 20_000, 1_000_000)
_MARK = re.compile(r"\[([^\]]*)\]\([^)]*\)")  # [words](fact) of a content file
PAGE = 400  # tokens: more than a screen holds


def prose(size: int) -> str:
    """News and everyday sentences, in an order that differs from round to round, ``size`` characters of them."""
    lines = [line for path in sorted(CONTENT.rglob("*.txt")) for line in _han_lines(path)]
    source = random.Random(7)
    found: list[str] = []
    length = 0
    while length < size:
        source.shuffle(lines)
        found += lines
        length += sum(map(len, lines)) + len(lines)
    return "\n".join(found)[:size]


def _han_lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if any("\u4e00" <= character <= "\u9fff" for character in line):
            yield _MARK.sub(r"\1", line).lstrip("# ").strip()


def seconds(work: Callable[[], Any]) -> float:
    """How long one call takes, while nothing else is done."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def floor(text: str) -> float:
    """jieba.posseg and pypinyin alone, loaded before."""
    from jieba import posseg
    from pypinyin import Style, lazy_pinyin

    def run() -> None:
        for word in posseg.cut(text):
            lazy_pinyin(word.word, style=Style.TONE3)

    posseg.lcut("热身")
    lazy_pinyin("热身")
    return min(seconds(run) for _ in range(3))


def peak_of_children() -> float:
    """The peak memory of the largest ended child, in megabytes (Linux counts in kilobytes)."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def opened(annotator: Annotator, text: str) -> list[Token]:
    """Open a text as the screen does, up to the words of its first page; whatever else is asked answers."""
    annotated = annotator.annotate(text)
    return list(annotated.tokens[:PAGE])


def started(paths: Paths, text: str) -> None:
    """Open a text as a program that has just been started does."""
    with Annotator(paths) as annotator:
        opened(annotator, text)


def unseen(paths: Paths, text: str) -> float:
    """Annotating in a helper process that is loaded but has seen nothing of the text, to the whole of it."""
    with Annotator(paths, use_cache=False) as annotator:
        annotator.annotate("热身。")
        return seconds(lambda: annotator.annotate(text))


def show_speed(paths: Paths) -> None:
    """Print how fast a text is annotated of which nothing repeats, beside the two libraries alone."""
    text = "\n".join(
        dict.fromkeys(line for path in sorted(CONTENT.rglob("*.txt")) for line in _han_lines(path))
    )
    ours = min(unseen(paths, text) for _ in range(3))
    alone = floor(text)
    print(
        f"{len(text):,} characters, none of them seen, in the helper process: {len(text) / ours:,.0f} a second"
    )
    print(
        f"  jieba.posseg + pypinyin alone, in this process: {len(text) / alone:,.0f} a second; "
        f"we take {ours / alone:.2f} times as long"
    )


def megabytes(annotator: Annotator, text: str) -> float:
    """Return the memory that a text takes once it is opened, its own characters included."""
    tracemalloc.start()
    kept = annotator.annotate(text), opened(annotator, text)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return size / 1e6


def show_opening(paths: Paths, sizes: Iterable[int]) -> None:
    """Print how much faster a text opens from the cache than it is annotated, the helper running or not.

    Annotating is measured from the call to the whole text annotated and kept; opening from the same
    call, its text cleaned and looked up, to the tokens of the first page.
    """
    with Annotator(paths) as annotator:
        annotator.annotate("热身。" * 50)
        for size in sizes:
            body = prose(size)
            made = seconds(partial(annotator.annotate, body))
            again = min(seconds(partial(opened, annotator, body)) for _ in range(7))
            print(f"{size:,} characters in the helper process: {size / made:,.0f} a second")
            print(f"  re-opened from the cache: {made / again:.0f} times faster ({again * 1000:.2f} ms)")
            print(f"  memory of the opened text: {megabytes(annotator, body):.1f} MB")
    print(f"  peak memory of the helper: {peak_of_children():.0f} MB")
    article = "首先，" + prose(ARTICLE)
    first = seconds(lambda: started(paths, article))
    later = min(seconds(lambda: started(paths, article)) for _ in range(5))
    print(f"{ARTICLE:,} characters, the helper started for them: {first / later:.0f} times the re-opening")


def main() -> None:
    """Run all and print a line for each."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        paths = Paths(folder / "config", folder / "data", folder / "cache")
        open_dictionary(paths).close()
        show_speed(paths)
        show_opening(paths, sizes)


if __name__ == "__main__":
    main()
