"""What kinds of questions are called, and how an answer may be typed: the same on the screen and in lines."""

from __future__ import annotations

from reader.quiz.item import AnswerForm

_NAMES = {
    "recall": "Figures, typed",
    "choose": "Figures, chosen",
    "subject": "What a figure counts",
    "bound": "More, less, about",
    "measure": "Measure words",
    "compare": "Comparing figures",
    "order": "Figures in order",
    "sequence": "Order in the text",
    "convert": "万 and 亿 into English",
    "to chinese": "English into 万 and 亿",
    "value": "Characters into digits",
    "reading": "Figures read aloud",
    "figure gap": "Figures in their gap",
    "date gap": "Dates in their gap",
    "name gap": "Names in their gap",
    "who": "Who",
    "what": "What",
    "where": "Where",
    "when": "When",
    "why": "Why",
    "how": "How",
    "truth": "True or false",
    "title": "Main idea",
    "paragraph": "Which paragraph",
    "events": "Order of events",
    "which article": "Which article",
    "match": "Facts and their articles",
    "meaning": "Word meanings",
    "gap": "Words in their gap",
    "word reading": "Word readings",
    "character": "Characters",
    "seen": "Words of this text",
}

_EXAMPLES = {
    AnswerForm.CHOICE: "the number of an option",
    AnswerForm.FIGURE: "3000亿, 三千亿 or 300 billion",
    AnswerForm.READING: "sanqian yi, sān qiān yì or 三千亿",
    AnswerForm.PINYIN: "bo2li3, bólǐ or boli",
    AnswerForm.TEXT: "the words",
}


def kind_name(kind: str) -> str:
    """Return the name of a question kind for people."""
    return _NAMES.get(kind, kind.replace("_", " ").replace("-", " ").capitalize())


def example(form: AnswerForm) -> str:
    """Return an example of what may be typed."""
    return _EXAMPLES[form]
