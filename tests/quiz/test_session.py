"""A quiz is a plain object: answers are judged, kept, taken back and summed up."""

import pytest

from reader.quiz.item import Answer, AnswerForm, Grade, Item, Proof, Question, Verdict
from reader.quiz.session import Session


def question(name: str, kind: str = "who") -> Question:
    item = Item(f"fact/story/{name}/{kind}", kind, "story", name)
    return Question(
        f"{item.id}/typed", item, kind, "谁？", "Who?", AnswerForm.TEXT, name, Proof("", 0, "", 0, 0)
    )


def judge(question: Question, answer: Answer) -> Grade:
    if not answer.text:
        return Grade(Verdict.UNREADABLE)
    return Grade(Verdict.RIGHT if answer.text == question.key else Verdict.WRONG)


@pytest.fixture
def session() -> Session:
    return Session([question("王丽"), question("刘在军"), question("三", "recall")], judge)


def answer_all(session: Session, *texts: str) -> None:
    for text in texts:
        session.answer(Answer(text))
        session.advance()


def test_the_next_question_comes_only_after_advance(session: Session) -> None:
    first = session.current
    session.answer(Answer("王丽"))
    assert session.current is first
    session.advance()
    assert session.current is not first


def test_an_unreadable_answer_is_asked_again(session: Session) -> None:
    assert session.answer(Answer("")).grade.verdict is Verdict.UNREADABLE
    assert not session.is_answered
    assert session.answer(Answer("王丽")).right


def test_advance_does_nothing_before_an_answer(session: Session) -> None:
    first = session.current
    assert session.advance() is first


def test_undo_asks_the_last_question_again(session: Session) -> None:
    answer_all(session, "张三", "刘在军")
    assert session.undo() is not None
    assert session.position == 1
    assert session.current is not None
    assert session.current.key == "刘在军"


def test_there_is_nothing_to_undo_at_the_start(session: Session) -> None:
    assert session.undo() is None


def test_the_summary_counts_by_kind_and_keeps_the_misses(session: Session) -> None:
    answer_all(session, "王丽", "张三")
    session.skip()
    session.advance()
    summary = session.summary()
    assert (summary.right, summary.total) == (1, 3)
    assert summary.by_kind == {"who": (1, 2), "recall": (0, 1)}
    assert [miss.question.key for miss in summary.misses] == ["刘在军", "三"]
    assert session.current is None


def test_misses_can_be_asked_again(session: Session) -> None:
    answer_all(session, "王丽", "张三", "四")
    again = session.repeat_misses()
    assert again.total == 2
    assert again.current is not None
    assert again.current.key == "刘在军"


def test_the_learner_may_override_the_last_grade(session: Session) -> None:
    answer_all(session, "小王")
    session.override(Grade(Verdict.RIGHT))
    assert session.summary().right == 1


def test_a_session_without_a_question_is_over_at_once() -> None:
    session = Session([], judge)
    assert session.current is None
    assert session.summary().share == 0
