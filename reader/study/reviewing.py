"""Due reviews: what is to come, and a session over it that asks again what was forgotten."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from reader.errors import DubaoError
from reader.quiz.choosing import at_step
from reader.quiz.item import Answer, Grade, Question
from reader.quiz.rebuild import slug_of, word_of
from reader.quiz.session import Judge, Outcome, Session
from reader.study.superseding import superseded

if TYPE_CHECKING:
    from reader.review.card import Card
    from reader.review.store import Store
    from reader.study.quizzing import Desk, Quizzing

#: A session asks so many cards at most; the rest waits for the next.
MOST_CARDS = 60
#: What is forgotten is asked again at the end, so many times at most.
MOST_TIMES = 3
#: How far an early review looks ahead when it isn't said.
ANY_TIME = timedelta(days=36_500)


class NothingDueError(DubaoError):
    """There is nothing to review: nothing is wrong. ``wait`` is how long the next card still waits."""

    exit_code = 0

    def __init__(self, sentence: str, wait: timedelta | None = None) -> None:
        super().__init__(sentence)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """What a learner wants to review.

    ``early`` also takes cards that fall due within that time. ``slug`` takes only what one article
    asks. ``by_article`` asks article after article instead of a mix. The same ``seed`` asks the same
    cards in the same order.
    """

    early: timedelta = timedelta(0)
    slug: str = ""
    by_article: bool = False
    limit: int = MOST_CARDS
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """What there is to review: cards due today (longest overdue first), new ones there is room for today,
    how many more come back within minutes, and when and after how long the next card comes after these."""

    due: tuple[Card, ...]
    new: tuple[Card, ...]
    soon: int
    next_due: datetime | None
    wait: timedelta | None = None

    @property
    def total(self) -> int:
        """How many cards there are to be asked now."""
        return len(self.due) + len(self.new)


@dataclass(frozen=True)
class _Snapshot:
    card: str
    is_answer: bool
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]


class ReviewSession(Session):
    """A session that asks again at its end what was forgotten, and whose questions can be put away.

    ``gone`` are ids whose content is gone; ``waiting`` how many more cards are due behind this session.
    """

    def __init__(
        self, questions: Iterable[Question], judge: Judge, gone: tuple[str, ...] = (), waiting: int = 0
    ) -> None:
        super().__init__(tuple(questions), judge)
        self.gone = gone
        self.waiting = waiting
        self._before: list[_Snapshot] = []

    @property
    def to_come(self) -> int:
        """How many questions are still to be answered, here and behind this session."""
        return len(self._questions) - len(self._outcomes) + self.waiting

    @property
    def undo_card(self) -> str | None:
        """The id of the card that :meth:`undo` is about; None where there is nothing to undo."""
        return self._before[-1].card if self._before else None

    @property
    def undo_outcome(self) -> Outcome | None:
        """The answer that :meth:`undo` takes back; None where it is the putting away of a card."""
        return self._outcomes[-1] if self._before and self._before[-1].is_answer else None

    def answer(self, answer: Answer) -> Outcome:
        """Judge an answer; a wrong one has its question asked again at the end."""
        before = self._snapshot(is_answer=True)
        count = len(self._outcomes)
        outcome = super().answer(answer)
        if len(self._outcomes) > count:
            self._answered(before, outcome)
        return outcome

    def skip(self) -> Outcome:
        """Leave the question unanswered; it counts as forgotten and comes again."""
        before = self._snapshot(is_answer=True)
        outcome = super().skip()
        self._answered(before, outcome)
        return outcome

    def override(self, grade: Grade, rating: int | None = None) -> Outcome | None:
        """Put another grade in the place of the last one; what is right after all is not asked again."""
        changed = super().override(grade, rating)
        if changed is not None and self._before and self._before[-1].is_answer:
            self._questions = self._before[-1].questions
            self._repeat_if_missed(changed)
        return changed

    def _answered(self, before: _Snapshot, outcome: Outcome) -> None:
        self._before.append(before)
        self._repeat_if_missed(outcome)

    def _repeat_if_missed(self, outcome: Outcome) -> None:
        times = sum(question.item.id == outcome.question.item.id for question in self._questions)
        if not outcome.right and times < MOST_TIMES:
            self._questions = (*self._questions, outcome.question)

    def put_away(self) -> str | None:
        """Ask nothing more on the card of the current question (answered or not); return the card's id."""
        question = self.current
        if question is None:
            return None
        before = self._snapshot(is_answer=False)
        done = len(self._outcomes)
        rest = tuple(q for q in self._questions[done:] if q.item.id != question.item.id)
        self._before.append(before)
        self._questions = (*self._questions[:done], *rest)
        self._index = done
        self._peeked = False
        return question.item.id

    def undo(self) -> Outcome | None:
        """Take the last step back: an answer, whose outcome is returned, or the putting away of a card."""
        if not self._before:
            return None
        before = self._before.pop()
        undone = self._outcomes[-1] if before.is_answer else None
        self._questions, self._outcomes = before.questions, list(before.outcomes)
        self._index = len(self._outcomes)
        self._peeked = before.is_answer
        return undone

    def _snapshot(self, *, is_answer: bool) -> _Snapshot:
        question = self.current
        card = question.item.id if question else ""
        return _Snapshot(card, is_answer, self._questions, tuple(self._outcomes))


