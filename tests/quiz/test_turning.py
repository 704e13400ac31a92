"""Questions in the characters of their text, or of the settings."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from reader.chinese.script import ScriptName, in_script, simplify
from reader.config import Settings
from reader.paths import Paths
from reader.quiz.grading import grade
from reader.quiz.item import Answer, AnswerForm, Question, Verdict
from reader.study import Study
from tests.quiz.laws import broken_laws
from tests.study.desks import right_answer

_STREET = """老街重新開放

經過兩年多的整修，城裡最古老的街昨天重新開放，吸引了將近一萬五千名遊客。
負責整修工程的建築師林書宏表示，這次工程總共花費六千八百萬元，比原來的計畫慢了八個月。
老街上開了十二家新店，有茶館、書店，也有賣手工燈籠的。
遊客可以把車停在附近的停車場，坐免費的小巴士過來，每十五分鐘一班。
"""
_KEPT = set("里后台干只面系云几才表回松谷了出准并于布占")


@pytest.fixture(scope="module", params=["original", "traditional", "simplified"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("turning")
    paths = Paths(folder / "data", folder / "settings.toml", folder / "cache")
    study = Study(paths, replace(Settings(), script=request.param))
    yield study
    study.close()


def _made(study: Study, text: str) -> list[Question]:
    article = study.open_text(text, "street")
    return list(study.quizzing.bank(article.slug, None, random.Random(1)).questions)


def _own(question: Question) -> str:
    words = (question.stem, question.key, question.why, question.hint)
    return "".join(
        (*words, *(option.text + option.note for option in question.options), *question.proof.parts)
    )


def test_every_word_of_a_question_is_in_the_readers_characters(desk: Study):
    for text in (_STREET, simplify(_STREET)):
        setting = desk.settings.script
        traditional = setting == "traditional" or (setting == "original" and text is _STREET)
        name: ScriptName = "traditional" if traditional else "simplified"
        for question in _made(desk, text):
            strange = {s for s in _own(question) if in_script(s, name) != s} - _KEPT - set(_STREET)
            assert not strange, (question.stem, strange)


def test_proof_offsets_and_ids_are_those_of_the_text(desk: Study):
    article = desk.open_text(_STREET, "street")
    source = desk.quizzing.source(article.slug)
    for question in _made(desk, _STREET):
        assert source.text[question.proof.start : question.proof.end] == question.proof.text
        assert len("".join(question.proof.parts)) == len(question.proof.sentence)


def test_answers_may_be_typed_in_either_script(desk: Study):
    for question in _made(desk, _STREET):
        assert grade(question, Answer(right_answer(question))).verdict in (Verdict.RIGHT, Verdict.NEARLY)
        if question.form is AnswerForm.TEXT:
            for answer in (question.key, simplify(question.key), question.proof.text):
                if question.kind != "date gap":
                    assert grade(question, Answer(answer)).verdict is Verdict.RIGHT, (question.key, answer)


def test_turned_questions_keep_the_laws(desk: Study):
    article = desk.open_text(_STREET, "street")
    source = desk.quizzing.source(article.slug)
    if desk.settings.script == "original":
        broken = [f"{q.stem}: {law}" for q in _made(desk, _STREET) for law in broken_laws(q, source)]
        assert not broken


def test_a_quiz_asks_in_the_same_characters(desk: Study):
    session = desk.quiz(desk.open_text(_STREET, "street").slug, seed=1)
    asked = "".join(question.stem for question in session.questions)
    assert ("根据" in asked) is (desk.settings.script == "simplified")
    assert ("根據" in asked) is (desk.settings.script != "simplified")


def test_the_hint_of_a_name_is_written_as_the_name(desk: Study):
    text = "縣裡的老房子\n\n帶隊的教授范振邦說，有了這些資料，將來也能一模一樣地蓋回來，這讓大家很高興。\n"
    made = [question for question in _made(desk, text) if question.kind == "name gap"]
    assert {question.hint for question in made} == {"范□□", ""}
    assert all(question.hint in question.stem for question in made)
