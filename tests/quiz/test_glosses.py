"""What a word means, in one line."""

from __future__ import annotations

import pytest

from reader.quiz.glosses import is_all_said, said, telling
from reader.quiz.item import AnswerForm
from tests.quiz.conftest import Made


@pytest.mark.parametrize(
    ("senses", "meant", "line"),
    [
        (("vein", "artery"), "vein", "vein; artery"),
        (("to hear (a case)",), "to hear", "to hear (a case)"),
        (("for the first time", "the first time"), "", "for the first time"),
        (("locomotive", "(Tw) scooter", "(Tw) (slang) damn!"), "", "locomotive; scooter"),
        (("to number", "numbering", "serial number"), "numbering", "numbering; to number; serial number"),
        (("variant of 计划 jìhuà", "plan", "project"), "plan", "plan; project"),
        (("knee", "(Internet slang) to kneel down (in admiration)"), "knee", "knee"),
        (("(sports) member of the national team",), "", "member of the national team"),
        (("to sing opera", "fig. to pretend"), "", "to sing opera"),
        (("fig. to pretend",), "", "to pretend"),
        (("judgment (by a court of law)", "to sentence"), "", "judgment (by a court of law); to sentence"),
        (("meter (unit of length)",), "", "meter (unit of length)"),
        (("direct (opposite: indirect 间接 jiànjiē)", "immediate"), "", "direct; immediate"),
    ],
)
def test_senses_stand_side_by_side_the_one_meant_first(senses, meant, line):
    assert said(senses, meant) == line


def test_a_rare_sense_stands_where_there_is_no_other():
    assert telling(("(Tw) (slang) damn!",)) == ["damn!"]


def test_a_typed_gap_without_its_first_character_gives_the_letters_of_its_sound(made: Made):
    for question in made.questions:
        if question.kind == "gap" and question.form is AnswerForm.TEXT and not question.hint:
            assert "拼音以" in question.stem


def test_a_word_is_sure_where_its_line_says_all_that_it_can_mean():
    assert is_all_said("vein; artery", ("vein", "artery"))
    assert is_all_said("to raise; to lift", ("to raise", "to lift", "to increase"))
    assert not is_all_said("to recommend a product", ("(slang) to recommend a product",))
    assert not is_all_said("head of a household; patriarch", ("head of a household", "patriarch", "parent"))


def test_what_may_mean_something_else_is_not_asked_for_its_meaning(made: Made):
    for source, bank in made.banks:
        for question in bank.questions:
            if (
                question.kind in ("meaning", "character")
                and question.item.word not in source.article.glossary
            ):
                token = next(t for t in source.annotated.tokens if t.surface == question.item.word)  # type: ignore[union-attr]
                line = said(source.senses(token), token.gloss or "")  # type: ignore[misc]
                assert is_all_said(line, source.senses(token)) or not line  # type: ignore[misc]


def test_what_only_helps_other_words_is_not_asked_for(made: Made):
    for source, bank in made.banks:
        told = {t.surface: t.gloss or "" for t in source.annotated.tokens}  # type: ignore[union-attr]
        taught = {*source.article.glossary, *source.article.key_words}
        for question in bank.questions:
            word = question.item.word
            if word in told and word not in taught and question.kind != "name gap":
                assert not told[word].startswith(("(", "one (of"))


def test_what_a_word_means_here_comes_first_also_in_other_words():
    assert said(("to contact",), "contact") == "contact; to contact"
