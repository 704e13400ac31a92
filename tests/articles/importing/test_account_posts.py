"""Posts of public accounts: the article without what the account puts around it."""

from __future__ import annotations

import pytest

from reader.articles.importing.account_post import read_post
from reader.articles.importing.plain import read_plain

BODY = """\
码头边有一棵老榕树，树下每天早上都有人下棋。

下得最好的是老温，他今年71岁。
"""
FOOT = """\
— END —

文字 | 阿舟
编辑：小满
往期推荐
· 城南最好吃的5家粥铺
点个“在看”，让朋友也看到
阅读 1.2万  赞 86  在看 31
"""
COMPUTER = f"""\
点击上方“江边生活”关注我们 👆

榕树下的棋王

原创 阿舟 江边生活 2026-11-08 07:30 发表于广东

▼

{BODY}
{FOOT}"""
TELEPHONE = f"""\
榕树下的棋王
原创 阿舟 江边生活
2026年11月8日 07:30
广东
听全文
{BODY}
分享 收藏 在看 点赞
"""
WITHOUT_DAY = f"""\
戳蓝字关注我们，每天读一个故事

榕树下的棋王

{BODY}
{FOOT}"""


@pytest.mark.parametrize("text", [COMPUTER, TELEPHONE, WITHOUT_DAY])
def test_only_the_article_is_left(text):
    (draft,) = read_plain(text)
    assert draft.headline == "榕树下的棋王"
    assert draft.kicker == ""
    assert draft.byline == "阿舟"
    assert draft.paragraphs == tuple(BODY.split("\n\n")[i].strip() for i in (0, 1))


@pytest.mark.parametrize("text", [COMPUTER, TELEPHONE])
def test_account_and_day_are_source_and_date(text):
    (draft,) = read_plain(text)
    assert (draft.source, draft.date) == ("江边生活", "2026-11-08")


def test_a_number_heads_the_line_below_it():
    text = COMPUTER.replace("下得最好的", "01\n\n老温不让子\n\n下得最好的")
    (draft,) = read_plain(text)
    assert draft.subheads == ("老温不让子",)
    assert "01" not in draft.paragraphs


def test_credits_of_pictures_are_captions_and_ornaments_go():
    text = COMPUTER.replace("下得最好的", "图 | 阿舟\n\n★ ★ ★\n\n下得最好的")
    (draft,) = read_plain(text)
    assert draft.captions == ("图 | 阿舟",)
    assert len(draft.paragraphs) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"榕树下的棋王\n\n{BODY}",
        f"榕树下的棋王\n本报记者 温舟\n{BODY}",
        f"榕树下的棋王\n江边日报 2026年11月8日\n{BODY}",
        f"请点击下方链接关注我们的活动\n{BODY}",
        "原创的力量\n原创 需要时间，也需要耐心。\n编剧说，好故事是改出来的。",
    ],
)
def test_one_sign_alone_makes_no_post(text):
    assert read_post(text) is None
