"""A story long enough for pictures: an easy version of the article on Poli, annotated by hand.

It is a copy, frozen, so that mending the bundled prose or the dictionary changes no picture.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from reader.articles.article import Article, Note, Paragraph, Sentence, Version
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity
from reader.chinese.token import AnnotatedText, Entry, GlossaryEntry, Kind, Source, Token
from reader.quiz.item import AnswerForm, Item, Option, Proof, Question

# A sentence a row, its English behind the bar. A token is surface:syllables:pinyin:level; level n is a
# name, f a figure, x beyond HSK, ? a guess. An empty row ends a paragraph.
STORY = Path(__file__).with_name("poli.txt").read_text(encoding="utf-8")

QUANTITIES = {
    "3000亿": Quantity(
        "3000亿",
        0,
        6,
        Fraction(3 * 10**11),
        FigureKind.CARDINAL,
        Bound.MORE_THAN,
        scale="亿",
        unit="元",
        hanzi="三千亿",
        pinyin="sānqiān yì",
    ),
    "137": Quantity(
        "137",
        0,
        3,
        Fraction(137),
        FigureKind.CARDINAL,
        measure="个",
        hanzi="一百三十七",
        pinyin="yìbǎi sānshíqī",
    ),
}


def _token(spec: str, start: int) -> Token:
    surface, *rest = spec.split(":")
    if not rest:
        return Token(surface, start, Kind.PUNCTUATION)
    syllables, pinyin, level = rest
    sure = not level.endswith("?")
    level = level.rstrip("?")
    kind = {"n": Kind.NAME, "f": Kind.FIGURE}.get(level, Kind.WORD)
    return Token(
        surface,
        start,
        kind,
        tuple(syllables.split()),
        pinyin,
        Source.DICTIONARY if sure else Source.GUESS,
        sure,
        int(level) if level.isdigit() else None,
        quantity=QUANTITIES.get(surface),
    )


def _read() -> tuple[AnnotatedText, Version]:
    tokens: list[Token] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for block in STORY.strip().split("\n\n"):
        if tokens:
            tokens.append(Token("\n", at, Kind.SPACE))
            at += 1
        sentences = []
        for row in block.split("\n"):
            specs, english = row.split(" | ")
            begin = at
            for spec in specs.split(" / "):
                tokens.append(_token(spec, at))
                at = tokens[-1].end
            text = "".join(token.surface for token in tokens if token.start >= begin)
            sentences.append(Sentence(text, english, begin))
        paragraphs.append(Paragraph(tuple(sentences)))
    text = AnnotatedText("".join(token.surface for token in tokens), tuple(tokens))
    return text, Version("3", "泊里镇的新变化", "What Is New in Poli", tuple(paragraphs))


TEXT, VERSION = _read()


def _other(level: str, title: str, title_en: str, characters: int) -> Version:
    return Version(level, title, title_en, (Paragraph((Sentence("字" * characters, "", 0),)),))


def _row(
    slug: str, date: str, section: str, titles: tuple[str, str], lengths: tuple[int, int, int]
) -> Article:
    versions = tuple(_other(level, *titles, n) for level, n in zip(("3", "5", "news"), lengths, strict=True))
    return Article(slug, "", date, "青岛早报", section, versions)


ARTICLE = Article(
    slug="poli",
    summary="How the town of Poli in Qingdao became a model for small towns.",
    date="2023-11-30",
    source="青岛早报",
    section="城镇",
    versions=(
        VERSION,
        _other("5", "泊里镇：卫星镇的榜样", "Poli, a Model for Satellite Towns", 512),
        _other("news", "标杆卫星镇：泊里镇", "Poli: A Model Satellite Town", 1204),
    ),
    glossary={
        "泊里镇": GlossaryEntry("泊里镇", "Bólǐ Zhèn", "Poli, a town in Qingdao"),
        "住建厅": GlossaryEntry(
            "住建厅",
            "zhùjiàntīng",
            "provincial department of housing and urban-rural development (short form)",
        ),
        "亿元": GlossaryEntry("亿元", "yì yuán", "a hundred million yuan"),
    },
    notes=(
        Note(
            "为什么说“亿元以上项目”？ Why count projects of 100 million?",
            "Projects are sorted by investment. 亿元以上 means 100 million yuan or more, itself included.",
        ),
    ),
    key_words=("项目", "投资", "超过"),
)

SHELF = (
    ARTICLE,
    _row(
        "shinan", "2023-11-30", "城区", ("市南区：智慧小区", "Shinan: Smart Housing Estates"), (221, 448, 816)
    ),
    _row(
        "zero",
        "2023-11-30",
        "服务",
        ("零跑腿：办事不出门", "Zero Errands: Services without Leaving Home"),
        (96, 155, 240),
    ),
    _row(
        "classroom",
        "2023-11-30",
        "环境",
        ("河边的环保课堂", "An Environment Classroom by the River"),
        (102, 148, 231),
    ),
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
    "投资": (Entry("投资", "投資", ("tou2", "zi1"), "tóuzī", ("investment", "to invest")),),
    "会": (
        Entry(
            "会",
            "會",
            ("hui4",),
            "huì",
            ("can; to have the skill", "will; to be likely to", "meeting; conference", "a moment"),
        ),
        Entry("会", "會", ("kuai4",), "kuài", ("to balance an account", "accounting")),
    ),
}


def _proof(words: str) -> Proof:
    sentence = next(s for s in VERSION.sentences if words in s.text)
    start = sentence.start + sentence.text.index(words)
    return Proof(sentence.text, sentence.start, words, start, start + len(words), sentence.translation)


CHOICE = Question(
    "q1",
    Item("fact/poli/big-projects/choose", "choose", "poli", "big-projects"),
    "choose",
    "泊里镇有多少个亿元以上的大项目？",
    "How many big projects of 100 million yuan or more does Poli have?",
    AnswerForm.CHOICE,
    "137个",
    _proof("137个"),
    (
        Option("1370个", "1,370", "ten times too many"),
        Option("137个", "137"),
        Option("317个", "317", "digits"),
    ),
    key_en="137 projects",
)
TYPED = Question(
    "q2",
    Item("fact/poli/big-project-investment/recall", "recall", "poli", "big-project-investment"),
    "recall",
    "这些大项目的总投资是多少？",
    "How much is invested in these big projects in all?",
    AnswerForm.FIGURE,
    "3000亿",
    _proof("超过3000亿元"),
    why="The text says 超过: more than this.",
    key_en="more than 300 billion yuan",
    measure="元",
)
ROADS = Question(
    "q3",
    Item("fact/poli/roads/recall", "recall", "poli", "roads"),
    "recall",
    "镇里正在修多少条马路？",
    "How many roads is the town building?",
    AnswerForm.FIGURE,
    "13",
    _proof("13条"),
    key_en="13 roads",
    measure="条",
)
