"""Which clauses tell an event, and which texts tell a story."""

from __future__ import annotations

import random

from reader.articles.plain_text import text_article
from reader.quiz.item import Question
from reader.quiz.questions.events import events
from reader.quiz.questions.whole import place_of_clause
from reader.quiz.source import Source

_STORY = """小猫和鱼

小猫背着鱼竿来到河边。它把鱼钩放进了水里。一只蜻蜓飞过来停在草上。
小猫扔下鱼竿去捉蜻蜓。蜻蜓一下子飞走了。后来它空着手回到了河边。
猫妈妈已经钓到了一条大鱼。小猫红着脸拿起了鱼竿。最后它也钓到了一条鱼。
"""


def _asked(text: str) -> list[Question]:
    article = text_article(text, "made")
    made = events(Source(article, article.versions[0]), random.Random(1))
    return [question for question in made if isinstance(question, Question)]


def test_a_story_is_asked_for_the_order_of_its_events():
    assert _asked(_STORY)


def test_what_is_only_said_or_thought_is_no_event():
    said = "".join(question.stem for question in _asked(_STORY.replace("小猫扔下鱼竿", "妈妈说小猫扔下鱼竿")))
    assert "小猫扔下鱼竿" not in said


def test_a_letter_tells_no_story():
    assert not _asked(_STORY.replace("小猫背着", "你的小猫背着"))


def test_lines_between_paragraphs_leave_their_number_in_doubt():
    lines = "\n".join(f"这一天城里的人都到第{n}条街上去看花了。" for n in "二三四五")
    for text, is_asked in ((f"看花\n{lines}\n", True), (f"看花\n{lines}\n下一章\n{lines}\n", False)):
        article = text_article(text, "made")
        made = place_of_clause(Source(article, article.versions[0]), random.Random(1))
        assert any(isinstance(question, Question) for question in made) is is_asked


def test_a_thing_described_is_no_event():
    text = _STORY + "桌上放着那块掉了漆的木牌。\n成功的把握在七成以上。\n"
    asked = "".join(question.stem + question.key for question in _asked(text))
    assert "掉了漆的木牌" not in asked
    assert "把握" not in asked
