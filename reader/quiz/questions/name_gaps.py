"""Names taken out of their sentences: persons, places, organisations and projects of the text itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.articles.article import Sentence
from reader.chinese.token import Kind, Token
from reader.quiz.item import AnswerForm, Item, Option, Refusal
from reader.quiz.name_classes import NameClass, class_of
from reader.quiz.phrases import GAP, gapped, is_bare
from reader.quiz.questions.making import WRONG, Made, choice, masked_word, typed
from reader.quiz.source import Source
from reader.quiz.worth import is_torn
from reader.text import is_han

#: What begins so is hardly a name, whatever it was taken for: 上半场, 本赛季, 后山.
_NO_NAMES = frozenset("上下前后後本全每各第这這那某")
_LENGTH = range(2, 7)
_BYLINE = re.compile(r"(记者|記者|通讯员|通訊員|编辑|編輯|摄影|攝影|作者|文/|图/|圖/)[ 　:：]*$")
#: A line as short as this with a reporter's name in it is a byline.
_SHORT = 16


@dataclass
class _Name:
    """A name at its first place, with the tokens beside it wherever it stands. ``gloss`` is "" for none."""

    token: Token
    gloss: str
    beside: list[tuple[Token, ...]] = field(default_factory=list)
    named: NameClass = NameClass.OTHER


def name_gaps(source: Source, rng: random.Random) -> Made:
    """Take each name out of its sentence; the wrong ones are names of its class in the text, as long."""
    if source.annotated is None:
        return
    names: dict[str, _Name] = {}
    tokens = source.annotated.tokens
    for place, token in enumerate(tokens):
        if token.kind is not Kind.NAME or not _may_be_name(token.surface):
            continue
        before, behind = tokens[max(0, place - 1) : place], tokens[place + 1 : place + 2]
        if is_torn(token, *before, *behind):
            yield Refusal(_item(source, token.surface).id, "It may be only a part of a longer name.")
            continue
        name = names.setdefault(token.surface, _Name(token, _gloss(source, token)))
        name.beside.append((*before, *behind))
    for surface, name in names.items():
        name.named = _class(surface, name)
    for surface, name in names.items():
        yield from _name_gap(source, surface, name, names, rng)


def _may_be_name(surface: str) -> bool:
    return len(surface) in _LENGTH and all(map(is_han, surface)) and surface[0] not in _NO_NAMES


def _gloss(source: Source, token: Token) -> str:
    written = source.article.glossary.get(token.surface)
    return written.gloss if written else token.gloss or ""


def _class(surface: str, name: _Name) -> NameClass:
    found = [class_of(surface, name.gloss, beside) for beside in name.beside]
    return next((one for one in found if one is not NameClass.OTHER), NameClass.OTHER)


def _item(source: Source, name: str) -> Item:
    slug = source.article.slug
    return Item(f"name/{slug}/{name}/gap", "name gap", slug, word=name)


def _name_gap(source: Source, surface: str, name: _Name, names: dict[str, _Name], rng: random.Random) -> Made:
    item = _item(source, surface)
    sentence = source.sentence_at(name.token.start)
    problem = _problem(source, surface, name, sentence)
    if problem or sentence is None:
        yield Refusal(item.id, problem)
        return
    start = name.token.start - sentence.start
    spans = [(at, at + len(surface)) for at in _places(sentence.text, surface)]
    asked = next((place for place, span in enumerate(spans) if span[0] == start), 0)
    text = gapped(sentence.text, spans, asked)
    if is_bare(text):
        yield Refusal(item.id, "Too little stands around the gap.")
        return
    others = [other for other in names if _may_stand(surface, name, other, names[other], sentence)]
    taken = rng.sample(others, WRONG) if len(others) >= WRONG else []
    wrong = [Option(other, "", "another name of the text", "Another name of the text.") for other in taken]
    said = "几个空填同一个名字。" if text.count(GAP) > 1 else ""
    asked_choice = choice(
        item, f"根据文章，空里是哪个名字？{said}{text}", "Which name goes in the gap?",
        Option(surface), wrong, source.proof(sentence, *spans[asked]), rng,
    )  # fmt: skip
    if wrong:
        yield asked_choice
    else:
        yield Refusal(f"{item.id}/choice", "The text has no two other names of its kind; it is typed.")
    yield from typed(asked_choice, AnswerForm.TEXT, masked_word(surface))


def _problem(source: Source, surface: str, name: _Name, sentence: Sentence | None) -> str:
    if sentence is None or surface in source.version.title or surface not in sentence.text:
        return "The title tells the name."
    if name.named is NameClass.OTHER and not name.gloss:
        return "It is not sure that it is a name."
    if name.named is NameClass.PLACE and not name.gloss and _is_counted(name):
        return "It is not sure that it is a name."
    if _is_byline(sentence.text, name.token.start - sentence.start):
        return "It only says who wrote the article."
    return ""


def _is_counted(name: _Name) -> bool:
    """Tell whether it is counted, or described: 那座沙山, 高高的雪山 are no names."""
    before = [beside[0] for beside in name.beside if beside and beside[0].end == name.token.start]
    return any(token.surface.endswith(_COUNTS) for token in before)


_COUNTS = tuple("座条條个個片道的这這那")


def _may_stand(surface: str, name: _Name, other: str, another: _Name, sentence: Sentence) -> bool:
    """Tell whether another name may stand beside one: of its class and length, with no character of it."""
    return (
        name.named is another.named is not NameClass.OTHER
        and len(other) == len(surface)
        and other not in sentence.text
        and not set(other) & set(surface)
    )


def _is_byline(text: str, start: int) -> bool:
    return bool(_BYLINE.search(text[:start])) and ("报讯" in text or "報訊" in text or len(text) < _SHORT)


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))
