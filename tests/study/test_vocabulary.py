"""What is known of each word, and how ready each text is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.chinese.token import Kind, Token
from reader.review.card import Standing
from reader.review.words import WordState
from reader.study.coverage import coverage
from reader.study.vocabulary import Knowledge
from tests.study.desks import SLUG, answer_all

NEW, LEARNING, KNOWN, IGNORED = WordState


def word(surface, level=None, kind=Kind.WORD):
    return Token(surface, 0, kind, level=level)


def test_words_up_to_the_readers_level_count_as_known_until_said_otherwise():
    knowledge = Knowledge({"学校": LEARNING}, 3, {})
    assert knowledge.state("老师", 3) is KNOWN
    assert knowledge.state("学校", 1) is LEARNING
    assert knowledge.state("集群", 7) is NEW
    assert knowledge.state("泊位", None) is NEW


def test_one_word_with_and_without_er_is_one():
    knowledge = Knowledge({"一会儿": KNOWN, "聊天": IGNORED}, 1, {})
    assert knowledge.state("一会", 2) is KNOWN
    assert knowledge.state("聊天儿", 7) is IGNORED


def test_a_daughter_is_more_than_a_woman_with_er():
    knowledge = Knowledge({"女": KNOWN, "哪儿": KNOWN}, 1, {})
    assert knowledge.state("女儿", 7) is NEW
    assert knowledge.state("哪", 7) is NEW


def test_pinyin_is_for_what_is_not_known_and_fades_with_the_recall_predicted():
    recalls = {"弱": 0.6, "中": 0.9, "强": 0.99, "懂": 0.5}
    states = dict.fromkeys(recalls, LEARNING) | {"懂": KNOWN}
    knowledge = Knowledge(states, 3, recalls)
    fades = {surface: knowledge.fade(word(surface)) for surface in [*recalls, "新"]}
    assert fades == {"弱": 0, "中": 1, "强": 2, "懂": 2, "新": 0}
    assert not knowledge.is_unknown(word("137", kind=Kind.FIGURE))
    assert knowledge.is_unknown(word("泊里镇", kind=Kind.NAME))


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_better_remembered_is_never_the_plainer(one, two):
    knowledge = Knowledge({"甲": LEARNING, "乙": LEARNING}, 1, {"甲": min(one, two), "乙": max(one, two)})
    assert knowledge.fade(word("甲")) <= knowledge.fade(word("乙"))


def test_one_key_turns_a_word_through_its_four_states(study):
    vocabulary = study.vocabulary
    assert [vocabulary.turn("集群", 7) for _ in range(4)] == [LEARNING, KNOWN, IGNORED, NEW]
    assert study.store.word_states() == {}


def test_a_word_known_by_its_level_is_first_turned_to_learning(study):
    assert study.vocabulary.turn("学校", 1) is LEARNING


def test_learning_a_word_adds_its_cards_and_knowing_it_puts_them_away(study):
    vocabulary, store = study.vocabulary, study.store
    vocabulary.set(["审批"], LEARNING)
    assert {card.id for card in store.new_cards()} == {"word/审批/meaning", "word/审批/reading"}
    vocabulary.set(["审批"], KNOWN)
    assert store.new_cards() == []
    vocabulary.set(["审批"], LEARNING)
    assert {card.standing for card in store.cards()} == {Standing.ACTIVE}
    assert vocabulary.undo() == "marking 审批 as learning"
    assert store.words.state("审批") is KNOWN
    assert store.new_cards() == []


def test_i_know_hsk_4_marks_its_words_but_not_those_being_learnt_or_ignored(study):
    vocabulary = study.vocabulary
    vocabulary.set(["学校"], LEARNING)
    vocabulary.set(["老师"], IGNORED)
    count = vocabulary.know_level(4)
    states = study.store.word_states()
    assert count > 2000
    assert (states["学校"], states["老师"], states["经济"]) == (LEARNING, IGNORED, KNOWN)
    assert vocabulary.undo() == f"marking {count} words as known"
    assert study.store.word_states() == {"学校": LEARNING, "老师": IGNORED}


def test_every_version_has_its_share_and_the_readiest_comes_first(study):
    rows = study.vocabulary.readiness()
    assert len(rows) == sum(len(a.versions) for a in study._library.articles()[0])
    shares = [row.coverage.share for row in rows]
    assert shares == sorted(shares, reverse=True)
    by_version = {(row.slug, row.level): row.coverage for row in rows}
    assert by_version[SLUG, "3"].share > by_version[SLUG, "news"].share
    assert by_version["poli-satellite-town", "news"].names > 10
    assert by_version["poli-satellite-town", "news"].figures > 20


def test_a_plan_for_a_real_text_keeps_its_promise(study):
    article = study.article("poli-satellite-town")
    for version in article.versions:
        plan = study.vocabulary.plan(article, version, 0.95)
        study.vocabulary.set([w.word for w in plan.words], KNOWN)
        after = study.vocabulary.coverage(article, version).share
        assert abs(after - plan.after) < 0.0005
        assert after >= 0.95
        study.vocabulary.undo()
        assert study.vocabulary.coverage(article, version).share == plan.before


def test_answers_raise_the_share_as_words_become_known(study, clock):
    article = study.article(SLUG)
    version = article.version("news")
    before = study.vocabulary.coverage(article, version)
    study.vocabulary.set(["审批", "归零", "延误"], LEARNING)
    for _ in range(5):
        answer_all(study, study.reviewing.session())
        clock.now = max(card.due for card in study.store.cards())
    after = study.vocabulary.coverage(article, version)
    assert study.store.words.state("审批") is KNOWN
    assert after.known > before.known


def test_looking_up_a_word_said_to_be_known_counts_and_of_others_does_not(study):
    vocabulary = study.vocabulary
    assert not vocabulary.peek("集群")
    assert study.store.cards() == []
    vocabulary.set(["集群"], KNOWN)
    assert vocabulary.peek("集群")
    assert not vocabulary.peek("集群")
    assert study.store.words.state("集群") is LEARNING
    assert study.store.answers == 0


def test_looking_up_a_word_of_the_readers_level_counts_too(study):
    vocabulary = study.vocabulary
    assert vocabulary.knowledge().state("学校", 1) is KNOWN
    assert vocabulary.peek("学校", 1)
    assert vocabulary.knowledge().state("学校", 1) is LEARNING
    assert study.store.card("word/学校/reading") is not None


def test_undo_among_the_words_never_takes_an_answer_back(study):
    study.vocabulary.set(["审批"], KNOWN)
    answer_all(study, study.quiz(SLUG, "news", length=3, seed=1))
    answers = study.store.answers
    assert study.vocabulary.undo() is None
    assert study.store.answers == answers
    assert study.store.words.state("审批") is KNOWN


def test_the_list_has_every_word_of_the_library_and_those_only_spoken_of(study):
    study.vocabulary.set(["鸿鹄"], KNOWN)
    rows = {row.word: row for row in study.vocabulary.rows()}
    assert rows["鸿鹄"].count == 0
    assert rows["服务"].count > 5
    assert rows["服务"].pinyin == "fúwù"
    assert rows["服务"].state is KNOWN
    assert not rows["服务"].said


def test_sentences_come_from_texts_that_were_opened_first(study):
    study.keep_place(SLUG, "5", 0)
    found = study.vocabulary.sentences("服务")
    assert found[0].slug == SLUG
    assert found[0].opened
    opened = [sentence.opened for sentence in found]
    assert opened == sorted(opened, reverse=True)
    for sentence in found:
        text = study.article(sentence.slug).version(sentence.level).text
        assert text.startswith("服务", sentence.start)


def test_a_word_counts_as_often_as_it_stands_there(study):
    article = study.article(SLUG)
    version = article.version("3")
    counted = {w.word: w.count for w in study.vocabulary.census(article, version).words}
    assert counted["服务"] <= version.text.count("服务")
    assert coverage(study.vocabulary.census(article, version), lambda *_: KNOWN).share == 1.0


def test_after_a_repair_words_are_counted_anew(study, monkeypatch):
    article = study.article(SLUG)
    version = article.version("3")
    vocabulary = study.vocabulary
    before = vocabulary.census(article, version)
    tokens = (Token("服务", 0, Kind.WORD),)
    mended = type("Text", (), {"tokens": tokens})
    monkeypatch.setattr(vocabulary._counting, "_annotate", lambda *_: mended)
    assert vocabulary.census(article, version) == before
    vocabulary.recount()
    assert [word.word for word in vocabulary.census(article, version).words] == ["服务"]


def test_words_of_texts_that_are_not_prepared_come_later(open_study, tmp_path, monkeypatch):
    slow = "怎样才能长寿。" * 3
    folder = tmp_path / "texts"
    folder.mkdir()
    study = open_study(folders=(folder,))
    from reader.articles.plain_text import text_article

    article = text_article(slow, "slow")
    articles = study._library.articles()[0]
    monkeypatch.setattr(study._library, "articles", lambda: ((*articles, article), []))
    counting = study.vocabulary._counting
    ready: set[str] = {one.slug for one in articles}
    monkeypatch.setattr(counting, "_is_ready", lambda article, _: article.slug in ready)
    rows = {row.word: row.count for row in study.vocabulary.rows(quick=True)}
    assert "长寿" not in rows
    assert rows["服务"] > 5
    assert article.slug not in {row.slug for row in study.vocabulary.readiness(quick=True)}
    # Nobody waits: nothing is counted.
    assert not study.vocabulary.prepare(lambda _: None, lambda: False)
    assert "长寿" not in {row.word for row in study.vocabulary.rows(quick=True)}
    told: list[float] = []
    assert study.vocabulary.prepare(told.append, lambda: True)
    assert told[0] == 0
    assert told == sorted(told)
    assert {row.word: row.count for row in study.vocabulary.rows(quick=True)}["长寿"] == 3
    assert not study.vocabulary.prepare(told.append, lambda: True)
