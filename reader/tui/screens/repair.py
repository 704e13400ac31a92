"""Mend the word under the cursor: split it, join it, give it another reading or gloss. Holds in all texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.chinese.token import Token
from reader.errors import DubaoError
from reader.tui.keys import key
from reader.tui.rows import styled
from reader.tui.screens.base import BaseDialog, too_small
from reader.tui.widgets.paging import PagedList

if TYPE_CHECKING:
    from reader.chinese.repairs import Repair, Repairs
    from reader.study import Study

_MOST_READINGS = 4
_AROUND = 3  # words on either side that may have been one word with this


@dataclass(frozen=True, slots=True)
class Mending:
    """The word to mend and its neighbours in the text; None where there is no word.

    ``around`` are the runs of words that it stands in, the shortest first: one of them may have been split.
    """

    token: Token
    before: Token | None = None
    after: Token | None = None
    around: tuple[tuple[str, ...], ...] = ()

    @property
    def together(self) -> tuple[str, ...]:
        """The words that a reading of a single character is kept for: 为 with what stands beside it.

        Characters with several readings have them by their neighbours; a word has its own anywhere.
        """
        if len(self.token.surface) > 1:
            return ()
        if self.after:
            return (self.token.surface, self.after.surface)
        return (self.before.surface, self.token.surface) if self.before else ()

    def beside(self, pinyin: str) -> str:
        """Return the pinyin of :attr:`together` with this one for the character."""
        if self.after:
            return f"{pinyin} {self.after.pinyin}"
        return f"{self.before.pinyin if self.before else ''} {pinyin}"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to mend the word: the key that takes it, what it says, and what it does.

    ``asks`` names what has to be typed first (``pinyin`` or ``gloss``); None: it is done at once.
    """

    key: str
    said: Content
    done: Callable[[], object] | None = None
    asks: str | None = None


