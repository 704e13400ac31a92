"""Progress in words and plain charts, for the screen and the command line alike: 76 columns, no colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rich.cells import cell_len

from reader.quiz.naming import kind_name
from reader.review.statistics import Statistics
from reader.review.tallies import KindCount
from reader.text import clean_text

WIDTH = 76
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_DAYS = 28
_MOST_ROWS = 12
#: What the log calls a question left unanswered: no mistake to learn from.
_LEFT = "skipped"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    title: str
    lines: tuple[str, ...]


def report(found: Statistics, today: date) -> list[Section]:
    """Return the report; parts with nothing to say yet say how to begin."""
    drills = [kind for kind in found.kinds if kind.kind.startswith("drill")]
    asked = [kind for kind in found.kinds if not kind.kind.startswith("drill")]
    parts = [
        Section("Today", tuple(_today(found))),
        Section("Answers in the last four weeks", tuple(_answers(found, today))),
        Section("Coming up for review", tuple(_due(found))),
        Section("Reading", tuple(_reading(found, today))),
        Section("Right by kind of question", tuple(_kinds(asked))),
        Section("Mistakes", tuple(_mistakes(found))),
        Section("Figures gym", tuple(_kinds(drills, "Train figures with `dubao drill`."))),
        Section("Words", tuple(_words(found, today))),
        Section("Memory: predicted and real", tuple(_memory(found))),
    ]
    # Names of kinds and mistakes may come from a backup that somebody else made.
    return [Section(part.title, tuple(map(_harmless, part.lines))) for part in parts]


def _harmless(line: str) -> str:
    return clean_text(line).replace("\n", " ").replace("\t", " ")


# --- the parts


def _today(found: Statistics) -> Iterable[str]:
    today, streak = found.streak.today, found.streak
    if found.goal:
        yield f"{bar(today / found.goal, 30)}  {today} of {found.goal} answers"
    else:
        yield f"{counted(today, 'answer')}"
    yield f"Streak: {counted(streak.current, 'day')} in a row, the longest {streak.longest}"
    yield f"In all: {counted(found.answers, 'answer')}"


def _answers(found: Statistics, today: date) -> Iterable[str]:
    counts = {day.day: day for day in found.days}
    days = [today - timedelta(days=back) for back in range(_DAYS - 1, -1, -1)]
    values = [counts[d.isoformat()].answers if d.isoformat() in counts else 0 for d in days]
    if not any(values):
        yield "None. A quiz takes five minutes: `dubao quiz SLUG`, or q in the library."
        return
    yield from columns(values, days[0], days[-1])
    recent = [counts[d.isoformat()] for d in days if d.isoformat() in counts]
    if answers := sum(day.answers for day in recent):
        right = sum(day.right for day in recent)
        yield f"{counted(answers, 'answer')}, {right / answers:.0%} right"


def _due(found: Statistics) -> Iterable[str]:
    if not any(count for _, count in found.due):
        yield "Nothing yet: what a quiz asks comes back for review."
        return
    first, last = date.fromisoformat(found.due[0][0]), date.fromisoformat(found.due[-1][0])
    yield from columns([count for _, count in found.due], first, last)
    week = sum(count for _, count in found.due[:7])
    yield f"Today {found.due[0][1]}, within a week {week}, in {len(found.due)} days {_total(found.due)}"
    states = ", ".join(f"{count} {name}" for name, count in sorted(found.cards.items()))
    yield f"Cards: {states}"


def _reading(found: Statistics, today: date) -> Iterable[str]:
    speed = found.speed
    if not speed.characters and not speed.minutes:
        yield "Nothing yet: time and characters count while an article is open."
        return
    rate = f", {speed.per_minute:.0f} characters a minute" if speed.per_minute else ""
    minutes = counted(round(speed.minutes), "minute") if speed.minutes >= 1 else "less than a minute"
    yield f"{minutes}, {counted(speed.characters, 'character')} in all{rate}"
    by_day = {day.day: day.seconds / 60 for day in found.reading}
    days = [today - timedelta(days=back) for back in range(_DAYS - 1, -1, -1)]
    yield from columns([by_day.get(d.isoformat(), 0.0) for d in days], days[0], days[-1], "min")
    recent = [day for day in found.reading if day.seconds >= 60][-5:]
    if recent:
        told = ", ".join(f"{day.day[5:]} {day.characters / (day.seconds / 60):.0f}" for day in recent)
        yield f"A minute, lately: {told}"


def _kinds(kinds: Sequence[KindCount], nothing: str = "Nothing yet.") -> Iterable[str]:
    if not kinds:
        yield nothing
        return
    width = min(24, max(cell_len(_name(kind)) for kind in kinds))
    for kind in kinds:
        share = kind.right / kind.asked if kind.asked else 0.0
        usual = f"  usually {kind.median_seconds:.1f} s" if kind.median_seconds else ""
        told = f"{share:>4.0%}  {kind.right} of {kind.asked}{usual}"
        yield f"{_cut(_name(kind), width)}  {bar(share, 20)} {told}"


def _mistakes(found: Statistics) -> Iterable[str]:
    mistakes = [mistake for mistake in found.mistakes if mistake.name != _LEFT]
    if not mistakes:
        yield "None so far."
    for mistake in mistakes[:_MOST_ROWS]:
        told = f"{mistake.name}: {counted(mistake.count, 'time')} ({_where(mistake.kind)})"
        yield _cut(told, WIDTH).rstrip()
    if left := sum(mistake.count for mistake in found.mistakes if mistake.name == _LEFT):
        yield f"Left unanswered: {counted(left, 'time')}"


def _words(found: Statistics, today: date) -> Iterable[str]:
    known, learning = found.words.get("known", 0), found.words.get("learning", 0)
    yield f"{counted(known, 'word')} known, {learning} being learnt, {found.words.get('ignored', 0)} ignored"
    yield "Known by your answers and lists; those of your HSK level come on top."
    if not found.known:
        return
    days = [today - timedelta(days=back) for back in range(_DAYS - 1, -1, -1)]
    yield from columns([_known_on(found, day) for day in days], days[0], days[-1])


def _known_on(found: Statistics, day: date) -> int:
    return next((n for on, n in reversed(found.known) if on <= day.isoformat()), 0)


def _memory(found: Statistics) -> Iterable[str]:
    if not found.recall:
        yield "Nothing yet: it needs cards that came back."
    for group in found.recall:
        yield (
            f"predicted {group.predicted:>4.0%} {bar(group.predicted, 20)}   "
            f"real {group.recalled:>4.0%} {bar(group.recalled, 20)}  of {group.answers}"
        )


# --- charts


def bar(share: float, cells: int) -> str:
    """Draw a share, 0 to 1, as a bar that needs no colour."""
    full = round(max(0.0, min(1.0, share)) * cells)
    return "█" * full + "░" * (cells - full)


def columns(values: Sequence[float], first: date, last: date, unit: str = "") -> Iterable[str]:
    """Draw a value for each day as a column, two cells wide and three rows high, the days below."""
    top = max([*values, 1])
    rows = 3
    scale = f"{top:.0f}{' ' + unit if unit else ''}"
    for row in range(rows - 1, -1, -1):
        drawn = "".join(_part(value / top * rows - row) * 2 for value in values)
        yield f"{scale if row == rows - 1 else '0' if row == 0 else '':>7} │{drawn}".rstrip()
    ends = f"{first:%m-%d}", f"{last:%m-%d}"
    yield " " * 9 + ends[0] + " " * max(1, 2 * len(values) - 10) + ends[1]


def _part(height: float) -> str:
    eighths = round(max(0.0, min(1.0, height)) * 8)
    return _EIGHTHS[max(eighths, 1) if 0 < height < 1 else eighths]


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 day", "1,200 answers"."""
    return f"{count:,} {noun}" + ("s" if count != 1 else "")


def _total(due: Iterable[tuple[str, int]]) -> int:
    return sum(count for _, count in due)


def _name(kind: KindCount) -> str:
    if kind.kind.startswith("drill"):
        return kind.kind.removeprefix("drill").strip(" :/") or "drill"
    return kind_name(kind.kind)


def _where(kind: str) -> str:
    return "Figures gym" if kind.startswith("drill") else kind_name(kind)


def _cut(text: str, width: int) -> str:
    while cell_len(text) > width:
        text = text[:-1]
    return text + " " * (width - cell_len(text))
