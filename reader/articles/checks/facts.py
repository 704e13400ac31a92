"""Whether facts, marks, glossary and answers belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.articles.article import Fact, FactQuestion, Sentence
from reader.articles.checks.checked import FULLEST, Checked, marked_words, marks
from reader.articles.marks import FACT_ID
from reader.articles.versions import FILES, Complaint


def facts_known(checked: Checked) -> Iterator[Complaint]:
    """A mark names a fact of article.toml."""
    known = {fact.id for fact in checked.article.facts}
    for version in checked.article.versions:
        for sentence in version.sentences:
            for mark in sentence.marks:
                if mark.fact not in known:
                    message = f"The mark names the fact {mark.fact}, which article.toml doesn't have."
                    yield checked.in_version(
                        version, sentence.line, f"{message} Mend the id or add the fact."
                    )


def ids_right(checked: Checked) -> Iterator[Complaint]:
    """A fact's id can stand in a mark, and is there once."""
    seen: set[str] = set()
    for fact in checked.article.facts:
        if fact.id in seen:
            yield checked.complain(fact.line, f"The fact {fact.id} is there twice; rename or join them.")
        if not FACT_ID.fullmatch(fact.id):
            message = f"“{fact.id}” is no fact id; use small letters, digits and hyphens."
            yield checked.complain(checked.line_of(fact.id, fact.line) or fact.line, message)
        seen.add(fact.id)


def facts_marked(checked: Checked) -> Iterator[Complaint]:
    """The fullest version marks every fact."""
    fullest = checked.article.version(FULLEST)
    versions = [fullest] if fullest else checked.article.versions
    marked = {mark.fact for version in versions for mark in marks(version)}
    where = f"{FILES[FULLEST]}" if fullest else "any version"
    for fact in checked.article.facts:
        if fact.id not in marked:
            message = f"No words of {where} are marked for the fact {fact.id}; mark them [words]({fact.id})."
            yield checked.complain(fact.line, message)


def facts_ask(checked: Checked) -> Iterator[Complaint]:
    """A fact can be asked for."""
    for fact in checked.article.facts:
        asks = fact.figure is not None or fact.questions or checked.article.imported
        if not asks and fact.line not in checked.broken:
            message = f"The fact {fact.id} has neither a figure nor a question; write a [[fact.question]]."
            yield checked.complain(fact.line, message)


def glossary_occurs(checked: Checked) -> Iterator[Complaint]:
    """Glossary and key words stand in a version or its title."""
    article = checked.article
    text = "\n".join(f"{v.title}\n{v.text}" for v in article.versions)
    for word, entry in article.glossary.items():
        line = checked.line_of(f'"{word}"')
        if word not in text:
            yield checked.complain(line, f"The glossary word {word} occurs in no version; take it out.")
        if not entry.pinyin or not entry.gloss:
            yield checked.complain(line, f"The glossary word {word} lacks its pinyin or its English.")
    for word in article.key_words:
        if word not in text:
            line = checked.line_of("key_words")
            yield checked.complain(line, f"The key word {word} occurs in no version; take it out.")


def answers_stand(checked: Checked) -> Iterator[Complaint]:
    """A right answer stands in a mark of its fact."""
    for fact in checked.article.facts:
        stated = [words for version in checked.article.versions for words in marked_words(version, fact)]
        for question in fact.questions:
            for answer in question.answers:
                if not any(answer in words for words in stated):
                    message = f"The answer “{answer}” stands in no mark of the fact {fact.id}"
                    line = checked.line_of(question.stem, fact.line) or fact.line
                    yield checked.complain(line, f"{message}; mark the words or mend the answer.")


def options_differ(checked: Checked) -> Iterator[Complaint]:
    """Wrong answers are two, and can be told from the right one and from each other."""
    for fact in checked.article.facts:
        for question in fact.questions:
            for message in _option_problems(question):
                yield checked.complain(checked.line_of(question.stem, fact.line) or fact.line, message)


def _option_problems(question: FactQuestion) -> Iterator[str]:
    wrong = [option.text for option in question.wrong]
    answers = [answer for answer in question.answers if answer]
    for text in filter(None, wrong):
        if text in answers:
            yield f"The wrong answer “{text}” is also a right one."
        elif nested := [answer for answer in answers if text in answer or answer in text]:
            yield f"The wrong answer “{text}” says the same as “{nested[0]}”, in part; write another."
    if len(set(wrong)) < len(wrong):
        yield "A wrong answer is there twice; write another."
    if len(wrong) == 1:
        yield "One wrong answer is not enough; write two, or none."
    longest = max(map(len, wrong), default=0)
    for answer in question.answers:
        if longest and len(answer) > 1.5 * longest + 1:
            message = f"The right answer “{answer}” is by far the longest, so that it is guessed"
            yield f"{message}; make the others longer."


def stems_keep_quiet(checked: Checked) -> Iterator[Complaint]:
    """A stem doesn't give its answer away."""
    for fact in checked.article.facts:
        if _tells_figure(fact):
            line = checked.line_of("stem", fact.line)
            yield checked.complain(line, f"The stem of {fact.id} gives its figure away; ask for it instead.")
        for question in fact.questions:
            if any(answer and answer in question.stem for answer in question.answers):
                line = checked.line_of(question.stem, fact.line)
                yield checked.complain(line, f"The stem “{question.stem}” gives its answer away; mend it.")


def _tells_figure(fact: Fact) -> bool:
    figure = fact.figure
    return bool(
        figure and figure.written and re.search(rf"(?<!\d){re.escape(figure.written)}(?!\d)", figure.stem)
    )


def sentences_end(checked: Checked) -> Iterator[Complaint]:
    """A sentence of an article of a teacher's has its closing mark."""
    for version in checked.article.versions:
        for sentence in version.sentences:
            if not checked.article.imported and not _ends(sentence):
                message = "The sentence has no closing mark (。！？ or ” after it); close it."
                yield checked.in_version(version, sentence.line, message)


def _ends(sentence: Sentence) -> bool:
    return sentence.text.rstrip("”’）」』").endswith(tuple("。！？…：；"))


#: What each version that could be read is held to, though another could not.
PART_CHECKS = (facts_known, ids_right, facts_ask, options_differ, stems_keep_quiet, sentences_end)
#: What asks whether words stand anywhere, which only the whole article can tell.
WHOLE_CHECKS = (facts_marked, glossary_occurs, answers_stand)
