"""Which words are asked for, and which may stand beside one another."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from reader.articles.plain_text import text_article
from reader.chinese.token import Kind, Token
from reader.quiz.bank import make_bank
from reader.quiz.clauses import shown_clauses
from reader.quiz.figure_slips import name_mistake, slips
from reader.quiz.figures import stated_in_text
from reader.quiz.phrases import quoted
from reader.quiz.reading_slips import misread
from reader.quiz.senses import part_of_speech, says_nearly
from reader.quiz.source import Source
from reader.quiz.words import words
from reader.quiz.worth import is_torn, is_worth_asking


def token(surface: str, start: int = 0, kind: Kind = Kind.WORD, level: int | None = None) -> Token:
    return Token(surface, start, kind, ("a1",) * len(surface), "pinyin", level=level)


def line(*surfaces: str) -> list[Token]:
    """Return tokens side by side; what holds a digit or 两 is a figure."""
    found: list[Token] = []
    for surface in surfaces:
        kind = Kind.FIGURE if surface[0].isdigit() or surface == "两" else Kind.WORD
        found.append(token(surface, found[-1].end if found else 0, kind))
    return found


@pytest.mark.parametrize(
    ("before", "word", "behind"),
    [
        ("股票", "成交", "额"),
        ("建设", "保障", "性"),
        ("周", "文静", "说"),
        ("两", "个人", "来"),
        ("弯", "下腰", "去"),
        ("把", "头枕", "在"),
        ("住", "街上", "，"),
        ("的", "本报", "讯"),
        ("为", "不用", "等"),
        ("在", "找齐", "，"),
        ("发球", "下网", "，"),  # into the net, not out to fish
        ("雌", "鱼头", "的"),
        ("的", "主攻", "手"),
        ("爱", "小雨", "："),
        ("，", "有没有", "人"),
        ("是", "杂货", "铺"),
        ("玻璃", "上映", "着"),
        ("也", "没收", "。"),
        ("变成", "一面", "绿"),
        ("白", "礁岛", "只"),
        ("，", "只得", "了"),
        ("1", "分钱", "也"),
    ],
)
def test_a_piece_of_something_longer_is_not_asked_for(before, word, behind):
    first, middle, last = line(before, word, behind)
    assert not is_worth_asking(middle, first, last, ())
    assert is_worth_asking(middle, first, last, {word})  # unless the article explains it


def test_a_word_by_itself_is_asked_for():
    first, middle, last = line("这台", "缝纫机", "很旧")
    assert is_worth_asking(middle, first, last, ())


@pytest.mark.parametrize(("before", "name", "behind"), [("赵", "德福", "回来"), ("主任", "郑国", "强")])
def test_a_name_that_is_cut_is_no_gap(before, name, behind):
    first, _, last = line(before, name, behind)
    assert is_torn(token(name, first.end, Kind.NAME), first, last)


def test_a_name_among_plain_words_is_whole():
    first, middle, last = line("叫", "何川", "的")
    assert not is_torn(middle, first, last)


@pytest.mark.parametrize(
    ("gloss", "sort"),
    [
        ("to raise; to lift", "verb"),
        ("head of a household", "person"),
        ("best", "adjective"),
        ("in the evening", "time"),
        ("at any time", "adverb"),
        ("need not", "adverb"),
        ("kilometer", "unit"),
        ("bed sheet", "noun"),
        ("paper", "noun"),
        ("belly", "noun"),
        ("clear and bright", "adjective"),
        ("grandma", "person"),
        ("peasant", "person"),
        ("thirsty", "adjective"),
        ("the year before last", "time"),
        ("geared towards", "adverb"),
    ],
)
def test_the_gloss_tells_the_part_of_speech(gloss, sort):
    assert part_of_speech(gloss) == sort


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("need not", "no need", True),
        ("to raise", "to grow", True),
        ("to lessen", "to reduce", True),
        ("bed sheet", "sheet of paper", True),
        ("thumb", "right hand", False),
        ("mood", "city", False),
    ],
)
def test_glosses_near_in_meaning_never_stand_side_by_side(one, other, near):
    assert says_nearly(one, other) is near


def test_a_figure_is_misread_as_people_misread_it():
    readings = {
        "1008": "一千零八",
        "10080": "一万零八十",
        "1080": "一千零八十",
        "100800": "十万零八百",
        "8001": "八千零一",
    }
    found = {slip.hanzi: slip.mistake for slip in misread("1008", "一千零八", lambda n: readings.get(n, n))}
    assert found["一千八"] == "a zero left out"
    assert found["一万零八十"] == "ten times too large"
    assert "一千零八" not in found


def test_a_sentence_that_a_line_break_cuts_is_not_asked_about():
    article = text_article(
        "据介绍，新线开通以后，市民从火车北站到大学城只需要38分钟，比坐公交车节省一\n半以上时间。票价最高是6元。\n全线有16座车站。",
        "news",
    )
    source = Source(article, article.versions[0])
    bank = make_bank(source, random.Random(1))
    assert bank.questions
    assert not any("38分钟" in q.proof.text or "半以上" in q.proof.sentence for q in bank.questions)
    assert any("16座" in q.proof.text for q in bank.questions)


def test_words_near_the_readers_level_are_drawn_first(sources):
    plain = next(s for s in sources if not s.article.glossary)
    low = Source(plain.article, plain.version, plain.annotated, reader_level=2, draw=1)
    high = Source(plain.article, plain.version, plain.annotated, reader_level=6, draw=1)
    mean = [sum(w.token.level or 9 for w in words(s)) / len(words(s)) for s in (low, high)]
    assert mean[0] <= mean[1]


def test_a_word_that_is_due_is_asked_for_however_plain_it_is(sources):
    plain = next(s for s in sources if not s.article.glossary)
    assert plain.annotated
    surfaces = {w.surface for w in words(plain)}
    left_out = next(
        t for t in plain.annotated.tokens
        if t.kind is Kind.WORD and len(t.surface) == 2 and t.gloss and t.sure and t.surface not in surfaces
    )  # fmt: skip
    wanted = Source(plain.article, plain.version, plain.annotated, wanted=(left_out.surface,))
    assert left_out.surface in {w.surface for w in words(wanted)}


@pytest.mark.parametrize("text", ["请帮我带一封信到陆地上去好吗。", "这个学期的课不算多，一周十六节就够了。"])
def test_half_a_figure_or_none_is_not_asked_for(text):
    article = text_article(text, "made")
    bank = make_bank(Source(article, article.versions[0]), random.Random(1))
    assert not any(q.proof.text in ("陆地", "六节") for q in bank.questions)


def test_a_single_digit_has_no_wrong_readings():
    assert misread("2", "两", str) == []


def of_kind(text: str, aspect: str):
    article = text_article(text, "made")
    bank = make_bank(Source(article, article.versions[0]), random.Random(1))
    return [question for question in bank.questions if question.item.id.endswith(aspect)]


def test_grown_by_is_asked_against_grown_to():
    asked = of_kind("今年工厂的产量增加了40%。", "/change")
    assert {(q.stem.split("：")[1], q.key) for q in asked} == {
        ("“今年工厂的产量增加了40%。”", "对"),
        ("“今年工厂的产量增加到40%。”", "不对"),
    }
    assert {q.proof.text for q in asked} == {"增加了40%"}


def test_where_only_one_of_them_is_grammatical_it_is_not_asked():
    assert not of_kind("员工由9人增加到74人，收入比去年增长了12%。", "/change")


def test_which_paragraph_says_it_is_asked_of_any_text():
    text = "小镇的一天\n\n太阳刚刚从山后头露出来。\n\n卖豆腐的老人推着车走过石桥。\n\n孩子们背着书包往学校跑去。\n\n傍晚的时候下了一场小雨。"
    asked = of_kind(text, "/paragraph")
    assert [q.key for q in asked] == ["第一段", "第二段", "第三段", "第四段"]
    assert all(q.stem.startswith("不算标题") for q in asked)


def test_what_the_sentence_counts_out_is_no_gap():
    assert not of_kind("这项工作有三个关键字：“实”“服”“新”。", "/gap")
    assert not of_kind("服务有三个要求：态度要好，办事要快，不能出错。", "/gap")


STORY = """从前有个人捡到了一把旧伞。
他走到河边，看见一条小船。船夫把他送到对岸，他给了船夫两块钱。
到了城里，他遇见一个卖布的商人。商人请他吃了一碗面。
晚上下雨了，他打开旧伞，伞里掉出一封信。
他拿着信跑回了村子。村里的人都笑了起来。
"""


def test_the_order_of_events_is_asked_of_a_story():
    questions = of_kind(STORY, "events")
    assert questions
    for question in questions:
        if question.options[0].text[0] in "①②③":
            listed = dict(zip("①②③", question.stem.split("？")[1].rstrip("。").split("；"), strict=True))
            told = [STORY.index(listed[mark].lstrip("①②③")) for mark in question.key.split(" → ")]
            assert told == sorted(told)
        else:
            places = {option.text: STORY.index(option.text) for option in question.options}
            extreme = min if "最先" in question.stem else max
            assert question.key == extreme(places, key=lambda text: places[text])


def test_a_notice_without_events_is_not_asked_for_their_order():
    assert not of_kind("图书馆九点开门。\n读者须带证件。\n电话是888。\n不收费用。\n", "events")


def test_a_verb_said_twice_is_not_cut():
    _, once, again = line("裁缝", "点", "点头")
    assert not is_worth_asking(again, once, None, ())


def test_a_figure_of_other_things_is_told_as_such():
    text = "平台上登记的商户有5000余户，发放牌照800余户。全年办理业务5000件，其中网上办理800件。"
    for question in of_kind(text, "/gap"):
        for option in question.options:
            is_elsewhere = option.mistake is not None and option.text.rstrip("户件") in (
                "5000",
                "800",
                "5000余",
                "800余",
            )
            assert not is_elsewhere or option.mistake == "another figure of the text", option


def test_who_takes_wan_for_a_thousand_writes_ten_times_too_much():
    for question in of_kind("全县有27000人，也就是2.7万人。", "/to-chinese"):
        for option in question.options:
            said = {"27万": "万 taken for a thousand", "0.027万": "万 taken for a million"}.get(
                option.text, ""
            )
            assert option.mistake is None or said in option.mistake
            assert said or "taken for" not in (option.mistake or "")


@pytest.mark.parametrize(("before", "word"), [("大", "人们"), ("点", "点头"), ("坐", "不下")])
def test_the_end_of_a_longer_word_is_not_asked_for(before, word):
    _, first, last = line("给", before, word)
    assert not is_worth_asking(last, first, None, ())


def test_a_function_word_is_none_in_traditional_characters_either():
    first, middle, last = line("他", "從此", "離開")
    assert not is_worth_asking(middle, first, last, ())


def test_how_things_are_is_no_event():
    text = "科学家观察了蜜蜂。\n蜜蜂会跳舞给同伴看。\n为了采花蜜飞走了。\n这个方向说明了路程。\n" * 1
    assert not of_kind(text, "/events")


def test_what_the_title_shows_is_no_gap_and_no_word_to_write(sources):
    for source in sources:
        for question in make_bank(source, random.Random(1)).questions:
            if question.kind in ("gap", "character", "seen", "name gap", "date gap"):
                assert question.item.word == "" or question.item.word not in source.version.title


@pytest.mark.parametrize(("number", "wrong"), [("二十一", "二十两"), ("一百一十万", "一百两十万")])
def test_two_is_er_behind_ten(number: str, wrong: str):
    assert wrong not in {slip.text for slip in slips(number)}
    assert wrong + "万" not in {slip.text for slip in slips(number + "万")}


def test_several_digits_misread_are_told_so():
    assert name_mistake("五十七", Fraction(57), "四十一", Fraction(41))[0] == "digits misread"
    assert name_mistake("五十七", Fraction(57), "四十七", Fraction(47))[0] == "a digit misread"


def test_a_small_decimal_is_misread_by_a_digit_and_never_by_ten():
    found = {slip.text for slip in slips("1.2")}
    assert {"1.1", "1.3"} <= found
    assert not found & {"12", "0.12", "2.1"}
    assert {"3.6", "2.7"} <= {slip.text for slip in slips("2.6")}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("「我寫了六十多年，最怕的是自己不想寫。」", "“我寫了六十多年，最怕的是自己不想寫。”"),
        ("“公园里”以前是做什么用的？", "“‘公园里’以前是做什么用的？”"),
        ("他说“好”，她也说“好”", "“他说‘好’，她也说‘好’”"),
    ],
)
def test_marks_around_quoted_words_are_not_doubled(text: str, shown: str):
    assert quoted(text) == shown


def test_a_clause_to_be_found_again_has_no_mark_of_speech():
    text = "老師笑了。\n他寫道：「因為車站裡還有人沒講完話。」\n"
    shown = [s.text[a:b] for s, a, b in shown_clauses(text_article(text, "made").versions[0])]
    assert shown == ["因為車站裡還有人沒講完話"]


def test_nearly_is_one_word_in_either_script():
    for text in ("八年前他因病接受化療，體重掉了將近十公斤。", "八年前他因病接受化疗，体重掉了将近十公斤。"):
        article = text_article(text, "made")
        (stated,) = (
            f for f in stated_in_text(Source(article, article.versions[0])) if f.quantity.value == 10
        )
        assert stated.words in ("將近十公斤", "将近十公斤")
