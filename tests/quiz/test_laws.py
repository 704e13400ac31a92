"""What holds of every question, on thousands of them: bundled versions and texts without facts."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles.plain_text import text_article
from reader.quiz.bank import make_bank
from reader.quiz.choosing import choose
from reader.quiz.grading import grade
from reader.quiz.item import Answer, AnswerForm, Step, Verdict
from reader.quiz.kinds import KINDS
from reader.quiz.source import Source
from tests.quiz.conftest import Made
from tests.quiz.laws import broken_laws, given_away
from tests.quiz.solvers import SOLVERS, advantage, most_frequent
from tests.study.desks import right_answer, wrong_answer

MOST_POINTS = 5


def test_every_question_keeps_every_law(made: Made):
    broken = [
        f"{question.id}: {law}"
        for source, bank in made.banks
        for question in bank.questions
        for law in broken_laws(question, source)
    ]
    assert not broken, "\n".join(broken[:20])


def test_no_question_of_a_quiz_gives_another_away(made: Made):
    told = [f"{one.stem} tells {other.stem}" for quiz in made.quizzes for one, other in given_away(quiz)]
    assert not told, "\n".join(told[:10])


@pytest.mark.parametrize("name", SOLVERS)
def test_who_has_not_read_the_text_does_no_better_than_chance(made: Made, name: str):
    points, count = advantage(SOLVERS[name], made.questions)
    assert count > 1000
    assert points < MOST_POINTS
    points, count = advantage(SOLVERS[name], [question for quiz in made.quizzes for question in quiz])
    assert count > 500
    assert points < MOST_POINTS + 2  # fewer questions, more luck


def test_what_the_quiz_says_elsewhere_does_not_help_either(made: Made):
    right = sum(
        points * count for quiz in made.quizzes for points, count in [advantage(most_frequent(quiz), quiz)]
    )
    count = sum(advantage(most_frequent(quiz), quiz)[1] for quiz in made.quizzes)
    assert right / count < MOST_POINTS


def test_the_key_stands_in_each_place_equally_often(made: Made):
    places = Counter(q.key_index for q in made.questions if len(q.options) == 3)
    assert sum(places.values()) > 1000
    assert all(0.3 < count / sum(places.values()) < 0.37 for count in places.values())


def test_the_key_is_longest_and_shortest_equally_often(made: Made):
    ranks = Counter[int]()
    for question in made.questions:
        lengths = [len(option.text) for option in question.options]
        if len(set(lengths)) == 3:
            ranks[sorted(lengths).index(len(question.key))] += 1
    assert sum(ranks.values()) > 1000
    assert all(0.26 < count / sum(ranks.values()) < 0.4 for count in ranks.values()), ranks


def test_as_many_statements_are_true_as_false(made: Made):
    keys = Counter(question.key for question in made.questions if question.kind == "truth")
    assert abs(keys["对"] - keys["不对"]) < 0.05 * sum(keys.values())


def test_every_kind_is_asked_somewhere(made: Made):
    assert {question.kind for question in made.questions} == KINDS


def test_the_bundled_page_gives_more_than_250_different_questions(made: Made):
    bank = made.bank("poli-satellite-town", "news")
    assert len({(question.stem, question.key) for question in bank.questions}) >= 250


def test_a_quiz_of_ten_has_no_more_than_two_of_a_kind_but_for_figures(made: Made):
    bank = made.bank("poli-satellite-town", "news")
    for seed in range(10):
        quiz = choose(bank.questions, 10, random.Random(seed))
        counts = Counter(question.kind for question in quiz)
        assert all(n <= 2 for kind, n in counts.items() if kind not in ("recall", "choose", "figure gap"))


def test_claims_of_a_quiz_are_few_and_as_often_true_as_false(made: Made):
    for quiz in made.quizzes:
        keys = Counter(question.key for question in quiz if question.kind == "truth")
        assert keys.total() <= 2 or len({question.kind for question in quiz}) < 5
        assert abs(keys["对"] - keys["不对"]) <= 1


def test_what_is_refused_says_why(made: Made):
    for _, bank in made.banks:
        asked = {question.id for question in bank.questions}
        for refusal in bank.refused:
            assert refusal.why.endswith(".")
            assert refusal.item not in asked


def test_an_items_id_is_readable_and_the_same_whatever_the_seed(sources: list[Source]):
    for source in sources[:6]:
        one, other = (make_bank(source, random.Random(seed)) for seed in (1, 2))
        assert {q.item.id for q in one.questions} == {q.item.id for q in other.questions}
        assert all("/" in q.item.id and not q.item.id.endswith("/") for q in one.questions)


def test_the_same_seed_gives_the_same_questions(sources: list[Source]):
    one, other = (make_bank(sources[0], random.Random(7)).questions for _ in range(2))
    assert one == other


def test_the_key_is_judged_right_and_a_wrong_option_names_its_mistake(made: Made):
    for question in made.questions:
        judged = grade(question, Answer(right_answer(question)))
        assert judged.verdict in (Verdict.RIGHT, Verdict.NEARLY), (question.id, question.key, judged)
        if question.form is AnswerForm.CHOICE:
            judged = grade(question, Answer(wrong_answer(question)))
            assert judged.verdict is Verdict.WRONG
            assert judged.mistake
            assert judged.feedback


def test_later_meetings_are_harder(made: Made):
    bank = made.bank("poli-satellite-town", "news")
    steps: dict[str, set[Step]] = {}
    for question in bank.questions:
        steps.setdefault(question.item.id, set()).add(question.step)
    recalls = [found for item, found in steps.items() if item.endswith("/recall")]
    assert recalls
    assert all({Step.TYPE, Step.RECALL} <= found for found in recalls)
    quiz = choose(bank.questions, 10, random.Random(1), lambda _: Step.RECALL)
    easy = choose(bank.questions, 10, random.Random(1), lambda _: Step.CHOOSE)
    assert sum(q.step for q in quiz) > sum(q.step for q in easy)


# --- any text

_THINGS = ("参观的人", "新修的路", "学校", "工厂", "老师", "种下的树", "投资", "卖出的书")
_SHAPES = (
    "去年{place}的{thing}有{number}{unit}。",
    "{place}一共有{number}{unit}{thing}，比前年多。",
    "{thing}达到{number}{unit}。",
)
_clause = st.builds(
    lambda shape, place, thing, number, scale, unit: shape.format(place=place, thing=thing, number=f"{number}{scale}", unit=unit),
    st.sampled_from(_SHAPES), st.sampled_from(("城东", "河边", "山里", "县城")), st.sampled_from(_THINGS),
    st.integers(1, 99999) | st.sampled_from([10, 100, 2000, 30000]), st.sampled_from(("", "", "万", "亿", "余", "多")),
    st.sampled_from(("个", "人", "公里", "元", "座", "家")),
)  # fmt: skip


@given(st.lists(_clause, min_size=1, max_size=8), st.integers(0, 9))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_with_figures_gives_questions_that_keep_the_laws(clauses: list[str], seed: int):
    article = text_article("\n".join(clauses), "made")
    source = Source(article, article.versions[0])
    bank = make_bank(source, random.Random(seed))
    broken = [f"{q.stem} {q.key}: {law}" for q in bank.questions for law in broken_laws(q, source)]
    assert not broken
    quiz = choose(bank.questions, 10, random.Random(seed))
    assert not list(given_away(quiz))
