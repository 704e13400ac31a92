"""A page that was kept is split and joined otherwise, from its original; what is as it was stays so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.articles.content import read_article
from reader.articles.importing import sheet as sheets
from reader.articles.importing.draft import Draft
from reader.articles.importing.keeping import State
from reader.articles.library import Library
from reader.errors import UsageError
from reader.study.texts import Opened, Texts

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PAGE = """夜校开课
晚报讯 湖东街道的夜校本周开学，开设十六门课程，每门课十二次。报名当天，名额十分钟内就报满了。
教室里坐满了人
来上课的人里，最小的十九岁，最大的七十二岁，都说学得高兴。
(通讯员 顾南星)

图书漂流进地铁
晚报讯 市图书馆在地铁二号线的车站设立了图书漂流架，首批投放图书五千册。
(通讯员 沈默言)

老桥今天通车
晚报讯 老桥修了三年，今天终于通车了。桥长三百米，桥上有人行道。
(记者 周一帆)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def texts(home: Path) -> Texts:
    texts = Texts(home, Library([home]), lambda: NOW)
    texts.bring_in_bytes(PAGE.encode(), "page.txt")
    return texts


def drafts(opened: Opened) -> list[Draft]:
    return [draft for _, draft in opened.kept]


def shown(home: Path) -> set[str]:
    return {path.name for path in home.iterdir() if not path.name.startswith(".")}


SLUGS = ["ye-xiao-kai-ke", "tu-shu-piao-liu-jin-di-tie", "lao-qiao-jin-tian-tong-che"]


def test_any_of_its_articles_opens_the_page_as_it_is_kept(texts: Texts) -> None:
    for slug in SLUGS:
        opened = texts.reopen(slug)
        assert [slug for slug, _ in opened.kept] == SLUGS
        assert drafts(opened) == list(opened.drafts)
        assert drafts(opened)[0].subheads == ("教室里坐满了人",)
        assert drafts(opened)[0].byline == "通讯员 顾南星"


def test_kept_again_as_it_is_nothing_is_touched(texts: Texts, home: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*.t*t")}
    opened = texts.reopen(SLUGS[0])
    done = texts.keep(opened, tuple(drafts(opened)))
    assert [(one.slug, one.state) for one in done.kept] == [(slug, State.SAME) for slug in SLUGS]
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*.t*t")} == before


def test_joined_articles_are_the_first_of_them_and_the_other_can_be_brought_back(
    texts: Texts, home: Path
) -> None:
    opened = texts.reopen(SLUGS[1])
    sheet = sheets.sheet_of(drafts(opened))
    at = next(n for n, part in enumerate(sheet) if part.text == "图书漂流进地铁")
    untouched = (home / SLUGS[2] / "text.txt").stat().st_mtime_ns
    done = texts.keep(opened, sheets.drafts_of(sheets.join(sheet, at), drafts(opened)))
    assert [(one.slug, one.state) for one in done.kept] == [
        (SLUGS[0], State.CHANGED),
        (SLUGS[2], State.SAME),
    ]
    assert done.deleted == ["图书漂流进地铁"]
    assert shown(home) == {SLUGS[0], SLUGS[2]}
    assert "图书漂流架" in read_article(home / SLUGS[0]).versions[0].text
    assert (home / SLUGS[2] / "text.txt").stat().st_mtime_ns == untouched
    assert texts.undo_delete() == SLUGS[1]


def test_an_article_that_is_split_stays_itself_and_the_rest_is_new(texts: Texts, home: Path) -> None:
    opened = texts.reopen(SLUGS[0])
    sheet = sheets.sheet_of(drafts(opened))
    at = next(n for n, part in enumerate(sheet) if part.text == "教室里坐满了人")
    done = texts.keep(opened, sheets.drafts_of(sheets.split(sheet, at), drafts(opened)))
    assert [one.state for one in done.kept] == [State.CHANGED, State.NEW, State.SAME, State.SAME]
    assert [one.slug for one in done.kept][::2] == [SLUGS[0], SLUGS[1]]
    assert (home / SLUGS[0] / "earlier").is_dir()
    again = texts.reopen(done.kept[1].slug)
    assert [draft.title for draft in drafts(again)] == [
        "夜校开课", "教室里坐满了人", "图书漂流进地铁", "老桥今天通车",
    ]  # fmt: skip


def test_a_title_of_the_readers_own_stays(texts: Texts, home: Path) -> None:
    texts.edit(SLUGS[2], title="老桥通车", tags=["桥"])
    opened = texts.reopen(SLUGS[0])
    assert drafts(opened)[2].title == "老桥通车"
    texts.keep(opened, tuple(drafts(opened)))
    assert read_article(home / SLUGS[2]).title == "老桥通车"


def test_a_book_and_a_bundled_article_are_not_split_otherwise(texts: Texts) -> None:
    book = "\n\n".join(f"第{n}章 过河\n\n" + "老魏头把船撑到渡口。\n\n" * 60 for n in range(1, 5))
    (kept,) = texts.bring_in_bytes(book.encode(), "渡口.txt").kept
    with pytest.raises(UsageError, match="chapters"):
        texts.reopen(kept.slug)
    with pytest.raises(UsageError):
        texts.reopen("poli-satellite-town")
