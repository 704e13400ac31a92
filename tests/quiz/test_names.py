"""What a name names, and which names are asked for."""

from __future__ import annotations

import pytest

from reader.chinese.token import Kind, Token
from reader.quiz.item import AnswerForm
from reader.quiz.name_classes import NameClass, class_of
from tests.quiz.conftest import Made

_POLI = {
    "宗甫林": NameClass.PERSON, "樊永亭": NameClass.PERSON, "刘在军": NameClass.PERSON,
    "青特钢": NameClass.ORGANISATION, "港都茂": NameClass.PROJECT, "泊里镇": NameClass.PLACE,
}  # fmt: skip


def beside(before: str, behind: str) -> tuple[Token, Token]:
    return Token(before, 0, Kind.WORD), Token(behind, len(before) + 3, Kind.WORD)


@pytest.mark.parametrize(
    ("name", "gloss", "before", "behind", "named"),
    [
        ("港都茂", "Gangdumao (name of a project)", "、", "等", NameClass.PROJECT),
        ("樊永亭", "Fan Yongting, the town's mayor", "镇长", "说", NameClass.PERSON),
        (
            "宗甫林",
            "Zong Fulin, a deputy director of the district's housing bureau",
            "，",
            "说",
            NameClass.PERSON,
        ),
        ("青特钢", "Qingdao Special Steel (company, short form)", "，", "、", NameClass.ORGANISATION),
        ("苏晓棠", "", "副攻手", "。", NameClass.PERSON),
        ("王磊", "", "。", "走进", NameClass.PERSON),
        ("朝南", "", "但是", "，", NameClass.OTHER),
        ("樑柱", "", "修理", "，", NameClass.OTHER),
        ("滨海大学", "", "在", "读书", NameClass.ORGANISATION),
    ],
)
def test_what_a_name_names_is_told_by_its_gloss_its_end_and_its_neighbours(
    name, gloss, before, behind, named
):
    assert class_of(name, gloss, beside(before, behind)) is named


def test_options_of_a_name_gap_are_of_one_class(made: Made):
    for source, bank in made.banks:
        for question in bank.questions:
            if question.kind == "name gap" and question.form is AnswerForm.CHOICE:
                glosses = [source.article.glossary.get(option.text) for option in question.options]
                if all(glosses):
                    named = {class_of(g.headword, g.gloss, beside("，", "，")) for g in glosses if g}
                    assert len(named) == 1, question.options


def test_a_project_does_not_stand_among_persons(made: Made):
    bank = made.bank("poli-satellite-town", "news")
    for question in bank.questions:
        if question.kind == "name gap" and question.options:
            known = {_POLI[option.text] for option in question.options if option.text in _POLI}
            assert len(known) < 2