class RepairScreen(BaseDialog[str]):
    """Closes with a sentence on what was mended, "" where nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", "Back", "Change nothing, or back to the list", "repair.back"),
        *(
            key(
                sign,
                f"take('{sign}')",
                "Take",
                "Take the way with this sign",
                f"repair.take_{sign}",
                show=False,
            )
            for sign in "123456789bnpgu"
        ),
    ]

    def __init__(self, study: Study, mending: Mending) -> None:
        super().__init__()
        self._study = study
        self._mending = mending
        self._ways: list[Way] = []
        self._asked: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        token = self._mending.token
        with Vertical(classes="dialog"):
            title = styled(("Mend ", "bold"), (token.surface, "bold $accent"), f"  {token.pinyin}")
            yield Static(title, classes="dialog-title", markup=False)
            yield PagedList(id="repair-list", markup=False)
            yield Input(id="repair-input")
            yield Static("", id="repair-problem", markup=False)
            yield Static("", id="repair-hint", classes="dialog-hint", markup=False)
        yield too_small()

    def on_mount(self) -> None:
        """Fetch what can be done with the word."""
        self.query_one(Input).display = False
        self._say_hint()
        self.in_background(self._find_ways, self._show_ways, group="ways", otherwise=self._refuse)

    # --- the ways

    def _find_ways(self) -> list[Way]:
        from reader.study.repairing import splits

        token, study = self._mending.token, self._study
        repairing = study.repairing
        likely = tuple(study.dictionary.parts(token.surface))
        ways_to_split = splits(token.surface, study.dictionary.has)
        ways_to_split.sort(key=lambda way: way != likely)
        done: list[tuple[Content, Callable[[], object]]] = [
            (styled("Split: ", (" | ".join(way), "bold")), partial(repairing.split, way))
            for way in ways_to_split
        ]
        readings = self._other_readings()
        if together := self._mending.together:
            done += [
                (
                    styled("Read it ", (pinyin, "bold"), f" in {''.join(together)}"),
                    partial(repairing.mend_beside, together, self._mending.beside(pinyin)),
                )
                for pinyin in readings
            ]
        everywhere = " everywhere" if together else ""
        done += [
            (
                styled("Read it ", (pinyin, "bold"), everywhere),
                partial(repairing.mend, token.surface, pinyin=pinyin),
            )
            for pinyin in readings
        ]
        ways = [Way(str(number), said, do) for number, (said, do) in enumerate(done[:9], 1)]
        for sign, words, where in self._joins():
            said = styled(f"Join with the word {where}: ", ("".join(words), "bold"))
            ways.append(Way(sign, said, partial(repairing.join, words)))
        ways.append(Way("p", styled("Type its pinyin"), asks="pinyin"))
        ways.append(Way("g", styled("Type a gloss of your own"), asks="gloss"))
        if mended := self._mended_before(repairing.repairs):
            said = styled("Undo my repair of ", (mended, "bold"))
            ways.append(Way("u", said, partial(repairing.undo, mended)))
        return ways

    def _mended_before(self, held: Repairs) -> str:
        """Return the stretch of the repair that made this word what it is, "" where none did."""
        for text in (self._mending.token.surface, "".join(self._mending.together)):
            if held.get(text):
                return text
        for words in self._mending.around:
            repair = held.get("".join(words))
            if repair is not None and repair.words == words:
                return repair.text
        return ""

    def _other_readings(self) -> list[str]:
        token = self._mending.token
        entries = self._study.entries(token)
        lower = dict.fromkeys(e.pinyin for e in entries if len(e.syllables) == len(token.surface))
        return [pinyin for pinyin in lower if pinyin.lower() != token.pinyin.lower()][:_MOST_READINGS]

    def _joins(self) -> list[tuple[str, list[str], str]]:
        before, token, after = self._mending.before, self._mending.token, self._mending.after
        joins = [("b", [before.surface, token.surface], "before")] if before else []
        return joins + ([("n", [token.surface, after.surface], "behind")] if after else [])

    def _show_ways(self, ways: list[Way]) -> None:
        self._ways = ways
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(styled((f"{way.key}  ", "$quiet")) + way.said, id=way.key) for way in ways)
        options.highlighted = 0
        options.focus()

    def _refuse(self, error: DubaoError) -> None:
        self.query_one("#repair-problem", Static).update(styled((str(error), "$error")))

    def _say_hint(self) -> None:
        keys = {
            None: "Sign or ↑↓ Enter mend   Esc back",
            "pinyin": "Like bólǐ or bo2li3; a capital makes it a name.   Enter keep   Esc back",
            "gloss": "A short one in English.   Enter keep   Esc back",
        }
        self.query_one("#repair-hint", Static).update(f"{keys[self._asked]}\nIt holds in all your texts.")

    # --- keys

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter and a click take the way."""
        if event.option_id is not None:
            self.action_take(event.option_id)

    def action_take(self, sign: str) -> None:
        """Mend the word in this way, or ask for what has to be typed."""
        way = next((way for way in self._ways if way.key == sign), None)
        if way is None:
            return
        if way.asks:
            self._ask(way.asks)
        elif way.done is not None:
            undoing = sign == "u"
            self.in_background(
                way.done, partial(self._mended, undoing=undoing), group="mend", otherwise=self._refuse
            )

    def _ask(self, what: str) -> None:
        self._asked = what
        token = self._mending.token
        self.query_one(OptionList).display = False
        field = self.query_one(Input)
        field.value = token.pinyin if what == "pinyin" else token.gloss or ""
        field.display = True
        field.focus()
        self._say_hint()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what was typed."""
        message.stop()
        typed, what = message.value.strip(), self._asked
        if not typed or what is None:
            self.action_leave()
            return
        self.in_background(
            partial(self._keep, what, typed), self._mended, group="mend", otherwise=self._refuse
        )

    def _keep(self, what: str, typed: str) -> Repair:
        surface, repairing = self._mending.token.surface, self._study.repairing
        if what == "gloss":
            return repairing.mend(surface, gloss=typed)
        if together := self._mending.together:
            return repairing.mend_beside(together, self._mending.beside(typed))
        return repairing.mend(surface, pinyin=typed)

    def _mended(self, repair: Repair | None, undoing: bool = False) -> None:
        if repair is None:
            self.dismiss("")
            return
        text = repair.text
        if undoing:
            said = f"{text} is as it was before your repair."
        elif len(repair.words) > 1 and repair.pinyin:
            said = f"{text} is read {repair.pinyin} in all texts now."
        elif len(repair.words) > 1:
            said = f"{' | '.join(repair.words)} are words of their own in all texts now."
        else:
            told = [text, repair.pinyin or "", f"“{repair.gloss}”" if repair.gloss else ""]
            said = f"{' '.join(part for part in told if part)} is one word in all texts now."
        self.dismiss(said)

    def action_leave(self) -> None:
        """Go back to the list, or to the text."""
        if self._asked is None:
            self.dismiss("")
            return
        self._asked = None
        self.query_one("#repair-problem", Static).update("")
        self.query_one(Input).display = False
        options = self.query_one(OptionList)
        options.display = True
        options.focus()
        self._say_hint()


def mending_at(tokens: Sequence[Token], index: int) -> Mending | None:
    """Return what to mend at a token: a word or a name of Chinese characters; None for anything else."""
    from reader.chinese.token import Kind
    from reader.text import is_han

    def word_at(place: int) -> Token | None:
        token = tokens[place] if 0 <= place < len(tokens) else None
        if token is None or token.kind not in (Kind.WORD, Kind.NAME):
            return None
        return token if all(map(is_han, token.surface)) else None

    token = word_at(index)
    if token is None:
        return None
    runs = [(a, b) for a in range(index - _AROUND, index + 1) for b in range(index + 1, index + _AROUND + 2)]
    around = []
    for first, behind in sorted(runs, key=lambda run: run[1] - run[0]):
        words = [word.surface for word in map(word_at, range(first, behind)) if word is not None]
        if len(words) == behind - first > 1:
            around.append(tuple(words))
    return Mending(token, word_at(index - 1), word_at(index + 1), tuple(around))
