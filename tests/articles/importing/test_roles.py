"""The roles of the lines of a page: the weights fit them, are learned from pages kept here, and lose no text."""

from collections import Counter
from functools import cache
from random import Random

import pytest

from reader.articles.importing.newspaper import split_page
from reader.articles.importing.newspaper.certain import ROLES
from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.observing import observe
from reader.articles.importing.newspaper.page_article import PageArticle
from reader.articles.importing.newspaper.printed import printed_lines
from reader.articles.importing.newspaper.roles import SIZE, _weights, best_path, is_path, roles_of
from reader.articles.importing.newspaper.training.blocks import blocks_of, mixed_page
from reader.articles.importing.newspaper.training.houses import made_page, pieces_of
from reader.articles.importing.newspaper.training.learn import Learner, wrong_lines
from reader.articles.importing.newspaper.training.pages import OWN, Row, lines_of, read_pages, text_of
from reader.articles.importing.newspaper.training.train import examples_of, packed


@cache
def pages() -> list[list[Row]]:
    return read_pages()


@cache
def few() -> list[list[Row]]:
    return pages()[:80]


def hanzi(text: str) -> Counter[str]:
    return Counter(mark for mark in text if "\u4e00" <= mark <= "\u9fff")


def said(article: PageArticle) -> str:
    named = (article.headline, article.kicker, article.dateline, article.byline)
    return "".join([*named, *article.captions, *article.subheads, *article.paragraphs])


def test_every_weight_is_one_of_a_role_or_of_two() -> None:
    for name, row in _weights().items():
        assert len(row) == (SIZE * SIZE if name == "t" or name[:2] in _seams() else SIZE), name


def _seams() -> set[str]:
    return {f"t{gaps}" for gaps in "NEAFM"}


def test_nearly_all_pages_with_known_roles_are_read_in_the_lines_that_these_are_for() -> None:
    read = [lines_of(rows)[2] for rows in pages()]
    assert sum(bool(roles) and is_path(roles) for roles in read) >= 0.98 * len(read)


def test_the_weights_in_use_read_the_pages_they_were_learned_from() -> None:
    wrong, lines = wrong_lines(examples_of(pages()[::15]), _weights())
    assert wrong <= 0.02 * lines


def test_pages_of_houses_that_nothing_was_learned_from_are_read_nearly_as_well() -> None:
    pieces = pieces_of(pages())
    held = examples_of(made_page(seed, pieces) for seed in range(1_000_000, 1_000_060))
    wrong, lines = wrong_lines(held, _weights())
    assert wrong <= 0.04 * lines


def test_what_is_learned_is_the_same_each_time_and_reads_the_pages() -> None:
    examples = examples_of(few())
    made: list[bytes] = []
    for _ in range(2):
        learner = Learner()
        for seed in range(3):
            learner.read(examples, seed)
        made.append(packed(learner.averaged()))
    assert made[0] == made[1]
    wrong, lines = wrong_lines(examples, learner.averaged())
    assert wrong <= 0.05 * lines


@pytest.mark.parametrize("seed", range(40))
def test_no_word_of_a_page_is_lost(seed: int) -> None:
    made = made_page(seed, pieces_of(few())) if seed % 2 else mixed_page(seed, blocks_of(few()))
    whole = hanzi("".join(text for roles, text in made if roles != OWN))
    articles = split_page(text_of(made))
    lost = whole - hanzi("".join(map(said, articles)))
    # Signs before a kicker, a dateline said twice.
    assert lost.total() <= 8, "".join(lost)


@pytest.mark.parametrize("seed", range(30))
def test_no_word_of_lines_in_any_order_is_lost(seed: int) -> None:
    r = Random(seed)
    rows = [text for page in few() for roles, text in page if roles != OWN and text.strip()]
    text = "\n".join(r.choice((line, f"\n{line}", f"　　{line}")) for line in r.sample(rows, 25))
    kept = [line for line in printed_lines(text) if not (line.is_furniture or line.is_separator)]
    lost = hanzi("".join(line.text for line in kept)) - hanzi("".join(map(said, split_page(text))))
    assert lost.total() <= 24, "".join(lost)


