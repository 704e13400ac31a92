"""What a learner of some weeks has done, frozen for pictures: words, and progress on 25 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

from reader.review.reading import ReadingDay
from reader.review.statistics import Mistake, Speed, Statistics, Streak
from reader.review.tallies import DayCount, KindCount, RecallCount
from reader.review.words import WordState
from reader.study.vocabulary import WordRow

TODAY = date(2026, 11, 25)

_ANSWERS = (
    10,
    12,
    0,
    20,
    18,
    22,
    9,
    0,
    0,
    15,
    24,
    20,
    21,
    19,
    11,
    26,
    20,
    0,
    23,
    18,
    20,
    25,
    14,
    20,
    22,
    19,
    24,
    12,
)
_DUE = (16, 9, 7, 12, 5, 4, 8, 3, 2, 6, 3, 1, 4, 2, 0, 3, 1, 2, 0, 1, 1, 0, 2, 0, 1, 0, 0, 1)


def _day(back: int) -> str:
    return (TODAY - timedelta(days=back)).isoformat()


STATISTICS = Statistics(
    answers=sum(_ANSWERS),
    streak=Streak(10, 10, _ANSWERS[-1]),
    days=tuple(
        DayCount(_day(27 - at), count, round(count * 0.83), count // 4, count * 9.0)
        for at, count in enumerate(_ANSWERS)
        if count
    ),
    kinds=(
        KindCount("recall", 124, 92, {"digits read in threes": 9}, 11.0),
        KindCount("who", 171, 158, {}, 7.5),
        KindCount("reading", 88, 69, {"tones": 12}, 12.5),
        KindCount("drill-chinese", 40, 31, {}, 6.0),
    ),
    mistakes=(Mistake("tones", "reading", 12), Mistake("digits read in threes", "recall", 9)),
    due=tuple((_day(-at), count) for at, count in enumerate(_DUE)),
    known=((_day(27), 31), (_day(20), 44), (_day(11), 58), (_day(3), 71)),
    words={"new": 412, "learning": 63, "known": 71, "ignored": 4},
    cards={"learning": 22, "review": 118, "suspended": 2},
    recall=(RecallCount(60, 0.78, 0.75), RecallCount(143, 0.88, 0.9), RecallCount(91, 0.95, 0.96)),
    reading=tuple(ReadingDay(_day(at), 900.0 - 20 * at, 1080 - 45 * at) for at in range(12, -1, -2)),
    speed=Speed(84.0, 6100, 73.0),
    goal=20,
)


def _row(
    word: str, pinyin: str, gloss: str, level: int | None, state: WordState, count: int, recall: float | None
) -> WordRow:
    learning = state is WordState.LEARNING
    return WordRow(word, pinyin, gloss, level, state, learning, count, recall, None, learning)


WORDS = [
    _row("企业", "qǐyè", "company", 5, WordState.KNOWN, 42, 0.97),
    _row("服务", "fúwù", "to serve", 3, WordState.KNOWN, 31, None),
    _row("镇", "zhèn", "town", 6, WordState.LEARNING, 23, 0.93),
    _row("环境", "huánjìng", "environment", 3, WordState.KNOWN, 16, None),
    _row("项目", "xiàngmù", "project", 5, WordState.LEARNING, 15, 0.88),
    _row("发展", "fāzhǎn", "development; to develop", 3, WordState.KNOWN, 13, None),
    _row("居民", "jūmín", "resident; inhabitant", 5, WordState.LEARNING, 12, 0.71),
    _row("街道", "jiēdào", "street; subdistrict; residential district", 6, WordState.NEW, 11, None),
    _row("投资", "tóuzī", "investment; to invest", 4, WordState.LEARNING, 9, 0.9),
    _row("产业", "chǎnyè", "industry; estate; property", 5, WordState.NEW, 8, None),
    _row("集群", "jíqún", "cluster", 7, WordState.LEARNING, 6, 0.64),
    _row("氢能", "qīngnéng", "hydrogen energy", None, WordState.NEW, 5, None),
    _row("非遗", "fēiyí", "intangible cultural heritage (short form)", None, WordState.NEW, 4, None),
    _row("标杆", "biāogān", "benchmark; model to follow", 7, WordState.NEW, 4, None),
    _row("清洁生产", "qīngjié shēngchǎn", "cleaner production", None, WordState.IGNORED, 3, None),
    _row("智慧", "zhìhuì", "wisdom; smart (of a city or a device)", 6, WordState.NEW, 3, None),
    _row("补贴", "bǔtiē", "to subsidize; subsidy", 6, WordState.NEW, 2, None),
    _row("审核", "shěnhé", "to audit; to check and approve", 7, WordState.NEW, 2, None),
    _row("办理", "bànlǐ", "to handle; to conduct", 5, WordState.NEW, 2, None),
    _row("引进", "yǐnjìn", "to bring in from outside", 5, WordState.NEW, 1, None),
    _row("齐头并进", "qítóu bìngjìn", "to go forward side by side", None, WordState.NEW, 1, None),
]  # fmt: skip
