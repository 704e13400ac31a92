"""``dubao review``: what is due today, on the screen or in plain lines."""

from __future__ import annotations

import argparse
from datetime import timedelta

from reader.cli.context import Context
from reader.cli.plain import Letters, run_plain
from reader.errors import UsageError
from reader.study import Study
from reader.study.keeping import STANDS
from reader.study.reviewing import ANY_TIME, MOST_CARDS, ReviewPlan, ReviewSession, have_no_question

_ACTIONS = ("bury", "suspend", "known", "resume", "reset")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("--plain", action="store_true", help="plain lines, for pipes and screen readers")
    parser.add_argument("--seed", type=int, metavar="N", help="fix the order of the questions")
    parser.add_argument(
        "--early", type=float, nargs="?", const=ANY_TIME.days, default=0.0, metavar="DAYS",
        help="also what falls due within so many days (without a number: whatever comes next)",
    )  # fmt: skip
    parser.add_argument("--article", metavar="SLUG", default="", help="only what this article asks")
    parser.add_argument("--by-article", action="store_true", help="article after article instead of a mix")
    parser.add_argument("--limit", type=int, metavar="N", default=MOST_CARDS, help="at most so many cards")
    parser.add_argument("--count", action="store_true", help="only say how much there is to review")
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")
    parser.add_argument("--fit", action="store_true", help="fit the schedule to your answers so far")
    said = {
        "bury": "don't ask this card again today",
        "suspend": "never ask this card, until --resume",
        "known": "I know this: never ask it, until --resume",
        "resume": "ask this card again when it is due",
        "reset": "forget this card's schedule",
    }
    for name in _ACTIONS:
        parser.add_argument(f"--{name}", metavar="ID", help=said[name])


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Review, or do one thing with a card."""
    study = context.study
    for name in _ACTIONS:
        if card_id := getattr(arguments, name):
            return _act(name, card_id, context)
    if arguments.fit:
        context.print(f"The schedule follows {study.progressing.fit()} answers from now on.")
        return 0
    plan = _plan(arguments, study)
    if arguments.count or arguments.json:
        return _print_agenda(plan, arguments.json, context)
    if arguments.plain:
        return _review_plain(plan, context)
    from reader.cli.screen import open_review

    return open_review(context, plan)


def _plan(arguments: argparse.Namespace, study: Study) -> ReviewPlan:
    if not 0 <= arguments.early <= ANY_TIME.days:
        raise UsageError("--early takes a number of days, 0 or more.")
    if arguments.limit < 1:
        raise UsageError("--limit must be 1 or more.")
    slug = study.article(arguments.article).slug if arguments.article else ""
    early = timedelta(days=arguments.early)
    return ReviewPlan(early, slug, arguments.by_article, arguments.limit, arguments.seed)


def _act(name: str, card_id: str, context: Context) -> int:
    study = context.study
    if study.store.card(card_id) is None:
        raise UsageError(f"There is no card {card_id}. `dubao review --json` lists those that are due.")
    action = study.reviewing.mark_known if name == "known" else getattr(study.reviewing, name)
    action(card_id)
    context.print(f"{card_id}: {_DONE[name]}")
    return 0


_DONE = {
    "bury": "not again today.",
    "suspend": "suspended; `dubao review --resume ID` asks it again.",
    "known": "known; `dubao review --resume ID` asks it again.",
    "resume": "asked again when it is due.",
    "reset": "new again.",
}


def _print_agenda(plan: ReviewPlan, as_json: bool, context: Context) -> int:
    agenda = context.study.reviewing.agenda(plan)
    if as_json:
        context.print_json(
            {
                "schema": 1,
                "due": [{"id": card.id, "due": card.due.isoformat()} for card in agenda.due],
                "new": [card.id for card in agenda.new],
                "soon": agenda.soon,
                "next_due": agenda.next_due.isoformat() if agenda.next_due else None,
            }
        )
    else:
        context.print(f"{len(agenda.due)} due, {len(agenda.new)} new.")
    return 0


def _review_plain(plan: ReviewPlan, context: Context) -> int:
    study = context.study
    _offer_fit(study, context)
    session = study.reviewing.session(plan)
    context.tell_notices()
    if session.gone:
        context.print(f"{have_no_question(len(session.gone))} {', '.join(session.gone)}")
        context.print("They are kept; where a text was deleted, import it again.")
    context.print(f"{session.to_come} to review. Also: u undoes, b not today, x never, k I know it, r reset.")
    status = run_plain(session, study, context, _letters(session, study))
    left = study.reviewing.agenda(plan).total
    if left and not session.current:
        context.print(f"{left} more to review; `dubao review` goes on.")
    return status


def _offer_fit(study: Study, context: Context) -> None:
    if study.progressing.may_fit and not study.store.weights():
        context.print("There are answers enough to fit the schedule to you: `dubao review --fit`.")


def _letters(session: ReviewSession, study: Study) -> Letters:
    reviewing = study.reviewing

    def undo() -> str:
        card_id = session.undo_card
        if card_id is None:
            return "There is nothing to undo."
        outcome = session.undo_outcome
        is_undone = study.undo_answer(outcome) if outcome else reviewing.undo(card_id)
        session.undo()
        return "Undone." if is_undone else STANDS

    def put_away(action: str, said: str) -> str:
        question = session.current
        assert question is not None, "letters are read only while a question is open"
        getattr(reviewing, action)(question.item.id)
        session.put_away()
        return said

    return {
        "u": undo,
        "b": lambda: put_away("bury", "Not again today."),
        "x": lambda: put_away("suspend", "Suspended."),
        "k": lambda: put_away("mark_known", "Known; it won't be asked again."),
        "r": lambda: put_away("reset", "Forgotten; it comes again as new."),
    }