def test_a_long_line_is_text_or_a_caption_whatever_stands_around_it() -> None:
    long = Line("老桥修了三年" * 12 + "。")
    assert set(roles_of([long, long, long], [False] * 3)) <= set("PpQRCcVvE")


TEXT = "老桥修了三年，今天上午终于通车了，两岸的居民都走上桥来看，人人脸上带着笑。"


@pytest.mark.parametrize(
    "heading", ["一根火柴", "桥上的灯什么时候亮？", "修桥的人", "从布鞋到钉鞋", "三座桥，三代人"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_that_nothing_says_to_begin_an_article_stays_in_its_article(heading: str, gap: str) -> None:
    articles = split_page(gap.join(["老桥今天通了车", TEXT, TEXT, heading, TEXT, TEXT]))
    assert [article.headline for article in articles] == ["老桥今天通了车"]


@pytest.mark.parametrize(
    "sentence", ["居民在老桥上散步。", "桥上亮起了灯。", "孩子们笑了。", "他说：“走吧。”"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_sentence_between_whole_paragraphs_is_no_caption_if_nothing_says_so(
    sentence: str, gap: str
) -> None:
    (article,) = split_page(gap.join(["老桥今天通了车", TEXT, sentence, TEXT]))
    assert (article.captions, article.paragraphs) == ([], [TEXT, sentence, TEXT])


@pytest.mark.parametrize(
    "poem",
    [
        ["长亭外，", "古道边，", "芳草碧连天。"],
        ["船走了", "水还留着船的样子", "等船的人", "把自己坐成了石头"],
    ],
)
def test_lines_of_verse_are_never_joined(poem: list[str]) -> None:
    said = "\n".join(poem)
    (article,) = split_page(f"送别\n\n{said}")
    assert article.paragraphs == poem


@pytest.mark.parametrize(
    "line",
    [
        "A05版 | 民生",
        "民生 A05",
        "放大+ 缩小- 默认",
        "【关闭】【打印】",
        "分享至：微信 微博",
        "浏览：1234",
        "江城日报 > 2027年1月2日 > A05：民生",
        "江城日报印务中心承印",
        "编辑◎周一帆 美编◎林小路",
        "讲文明 树新风 公益广告",
        "报料微信：jcwb001",
        "下载江城新闻客户端 阅读更多新闻",
        "点击图片看大图",
        "（视频加载中）",
        "市长热线今天改号 ▶▶A04版",
    ],
)
def test_what_a_page_has_beside_its_articles_is_in_none(line: str) -> None:
    page = f"老桥今天通了车\n\n{TEXT}\n\n{line}\n\n{TEXT}"
    (article,) = split_page(page)
    assert (article.headline, article.paragraphs, article.captions) == ("老桥今天通了车", [TEXT, TEXT], [])


@pytest.mark.parametrize(
    "line", ["微信：laoli_bike", "网址：www.laoqiao.cn", "他打开了手机上的客户端。", "广告里说得真好。"]
)
def test_what_a_notice_or_a_sentence_says_stays(line: str) -> None:
    articles = split_page(f"老桥今天通了车\n\n{TEXT}\n\n{line}\n\n{TEXT}")
    assert line in "\n".join(map(said, articles))


def test_the_roles_of_no_lines_are_none() -> None:
    assert roles_of([], []) == ""


def test_the_best_path_is_a_path_whatever_the_weights() -> None:
    lines = [
        Line("老桥今天通了车"),
        Line("本报记者 周一帆"),
        Line("老桥修了三年，今天上午终于通车了。"),
        Line("■ 修桥的人"),
    ]
    seen = observe(lines, [False] * 4)
    for seed in range(20):
        r = Random(seed)
        weights = {name: [r.uniform(-5, 5) for _ in ROLES] for one in seen for name in one.names}
        assert is_path(best_path(seen, weights))


@pytest.mark.parametrize("lines", ["今天\nreversed", "\nreversed\n今天\n", "\n（记者 周\n今天\n"])
def test_a_line_without_hanzi_or_with_an_open_bracket_begins_no_article(lines: str) -> None:
    text = f"老榕树\n\n码头边有一棵老榕树，树下每天早上都有人下棋。\n{lines}\n下得最好的是老温，他今年71岁，天天来。"
    assert len(split_page(text)) == 1
