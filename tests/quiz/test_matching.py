"""Which article says what: three things said beside three titles."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from reader.articles.plain_text import text_article
from reader.quiz.choosing import choose
from reader.quiz.grading import grade
from reader.quiz.item import Answer, Question, Refusal, Verdict
from reader.quiz.questions.matching import match
from reader.quiz.source import Source
from tests.quiz.conftest import Made
from tests.quiz.laws import broken_laws
from tests.study.desks import wrong_answer

_LAKE = """湖边新开了三家图书馆

上个月，城北的湖边新开了三家图书馆，每家都有两层楼。
市里说，图书馆的桌椅是用旧木头做的，花了860万元。
孩子们放学以后可以在这里写作业，晚上九点才关门。
来看书的人里，老人比年轻人多一些。
"""
_BRIDGE = """城南的旧桥修好了

上个月，城南的旧桥修好了，桥面比以前宽了两米。
市里说，修桥的石头是从山里运来的，花了420万元。
孩子们放学以后不用再绕到车站那边去了。
来看热闹的人里，老人比年轻人多得多。
"""
_MARKET = """菜市场搬进了新楼

上个月，东街的菜市场搬进了新楼，一层卖菜，二层卖鱼。
市里说，新楼的灯是工人们夜里装好的，花了130万元。
孩子们放学以后常常在门口等妈妈下班。
来买菜的人里，老人比年轻人来得早。
"""
_NOVEL = """夜航

船开到海上的时候，月亮已经落下去了。
水手把缆绳绕在柱子上，一句话也没说。
"""


def _source(text: str, *others: str) -> Source:
    articles = [text_article(words, words[:3]) for words in (text, *others)]
    return Source(articles[0], articles[0].versions[0], None, tuple(articles[1:]))


def _asked(source: Source, seed: int = 1) -> list[Question]:
    return [made for made in match(source, random.Random(seed)) if isinstance(made, Question)]


def _guess(question: Question) -> int:
    """Match by the characters that things said and titles have in common."""
    words = re.split("[①②③甲乙丙]", question.stem)[1:]
    facts, titles = words[:3], words[3:]

    def shared(option: str) -> int:
        pairs = zip(facts, option.split("  "), strict=True)
        return sum(len(set(fact) & set(titles["甲乙丙".index(pair[1])])) for fact, pair in pairs)

    scores = [shared(option.text) for option in question.options]
    best = [place for place, score in enumerate(scores) if score == max(scores)]
    return best[len(question.stem) % len(best)]


def _all(made: Made) -> Sequence[Question]:
    return [question for question in made.questions if question.kind == "match"]


def test_bundled_articles_are_matched_with_what_they_say(made: Made):
    asked = {
        source.article.slug for source, bank in made.banks if any(q.kind == "match" for q in bank.questions)
    }
    assert len(asked) >= 5


def test_own_texts_on_things_that_are_alike_are_matched():
    source = _source(_LAKE, _BRIDGE, _MARKET)
    questions = _asked(source)
    assert questions
    for question in questions:
        assert not list(broken_laws(question, source))
        assert question.proof.text in question.stem
        assert question.stem.count("《") == 3


def test_whoever_knows_one_of_the_three_can_tell_the_right_answer(made: Made):
    for question in _all(made):
        pairs = [option.text.split("  ") for option in question.options]
        assert all(len(set(column)) == 3 for column in zip(*pairs, strict=True))


def test_no_other_article_says_what_is_to_be_matched(sources: list[Source], made: Made):
    for question in _all(made):
        for source in sources:
            if (
                source.article.slug != question.item.article
                and f"《{source.version.title}》" in question.stem
            ):
                assert question.proof.text not in source.text


def test_titles_do_not_tell_what_their_articles_say(made: Made):
    questions = {question.item.id: question for question in _all(made)}.values()
    right = sum(_guess(question) == question.key_index for question in questions)
    assert right / len(questions) < 1 / 3 + 0.05


def test_a_wrong_match_is_told_what_the_article_says(made: Made):
    for question in _all(made):
        judged = grade(question, Answer(wrong_answer(question)))
        assert judged.verdict is Verdict.WRONG
        assert judged.mistake == "said by another article"
        assert judged.feedback.startswith("《")


def test_a_quiz_of_matching_alone_is_as_long_as_it_may_be(made: Made):
    bank = made.bank("poli-satellite-town", "news").of_kinds({"match"})
    assert len(choose(bank.questions, 5, random.Random(1))) > 1
    mixed = choose(made.bank("poli-satellite-town", "news").questions, 20, random.Random(1))
    assert sum(question.kind in ("match", "title", "which article") for question in mixed) <= 1


def test_the_same_things_are_matched_whatever_the_seed():
    source = _source(_LAKE, _BRIDGE, _MARKET)
    one, other = _asked(source, 1), _asked(source, 2)
    assert [set(re.split("[①-③甲乙丙，；。]", q.stem)) for q in one] == [
        set(re.split("[①-③甲乙丙，；。]", q.stem)) for q in other
    ]


def test_texts_on_unlike_things_or_too_few_are_not_matched():
    for source in (_source(_NOVEL, _BRIDGE, _MARKET), _source(_LAKE, _BRIDGE), _source(_LAKE)):
        made = list(match(source, random.Random(1)))
        assert [type(one) for one in made] == [Refusal]
