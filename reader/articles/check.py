"""What is wrong with an article that can be read: complaints with file, line and mend."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.articles.article import Article
from reader.articles.checks import facts, figures, wording
from reader.articles.checks.checked import Check, Checked, marked_words, marks
from reader.articles.checks.figures import figure_problem
from reader.articles.checks.keys import keys_known
from reader.articles.content import ARTICLE_FILE, load_article, read_file
from reader.articles.versions import BOOK_FILE, FILES, Complaint


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: the article where one could be read, and the complaints."""

    article: Article | None
    complaints: tuple[Complaint, ...]

    @property
    def figures(self) -> int:
        """How many figures can be asked: facts with a figure that some version marks."""
        if self.article is None:
            return 0
        marked = {mark.fact for version in self.article.versions for mark in marks(version)}
        return sum(fact.figure is not None and fact.id in marked for fact in self.article.facts)


def check_article(folder: Path) -> Report:
    """Check one content folder."""
    article, complaints = load_article(folder)
    if article is None:
        return Report(None, tuple(complaints))
    path = folder / ARTICLE_FILE
    toml = read_file(path)
    broken = frozenset(complaint.line for complaint in complaints if complaint.path == path)
    checked = Checked(article, path, toml, tomllib.loads(toml), broken)
    found = [complaint for check in _checks(article, folder) for complaint in check(checked)]
    return Report(article, tuple(sorted({*complaints, *found})))


def _checks(article: Article, folder: Path) -> tuple[Check, ...]:
    checks = _CHECKS if _is_whole(article, folder) else _PART_CHECKS
    return checks if article.imported else (*checks, *wording.CHECKS, keys_known)


def _is_whole(article: Article, folder: Path) -> bool:
    read = {FILES.get(version.level, BOOK_FILE) for version in article.versions if version.paragraphs}
    return all(name in read or not (folder / name).exists() for name in FILES.values())


def figures_kept(checked: Checked) -> Iterator[Complaint]:
    """As many figures can be asked as article.toml promises."""
    promised, can_be_asked = checked.article.promised_figures, Report(checked.article, ()).figures
    if promised is not None and promised != can_be_asked:
        message = f"{promised} figures are promised, {can_be_asked} can be asked; "
        yield checked.complain(
            checked.line_of("figures ="), message + "put the lost fact back, or mend figures."
        )


#: What each readable version can be held to, though another is broken.
_PART_CHECKS: tuple[Check, ...] = (*facts.PART_CHECKS, wording.glossary_is_read, *figures.CHECKS)
#: What asks whether words stand anywhere, which only the whole article can tell.
_CHECKS: tuple[Check, ...] = (*_PART_CHECKS, *facts.WHOLE_CHECKS, figures_kept)

__all__ = ["Report", "check_article", "figure_problem", "marked_words"]
