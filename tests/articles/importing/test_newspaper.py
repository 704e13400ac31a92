"""A copied newspaper page is split into the articles that a careful reader finds on it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.articles.importing.newspaper import PageArticle, split_page

DATA = Path(__file__).resolve().parents[2] / "data"
EXPECTED = tomllib.loads((DATA / "newspaper-page.expected.toml").read_text(encoding="utf-8"))["article"]


@pytest.fixture(scope="module")
def page() -> list[PageArticle]:
    return split_page((DATA / "newspaper-page.txt").read_text(encoding="utf-8"))


def test_the_page_has_its_four_articles(page: list[PageArticle]) -> None:
    assert [article.headline for article in page] == [stated["headline"] for stated in EXPECTED]


@pytest.mark.parametrize("place", range(4))
def test_each_article_has_its_parts(page: list[PageArticle], place: int) -> None:
    article, stated = page[place], EXPECTED[place]
    assert (article.byline, article.dateline) == (stated["byline"], stated["dateline"])
    assert article.kicker == stated.get("kicker", "")
    assert article.captions == stated.get("captions", [])
    assert article.subheads == stated.get("subheads", [])


@pytest.mark.parametrize("stated", EXPECTED, ids=lambda stated: stated["headline"])
def test_a_sentence_cut_in_two_is_joined(page: list[PageArticle], stated: dict[str, Any]) -> None:
    body = "\n".join(
        p for article in page if article.headline == stated["headline"] for p in article.paragraphs
    )
    assert all(words in body for words in stated.get("joined", []))


def test_half_width_marks_between_hanzi_become_full_width(page: list[PageArticle]) -> None:
    body = "".join(p for article in page for p in article.paragraphs)
    assert not set(",:;?!()") & set(body)


def test_a_text_without_headings_stays_one_article() -> None:
    text = "昨天下了一场大雨，路上的人都没有带伞。\n\n今天天气很好，公园里又热闹起来了。"
    (article,) = split_page(text)
    assert article.headline == ""
    assert article.paragraphs == [
        "昨天下了一场大雨，路上的人都没有带伞。",
        "今天天气很好，公园里又热闹起来了。",
    ]


def test_a_line_under_a_sign_that_tells_something_is_text() -> None:
    lines = [
        "轻云 3 吸尘器",
        "这台吸尘器适合小户型，一个人就能举起来打扫全屋，孩子也用得动。",
        "★ 净重1.38kg",
        "★ 充电2.5小时，可用65分钟",
        "★ 噪音：68dB",
        "尘杯容量为0.5L，请勿吸水，儿童须在大人看护下使用。",
    ]
    (article,) = split_page("\n".join(lines))
    assert article.headline == "轻云 3 吸尘器"
    assert article.subheads == []
    assert article.paragraphs[1:4] == ["净重1.38kg", "充电2.5小时，可用65分钟", "噪音：68dB"]


@pytest.mark.parametrize("sign", ["★", "●", "■", "◆", "▶", "•", "·", "－"])
def test_no_word_of_a_list_is_lost_whatever_its_sign(sign: str) -> None:
    page = f"请带好这些东西再出门。\n{sign} 水壶，一升\n{sign} 地图3张\n{sign} 药：创可贴\n别忘了告诉家里人你几点回来。"
    (article,) = split_page(page)
    assert (article.subheads, article.captions) == ([], [])
    assert len(article.paragraphs) == 5
    assert all(
        any(words in p for p in article.paragraphs) for words in ("水壶，一升", "地图3张", "药：创可贴")
    )


@pytest.mark.parametrize("numbers", ["1. 2. 3.", "①②③", "一、二、三、"])
def test_points_of_a_numbered_list_stay_apart(numbers: str) -> None:
    one, two, three = (
        numbers.split()
        if " " in numbers
        else (
            numbers[: len(numbers) // 3],
            numbers[len(numbers) // 3 : 2 * len(numbers) // 3],
            numbers[2 * len(numbers) // 3 :],
        )
    )
    page = f"请带好这些东西再出门。\n{one}水壶1个，装满\n{two}地图3张，新的\n{three}创可贴10片，防水\n别忘了告诉家里人你几点回来。"
    (article,) = split_page(page)
    assert article.subheads == []
    assert len(article.paragraphs) == 5


def test_a_heading_under_a_sign_still_heads_its_part() -> None:
    text = "一段足够长的正文，说的是桥怎样一天天修起来，又怎样通了车，大家都来看。"
    (article,) = split_page(f"两座老桥\n\n{text}\n■ 修桥的人\n{text}\n■ 过桥的人\n{text}")
    assert article.subheads == ["修桥的人", "过桥的人"]


def test_the_two_lines_of_a_page_head_are_no_headline() -> None:
    head = "江河日报\n2026年8月3日 星期一 农历丙午年六月二十一  第 4 版  民生\n责任编辑:王倩  版式:李岩\n\n"
    (article,) = split_page(f"{head}老桥今天通车\n本报讯 老桥修了三年，今天终于通车了。")
    assert (article.headline, article.source, article.section) == ("老桥今天通车", "江河日报", "民生")
    assert article.date == "2026-08-03"


def test_a_page_head_may_say_one_thing_in_each_line() -> None:
    (article,) = split_page("A07\n乡村·振兴\n2027/5/6\n\n老桥今天通车\n本报讯 老桥修了三年，今天终于通车了。")
    assert (article.headline, article.kicker, article.date) == ("老桥今天通车", "", "2027-05-06")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("二〇二七年一月九日", "2027-01-09"),
        ("二○二六年十二月二十一日", "2026-12-21"),
        ("二〇二六年十月十日", "2026-10-10"),
    ],
)
def test_a_page_head_may_tell_its_day_in_hanzi(written: str, day: str) -> None:
    head = f"《江河时报》\n{written} 星期六\n第7版  社会·民生\n\n"
    (article,) = split_page(f"{head}老桥今天通车\n本报讯 老桥修了三年，今天终于通车了。")
    assert (article.headline, article.kicker, article.date) == ("老桥今天通车", "", day)


def test_a_kicker_that_ends_in_a_colon_belongs_to_the_headline_below_it() -> None:
    first = "老桥今天通车\n本报8月2日讯 老桥修了三年，今天终于通车了。"
    second = '市消协提醒:\n买瓜谨防"缺斤短两"\n本报8月2日讯 有人买瓜，少了两斤多。'
    above, below = split_page(f"{first}\n\n{second}")
    assert above.paragraphs == ["老桥修了三年，今天终于通车了。"]
    assert (below.kicker, below.headline) == ("市消协提醒:", "买瓜谨防“缺斤短两”")


def test_a_private_letter_stays_one_text() -> None:
    letter = "亲爱的林老师：\n\n您好！一别二十年，不知您身体是否安康？我是九八届二班的任晓东。\n\n祝\n\n健康长寿！\n\n学生 任晓东\n\n二〇一九年教师节"
    (article,) = split_page(letter)
    assert article.byline == "学生 任晓东"
    assert "健康长寿！" in article.paragraphs[2]
    assert article.paragraphs[-1] == "二〇一九年教师节"


def test_the_lines_of_a_poem_stay_lines() -> None:
    (article,) = split_page("静夜思\n李白\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。")
    assert article.paragraphs == ["床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。"]


def test_the_number_to_call_is_part_of_a_notice_but_not_the_papers_own() -> None:
    notice = "停水通知\n\n尊敬的业主：\n因设备维修，本小区将于9月12日停水，共10个小时，请提前储水。\n\n联系电话：8765 4321\n阳光物业"
    (article,) = split_page(f"{notice}\n新闻热线：0532-80800000")
    body = "".join(article.paragraphs)
    assert "联系电话：8765 4321" in body
    assert "80800000" not in body
