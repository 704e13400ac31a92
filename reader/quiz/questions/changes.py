"""Whether something grew by a figure or to it: 增加了 and 增加到."""

from __future__ import annotations

import random
import re

from reader.quiz.figures import stated_in_text
from reader.quiz.item import Item
from reader.quiz.phrases import GAP, gapped, quoted
from reader.quiz.questions.making import Made
from reader.quiz.questions.truth import claim_question
from reader.quiz.source import Source

_CHANGE = re.compile(r"(?:增加|增长|提高|提升|上升|上涨|扩大|减少|下降|降低|缩短|下跌)(?P<how>了|到|至)$")
_SWAPPED = {"了": "到", "到": "了", "至": "了"}


def change_claims(source: Source, _: random.Random) -> Made:
    """State 增加到 where the text says 增加了, and the other way about; and each as it stands."""
    for stated in stated_in_text(source):
        text = stated.sentence.text
        match = _CHANGE.search(text[: stated.start])
        if match is None or _compares(text[: match.start()]):
            continue
        slug = source.article.slug
        base = f"fact/{slug}/{stated.fact.id}" if stated.fact else f"figure/{slug}/{stated.words}"
        item = Item(f"{base}/change", "truth", slug, stated.fact.id if stated.fact else "")
        said, place = match["how"], match.start("how")
        clause = gapped(text, [(match.start(), stated.end)], 0)
        proof = source.proof(stated.sentence, match.start(), stated.end)
        why = f"文中写的是“{text[match.start() : stated.end]}”。"
        for how, mistake in (
            (said, None),
            (_SWAPPED[said], f"{match[0][:-1]}{_SWAPPED[said]} for {match[0]}"),
        ):
            words = text[match.start() : place] + how + text[place + 1 : stated.end]
            claim = quoted(clause.replace(GAP, words, 1).strip("…").rstrip("，；：、"))
            yield claim_question(item, claim, f"The article says: {claim}", mistake, proof, why)


def _compares(before: str) -> bool:
    """Tell whether what stands before the verb allows one of 了 and 到 only: 比去年增加了, 由9人增加到."""
    clause = re.split("[，。；：]", before)[-1]
    return any(word in clause for word in "比由从")
