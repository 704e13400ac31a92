"""A desk with one small article, made by hand: no helper process, no files."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

from reader.articles.article import Article, Mark, Note, Paragraph, Sentence, Version
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.token import AnnotatedText, Entry, GlossaryEntry, Token
from reader.config import Settings
from reader.errors import StorageError, UsageError
from reader.quiz.item import Answer, AnswerForm, Grade, Item, Option, Proof, Question, Verdict
from reader.quiz.plan import QuizPlan
from reader.quiz.session import Outcome, Session
from reader.review.card import Rating
from reader.review.reading import Place
from reader.review.words import WordState
from reader.study.coverage import Coverage, census, coverage
from reader.study.rating import rate
from reader.study.shelf import ReadingPlace, ShelfRow, reading_place, shelf_row
from reader.study.vocabulary import TURN, Knowledge
from tests.tui.texts import annotated, figure, name, word

_INVESTMENT = Quantity(
    "3000亿",
    0,
    6,
    Fraction(300_000_000_000),
    FigureKind.CARDINAL,
    Bound.MORE_THAN,
    scale="亿",
    unit="元",
    hanzi="三千亿",
    pinyin="sānqiān yì",
)

POLI = name("泊里镇", "bo2 li3 zhen4", "Bólǐ Zhèn")
WORDS: list[Token | str] = [
    POLI,
    word("在", "zai4", "zài"),
    word("山东", "shan1 dong1", "Shāndōng", level=None),
    "，",
    word("是", "shi4", "shì"),
    word("一", "yi1", "yī"),
    word("个", "ge4", "gè"),
    word("小", "xiao3", "xiǎo"),
    word("镇", "zhen4", "zhèn", level=7),
    "。",
    word("现在", "xian4 zai4", "xiànzài"),
    "，",
    word("这里", "zhe4 li3", "zhèlǐ"),
    word("有", "you3", "yǒu"),
    figure("137", "yìbǎi sānshíqī"),
    word("个", "ge4", "gè"),
    word("大", "da4", "dà"),
    word("项目", "xiang4 mu4", "xiàngmù", level=4),
    "，",
    word("总", "zong3", "zǒng", level=3),
    word("投资", "tou2 zi1", "tóuzī", level=4),
    word("超过", "chao1 guo4", "chāoguò", level=5),
    figure("3000亿", "sānqiān yì", _INVESTMENT),
    word("元", "yuan2", "yuán"),
    "。",
    "\n",
    word("人们", "ren2 men5", "rénmen"),
    word("的", "de5", "de"),
    word("生活", "sheng1 huo2", "shēnghuó"),
    word("也", "ye3", "yě"),
    word("更", "geng4", "gèng"),
    word("好", "hao3", "hǎo"),
    word("了", "le5", "le", sure=False),
    "。",
]
TEXT = annotated(*WORDS)
HARD = annotated(POLI, word("集群", "ji2 qun2", "jíqún", level=7), "。")

SENTENCES = (
    ("泊里镇在山东，是一个小镇。", "Poli is a small town in Shandong."),
    (
        "现在，这里有137个大项目，总投资超过3000亿元。",
        "It now has 137 big projects; they total more than 300 billion yuan.",
    ),
    ("人们的生活也更好了。", "People's life has become better, too."),
)


def _version(level: str, title: str, title_en: str, annotated_text: AnnotatedText) -> Version:
    sentences, at = [], 0
    for text, translation in SENTENCES if annotated_text is TEXT else (("泊里镇集群。", "A cluster."),):
        at = annotated_text.text.index(text, at)
        marks = (Mark("projects", 6, 10),) if "137" in text else ()
        sentences.append(Sentence(text, translation, at, marks))
    first, second = (sentences[:2], sentences[2:])
    paragraphs = tuple(Paragraph(tuple(part)) for part in (first, second) if part)
    return Version(level, title, title_en, paragraphs)


ARTICLE = Article(
    slug="poli",
    summary="A small town has big projects.",
    date="2023-11-30",
    source="青岛早报",
    section="城镇",
    versions=(
        _version("3", "小镇的大项目", "A small town's big projects", TEXT),
        _version("news", "泊里镇：产业集群", "Poli: industry clusters", HARD),
    ),
    glossary={"泊里镇": GlossaryEntry("泊里镇", "Bólǐ Zhèn", "Poli, a town in Qingdao")},
    notes=(Note("What is a town?", "A 镇 is a town: below a county or a district."),),
    key_words=("项目", "投资"),
)

ENTRIES = {
    "项目": (
        Entry(
            "项目",
            "項目",
            ("xiang4", "mu4"),
            "xiàngmù",
            ("item", "project", "(sports) event"),
            (("个", "gè"),),
        ),
    ),
    "在": (
        Entry("在", "在", ("zai4",), "zài", ("at", "in", "(before a verb: action in progress)")),
        Entry("在", "在", ("zai4",), "zài", ("to exist; to be alive",)),
    ),
}


def proof(text: str) -> Proof:
    sentence, translation = next((s, t) for s, t in SENTENCES if text in s)
    start = TEXT.text.index(sentence)
    at = start + sentence.index(text)
    return Proof(sentence, start, text, at, at + len(text), translation)


CHOICE = Question(
    "q1",
    Item("fact/poli/projects/choose", "choose", "poli", "projects"),
    "choose",
    "泊里镇现在有多少个大项目？",
    "How many big projects does Poli have now?",
    AnswerForm.CHOICE,
    "137个",
    proof("137个大项目"),
    (
        Option("1370个", "1,370", "ten times too many"),
        Option("137个", "137"),
        Option("371个", "371", "digits turned round"),
    ),
    key_en="137 projects",
)
TYPED = Question(
    "q2",
    Item("fact/poli/investment/recall", "recall", "poli", "investment"),
    "recall",
    "这些项目的总投资是多少？",
    "How much is invested in these projects in all?",
    AnswerForm.FIGURE,
    "3000亿",
    proof("超过3000亿元"),
    why="The text says 超过: more than this.",
    key_en="more than 300 billion yuan",
    measure="元",
)


def judge(question: Question, answer: Answer) -> Grade:
    if question.form is AnswerForm.CHOICE:
        option = next(o for o in question.options if o.text == answer.text)
        return (
            Grade(Verdict.WRONG, option.mistake, "That is ten times too many.")
            if option.mistake
            else Grade(Verdict.RIGHT)
        )
    if not any(c.isdigit() for c in answer.text):
        return Grade(Verdict.UNREADABLE, None, "Type a figure like 3000亿.")
    if answer.text == question.key:
        return Grade(Verdict.RIGHT)
    return Grade(Verdict.WRONG, "x10000", "Ten thousand times too small: 万 is 10^4, 亿 is 10^8.")


@dataclass
class Story:
    """What a fake desk has: by default the small article above."""

    article: Article
    texts: dict[str, AnnotatedText]
    entries: dict[str, tuple[Entry, ...]]
    questions: list[Question]
    shelf: tuple[Article, ...] = ()


def small_story() -> Story:
    return Story(ARTICLE, {"3": TEXT, "news": HARD}, ENTRIES, [CHOICE, TYPED])


class FakeVocabulary:
    """Knows what the reader's level says, and what the word key was told. ``peeks`` are words peeked at."""

    def __init__(self, study: FakeStudy) -> None:
        self._study = study
        self.states: dict[str, WordState] = {}
        self.recalls: dict[str, float] = {}
        self.peeks: list[str] = []
        self.shares: dict[tuple[str, str], float] = {}  # how much of a version is known, where not counted

    def knowledge(self) -> Knowledge:
        return Knowledge(dict(self.states), self._study.settings.level, dict(self.recalls))

    def recount(self) -> None:
        pass

    def turn(self, word: str, level: int | None) -> WordState:
        self.states[word] = TURN[self.knowledge().state(word, level)]
        return self.states[word]

    def coverage(self, article: Article, version: Version, knowledge: Knowledge) -> Coverage:
        if (share := self.shares.get((article.slug, version.level))) is not None:
            return Coverage(100, round(share * 100), 0, 0, 0)
        return coverage(census(self._study.annotated(article, version).tokens), knowledge.state)

    def peek(self, word: str, level: int | None = None) -> bool:
        self.peeks.append(word)
        return True


