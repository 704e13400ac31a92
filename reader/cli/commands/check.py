"""``dubao check [PATH …]``: validate content folders."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.articles.check import Report, check_article
from reader.articles.content import ARTICLE_FILE
from reader.articles.library import bundled_folder
from reader.articles.versions import Complaint
from reader.cli.context import Context
from reader.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("path", nargs="*", type=Path, help="article folders, or a folder of them; "
                        "without one, the bundled articles")  # fmt: skip
    parser.add_argument(
        "--levels",
        action="store_true",
        help="measure how hard each version is, and complain of one too hard for its level",
    )
    parser.add_argument("--figures", type=int, metavar="N", help="fail unless N figures can be asked")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print every complaint, and the count of figures that can be asked; 1 if there is a complaint."""
    paths = arguments.path or [bundled_folder()]
    reports = [check_article(folder) for path in paths for folder in folders(path)]
    found = [complaint for report in reports for complaint in report.complaints]
    if arguments.levels:
        found += _print_levels(reports, context)
    for complaint in found:
        context.print(str(complaint))
    return _sum_up(reports, len(found), arguments.figures, context)


def _sum_up(reports: list[Report], wrong: int, promised: int | None, context: Context) -> int:
    figures = sum(report.figures for report in reports)
    stated = sum(fact.figure is not None for r in reports if r.article for fact in r.article.facts)
    context.print(
        f"{len(reports)} article{_s(len(reports))}, {figures} of {stated} figure{_s(stated)} can be asked, "
        f"{wrong} complaint{_s(wrong)}."
    )
    wanted = stated if promised is None else promised
    if figures < wanted:
        context.print(f"{wanted - figures} figure{_s(wanted - figures)} lost: {wanted} should be asked.")
    return 1 if wrong or figures < wanted else 0


def folders(path: Path) -> list[Path]:
    """Return the article folders that a path means: itself, or those in it.

    Raises:
        UsageError: there is no such folder, or no article in it.
    """
    if path.name == ARTICLE_FILE or path.suffix == ".txt":
        path = path.parent
    if not path.is_dir():
        raise UsageError(f"There is no folder {path}; name an article's folder.")
    if (path / ARTICLE_FILE).exists():
        return [path]
    found = sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith((".", "_")))
    if not found:
        raise UsageError(f"{path} holds no article; an article is a folder with an {ARTICLE_FILE} in it.")
    return found


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _print_levels(reports: list[Report], context: Context) -> list[Complaint]:
    from reader.articles.levels import measure_levels

    too_hard = []
    for article in (report.article for report in reports if report.article):
        for measured in measure_levels(article, context.study.annotated):
            context.print(str(measured))
            if not measured.holds:
                too_hard.append(Complaint(measured.path, 0, measured.complaint))
    return too_hard
