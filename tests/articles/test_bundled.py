"""The bundled articles: every fact of their sheets, unchanged, in prose of the promised length."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reader.articles.article import Article, FactQuestion, Figure, Mark, Paragraph, Sentence
from reader.articles.check import check_article, figure_problem, marked_words
from reader.articles.content import read_article
from reader.articles.levels import measure_levels
from reader.chinese.annotate import annotate, load_resources
from reader.chinese.dictionary import open_dictionary
from reader.chinese.numbers import find_figures
from reader.chinese.numbers.quantity import FigureKind
from reader.paths import Paths

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
SHEETS = sorted((ROOT / "tests" / "data" / "facts").glob("*.toml"))

BRIEF = {"3": (70, 110), "5": (120, 170), "news": (180, 260)}
LENGTHS = {
    "poli-satellite-town": {"3": (200, 260), "5": (400, 550), "news": (900, 1400)},
    "shinan-smart-estates": {"3": (180, 240), "5": (350, 500), "news": (550, 900)},
}


def sheets() -> Iterator[Any]:
    for path in SHEETS:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        yield pytest.param(data, id=data["slug"])


def sheet_facts() -> Iterator[Any]:
    for path in SHEETS:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for fact in data["fact"]:
            yield pytest.param(data["slug"], fact, id=f"{data['slug']}/{fact['id']}")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {path.parent.name: read_article(path.parent) for path in CONTENT.glob("*/article.toml")}


def test_there_is_an_article_for_every_sheet(articles: dict[str, Article]) -> None:
    assert len(SHEETS) == 6
    assert set(articles) == {tomllib.loads(path.read_text(encoding="utf-8"))["slug"] for path in SHEETS}


@pytest.mark.parametrize(
    "folder", sorted(p.parent for p in CONTENT.glob("*/article.toml")), ids=lambda p: p.name
)
def test_no_bundled_article_has_a_complaint(folder: Path) -> None:
    assert [str(complaint) for complaint in check_article(folder).complaints] == []


@pytest.mark.parametrize(("slug", "stated"), sheet_facts())
def test_every_fact_of_the_sheet_is_carried_unchanged(
    articles: dict[str, Article], slug: str, stated: dict[str, Any]
) -> None:
    fact = articles[slug].fact(stated["id"])
    assert fact is not None
    for key in ("who", "what", "where", "when", "why", "how"):
        if key in stated:
            assert fact.about.get(key) == " ".join(stated[key].split())
    if "value" in stated:
        figure = fact.figure
        assert figure is not None
        assert figure.value == Fraction(stated["value"])
        assert (figure.written, figure.measure, figure.bound) == (
            stated["written"], stated["measure"], stated["qualifier"]
        )  # fmt: skip
        assert bool(figure.period) == ("period" in stated)


@pytest.mark.parametrize(("slug", "stated"), sheet_facts())
def test_every_version_that_states_a_figure_states_it_as_the_sheet_does(
    articles: dict[str, Article], slug: str, stated: dict[str, Any]
) -> None:
    article = articles[slug]
    fact = article.fact(stated["id"])
    assert fact is not None
    where = {version.level: [] for version in article.versions}  # type: ignore[var-annotated]
    for version in article.versions:
        for sentence in version.sentences:
            where[version.level] += [(sentence, mark) for mark in sentence.marks if mark.fact == fact.id]
    assert where["news"], "the news version states every fact"
    for places in where.values():
        for sentence, mark in places if fact.figure else ():
            assert fact.figure is not None
            assert figure_problem(sentence.text, mark.start, mark.end, fact.figure) == ""
    if fact.figure:
        sentence, mark = where["news"][0]
        assert fact.figure.written in sentence.text[mark.start : mark.end]


def test_all_thirty_figures_can_be_asked() -> None:
    assert sum(check_article(path.parent).figures for path in CONTENT.glob("*/article.toml")) == 30


def figure_marks() -> Iterator[Any]:
    """Every place in the prose that states a figure."""
    for path in sorted(CONTENT.glob("*/article.toml")):
        article = read_article(path.parent)
        for version in article.versions:
            for sentence in version.sentences:
                for mark in sentence.marks:
                    fact = article.fact(mark.fact)
                    if fact and fact.figure:
                        name = f"{article.slug}/{version.level}/{fact.id}"
                        yield pytest.param(sentence, mark, fact.figure, id=name)


def bent(words: str, figure: Figure) -> dict[str, str]:
    """The words with their value, their measure word and their bound changed, one at a time."""
    other = "台" if figure.measure != "台" else "个"
    tail = words[words.rindex(figure.measure) :]
    found = {
        "value": re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), words, count=1),
        "tens": re.sub(r"(\d)", r"\g<1>0", words, count=1),
        "measure": words[: -len(tail)] + other + tail[len(figure.measure) :],
    }
    if figure.bound == "exact":
        found["bound"] = f"超过{words}"
    else:
        found["bound"] = re.sub("超过|余|多|以上", "", words)
    if "万" in words or "亿" in words:
        found["scale"] = words.replace("万", "亿") if "万" in words else words.replace("亿", "万")
    return found


@pytest.mark.parametrize(("sentence", "mark", "figure"), figure_marks())
def test_a_figure_changed_in_the_prose_is_always_noticed(
    sentence: Sentence, mark: Mark, figure: Figure
) -> None:
    words = sentence.text[mark.start : mark.end]
    assert figure_problem(sentence.text, mark.start, mark.end, figure) == ""
    for what, changed in bent(words, figure).items():
        assert changed != words, what
        prose = sentence.text[: mark.start] + changed + sentence.text[mark.end :]
        assert figure_problem(prose, mark.start, mark.start + len(changed), figure), (what, changed)


@pytest.mark.parametrize(
    ("slug", "file", "date", "other"),
    [
        ("poli-satellite-town", "hsk3.txt", "11月28日", "11月26日"),
        ("poli-satellite-town", "hsk5.txt", "29日", "30日"),
        ("poli-satellite-town", "news.txt", "11月28日", "12月28日"),
        ("poli-satellite-town", "hsk5.txt", "2022年以来", "2021年以来"),
        ("poli-satellite-town", "news.txt", "2022年以来", "2022年"),
        ("poli-satellite-town", "news.txt", "今年1至10月", "今年1至9月"),
        ("poli-satellite-town", "news.txt", "今年1至10月", "去年1至10月"),
        ("poli-satellite-town", "hsk3.txt", "今年夏天", "今年春天"),
        ("poli-satellite-town", "news.txt", "今年夏天，", ""),
        ("shinan-smart-estates", "hsk3.txt", "4月下旬", "4月上旬"),
        ("shinan-smart-estates", "news.txt", "4月下旬", "5月下旬"),
        ("shinan-smart-estates", "hsk5.txt", "2023年", "2022年"),
        ("environment-classroom", "hsk3.txt", "今年", "去年"),
        ("environment-classroom", "news.txt", "今年", "前年"),
    ],
)
def test_a_date_or_a_period_changed_in_the_prose_is_always_noticed(
    tmp_path: Path, slug: str, file: str, date: str, other: str
) -> None:
    folder = tmp_path / slug
    shutil.copytree(CONTENT / slug, folder)
    prose = (folder / file).read_text(encoding="utf-8")
    assert date in prose
    (folder / file).write_text(prose.replace(date, other), encoding="utf-8")
    complaints = [complaint for complaint in check_article(folder).complaints if complaint.path.name == file]
    assert any("it holds for" in complaint.message for complaint in complaints)


@pytest.mark.parametrize(("sentence", "mark", "figure"), figure_marks())
def test_the_english_states_the_figure_too(sentence: Sentence, mark: Mark, figure: Figure) -> None:
    value = figure.value
    said = [f"{int(value):,}", f"{float(value / 10**6):g} million", f"{float(value / 10**9):g} billion"]
    assert any(
        re.search(rf"(?<![\d,.]){re.escape(words)}(?![\d,]\d)", sentence.translation) for words in said
    )
    bounds = {"over": "more than ", "more_than": "more than ", "at_least": " or more"}
    assert bounds.get(figure.bound, "") in sentence.translation


@pytest.fixture(scope="module")
def annotate_version(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    home = tmp_path_factory.mktemp("home")
    dictionary = open_dictionary(Paths(home / "config", home / "data", home / "cache"))
    resources = load_resources(dictionary)
    yield lambda article, version: annotate(version.text, glossary=article.glossary, resources=resources)
    dictionary.close()


def test_each_version_is_as_easy_as_its_level_says(
    articles: dict[str, Article], annotate_version: Any
) -> None:
    for article in articles.values():
        for measured in measure_levels(article, annotate_version):
            assert measured.complaint == "", str(measured)


def test_every_glossary_word_is_a_word_of_some_version(
    articles: dict[str, Article], annotate_version: Any
) -> None:
    for article in articles.values():
        words = set()
        for version in article.versions:
            words |= {token.surface for token in annotate_version(article, version).tokens}
            titled = replace(version, paragraphs=(Paragraph((Sentence(version.title, "", 0),)),))
            words |= {token.surface for token in annotate_version(article, titled).tokens}
        assert (article.slug, sorted(set(article.glossary) - words)) == (article.slug, [])


@pytest.mark.parametrize("sheet", sheets())
def test_the_glossary_has_every_name_and_short_form_of_the_sheet(
    articles: dict[str, Article], sheet: dict[str, Any]
) -> None:
    glossary = articles[sheet["slug"]].glossary
    joined = " ".join(glossary)
    assert [word for word in sheet["glossary"] if word not in joined] == []


def questions() -> Iterator[Any]:
    for path in sorted(CONTENT.glob("*/article.toml")):
        article = read_article(path.parent)
        for fact in article.facts:
            for question in fact.questions:
                yield pytest.param(article, question, id=f"{article.slug}/{fact.id}/{question.stem}")


@pytest.mark.parametrize(("article", "question"), questions())
def test_the_right_answer_does_not_give_itself_away(article: Article, question: FactQuestion) -> None:
    wrong = [option.text for option in question.wrong]
    assert len(wrong) == 2
    assert len({*wrong, *question.answers}) == 2 + len(question.answers)
    for answer in question.answers:
        assert all(len(answer) <= len(option) + 2 for option in wrong), "the longest is the first guess"
        assert all(len(answer) >= len(option) - 2 for option in wrong), "so is the shortest"
        assert answer not in question.stem
    for option in wrong:
        assert option not in question.stem
        assert not any(option in answer or answer in option for answer in question.answers)


def test_each_version_can_ask_at_least_four_questions_on_what_it_tells(articles: dict[str, Article]) -> None:
    for article in articles.values():
        for version in article.versions:
            asked = [
                question.stem
                for fact in article.facts
                for question in fact.questions
                if any(
                    answer in words for words in marked_words(version, fact) for answer in question.answers
                )
            ]
            assert len(set(asked)) >= 4, (article.slug, version.level)


@pytest.mark.parametrize(("article", "question"), questions())
def test_a_question_is_a_whole_question_with_its_english(article: Article, question: FactQuestion) -> None:
    assert question.stem.endswith("？")
    assert question.stem_en.endswith("?")
    assert question.answer_en
    assert all(option.english for option in question.wrong)
    sentences = [sentence.text for version in article.versions for sentence in version.sentences]
    assert not any(question.stem.rstrip("？") in text for text in sentences), "no copy of a sentence"


@pytest.mark.parametrize("sheet", sheets())
def test_each_version_has_the_promised_length(articles: dict[str, Article], sheet: dict[str, Any]) -> None:
    article = articles[sheet["slug"]]
    wanted = LENGTHS.get(article.slug, BRIEF)
    for version in article.versions:
        low, high = wanted[version.level]
        assert low <= version.characters <= high, (version.level, version.characters)


@pytest.mark.parametrize("sheet", sheets())
def test_each_article_has_what_a_learner_needs(articles: dict[str, Article], sheet: dict[str, Any]) -> None:
    article = articles[sheet["slug"]]
    assert [version.level for version in article.versions] == ["3", "5", "news"]
    assert 2 <= len(article.notes) <= 3
    assert 4 <= len(article.key_words) <= 10
    assert all(version.title and version.title_en for version in article.versions)
    assert sum(len(fact.questions) for fact in article.facts) >= 4
    assert article.date == "2023-11-30"
    assert article.section


#: What is written in digits and counts nothing: days and years, house numbers, a threshold's name.
UNCOUNTED = {FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.ORDINAL, FigureKind.RANGE}


def test_every_figure_in_digits_is_marked_with_its_fact(articles: dict[str, Article]) -> None:
    for article in articles.values():
        for version in article.versions:
            for sentence in version.sentences:
                for figure in find_figures(sentence.text):
                    if figure.kind in UNCOUNTED or not any(map(str.isdigit, figure.text)):
                        continue
                    around = [m for m in sentence.marks if m.start <= figure.start and figure.end <= m.end]
                    facts = [article.fact(mark.fact) for mark in around]
                    assert any(fact and fact.figure for fact in facts), (version.path, figure.text)
