"""Questions that train a skill on the figures: converting, reading aloud, measure words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from reader.chinese.numbers.forms import as_percent, in_english, in_wan_yi, plain
from reader.chinese.numbers.quantity import FigureKind
from reader.chinese.numbers.reading import read_quantity
from reader.quiz.balance import Looks, balanced_pair
from reader.quiz.figures import StatedFigure, is_trivial, stated_in_text
from reader.quiz.item import AnswerForm, Item, Option, Question, Refusal
from reader.quiz.phrases import GAP, gapped
from reader.quiz.questions.making import WRONG, Made, choice, item_of, masked_figure, typed
from reader.quiz.reading_slips import heard, misread
from reader.quiz.source import Source

_TEN_THOUSAND = Fraction(10**4)
_COUNTED = frozenset({FigureKind.CARDINAL, FigureKind.DECIMAL, FigureKind.PERCENT})


def figures_once(source: Source) -> Iterator[tuple[StatedFigure, str]]:
    """Yield each figure of the text that can be trained, once, with the start of its items' ids."""
    seen: set[str] = set()
    for stated in stated_in_text(source):
        words = stated.number
        if words in seen or stated.quantity.value is None or stated.quantity.kind not in _COUNTED:
            continue
        seen.add(words)
        if is_trivial(stated):
            continue
        fact = item_of(stated, "").id.rstrip("/")
        yield stated, fact if stated.fact else f"figure/{source.article.slug}/{words}"


def _item(stated: StatedFigure, base: str, aspect: str) -> Item:
    fact = stated.fact.id if stated.fact else ""
    return Item(f"{base}/{aspect}", aspect.replace("-", " "), stated.source.article.slug, fact)


def convert(source: Source, rng: random.Random) -> Made:
    """Ask for a figure in 万 or 亿 in English: among three, or to be typed."""
    for stated, base in source.some(figures_once(source)):
        item = _item(stated, base, "convert")
        value = stated.quantity.value
        if value is None or value < _TEN_THOUSAND or not stated.quantity.scale:
            yield Refusal(item.id, "The figure has no 万 or 亿 to convert.")
            continue
        number, english = stated.quantity.text.rstrip("余多"), in_english(value)
        stem, stem_en = f"“{number}”用英语怎么说？", f"How is {number} said in English?"
        asked = choice(item, stem, stem_en, Option(english), _powers(stated, value, rng), stated.proof, rng,
                       why=f"{number} = {english}", quantity=stated.quantity)  # fmt: skip
        yield asked
        yield from typed(
            asked, AnswerForm.FIGURE, _masked_english(english), measure=stated.measure,
            stem=stem + "写 million、billion，或者写全数字。",
            stem_en=stem_en + " Write million or billion, or all the digits.",
        )  # fmt: skip


def _powers(
    stated: StatedFigure,
    value: Fraction,
    rng: random.Random,
    say: Callable[[Fraction], str] = in_english,
    *,
    into_chinese: bool = False,
) -> list[Option]:
    # Three neighbours on the ladder of tens; the key is at either end or in the middle.
    rank = rng.randrange(3)
    steps = [step - rank for step in range(3) if step != rank]
    rule = "万 is ten thousand, 亿 is a hundred million: four zeros and eight."
    options = []
    for step in steps:
        # Who takes 万 for a thousand reads 3万 ten times too small, and writes 30,000 as 30万.
        taken = -step if into_chinese else step
        mistake = _HABITS.get((stated.quantity.scale[-1:], taken)) or _SIZES[step]
        said = f"{mistake[0].upper()}{mistake[1:]}: {rule}"
        options.append(Option(say(value * Fraction(10) ** step), "", mistake, said))
    return options


_SIZES = {1: "ten times too large", 2: "a hundred times too large",
          -1: "ten times too small", -2: "a hundred times too small"}  # fmt: skip


def _masked_english(english: str) -> str:
    return f"…… {english.split()[-1]}" if " " in english else ""


#: (scale, power of ten) -> the habit of counting in threes that leads there.
_HABITS = {
    ("万", -1): "digits in threes: 万 taken for a thousand",
    ("万", 2): "digits in threes: 万 taken for a million",
    ("亿", 1): "digits in threes: 亿 taken for a billion",
    ("亿", -2): "digits in threes: 亿 taken for a million",
}


