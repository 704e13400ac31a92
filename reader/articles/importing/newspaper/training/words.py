"""Names, and what stands around articles in newspapers, for the pages that the roles are learned from."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_SURNAMES: str = _WORDS["surnames"]
_GIVEN: str = _WORDS["given"]
PLACES: list[str] = _WORDS["places"]
PAPERS: list[str] = _WORDS["papers"]
KICKERS: list[str] = _WORDS["kickers"]
DECKS: list[str] = _WORDS["decks"]
SUBHEADS: list[str] = _WORDS["subheads"]
CAPTIONS: list[str] = _WORDS["captions"]
COLUMNS: list[str] = _WORDS["columns"]
VERSES: list[list[str]] = _WORDS["verses"]
VERSE_TITLES: list[str] = _WORDS["verse_titles"]
BRIEFS: list[str] = _WORDS["briefs"]
BRIEF_NAMES: list[str] = _WORDS["brief_names"]
NOTES: list[str] = _WORDS["notes"]
BOXES: list[str] = _WORDS["boxes"]
BOX_TEXTS: list[str] = _WORDS["box_texts"]
BOX_HEADLINES: list[str] = _WORDS["box_headlines"]
_GIVERS: list[str] = _WORDS["givers"]


def name(r: Random) -> str:
    """Return a name of two or three characters."""
    return r.choice(_SURNAMES) + "".join(r.sample(_GIVEN, r.choice((1, 2, 2))))


def reporters(r: Random, paper: str) -> str:
    """Return who reports, with the office: 本报记者 周一帆 通讯员 林小路."""
    office = r.choice(("本报记者", f"{paper}记者", "记者", "见习记者"))
    further = r.choice(("", "", f" 通讯员 {name(r)}", f" 实习生 {name(r)}", f" {name(r)}"))
    return r.choice((f"{office} {name(r)}{further}", f"{office} {name(r)}{further}", f"通讯员 {name(r)}"))


def giver(r: Random) -> str:
    """Return who gave a text that no reporter wrote."""
    surname = r.choice(_SURNAMES)
    named = (
        f"城南小学 {surname}老师", f"河东社区 {surname}大姐", f"幸福里居民 {surname}先生", name(r),
        f"市民 {name(r)}",         f"{name(r)} {name(r)}", f"作者系{r.choice(PLACES)}大学教授",
    )  # fmt: skip
    return r.choice((*_GIVERS, *named))


def author(r: Random, paper: str) -> str:
    """Return who stands below a headline without being a reporter, or with the pictures named, too."""
    one, other = name(r), name(r)
    by_both = (
        f"文/{one} 图/{other}", f"撰文/{one} 摄影/{other}", f"文/本报记者 {one} 图/{other}", f"□{one} 文/图",
        f"本报记者 {one}/文 {other}/图", f"本报记者 {one} 文/图", f"本报记者 {one} 摄影报道",
    )  # fmt: skip
    office = r.choice(("大学教师", "社区医生", "退休工人"))
    alone = (
        f"文／{one}", f"本报评论员 {one}", f"作者：{one}", f"（{one}）", one, one, f"□ {one}", f"□{one}",
        f"■ {reporters(r, paper)}", f"{one}（{office}）", f"◎{one}（{office}）",
        f"实验小学六（{r.randint(1, 9)}）班 {one}",
        f"{r.choice(PLACES)}一中高二（3）班 {one}", f"本报特约撰稿 {one}",
        f"□ {reporters(r, paper)} 发自{r.choice(PLACES)}",
    )  # fmt: skip
    return r.choice((*by_both, *alone))
