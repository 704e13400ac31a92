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
