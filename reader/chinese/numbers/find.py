"""Find every figure of a text.

What a figure's ``text`` takes in, and what its ``value`` is:

- The measure word and the bound words stay outside: 超过3000亿元 gives ``3000亿``. What stands between the
  number and its measure word belongs to it: ``2000余``, ``30余万``, ``十几``. So do %, 成, 倍, 折, 分之
  and 第.
- A range is one figure. Where its first end carries the measure word the figure takes in both:
  ``50万元至60万元``, but ``50至60`` before 万元. A scale or percent sign behind the second end
  alone counts for both (3—5万元).
- 年, 月, 日, 号, 时, 点 and 分 of dates and times belong to the text; see
  :mod:`reader.chinese.numbers.dates`.
- Half a measure takes it in: ``两年半``, ``两个半`` 小时, ``一米八``; a sum of yuan and jiao is one figure,
  ``三块五毛`` 钱.
- 18.5% has the value 0.185, 四成 0.4, 七折 0.7, 3:2 three halves, 0.6个百分点 0.6.
- 增长了三倍 has the value 4 and is a change, 增长到三倍 3 and a multiple; 翻两番 (with 翻)
  is the change 4.
- ``low`` and ``high`` are what the bound allows: 余 up to the next round step, vague numbers their least
  and greatest.

``hanzi``, ``pinyin`` and ``syllables`` are left empty; :mod:`reader.chinese.numbers.reading` fills them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.chinese.numbers.atoms import DIGIT, HANZI_DIGIT, atom_at, run_end
from reader.chinese.numbers.bounding import bounded, directed, in_list, priced, signed_bound
from reader.chinese.numbers.codes import code_at
from reader.chinese.numbers.counting import counts
from reader.chinese.numbers.dates import moment_at
from reader.chinese.numbers.exclusions import lexical_end
from reader.chinese.numbers.joined import ANCHOR, BELOW_ZERO, TO, is_score, join_range, join_ratio
from reader.chinese.numbers.measures import measure_at, unit_of
from reader.chinese.numbers.model_names import is_code
from reader.chinese.numbers.numeral import parse_numeral
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.numbers.speech import speech_at
from reader.chinese.numbers.terms import FIRST_MEASURES, Term, term_at

# A run too long to be a number: passed over in one step, so that hostile text costs no more than plain text.
_ENDLESS = re.compile(
    f"(?:[{DIGIT}]{{65}}|"
    f"[{HANZI_DIGIT}十百千万亿萬億拾佰仟]{{41}})[{DIGIT}{HANZI_DIGIT}十百千万亿萬億拾佰仟]*"
)
_MOMENT_START = re.compile(f"[{DIGIT}零〇一二三四五六七八九十廿正腊两差]")
_PAST_THE_HOUR = re.compile("[点钟]多(?![于样数么少])")
_DOUBLED = re.compile("翻(?:了)?(?P<nearly>近|将近|接近)?(?P<over>超过?)?(?:([一二两三四五六1-6])?番|一?倍)")
_DEGREES = re.compile("(?:[—–~～至到-]{1,2}[-－−]?[0-9.]+)?[ ]?(?:摄氏度|度|℃|°)")
_DRAWN = re.compile("(?<=胜.)平|平(?=[0-9一二两三四五六七八九十]+负)")  # 3胜1平2负
_HALF_WORD = re.compile("一半")
_NOUGHT = re.compile("(?<=[为是到至于])零(?=[，。；！？、”」）的\n]|$)")
_DASH_MINUS = re.compile("[为是到至、和，（：]—$")  # 涨幅为—0.4%
_BURDEN = re.compile("[减欠抱自辜胜肩重背担]$")  # 减负1.78亿元
_ORDER_WORD = re.compile("第[ ]?")


def find_figures(text: str) -> tuple[Quantity, ...]:
    """Return the figures of ``text`` in order, without overlap; each one's span reproduces its ``text``."""
    found: list[Quantity] = []
    position = 0
    while True:
        anchor = ANCHOR.search(text, position)
        if anchor is None:
            return tuple(found)
        position = anchor.start()
        endless = _ENDLESS.match(text, position)
        if endless is not None:
            position = endless.end()
            continue
        figure = None
        end = lexical_end(text, position)
        if end == position:
            figure = _figure_at(text, position)
            end = _next_position(text, position, figure)
        if figure is not None:
            found.append(in_list(text, found[-1], figure) if found else figure)
        position = end


