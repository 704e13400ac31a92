"""Print what bringing texts in costs, in multiples of annotating them: a novel, a folder of pages.

Run ``python tests/benchmarks/importing.py [MILLIONS]``. The novel has that many million characters. Two
ratios count: a novel's first page (opened, cut into chapters, its first chapter annotated) to that chapter
annotated alone; and whole texts imported and annotated to the same texts annotated alone.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PAGES = sorted((ROOT / "tests" / "data" / "pages").glob("*.txt"))


def novel(characters: int, rng: random.Random) -> str:
    """Return chapters of sentences in an order nobody wrote them in."""
    sentences = [
        s
        for page in PAGES
        for s in page.read_text(encoding="utf-8").replace("\n", "").split("。")
        if 8 < len(s) < 80
    ]
    chapters, size = [], 0
    while size < characters:
        body = "\n\n".join("。".join(rng.choices(sentences, k=4)) + "。" for _ in range(40))
        chapters.append(f"第{len(chapters) + 1}章 过河\n\n{body}\n\n")
        size += len(body)
    return "《渡口》\n\n" + "".join(chapters)


def briefs(folder: Path, rng: random.Random) -> list[Path]:
    """Return pages of articles of two sentences each: what an article costs by itself shows most with them."""
    sentences = [
        s
        for page in PAGES
        for s in page.read_text(encoding="utf-8").replace("\n", "").split("。")
        if 8 < len(s) < 60
    ]
    paths = []
    for number in range(60):
        path = folder / f"briefs-{number}.txt"
        articles = [
            f"短讯之{number}之{place}\n本报讯 {rng.choice(sentences)}。{rng.choice(sentences)}。(记者 周一帆)"
            for place in range(10)
        ]
        path.write_text("\n\n".join(articles), encoding="utf-8")
        paths.append(path)
    return paths


def timed(work: Callable[[], object]) -> float:
    """Return how long it takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    millions = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    folder = Path(tempfile.mkdtemp(prefix="dubao-importing-"))
    os.environ["DUBAO_HOME"] = str(folder / "home")
    book, rng = folder / "book.txt", random.Random(8)
    book.write_text(novel(int(millions * 1_000_000), rng), encoding="utf-8")
    first_page(book)
    whole_texts(folder)


def study() -> object:
    """Return a desk of its own."""
    from reader.cli.context import Context

    return Context().study


def first_page(book: Path) -> None:
    """Print the novel's first readable page against its first chapter alone, the helper being warm."""
    desk = study()
    desk.annotated(*_opened(desk, PAGES[0]))  # type: ignore[attr-defined]
    made: list[object] = []
    opening = timed(lambda: made.append(_opened(desk, book)))
    article, version = made[0]  # type: ignore[misc]
    reading = timed(lambda: desk.annotated(article, version))  # type: ignore[attr-defined]
    size = book.stat().st_size / 3_000_000
    print(
        f"A novel of {size:.1f} million characters, {len(article.versions)} chapters: opened in {opening:.2f} s, first "
        f"chapter ({len(version.text):,} characters) annotated in {reading:.2f} s: {(opening + reading) / reading:.2f} times that"
    )
    desk.close()  # type: ignore[attr-defined]


def _opened(desk: object, path: Path) -> tuple[object, object]:
    opened = desk.texts.open_file(path)  # type: ignore[attr-defined]
    article = desk.open_in_passing(opened, path.stem)  # type: ignore[attr-defined]
    return article, article.versions[0]


def whole_texts(folder: Path) -> None:
    """Print importing and annotating whole texts against annotating alone."""
    rng = random.Random(9)
    files = []
    for number in range(6):
        path = folder / f"{number}.txt"
        path.write_text(novel(30_000, rng), encoding="utf-8")
        files.append(path)
    for label, chosen in (
        ("six books of 30,000 characters", files),
        (f"{len(PAGES)} newspaper pages", PAGES),
        ("60 pages of ten short briefs", briefs(folder, rng)),
    ):
        desk = study()
        desk.annotated(*_opened(desk, PAGES[0]))  # type: ignore[attr-defined]
        kept: list[object] = []
        importing = timed(lambda: kept.extend(desk.texts.bring_in(chosen).kept))  # type: ignore[attr-defined]  # noqa: B023
        articles = [desk.article(one.slug) for one in kept]  # type: ignore[attr-defined]
        versions = [(article, version) for article in articles for version in article.versions]
        annotating = timed(lambda: [desk.annotated(*pair) for pair in versions])  # type: ignore[attr-defined]  # noqa: B023
        ratio = (importing + annotating) / annotating
        print(
            f"{label}: imported in {importing:.2f} s, annotated in {annotating:.2f} s: {ratio:.2f} times annotation alone"
        )
        desk.close()  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