class Reviewing:
    """The review part of the desk."""

    def __init__(self, desk: Desk, quizzing: Quizzing, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._quizzing = quizzing
        self._clock = clock

    @property
    def _store(self) -> Store:
        return self._desk.store()

    # --- what is to come

    def agenda(self, plan: ReviewPlan | None = None) -> Agenda:
        """Return what there is to review now."""
        plan, now = plan or ReviewPlan(), self._clock()
        with self._desk.lock:
            cards = [card for card in self._store.cards() if self._is_wanted(card, plan.slug)]
            room = max(0, self._desk.settings().new_cards - self._store.new_today(now))
            end = self._store.day_end(now)
        active = [card for card in cards if card.comes_up(now)]
        scheduled = sorted((card for card in active if not card.is_new), key=lambda card: (card.due, card.id))
        due = [card for card in scheduled if _is_due(card, now, end, plan.early)]
        taken = {card.id for card in due}
        later = [card for card in scheduled if card.id not in taken]
        soon = sum(card.due <= now + timedelta(minutes=20) for card in later)
        new = [card for card in active if card.is_new]
        next_due = later[0].due if later else None
        return Agenda(tuple(due), tuple(new[:room]), soon, next_due, next_due - now if next_due else None)

    def _is_wanted(self, card: Card, slug: str) -> bool:
        if not slug:
            return True
        if word := word_of(card.id):
            return any(word in version.text for version in self._desk.article(slug).versions)
        return slug_of(card.id) == slug

    # --- a session

    def session(self, plan: ReviewPlan | None = None) -> ReviewSession:
        """Return a session over what is due, with the new cards of today among it.

        Raises:
            NothingDueError: there is nothing to review, or nothing whose content is still there.
        """
        from reader.quiz.grading import grade

        plan = plan or ReviewPlan()
        rng = random.Random(plan.seed) if plan.seed is not None else self._desk.rng
        agenda = self.agenda(plan)
        cards = _in_order(agenda, plan.limit)
        if not cards:
            raise self._nothing(agenda, plan)
        questions, gone = self._questions(cards, rng)
        if not questions:
            raise NothingDueError(_all_gone(gone))
        ordered = _by_article(questions) if plan.by_article else _mixed(questions, rng)
        return ReviewSession(ordered, grade, gone, agenda.total - len(cards))

    def _questions(self, cards: list[Card], rng: random.Random) -> tuple[list[Question], tuple[str, ...]]:
        rebuilt = self._quizzing.rebuild(card.id for card in cards)
        told = superseded(self._desk.library.articles()[0])
        questions = []
        for card_id, same in rebuilt.questions.items():
            question = rng.choice(at_step(same, self._quizzing.step(card_id)))
            if note := " ".join(told[fact] for fact in _facts_of(card_id) if fact in told):
                question = replace(question, why=f"{note} {question.why}".strip())
            questions.append(question)
        place = {card.id: at for at, card in enumerate(cards)}
        questions.sort(key=lambda question: place[question.item.id])
        return questions, rebuilt.gone

    def _nothing(self, agenda: Agenda, plan: ReviewPlan) -> NothingDueError:
        of = f" in {plan.slug}" if plan.slug else ""
        if agenda.wait is None:
            return NothingDueError(
                f"There is nothing to review{of} yet. Read an article and take its quiz: `dubao quiz SLUG`."
            )
        return NothingDueError(
            f"Nothing is due{of}. The next card comes back in {in_words(agenda.wait)}; "
            "`dubao review --early` asks it now.",
            agenda.wait,
        )

    def slugs(self) -> list[str]:
        """Return the articles that cards ask about, as the library orders them."""
        with self._desk.lock:
            asked = {slug_of(card.id) for card in self._store.cards()}
        return [article.slug for article in self._desk.library.articles()[0] if article.slug in asked]

    # --- cards put away and taken back

    def bury(self, card_id: str) -> None:
        """Don't ask the card again today."""
        with self._desk.lock:
            self._store.bury(card_id, self._clock())

    def suspend(self, card_id: str) -> None:
        """Never ask the card again, until it is resumed."""
        with self._desk.lock:
            self._store.suspend(card_id)

    def mark_known(self, card_id: str) -> None:
        """Never ask the card again because it is known; a word's own state follows."""
        with self._desk.lock:
            self._store.mark_known(card_id, word_of(card_id), self._clock())

    def resume(self, card_id: str) -> None:
        """Ask the card again when it is due."""
        with self._desk.lock:
            self._store.resume(card_id)

    def reset(self, card_id: str) -> None:
        """Forget the card's schedule."""
        with self._desk.lock:
            self._store.reset(card_id, self._clock())

    def undo(self, card_id: str) -> bool:
        """Take the last step back if it was about that card; tell whether it was."""
        with self._desk.lock:
            label = self._store.undo_label
            if self._store.is_read_only or label is None or card_id not in label:
                return False
            self._store.undo()
            return True


def _is_due(card: Card, now: datetime, end: datetime, early: timedelta) -> bool:
    """A card that waits for days comes with its day, one that is being learnt at its minute."""
    from reader.review.card import Phase

    by = end if card.phase is Phase.REVIEW else now
    return card.due <= max(by - timedelta(microseconds=1), now + early)


def _in_order(agenda: Agenda, limit: int) -> list[Card]:
    """The longest overdue first; new cards have at least a third of the places."""
    new = list(agenda.new)[: max(limit // 3, limit - len(agenda.due))]
    return [*agenda.due[: limit - len(new)], *new]


def _facts_of(card_id: str) -> list[str]:
    parts = card_id.split("/")
    if parts[0] != "fact" or len(parts) < 3:
        return []
    return [f"{parts[1]}/{fact}" for fact in parts[2].split("+")]


def _by_article(questions: list[Question]) -> list[Question]:
    slugs = list(dict.fromkeys(question.item.article for question in questions))
    return sorted(questions, key=lambda question: slugs.index(question.item.article))


def _mixed(questions: list[Question], rng: random.Random) -> list[Question]:
    """Shuffled, but two questions on one fact or word stand apart where that is possible."""
    left = rng.sample(questions, len(questions))
    ordered: list[Question] = []
    while left:
        subjects = {_subject(question) for question in ordered[-4:]}
        following = next((q for q in left if _subject(q) not in subjects), left[0])
        left.remove(following)
        ordered.append(following)
    return ordered


def _subject(question: Question) -> str:
    return question.item.word or question.item.id.rpartition("/")[0]


def have_no_question(count: int) -> str:
    """Say of so many cards that nothing can be asked on them."""
    cards = "1 card has" if count == 1 else f"{count} cards have"
    return f"{cards} no question in the texts there are now."


def _all_gone(gone: tuple[str, ...]) -> str:
    return (
        f"What is due has no question in the texts there are now ({', '.join(gone[:3])}"
        f"{' …' if len(gone) > 3 else ''}). The cards are kept; where a text was deleted, import it again."
    )


def in_words(wait: timedelta) -> str:
    """Say a span of time in its largest unit: "10 minutes", "3 days"."""
    minutes = max(1, round(wait.total_seconds() / 60))
    for unit, size in (("day", 1440), ("hour", 60)):
        if minutes >= size * 1.5 or minutes == size:
            count = round(minutes / size)
            return f"{count} {unit}" + ("s" if count != 1 else "")
    return f"{minutes} minute" + ("s" if minutes != 1 else "")


__all__ = ["ANY_TIME", "Agenda", "ReviewPlan", "ReviewSession", "Reviewing", "have_no_question", "in_words"]
