"""Judge a typed reading of a figure, in pinyin or in characters."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from reader.chinese.numbers.quantity import Quantity
from reader.chinese.numbers.reading import read_quantity
from reader.chinese.numbers.saying import also_said, same_number, spoken_unit
from reader.chinese.numbers.sounds import SOUNDS, pinyin_of
from reader.chinese.numbers.verdict import FigureGrade, FigureVerdict
from reader.text import clean_answer, is_han

ACCEPTED = "Type the reading in pinyin (sanqian yi, sān qiān yì or san1 qian1 yi4) or in hanzi (三千亿)."
_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_MOST_FORMS = 64
# In these places both 二 and 两 are said; elsewhere one of them is a slip.
_EITHER_BEFORE = "成百千万亿亩斤里尺丈寸升顷钱米吨层路人位度℃摄"
_SAME = str.maketrans("〇○幺兩萬億點", "零零一两万亿点")


def judge_reading(typed: str, quantity: Quantity, following: str = "") -> FigureGrade:
    """Judge a reading of the figure, in pinyin (tone marks, tone numbers or none) or in characters.

    Right sounds without tones, or with wrong ones, are ``nearly``. 一 is accepted with its own tone and as
    spoken, 1 in digit strings as yī and yāo. ``following`` is the text behind the figure.
    """
    answer = clean_answer(typed)
    if not quantity.hanzi:
        quantity = read_quantity(quantity, following or quantity.measure or "")
    if any(is_han(c) for c in answer):
        return _judge_hanzi(answer, quantity)
    letters, tones = _letters(answer)
    if not letters or re.search(r"\d", letters):
        return FigureGrade(FigureVerdict.UNREADABLE, None, ACCEPTED)
    return _judge_pinyin(letters, tones, quantity)


def _forms(quantity: Quantity) -> list[str]:
    """Return every way to say the figure: 两 or 二 where both pass, 到 for 至, parts that may be left out."""
    hanzi = quantity.hanzi
    behind = quantity.measure or quantity.unit or ""
    choices: list[tuple[str, ...]] = []
    for i, character in enumerate(hanzi):
        after = (hanzi + behind)[i + 1 : i + 2]
        if character in "二两" and _either(hanzi, i, after):
            choices.append(("二", "两"))
        elif character in "至到":
            choices.append(("至", "到"))
        elif character in "一幺" and "幺" in hanzi:
            choices.append(("幺", "一"))
        elif character in "时点" and quantity.kind == "time":
            choices.append(("点", "时"))
        elif character == "百" and hanzi[max(0, i - 2) : i] == "分之":
            choices.append(("百", "一百"))
        else:
            choices.append((character,))
    forms = ["".join(form) for form, _ in zip(product(*choices), range(_MOST_FORMS), strict=False)]
    if quantity.kind == "time" and hanzi.endswith("分"):
        forms += [form[:-1] for form in forms]
    forms += [other for form in forms for other in also_said(quantity, form)]
    return [hanzi, *(form for form in forms if form != hanzi)]


def _either(hanzi: str, at: int, after: str) -> bool:
    if (
        not after
        or after not in _EITHER_BEFORE
        or hanzi[max(0, at - 1) : at] in ("十", "点", "第", "之", "零")
    ):
        return False
    if after in "百千万亿":
        # 两百 and 二百 both pass anywhere; 二万 and 两万 only at the head of the number.
        return at == 0 or after == "百" or hanzi[at - 1] in "到至余"
    return at == 0 or hanzi[at - 1] in "到至"


def _judge_hanzi(answer: str, quantity: Quantity) -> FigureGrade:
    got = "".join(c for c in answer if is_han(c) or c.isalpha()).translate(_SAME)
    forms = [form.translate(_SAME) for form in _forms(quantity)]
    behind = (quantity.measure or "", quantity.unit or "", "", *spoken_unit(quantity))
    said = next((form for form in forms for measure in behind if got in (form, form + measure)), None)
    if said is not None:
        is_other = said in [form.translate(_SAME) for form in same_number(quantity, quantity.hanzi)]
        note = f"The same number; as it is written it is read {quantity.hanzi}." if is_other else ""
        return FigureGrade(FigureVerdict.RIGHT, None, note)
    return FigureGrade(
        FigureVerdict.WRONG, _hanzi_mistake(got, forms, behind), f"It is read {quantity.hanzi}."
    )


def _hanzi_mistake(got: str, forms: list[str], behind: tuple[str, ...]) -> str:
    got = next((got.removesuffix(m) for m in behind if m and got.endswith(m) and len(got) > len(m)), got)
    right = forms[0]
    if got.replace("二", "两") == right.replace("二", "两"):
        return "两 for 二" if got.count("两") > right.count("两") else "二 for 两"
    if got.replace("零", "") == right.replace("零", ""):
        return "零 left out" if len(got) < len(right) else "零 too many"
    if sorted(got) == sorted(right):
        return "order"
    return "another reading"


def _letters(answer: str) -> tuple[str, list[str]]:
    """Take pinyin apart into bare letters and, beside each letter, the tone written on or behind it."""
    letters = ""
    tones: list[str] = []
    text = answer.lower().replace("u:", "ü").replace("v", "ü")
    for character in unicodedata.normalize("NFD", text):
        if character in _MARKS and tones:
            tones[-1] = _MARKS[character]
        elif character == "\u0308" and letters.endswith("u"):
            letters = letters[:-1] + "ü"
        elif character in "012345" and letters and letters[-1].isalpha():
            tones[-1] = character.replace("0", "5")
        elif character.isalpha() or character.isdigit():
            letters += character
            tones.append("")
    return letters, tones


def _judge_pinyin(letters: str, tones: list[str], quantity: Quantity) -> FigureGrade:
    measure = quantity.measure or ""
    best: FigureGrade | None = None
    for form in _forms(quantity):
        for hanzi in (form, form + measure, *(form + unit for unit in spoken_unit(quantity))):
            syllables = [SOUNDS.get(c, c.lower()) for c in hanzi if c in SOUNDS or c.isalpha()]
            if "".join(s.rstrip("12345") for s in syllables) == letters:
                graded = _judge_tones(hanzi, syllables, tones)
                if graded.verdict is FigureVerdict.RIGHT:
                    return graded
                best = best or graded
    if best is not None:
        return best
    return FigureGrade(
        FigureVerdict.WRONG, _pinyin_mistake(letters, quantity), f"It is read {_shown(quantity)}."
    )


def _judge_tones(hanzi: str, syllables: list[str], tones: list[str]) -> FigureGrade:
    at, missing, wrong = 0, 0, []
    characters = [c for c in hanzi if c in SOUNDS or c.isalpha()]
    for character, syllable in zip(characters, syllables, strict=True):
        size = len(syllable.rstrip("12345"))
        typed = next((tone for tone in tones[at : at + size] if tone), "")
        at += size
        # 一 as written or as spoken; the neutral tone of 个 is heard as often as its fourth.
        allowed = "1245" if character == "一" else "45" if character == "个" else syllable[-1:]
        if syllable[-1:] not in "12345":
            continue
        if not typed and character == "个" and any(tones):
            # A neutral tone has no mark: ge beside marked syllables is said, not left out.
            continue
        if not typed:
            missing += 1
        elif typed not in allowed:
            wrong.append(character)
    shown = pinyin_of(hanzi)
    if wrong:
        said = f"Right but for the tone of {'、'.join(dict.fromkeys(wrong))}: {shown}."
        return FigureGrade(FigureVerdict.NEARLY, "tones", said)
    if missing == len(syllables):
        return FigureGrade(FigureVerdict.NEARLY, "tones left out", f"Right; with tones it is {shown}.")
    if missing:
        return FigureGrade(FigureVerdict.NEARLY, "tones left out", f"Some tones are missing: {shown}.")
    return FigureGrade(FigureVerdict.RIGHT)


def _pinyin_mistake(letters: str, quantity: Quantity) -> str:
    right = "".join(s.rstrip("12345") for s in quantity.syllables).lower()
    if letters.replace("liang", "er") == right.replace("liang", "er"):
        return "两 for 二" if letters.count("liang") > right.count("liang") else "二 for 两"
    if letters.replace("ling", "") == right.replace("ling", ""):
        return "零 left out" if len(letters) < len(right) else "零 too many"
    return "another reading"


def _shown(quantity: Quantity) -> str:
    return f"{quantity.pinyin} ({quantity.hanzi})"
