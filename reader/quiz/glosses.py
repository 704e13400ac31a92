"""What a word means, said in one line: the senses of its entry, those beside the point left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quiz.senses import says_nearly

#: So many letters fit an option; so many senses are enough to say what a word means.
MOST_LETTERS, MOST_SENSES = 52, 4
_MEASURES = re.compile(r"\s*\(?CL:[^;,)]*\)?")
#: What stands in front of a sense: what it is said of, or by whom.
_LABELS = re.compile(r"^(?:\([^()]*\)\s*|fig\. )+(?=\S)")
#: Senses that are left out where others are left: of few people, or of times gone by.
_RARE = re.compile(
    r"^(?:\([^()]*\)\s*)*\([^()]*\b(?:slang|dialect|archaic|old|literary|computing|vulgar|coll\.?|Internet|fig\.?|chess|golf|"
    r"medicine|botany|zoology|math\.?|Buddhism|onom\.?)(?!\w)[^()]*\)|^fig\. |\barchaic\b|^\(of a person\)"
)
#: Remarks on how a word is used, which say nothing of what it means.
_USAGE = re.compile(r"\s*\((?:usu|usually|often|e\.g|esp|typically|loanword|also|i\.e)\b[^()]*\)")
#: Senses that only point elsewhere, or tell how a word is written or read.
_POINTS = re.compile(
    r"^(?:\([^()]*\)\s*)?(?:\w+ ){0,2}variant of|^also (?:pr|written|called)|^abbr|^see |^same as|^opposite:|"
    r"^used (?:in|for|as)|^surname|^short for|^classifier|^\(indicates|^bound form"
)
#: A remark with Chinese in it: direct (opposite: indirect 间接).
_IN_HAN = re.compile(r"\s*\([^()]*[\u3400-\u9fff][^()]*\)")
_HAN = re.compile(r"[\u3400-\u9fff]")


def telling(senses: Sequence[str]) -> list[str]:
    """Return the senses that say what a word means, without labels; rare ones where there are no others."""
    bare = [_USAGE.sub("", _IN_HAN.sub("", _MEASURES.sub("", sense))).strip() for sense in senses]
    found = [sense for sense in bare if not _POINTS.search(sense)]
    found = [sense for sense in found if sense and not _HAN.search(sense)]
    common = [sense for sense in found if not _RARE.search(sense)]
    return [plain for sense in common or found if (plain := _LABELS.sub("", sense).strip())]


def said(senses: Sequence[str], meant: str = "") -> str:
    """Return the first senses in one line, "" where none says anything.

    ``meant`` is what it means here, a sense or in other words; it comes first.
    """
    found = telling(senses)
    start = meant.rstrip("…")
    if start and not any(sense.startswith(start) for sense in found) and not meant.endswith("…"):
        found.insert(0, meant)
    found.sort(key=lambda sense: not (start and sense.startswith(start)))
    line = ""
    for sense in _parted(found)[:MOST_SENSES]:
        if sense in line:
            continue  # for the first time; the first time
        longer = f"{line}; {sense}" if line else sense
        if len(longer) > MOST_LETTERS and line:
            break
        line = longer
    return line


def is_all_said(line: str, senses: Sequence[str]) -> bool:
    """Tell whether a line says all that a word can mean: what it leaves out is near to something in it."""
    if senses and all(_RARE.search(sense) or _POINTS.search(sense) for sense in senses):
        return False  # 种草 is said of goods on the web, and of grass in a garden
    return all(sense in line or says_nearly(sense, line) for sense in _parted(telling(senses)))


def _parted(senses: Sequence[str]) -> list[str]:
    """Return senses cut at their semicolons, each once."""
    return list(dict.fromkeys(part.strip() for sense in senses for part in sense.split(";") if part.strip()))