def to_chinese(source: Source, rng: random.Random) -> Made:
    """Ask for an English figure in 万 or 亿: among three, or to be typed."""
    for stated, base in source.some(figures_once(source)):
        value = stated.quantity.value
        if value is None or value < _TEN_THOUSAND or not stated.quantity.scale:
            continue
        item = _item(stated, base, "to-chinese")
        english, number = in_english(value), stated.quantity.text.rstrip("余多")
        stem, stem_en = f"“{english}”用中文怎么写？", f"How is {english} written in Chinese?"
        wrong = _powers(stated, value, rng, in_wan_yi, into_chinese=True)
        asked = choice(
            item, stem, stem_en, Option(in_wan_yi(value)), wrong, stated.proof, rng,
            why=f"{english} = {in_wan_yi(value)}",
            quantity=replace(stated.quantity, text=stated.quantity.text.rstrip("余多")),
        )  # fmt: skip
        yield asked
        yield from typed(
            asked, AnswerForm.FIGURE, masked_figure(number), key=number, measure=stated.measure,
            stem=stem + "用“万”或者“亿”写。", stem_en=stem_en + " Use 万 or 亿.",
        )  # fmt: skip


def value(source: Source, _: random.Random) -> Made:
    """Ask for the digits of a figure that the text writes in characters."""
    for stated, base in source.some(figures_once(source)):
        item = _item(stated, base, "value")
        written, worth = stated.quantity.text.rstrip("余多"), stated.quantity.value
        percent = "成" in stated.number or "分之" in written
        in_words = bool(masked_figure(written)) and not any(map(str.isdigit, written))
        if worth is None or not in_words or (worth < _TOO_SMALL and not percent):
            continue
        written = stated.number if percent else written
        question = Question(
            id=item.id,
            item=item,
            kind="value",
            stem=f"“{written}”写成数字是多少？" + ("（可以写百分数）" if percent else ""),
            stem_en=f"How is {written} written in digits?",
            form=AnswerForm.FIGURE,
            key=_in_digits(worth, percent=percent),
            quantity=stated.quantity,
            measure=stated.measure,
            proof=stated.proof,
            why=f"{written} = {_in_digits(worth, percent=percent)}",
        )
        yield from typed(question, AnswerForm.FIGURE, "")


#: Whoever reads 五 or 十二 needs no practice in it.
_TOO_SMALL = 100


def _in_digits(worth: Fraction, *, percent: bool) -> str:
    share = as_percent(worth)
    return share if percent and "/" not in share else plain(worth)


def reading(source: Source, rng: random.Random) -> Made:
    """Ask how a figure is read aloud: among three in characters, or typed in pinyin or characters."""
    for stated, base in source.some(figures_once(source)):
        item = _item(stated, base, "reading")
        if not any(character.isdigit() for character in stated.quantity.text):
            yield Refusal(item.id, "The figure is written in characters already.")
            continue
        if stated.quantity.text.isdecimal() and len(stated.quantity.text) < 3 and stated.quantity.text != "2":
            yield Refusal(item.id, "A figure of one or two digits needs no practice; but 2 may be 二 or 两.")
            continue
        stem = f"“{stated.number}”里的数怎么读？"
        stem_en = f"How is the number in {stated.number} read?"
        asked = Question(
            id=item.id,
            item=item,
            kind="reading",
            stem=stem + "写拼音或者汉字。",
            stem_en=stem_en + " Write pinyin or hanzi.",
            form=AnswerForm.READING,
            key=stated.quantity.hanzi,
            quantity=stated.quantity,
            proof=stated.proof,
            accepts=(stated.quantity.pinyin,),
            why=f"{stated.quantity.text}：{stated.quantity.hanzi} {stated.quantity.pinyin}",
        )
        yield from typed(asked, AnswerForm.READING, masked_figure(stated.quantity.hanzi))
        yield _reading_choice(stated, item, rng, stem, stem_en)


def _reading_choice(
    stated: StatedFigure, item: Item, rng: random.Random, stem: str, stem_en: str
) -> Question | Refusal:
    following = stated.number[len(stated.quantity.text) :]

    def aloud(number: str) -> str:
        return _aloud(stated, number, following)[0]

    key, pinyin = _aloud(stated, stated.quantity.text, following)
    wrong = [slip for slip in misread(stated.quantity.text, key, aloud) if _is_like(slip.hanzi, key)]
    looks = [(slip, Looks(slip.hanzi, (slip.value, len(slip.hanzi)))) for slip in wrong]
    pair = balanced_pair(
        Looks(key, (heard(key), len(key))), looks, rng, weights=(2, 3, 1),
        fits=lambda one, other: one.value != other.value,
    )  # fmt: skip
    if pair is None:
        return Refusal(f"{item.id}/choice", "No two wrong readings are plausible; it is typed.")
    said = f"{stated.quantity.text} is {key}."
    return choice(
        item, stem, stem_en, Option(key),
        [Option(slip.hanzi, "", slip.mistake, f"{said} {slip.note}") for slip in pair],
        stated.proof, rng, why=f"{stated.quantity.text}：{key} {pinyin}", quantity=stated.quantity,
    )  # fmt: skip


#: How much longer or shorter a wrong reading may be, in characters.
_MOST_LONGER = 4


