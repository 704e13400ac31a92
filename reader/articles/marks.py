"""The light marks of content prose: ``[words](fact-id)``, which may stand inside one another."""

from __future__ import annotations

import re

from reader.articles.article import Mark

_TARGET = re.compile(r"\(([^()\[\]]*)\)")
_SIGNS = re.compile(r"[\[\]\\]")
_ESCAPED = ("[", "]", "\\")
#: What a fact may be called.
FACT_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class MarkError(ValueError):
    """A mark that is not well formed; the message says which and how to mend it."""


def read_marks(line: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a marked sentence's plain text and its marks, in the order in which they begin.

    A bracket behind a backslash is a bracket of the text: ``\\[1\\]``.

    Raises:
        MarkError: a bracket has no partner, or a mark names no fact.
    """
    if not _SIGNS.search(line):
        return line, ()
    plain: list[str] = []
    open_starts: list[int] = []
    marks: list[Mark] = []
    position = 0
    while position < len(line):
        character = line[position]
        position += 1
        if character == "\\" and line[position : position + 1] in _ESCAPED:
            plain.append(line[position])
            position += 1
        elif character == "[":
            open_starts.append(len(plain))
        elif character == "]":
            if not open_starts:
                raise MarkError("A “]” has no “[” before it; take it out or add its partner.")
            position, facts = _read_target(line, position)
            start = open_starts.pop()
            if start == len(plain):
                raise MarkError(f"The mark of {', '.join(facts)} holds no words; put it round the words.")
            marks += [Mark(fact, start, len(plain)) for fact in facts]
        else:
            plain.append(character)
    if open_starts:
        raise MarkError("A “[” has no “](fact-id)” behind it; close the mark.")
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _read_target(line: str, position: int) -> tuple[int, list[str]]:
    match = _TARGET.match(line, position)
    if match is None:
        if line[position:].lstrip().startswith(("（", "(")):
            raise MarkError("Behind “]” write a plain “(” at once: [words](fact-id).")
        raise MarkError("Behind “]” stands no “(fact-id)”; name the fact that the words state.")
    facts = [fact.strip() for fact in match[1].split(",")]
    for fact in facts:
        if not FACT_ID.fullmatch(fact):
            raise MarkError(f"“{fact}” is no fact id; ids are small letters, digits and hyphens.")
    return match.end(), facts


def write_marks(text: str, marks: tuple[Mark, ...]) -> str:
    """Return the sentence with its marks written into it; the opposite of :func:`read_marks`."""
    if not marks:
        return _SIGNS.sub(r"\\\g<0>", text)
    ends: dict[int, list[Mark]] = {}
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    pieces: list[str] = []
    for offset in range(len(text) + 1):
        # Inner marks close first: those that began last.
        closing = sorted(ends.get(offset, ()), key=lambda mark: -mark.start)
        pieces += [f"]({mark.fact})" for mark in closing]
        pieces += ["[" for _ in starts.get(offset, ())]
        pieces.append(_escaped(text[offset : offset + 1]))
    return "".join(pieces)


def _escaped(character: str) -> str:
    return "\\" + character if character in _ESCAPED else character
