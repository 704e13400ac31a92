"""The kinds of questions, and the groups that people know them by. Loads nothing else."""

from __future__ import annotations

NUMBER_KINDS = frozenset(
    {"recall", "choose", "subject", "bound", "measure", "compare", "order", "sequence", "convert"}
    | {"to chinese", "value", "reading", "figure gap"}
)
COMPREHENSION_KINDS = frozenset(
    {"who", "what", "where", "when", "why", "how", "truth", "title", "paragraph", "which article", "match"}
    | {"date gap", "name gap", "events"}
)
WORD_KINDS = frozenset({"meaning", "word reading", "character", "gap", "seen"})
#: Every kind of question there is.
KINDS = NUMBER_KINDS | COMPREHENSION_KINDS | WORD_KINDS
#: The names of groups of kinds, for people and for the command line.
GROUPS: dict[str, frozenset[str]] = {
    "figures": NUMBER_KINDS,
    "comprehension": COMPREHENSION_KINDS,
    "words": WORD_KINDS,
}
