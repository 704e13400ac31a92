"""Which part of a page each printed line plays, decided for the whole page at once.

What is seen of a line (``observing``) speaks for some roles and against others; so does what stands before
it. The reading of the page that all of it together speaks for most is found as the best path through the
lines (Viterbi). The weights were learned from pages whose parts are known.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from reader.articles.importing.newspaper.certain import ROLES
from reader.articles.importing.newspaper.lines import Line
from reader.articles.importing.newspaper.observing import Seen, observe

_HEAD = "ZEkhQ"
_ENDS = "PpQRCcBb"
#: What may stand below each role; "" is the top of the page.
_BELOW = {
    "": "ZEkhPRT",
    "Z": "kh",
    "E": "ekhZ",
    "e": "ekhZ",
    "k": "kh",
    "h": "gdaDTPRU",
    "g": "gdaDTPRU",
    "d": "daDTPRU",
    "a": "adDTPRU",
    "D": "P",
    "T": "tTdaDPRU" + _HEAD,
    "t": "tTdaDPRU" + _HEAD,
    "P": "pPRUCVB" + _HEAD,
    "p": "pPRUCVB" + _HEAD,
    "Q": "pPRUCVB" + _HEAD,
    "R": "RPUCB" + _HEAD,
    "C": "cCPRUB" + _HEAD,
    "c": "cCPRUB" + _HEAD,
    "V": "vVp",
    "v": "vVp",
    "U": "PRCU",
    "B": "bBCUPR" + _HEAD,
    "b": "bBCUPR" + _HEAD,
}
SIZE = len(ROLES)
_NUMBER = {role: number for number, role in enumerate(ROLES)}
#: By the number of a role, those of the roles that may stand above it.
ABOVE = [[ROLES.index(one) for one in ROLES if role in _BELOW[one]] for role in ROLES]
FIRST = [ROLES.index(role) for role in _BELOW[""]]
#: Below a line with this role a page may end; a page that ends otherwise is torn.
LAST = [ROLES.index(role) for role in _ENDS + "hgTtUdD"]
_NEVER = -1e9
#: What the words of headings above one another tell, and how much it counts beyond what was learned.
_TOLD, _BY_WORDS = {"m": "h", "s": "g"}, 200.0

#: By the name of an observation a number for each role; by that of a seam ("t…") one for each two roles.
Weights = dict[str, list[float]]
#: Made by :mod:`reader.articles.importing.newspaper.training.train`.
WEIGHTS_FILE = Path(__file__).with_name("weights.gz")


def roles_of(lines: list[Line], is_parted: list[bool]) -> str:
    """Return the role of each line, one letter each."""
    return best_path(observe(lines, is_parted), _weights(), _BY_WORDS) if lines else ""


def is_path(roles: str) -> bool:
    """Tell whether these roles may follow one another on a page."""
    return all(role in _BELOW[above] for above, role in zip(("", *roles), roles, strict=False))


def best_path(seen: list[Seen], weights: Weights, by_words: float = 0.0) -> str:
    """Return the roles that what is seen speaks for most; ``by_words`` more for what headings tell."""
    own = [_of_line(one, weights, by_words) for one in seen]
    scores = [own[0][role] if role in FIRST else _NEVER for role in range(SIZE)]
    came: list[list[int]] = []
    steps = weights.get("t", [0.0] * SIZE * SIZE)
    for at in range(1, len(own)):
        here = weights.get("t" + seen[at].seam)
        both = [a + b for a, b in zip(steps, here, strict=True)] if here else steps
        now, back = [], []
        for role in range(SIZE):
            reached = [(scores[above] + both[above * SIZE + role], above) for above in ABOVE[role]]
            best, above = max(reached)
            now.append(best + own[at][role])
            back.append(above)
        scores = now
        came.append(back)
    return _traced(scores, came)


def _of_line(one: Seen, weights: Weights, by_words: float) -> list[float]:
    own = _sum(one.names, weights)
    if one.told in _TOLD:
        own[_NUMBER[_TOLD[one.told]]] += by_words
    for banned in one.never:
        own[_NUMBER[banned]] = _NEVER
    return own


def _traced(scores: list[float], came: list[list[int]]) -> str:
    """Go back along the best path from its last role."""
    role = max(LAST, key=lambda last: scores[last])
    path = [role]
    for back in reversed(came):
        role = back[role]
        path.append(role)
    return "".join(ROLES[role] for role in reversed(path))


def _sum(names: list[str], weights: Weights) -> list[float]:
    total = [0.0] * SIZE
    for name in names:
        row = weights.get(name)
        if row:
            total = [a + b for a, b in zip(total, row, strict=True)]
    return total


@cache
def _weights() -> Weights:
    """Read the weights: a line each, the observation's name and a number for each role (or pair of roles)."""
    weights: Weights = {}
    for row in gzip.decompress(WEIGHTS_FILE.read_bytes()).decode("utf-8").splitlines():
        name, _, numbers = row.partition("\t")
        weights[name] = list(map(float, numbers.split(" ")))
    return weights