def _next_position(text: str, position: int, figure: Quantity | None) -> int:
    if figure is not None:
        return max(figure.end, figure.span_end, position + 1)
    if text[position] in "首第翻负半几数零正腊差个成对":
        return position + 1
    return run_end(text, position)


def _figure_at(text: str, position: int) -> Quantity | None:
    character = text[position]
    if character in "首第翻":
        return _ordinal(text, position) if character == "第" else _marked(text, position)
    if (
        character in "零负"
        and not _BURDEN.search(text[max(0, position - 1) : position])
        and (below := BELOW_ZERO.match(text, position))
    ):
        return _negative(text, position, below.end())
    if character == "一" and (half := _HALF_WORD.match(text, position)):
        return _half(text, position, half.end())
    if character == "零" and (nought := _NOUGHT.match(text, position)):
        return bounded(
            text,
            Quantity("零", position, position + 1, Fraction(0), FigureKind.CARDINAL,
                     span_start=position, span_end=nought.end()),
            bare=False,
        )  # fmt: skip
    if character == "零" and text[position + 1 : position + 2] not in ("点", "时", "") and position:
        # 二十三岁零四个月: this 零 only joins.
        return None
    speech = speech_at(text, position)
    if speech is not None:
        return directed(text, bounded(text, speech, bare=speech.text in ("半", "半数")))
    code = code_at(text, position)
    if code is not None:
        return code
    if _MOMENT_START.match(character):
        moment = moment_at(text, position)
        if moment is not None:
            return _moment(text, position)
    return None if character in "差个成对" else _number(text, position)


def _moment(text: str, position: int) -> Quantity | None:
    moment = moment_at(text, position)
    if moment is None or (
        text[position].isascii() and is_code(text, position, moment.end, counted=True, sure=True)
    ):
        return None
    figure = Quantity(
        text[position : moment.end],
        position,
        moment.end,
        moment.value,
        moment.kind,
        low=moment.low,
        high=moment.high,
        unit=moment.unit,
    )
    figure = replace(figure, span_start=position, span_end=moment.end)
    if _PAST_THE_HOUR.match(text, moment.end - 1) and moment.kind is FigureKind.TIME:
        return replace(figure, bound=Bound.OVER, low=figure.value, span_end=moment.end + 1)
    return bounded(text, figure, bare=False)


def _half(text: str, position: int, end: int) -> Quantity:
    figure = Quantity(
        "一半", position, end, Fraction(1, 2), FigureKind.FRACTION, span_start=position, span_end=end
    )
    if text[end : end + 1] == "多":
        figure = replace(figure, bound=Bound.OVER, low=figure.value, span_end=end + 1)
    return directed(text, bounded(text, figure, bare=False))


def _marked(text: str, position: int) -> Quantity | None:
    """Read 翻两番 and 首批."""
    doubled = _DOUBLED.match(text, position)
    if doubled is not None:
        times = int(parse_numeral(doubled[3]) or 1) if doubled[3] else 1
        end = doubled.end()
        figure = Quantity(
            doubled.group(),
            position,
            end,
            Fraction(2**times),
            FigureKind.CHANGE,
            direction="up",
            unit="番",
            span_start=position,
            span_end=end,
        )
        if text[end : end + 1] == "多":
            return replace(figure, bound=Bound.OVER, low=figure.value, span_end=end + 1)
        if doubled["nearly"] or doubled["over"]:
            inside = Bound.NEARLY if doubled["nearly"] else Bound.MORE_THAN
            figure = replace(figure, bound=inside)
        return bounded(text, figure, bare=False)
    measure = measure_at(text, position + 1)
    if text[position] != "首" or measure not in FIRST_MEASURES:
        return None
    if text[position - 1 : position] in set("一二三四五六七八九十两几数祸元魁榜匕白回斩叩俯翘昂居词歌这那"):
        return None
    end = position + 1
    return Quantity(
        "首",
        position,
        end,
        Fraction(1),
        FigureKind.ORDINAL,
        measure=measure,
        span_start=position,
        span_end=end + len(measure),
    )