class FakeProgressing:
    """Takes glances at the text and forgets them."""

    def glance(self, slug: str, level: str, start: int, end: int, *, leaving: bool = False) -> None:
        pass


class FakeQuizzing:
    """Makes sessions anew; gives the tokens of a proof."""

    def __init__(self, study: FakeStudy) -> None:
        self._study = study

    def fewer(self, session: Session, plan: QuizPlan | None) -> str:
        return ""

    def proof_tokens(self, question: Question) -> tuple[Token, ...]:
        proof = question.proof
        start, end = proof.sentence_start, proof.sentence_start + len(proof.sentence)
        for text in self._study.story.texts.values():
            if text.text[start:end] == proof.sentence:
                inside = [token for token in text.tokens if start <= token.start and token.end <= end]
                return tuple(token._replace(start=token.start - start) for token in inside)
        return ()

    def repeat_misses(self, session: Session) -> Session:
        return session.repeat_misses()


class FakeStudy:
    """Stands in for the desk. ``recorded`` and ``places`` tell what was kept; ``broken`` makes it fail."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        broken: bool = False,
        empty: bool = False,
        slow: bool = False,
        story: Story | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.story = story or small_story()
        self.notices: list[str] = []
        self.recorded: list[Outcome] = []
        self.places: list[tuple[str, str, int]] = []
        self.finished: list[Session] = []
        self.saved: list[Settings] = []
        self.best: float | None = None
        self.broken = broken
        self.empty = empty
        self.warm = False
        self.slow = slow
        self.closed = threading.Event()
        self.keeps_nothing = False
        self.unkept = ""
        self.vocabulary = FakeVocabulary(self)
        self.progressing = FakeProgressing()
        self.quizzing = FakeQuizzing(self)
        self.plans: list[QuizPlan | None] = []

    def shelf(self) -> list[ShelfRow]:
        if self.empty:
            return []
        own, *others = self.story.shelf or (self.story.article,)
        return [
            shelf_row(own, self.place(own.slug), self.best),
            *(shelf_row(other, None, None) for other in others),
        ]

    def article(self, slug: str) -> Article:
        for article in (self.story.article, *self.story.shelf):
            if article.slug == slug:
                return article
        raise UsageError(f"There is no article “{slug}”; did you mean “poli”?")

    def version(self, article: Article, level: str | None) -> Version:
        place = self.place(article.slug)
        found = article.version(level or (place.level if place else "3"))
        if found is None:
            raise UsageError(f"There is no version “{level}”.")
        return found

    def is_ready(self, article: Article, version: Version) -> bool:
        if (article.slug, version.level) in self.vocabulary.shares:
            return True
        return not self.slow and article.slug == "poli" and version.level in self.story.texts

    def annotated(self, article: Article, version: Version, progress: Any = None) -> AnnotatedText:
        if self.slow:
            progress(0.4)
            self.closed.wait(30)
        return self.story.texts[version.level]

    def shown(self, annotated: AnnotatedText) -> AnnotatedText:
        return annotated

    def shown_title(self, article: Article, version: Version) -> str:
        return version.title

    def other_form(self, token: Token) -> str:
        return ""

    def warm_up(self) -> None:
        self.warm = True

    def entries(self, token: Token) -> tuple[Entry, ...]:
        return self.story.entries.get(token.surface, ())

    def characters(self, token: Token) -> list[tuple[Entry, list[Entry]]]:
        return []

    def repair_of(self, token: Token) -> None:
        return None

    def dictionary_parts(self, token: Token) -> tuple[Entry, ...]:
        return ()

    def place(self, slug: str) -> ReadingPlace | None:
        kept = [
            Place(level, offset, datetime(2026, 11, 24, tzinfo=UTC))
            for kept, level, offset in self.places
            if kept == slug
        ]
        return reading_place(self.story.article, kept[-1] if kept else None)

    def keep_place(self, slug: str, level: str, offset: int) -> str:
        self._write()
        self.places.append((slug, level, offset))
        return ""

    def retake(self) -> bool:
        return False

    def quiz(
        self,
        slug: str,
        level: str | None = None,
        *,
        length: int | None = None,
        seed: int | None = None,
        plan: QuizPlan | None = None,
    ) -> Session:
        self.plans.append(plan)
        return Session(self.story.questions, judge)

    def record(self, outcome: Outcome) -> str:
        self._write()
        if not self.unkept:
            self.recorded.append(outcome)
        return self.unkept

    def rating(self, outcome: Outcome) -> Rating:
        return rate(outcome)

    def amend(self, before: Outcome, after: Outcome) -> str:
        self._write()
        if not self.unkept:
            self.recorded[-1] = after
        return self.unkept

    def undo_answer(self, outcome: Outcome) -> bool:
        self._write()
        self.recorded.remove(outcome)
        return True

    def waits(self, outcomes: Iterable[Outcome]) -> dict[str, timedelta]:
        return {
            outcome.question.item.id: timedelta(days=3) if outcome.right else timedelta(minutes=10)
            for outcome in outcomes
        }

    def finish(self, session: Session) -> None:
        self.finished.append(session)

    def save_settings(self, settings: Settings) -> None:
        self._write()
        self.settings = settings
        self.saved.append(settings)

    def _write(self) -> None:
        if self.broken:
            raise StorageError("Progress can't be written: the disk is full. Free some room.")

    def close(self) -> None:
        self.closed.set()
