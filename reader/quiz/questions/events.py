"""The order of events: three things that a text tells, set side by side."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import permutations

from reader.articles.article import Sentence
from reader.quiz.item import Item, Option, Question, Refusal
from reader.quiz.questions.making import WRONG, Made, choice
from reader.quiz.source import Source

#: A clause so long, in characters, says what happened by itself.
_LENGTH = range(6, 19)
#: A text gives so many questions at most, and is asked about from so many events on.
MOST, FEWEST_EVENTS = 4, 4
_CLAUSE = re.compile(r"[^，。；：！？…“”‘’「」『』（）()、\s]+")
_SPEECH = re.compile(r"“[^”]*”?|「[^」]*」?|『[^』]*』?")
#: Words of an event: something is done, or somebody comes or goes.
_HAPPENS = re.compile(
    r"了|(?<![通经經不超难難好路])[过過](?![错錯程去於于年节節期])|[將被]|把(?!握)|開始|开始|來到|来到|回到|走[进進出到向]|"
    r"看[见見到]|遇[见見到]|[拉拿送叫找买買]"
)
#: What is only said, thought, possible or not so is no event; nor is what is told to somebody.
_UNSURE = re.compile(
    r"[不没沒会會能可应應该該想觉覺如若将將你您咱]|大概|也许|也許|一旦|住[满滿]|长着|長著|是|像"
)
#: Words behind which something is only said or thought.
_REPORTS = re.compile(
    r"[说說称稱讲講道问問]|认为|認為|表示|想到|知道|觉得|覺得|听说|聽說|希望|以为|以為|建议|建議|估计|估計"
)
#: Words that say by themselves when something happens, or that hang on the clause before.
_TELLS = re.compile(
    r"先|首|最[后後终終]|终于|終於|然[后後]|接着|接著|[后後][来來]|再|又|还|還|第|次|从[此前那]|從[此前那]|已"
    r"|[今昨明前后後去]天|[今去明]年|早|晚|午|夜|以[前后後]|之[前后後]|将来|將來|结束|結束|开[头頭始]|開[頭始]|刚|剛"
    r"|为了|為了|由于|由於|[说說]明|大[约約]|通常|一般|越|[则則]"  # told of how things are
    r"|时候|時候|[时時]$|\d"
)
_HANGS = tuple("想要让讓能会會可使但而并並就才也都却卻如因所虽雖即只的得地不是和与與或者这這那其")
_SEQUENCE = re.compile(
    r"[後后][来來]|然[后後]|接着|接著|最[后後]|第[二三两]天|早上|下午|晚上|从前|從前|终于|終於|之[后後]"
)

#: A letter, or advice, tells no story.
_TO_SOMEBODY = re.compile("[你您]")

_Event = tuple[Sentence, int, int]


def events(source: Source, rng: random.Random) -> Made:
    """Ask which of three events the text tells first or last, or in what order it tells them.

    The text's own order is asked for, which is certain; when something happened may be told in retrospect.
    """
    slug = source.article.slug
    found = _events(source)
    if len(found) < FEWEST_EVENTS or not _is_narrative(source, found):
        yield Refusal(f"article/{slug}/events", "The text tells too few events to ask for their order.")
        return
    step = len(found) // 3
    for start in range(min(step, MOST)):
        three = [found[start], found[start + step], found[start + 2 * step]]
        item = Item(f"article/{slug}/{'+'.join(map(_words, three))}/events", "events", slug)
        yield _ends(item, three, source, rng) if start % 2 else _order(item, three, source, rng)


def _words(event: _Event) -> str:
    sentence, start, end = event
    return sentence.text[start:end]


def _events(source: Source) -> list[_Event]:
    """Return one event of each sentence that tells one: the first clause that can stand by itself."""
    found: list[_Event] = []
    # In the whole text: a speech of several sentences has its marks in the first and the last.
    spoken = [match.span() for match in _SPEECH.finditer(source.text)]
    for sentence in source.sentences:
        for match in _CLAUSE.finditer(sentence.text):
            words = match[0]
            said = any(start <= sentence.start + match.start() < end for start, end in spoken)
            asked = sentence.text[match.end() : match.end() + 1] in ("？", "：")
            once = source.text.count(words) == 1 and words not in source.version.title
            reported = _REPORTS.search(sentence.text, 0, match.start())
            if not (said or asked or reported) and once and _stands_alone(words):
                found.append((sentence, match.start(), match.end()))
                break
    return found


def _stands_alone(words: str) -> bool:
    return (
        len(words) in _LENGTH
        and not words.startswith(_HANGS)
        and _tells_event(words)
        and not _UNSURE.search(words)
        and not _TELLS.search(words)
    )


def _tells_event(words: str) -> bool:
    """Tell whether something happens in a clause, and not only in what describes a thing: 掉了漆的站牌."""
    places = [match.end() for match in _HAPPENS.finditer(words)]
    return bool(places) and "的" not in words[places[-1] :]


def _is_narrative(source: Source, found: Sequence[_Event]) -> bool:
    """Tell whether things follow one another: words of time, and every fifth sentence telling an event."""
    filled = sum(1 for sentence in source.sentences if sentence.text.strip())
    told = _SPEECH.sub("", source.text)
    return bool(_SEQUENCE.search(told)) and len(found) * 5 >= filled and not _TO_SOMEBODY.search(told)


def _told(three: Sequence[_Event]) -> str:
    return f"文章先后说到：{'；'.join(map(_words, three))}。"


def _order(item: Item, three: Sequence[_Event], source: Source, rng: random.Random) -> Question:
    marks, shown = "①②③", rng.sample(range(3), 3)
    listed = "；".join(f"{mark}{_words(three[place])}" for mark, place in zip(marks, shown, strict=True))
    right = [shown.index(place) for place in range(3)]
    others = [order for order in permutations(range(3)) if list(order) != right]
    wrong = [
        Option(_chain(marks, order), "", "another order", _told(three)) for order in rng.sample(others, WRONG)
    ]
    return choice(
        item, f"文章是按什么顺序说这三件事的？{listed}。",
        f"In which order does the text tell these three events? {listed}.",
        Option(_chain(marks, right)), wrong, source.proof(*three[0]), rng, why=_told(three),
    )  # fmt: skip


def _chain(marks: str, places: Sequence[int]) -> str:
    return " → ".join(marks[place] for place in places)


def _ends(item: Item, three: Sequence[_Event], source: Source, rng: random.Random) -> Question:
    place, said, said_en, mistake = rng.choice(
        ((0, "最先", "first", "told later in the text"), (2, "最后", "last", "told earlier in the text"))
    )
    wrong = [Option(_words(event), "", mistake, _told(three)) for event in three if event is not three[place]]
    return choice(
        item, f"下面三件事，文章{said}说到的是哪一件？",
        f"Which of these three does the text tell {said_en}?",
        Option(_words(three[place])), wrong, source.proof(*three[place]), rng, why=_told(three),
    )  # fmt: skip