def _is_like(wrong: str, right: str) -> bool:
    return abs(len(wrong) - len(right)) <= _MOST_LONGER


def _aloud(stated: StatedFigure, number: str, following: str) -> tuple[str, str]:
    read = read_quantity(replace(stated.quantity, text=number, hanzi="", pinyin=""), following)
    return read.hanzi, read.pinyin


def measure(source: Source, rng: random.Random) -> Made:
    """Ask which measure word the text uses; wrong options can't go with the thing at all."""
    for stated, base in source.some(figures_once(source)):
        item = _item(stated, base, "measure")
        wrong = _WRONG_MEASURES.get(stated.measure)
        at = stated.quantity.end
        if wrong is None or (at, at + len(stated.measure)) not in _places_of(
            stated.measure, stated.sentence.text
        ):
            yield Refusal(item.id, f"Other measure words may be as good as {stated.measure or 'none'} here.")
            continue
        spans = _places_of(stated.measure, stated.sentence.text)
        text = gapped(stated.sentence.text, spans, spans.index((at, at + len(stated.measure))))
        text = re.sub(rf"（\d）{GAP}", GAP, text)
        same = "几个空填同一个量词。" if text.count(GAP) > 1 else ""
        # As often in sight as the right one: not at all.
        unseen = [word for word in wrong if not _places_of(word, text)]
        if len(unseen) < WRONG:
            yield Refusal(item.id, "The other measure words stand in the same words.")
            continue
        subject = f" ({stated.figure.subject_en})" if stated.figure else ""
        yield choice(
            item, f"选择合适的量词：{same}{text}", f"Which measure word goes in the gap?{subject}",
            Option(stated.measure),
            [Option(w, "", "wrong measure word", _COUNTS.get(w, "")) for w in rng.sample(unseen, WRONG)],
            stated.proof, rng,
        )  # fmt: skip


_FIGURE_ENDS = r"(?<=[\d一二两三四五六七八九十百千万亿几余多半每这那])"


def _places_of(measure: str, text: str) -> list[tuple[int, int]]:
    """Return where a measure word stands behind a figure; 家 in 国家 is none."""
    return [match.span() for match in re.finditer(_FIGURE_ENDS + re.escape(measure), text)]


#: Measure word -> words that never count the same things.
_WRONG_MEASURES: dict[str, list[str]] = {
    "家": ["条", "辆", "本", "张"],
    "条": ["家", "辆", "本", "位"],
    "辆": ["条", "家", "座", "本"],
    "户": ["条", "辆", "亩", "册"],
    "套": ["条", "辆", "位", "亩"],
    "册": ["条", "辆", "位", "亩"],
    "座": ["本", "辆", "位", "张"],
    "名": ["条", "座", "本", "辆"],
    "位": ["条", "座", "本", "辆"],
    "所": ["本", "位", "张", "辆"],
    "本": ["位", "座", "辆", "条"],
    "部": ["位", "条", "户", "亩"],
    "项": ["辆", "亩", "户", "位"],
    "只": ["辆", "本", "户", "册"],
    "台": ["条", "本", "户", "亩"],
    "棵": ["辆", "本", "户", "座"],
    "件": ["辆", "座", "户", "亩"],
    "艘": ["本", "座", "户", "亩"],
    "架": ["本", "户", "亩", "册"],
    "张": ["辆", "座", "户", "亩"],
    "间": ["辆", "本", "亩", "条"],
    "栋": ["辆", "本", "位", "亩"],
    "幢": ["辆", "本", "位", "亩"],
    "支": ["座", "户", "亩", "册"],
    "封": ["辆", "座", "户", "亩"],
    "场": ["辆", "本", "户", "亩"],
    "把": ["辆", "座", "户", "亩"],
    "盏": ["辆", "座", "户", "本"],
    "枚": ["辆", "座", "户", "亩"],
    "匹": ["辆", "座", "户", "本"],
    "头": ["辆", "座", "户", "本"],
    "首": ["辆", "座", "户", "亩"],
    "篇": ["辆", "座", "户", "亩"],
}

_COUNTS = {
    "家": "家 counts firms, shops and families.",
    "条": "条 counts long things: roads, rivers; also pieces of news.",
    "辆": "辆 counts vehicles.",
    "本": "本 counts books.",
    "册": "册 counts volumes.",
    "张": "张 counts flat things.",
    "位": "位 counts people, politely.",
    "座": "座 counts buildings, bridges and mountains.",
    "户": "户 counts households.",
    "亩": "亩 measures land.",
    "项": "项 counts tasks, rules and results.",
    "只": "只 counts animals, and one of a pair.",
    "台": "台 counts machines.",
    "棵": "棵 counts plants.",
    "件": "件 counts clothes, and matters.",
    "名": "名 counts people by their work or place.",
    "所": "所 counts schools and hospitals.",
}
