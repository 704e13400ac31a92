"""Bounds of figures in a text without written facts."""

from __future__ import annotations

import random

import pytest

from reader.articles.plain_text import text_article
from reader.quiz.item import Question
from reader.quiz.questions.plain_bounds import bounds
from reader.quiz.questions.plain_text import date_gaps, figure_claims, figure_gaps
from reader.quiz.questions.whole import title
from reader.quiz.source import Source
from tests.quiz.conftest import Made


def _options(text: str) -> list[tuple[str, set[str]]]:
    article = text_article(text, "made")
    made = bounds(Source(article, article.versions[0]), random.Random(1))
    return [(q.key, {o.text for o in q.options}) for q in made if isinstance(q, Question)]


def test_a_bound_is_dropped_and_as_often_added():
    text = "今年来这里看花的有三千多人。\n公园里种下的新树有两百棵。\n"
    assert _options(text) == [
        ("三千多人", {"三千多人", "三千人"}),
        ("两百棵", {"两百棵", "两百多棵"}),
    ]


def test_a_verb_that_the_sentence_needs_is_not_dropped():
    assert not _options("公司去年的营业额首次突破50亿元大关。\n公司今年招了200人，都是新人。\n")


def test_what_could_not_be_said_with_a_bound_is_not_asked():
    assert not _options("来看花的有三千多人。\n今年一共收到投诉31起。\n")


def test_as_many_figures_have_a_bound_as_have_none(made: Made):
    for source, bank in made.banks:
        if source.article.facts:
            continue
        asked = [question for question in bank.questions if question.kind == "bound"]
        dropped = [q for q in asked if any(o.mistake == "the bound dropped" for o in q.options)]
        assert len(dropped) * 2 == len(asked)


def test_a_text_of_ones_own_is_asked_its_title_beside_those_of_texts_on_like_things(made: Made):
    lake = "湖边的图书馆\n\n上个月，湖边开了图书馆，孩子们放学以后可以来看书。\n"
    bridge = "城南的旧桥\n\n上个月，城南修好了旧桥，孩子们放学以后不用绕路。\n"
    school = "山里的学校\n\n上个月，山里盖好了学校，孩子们放学以后可以打球。\n"
    articles = [text_article(text, text[:3]) for text in (lake, bridge, school)]
    source = Source(articles[0], articles[0].versions[0], None, tuple(articles[1:]))
    asked = [q for q in title(source, random.Random(1)) if isinstance(q, Question)]
    assert [q.key for q in asked] == ["湖边的图书馆"]


@pytest.mark.parametrize(
    "sentence",
    [
        "老人坐电车只收一元五角，孩子不收钱。",
        "小学生平均每天只睡八小时二十分钟，比从前少。",
        "蜜蜂跳一种像数字“8”的舞，中间走一段直线。",
        "值班室必须保证二十四小时有人，不能关门。",
        "决赛采用三场两胜制，下个月在北京开始。",
    ],
)
def test_a_figure_that_says_little_by_itself_is_no_gap(sentence: str):
    article = text_article(sentence, "made")
    made = figure_gaps(Source(article, article.versions[0]), random.Random(1))
    assert not [question.stem for question in made if isinstance(question, Question)]


def test_a_figure_beside_another_is_no_wrong_option_where_it_is_none():
    text = "其中女子队有七支，比去年多了三支。\n每个区县可以派一支队来。\n"
    article = text_article(text, "made")
    made = figure_claims(Source(article, article.versions[0]), random.Random(1))
    assert not any("一支，比去年" in question.stem for question in made if isinstance(question, Question))


def test_when_news_was_sent_is_not_asked():
    text = "新华社乌鲁木齐6月16日电 世界上首条环绕沙漠的铁路线今天全线贯通。\n这条线6月20日开始卖票。\n"
    article = text_article(text, "made")
    made = date_gaps(Source(article, article.versions[0]), random.Random(1))
    assert {question.key for question in made if isinstance(question, Question)} == {"6月20日"}
