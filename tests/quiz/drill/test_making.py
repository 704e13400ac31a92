"""Exercises: whatever the dice say, there is one right answer, and it is judged right."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.chinese.numbers import find_figures
from reader.chinese.numbers.numeral import parse_numeral
from reader.quiz.drill.judging import judge
from reader.quiz.drill.making import _TWOS, make
from reader.quiz.drill.shapes import Numbers, samples_of, size_of
from reader.quiz.drill.skills import SIZES, Exercise, Sample, Skill, options_of, sizes_of, skill_of
from reader.quiz.item import AnswerForm, Verdict

EVERY = [(skill, size) for skill in Skill for size in sizes_of(skill)]


def exercise(skill: Skill, size: int, seed: int = 1, own: tuple[Sample, ...] = ()) -> Exercise:
    rng = random.Random(seed)
    return make(skill, size, Numbers(own, rng), rng)


@given(st.sampled_from(EVERY), st.integers(0, 2**32))
def test_the_key_of_every_exercise_is_right_and_the_prompt_alone_never_is(what, seed):
    made = exercise(*what, seed=seed)
    assert judge(made, made.key).verdict is Verdict.RIGHT
    assert judge(made, "").verdict is Verdict.UNREADABLE
    if made.form is AnswerForm.CHOICE:
        assert made.key in made.options
        assert len(set(made.options)) == len(made.options)
    else:
        assert judge(made, made.prompt).verdict is Verdict.UNREADABLE
    assert skill_of(made.id) == (made.skill, made.size)


@pytest.mark.parametrize(("skill", "size"), EVERY)
def test_a_size_is_kept_to_and_one_out_of_range_is_brought_into_it(skill, size):
    assert exercise(skill, size).size == size
    assert exercise(skill, 99).size == SIZES[skill]


def test_readings_pass_in_pinyin_and_hanzi():
    made = exercise(Skill.READING, 4)
    assert judge(made, made.key_reading).verdict is Verdict.RIGHT
    assert judge(made, made.key).verdict is Verdict.RIGHT


def test_a_slip_of_a_power_of_ten_is_named():
    made = exercise(Skill.ENGLISH, 3)
    assert made.quantity is not None
    small = str(made.quantity.value / 10)
    graded = judge(made, small)
    assert graded.verdict is Verdict.WRONG
    assert "ten times too small" in graded.feedback.lower()


@pytest.mark.parametrize(
    ("skill", "typed", "said"),
    [
        (Skill.ENGLISH, "三千亿", "in English"),
        (Skill.CHINESE, "300,000", "万 or 亿"),
        (Skill.DIGITS, "三十", "digits"),
        (Skill.READING, "300", "pinyin or hanzi"),
    ],
)
def test_an_answer_in_another_form_than_asked_for_is_asked_again(skill, typed, said):
    graded = judge(exercise(skill, 3), typed)
    assert graded.verdict is Verdict.UNREADABLE
    assert said in graded.feedback


LIANG = {
    "2个人", "2家公司", "2本书", "2天", "2万人", "2千米", "2年", "2亿元", "2小时", "2点", "2倍", "2000万元", "2万亿元",
    "2个", "2个月", "2周", "2车道", "2千万元",
}  # fmt: skip


@pytest.mark.parametrize("text", [text + behind for row in _TWOS.values() for text, behind in row])
def test_the_two_is_er_or_liang_as_a_speaker_says_it(text):
    for seed in range(400):
        made = exercise(Skill.TWO, seed % 8 - 2, seed)
        if made.prompt == text:
            assert made.key == ("两" if text in LIANG else "二")
            return
    pytest.fail(f"{text} is never asked")


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("增加到两倍", 2), ("增加了三倍", 4), ("增加了一倍", 2), ("翻一番", 2), ("翻两番", 4), ("翻了三番", 8),
        ("减少了一半", Fraction(1, 2)), ("下降了两成", Fraction(4, 5)), ("降到三分之一", Fraction(1, 3)),
        ("减少了三分之一", Fraction(2, 3)), ("提高了五成", Fraction(3, 2)), ("增长3.5倍", Fraction(9, 2)),
        ("扩大到3.5倍", Fraction(7, 2)), ("比去年多五倍", 6), ("是去年的四倍", 4),
    ],
)  # fmt: skip
def test_times_as_much_tells_added_from_reached(prompt, value):
    for seed in range(3000):
        made = exercise(Skill.TIMES, 1 + seed % 4, seed)
        if made.prompt == prompt:
            assert made.quantity is not None
            assert made.quantity.value == value
            return
    pytest.fail(f"{prompt} is never asked")


@pytest.mark.parametrize(
    ("skill", "prompt", "typed", "mistake"),
    [
        (Skill.TIMES, "增加了三倍", "3", "增加了 taken for 增加到"),
        (Skill.TIMES, "增加到三倍", "4 times", "增加到 taken for 增加了"),
        (Skill.TIMES, "翻了三番", "3", "番 taken for 倍"),
        (Skill.TIMES, "下降了两成", "0.2", "what went taken for what is left"),
        (Skill.PERCENT, "打七折", "30%", "off taken for paid"),
    ],
)
def test_a_misread_word_is_named(skill, prompt, typed, mistake):
    made = next(m for seed in range(3000) if (m := exercise(skill, 1 + seed % 4, seed)).prompt == prompt)
    assert judge(made, typed).mistake == mistake


def test_numbers_come_from_the_readers_own_articles_where_there_are_some():
    text = "总投资超过3000亿元，项目 137 个，共有5.6万户，增长18.5%，2023年11月28日，第3名，几十人。"
    own = samples_of(find_figures(text), "poli")
    assert [(sample.text, sample.measure) for sample in own] == [
        ("3000亿", "元"),
        ("137", "个"),
        ("5.6万", "户"),
    ]
    rng = random.Random(3)
    numbers = Numbers(own, rng)
    drawn = [numbers.of_size(5) for _ in range(60)]
    assert any(sample.article == "poli" and sample.text == "3000亿" for sample in drawn)
    assert any(not sample.article for sample in drawn)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("37", 1),
        ("1482", 2),
        ("17000", 3),
        ("8万", 3),
        ("57.4万", 4),
        ("3000亿", 5),
        ("2.45亿", 6),
        ("345678", 7),
        ("3亿4500万", 7),
        ("1.2万亿", 8),
    ],
)
def test_how_hard_a_number_is(text, size):
    value = parse_numeral(text)
    assert value is not None
    assert size_of(value, text) == size


@given(st.integers(1, 8), st.integers(0, 2**32))
def test_a_random_number_is_of_the_size_asked_for(size, seed):
    drawn = Numbers((), random.Random(seed)).of_size(size)
    assert size_of(drawn.value, drawn.text) == size


def test_an_id_of_another_kind_is_no_exercise():
    assert skill_of("fact/poli/projects/recall") is None
    assert skill_of("drill/unknown/3") is None
    assert skill_of("drill/reading/x") is None
    assert skill_of("drill/reading/99") == (Skill.READING, SIZES[Skill.READING])


@given(st.sampled_from([pair for pair in EVERY if pair[1] < 1]), st.integers(0, 2**32))
def test_below_the_easiest_size_the_answer_is_among_as_many_options_as_are_told(what, seed):
    made = exercise(*what, seed=seed)
    assert made.form is AnswerForm.CHOICE
    assert len(made.options) == options_of(*what)
    assert (
        sum(judge(made, str(number)).verdict is Verdict.RIGHT for number in (1, 2, 3)[: len(made.options)])
        == 1
    )