def _ordinal(text: str, position: int) -> Quantity | None:
    word = _ORDER_WORD.match(text, position)
    start = word.end() if word else position + 1
    if text[start : start + 1] in set("几数半"):
        return None
    atom = atom_at(text, start)
    if (
        atom is None
        or atom.value is None
        or atom.value.denominator != 1
        or atom.bare
        or atom.bound is not Bound.EXACT
    ):
        return None
    end, low, high = atom.end, None, None
    until = TO.match(text, end)
    second = atom_at(text, _skip_order(text, until.end())) if until else None
    kind, value = FigureKind.ORDINAL, atom.value
    if until and second and second.value is not None and second.value > atom.value:
        end, low, high = second.end, atom.value, second.value
        kind = FigureKind.RANGE
    gap = end + (text[end : end + 1] in (" ", "\u00a0"))
    measure = measure_at(text, gap)
    measure_end = gap + len(measure) if measure else end
    return Quantity(
        text[position:end],
        position,
        end,
        value if low is None else None,
        kind,
        low=low,
        high=high,
        measure=measure,
        unit=unit_of(measure),
        span_start=position,
        span_end=measure_end,
    )


def _skip_order(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] == "第" else position


def _negative(text: str, position: int, number: int) -> Quantity | None:
    if number >= len(text) or not ANCHOR.match(text[number]) or text[number] in "首第翻负":
        return None
    term = term_at(text, number)
    if (
        term is None
        or (term.value is None and term.low is None)
        or term.kind
        not in (
            FigureKind.CARDINAL,
            FigureKind.DECIMAL,
            FigureKind.PERCENT,
            FigureKind.RANGE,
        )
    ):
        return None
    if text[position] == "负" and not (term.atom.printed or "点" in text[number : term.end]):
        return None
    value, low, high = (None if side is None else -side for side in (term.value, term.high, term.low))
    term = replace(term, start=position, value=value, low=low, high=high)
    return _assembled(text, join_range(text, term) or term)


def _number(text: str, position: int) -> Quantity | None:
    term = term_at(text, position)
    if term is None:
        return None
    term = _signed(text, term)
    if term.atom.printed:
        counted = term.measure is not None or bool(term.atom.scale) or term.kind is not FigureKind.CARDINAL
        if term.kind is FigureKind.DECIMAL and term.measure is None and not term.atom.scale:
            counted = False
        sure = bool(term.atom.scale or term.unit or unit_of(term.measure))
        if is_code(text, term.atom.start, term.end, counted=counted, sure=sure):
            return None
    whole = (None if is_score(text, term) else join_range(text, term)) or join_ratio(text, term)
    if whole is not None:
        return _assembled(text, whole)
    return _assembled(text, term)


def _signed(text: str, term: Term) -> Term:
    """Take in the minus of -5℃ and of a figure at the head of its clause; a hyphen between things is none."""
    if (
        not term.atom.printed
        or term.start == 0
        or (
            text[term.start - 1] not in "-－−﹣"
            and not _DASH_MINUS.search(text[max(0, term.start - 2) : term.start])
        )
        or term.value is None
    ):
        return term
    before = text[max(0, term.start - 2) : term.start - 1]
    plain = before == "" or before in " \n，。、；：（(“~～至到为是达和"
    if not plain and not _DEGREES.match(text, term.end) and term.kind is not FigureKind.PERCENT:
        return term
    if before.isascii() and before.isalnum():
        return term
    return replace(term, start=term.start - 1, value=-term.value, low=None, high=None)


def _assembled(text: str, term: Term) -> Quantity | None:
    """Turn a term into a figure: its bounds, its direction, and whether it is a figure at all."""
    figure = Quantity(
        text[term.start : term.end],
        term.start,
        term.end,
        term.value,
        term.kind,
        term.bound,
        term.low,
        term.high,
        term.scale,
        term.measure,
        None if _DRAWN.match(text, term.end) else unit_of(term.measure) or term.unit,
        span_start=term.start,
        span_end=term.measure_end,
    )
    if term.atom.printed:
        figure = priced(text, figure)
    with_bound = bounded(text, figure, bare=term.atom.bare)
    at_word = with_bound.span_start < figure.span_start or with_bound.span_end > figure.span_end
    if not counts(text, term, bounded=at_word):
        return None
    return directed(text, signed_bound(text, with_bound) if term.atom.printed else with_bound)
