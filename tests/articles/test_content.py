"""Content folders are read, or complained of by file, line and mend."""

from fractions import Fraction
from pathlib import Path

import pytest

from reader.articles.check import check_article
from reader.articles.content import read_article
from reader.articles.library import Library
from reader.errors import ContentError, UsageError


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def complaints(folder: Path) -> list[str]:
    return [f"{c.path.name}:{c.line}: {c.message}" for c in check_article(folder).complaints]


def test_a_right_article_is_read_whole(folder: Path) -> None:
    article = read_article(folder)
    assert [version.level for version in article.versions] == ["3", "news"]
    assert (article.title, article.title_en) == ("村里有了书店", "The village has a bookshop")
    assert article.date == "2024-05-06"
    figure = article.facts[0].figure
    assert figure is not None
    assert (figure.value, figure.bound) == (Fraction(3200), "over")


def test_a_version_s_offsets_point_into_its_text(folder: Path) -> None:
    version = read_article(folder).versions[-1]
    for sentence in version.sentences:
        assert version.text[sentence.start : sentence.end] == sentence.text


def test_a_right_article_has_no_complaint_and_counts_its_figures(folder: Path) -> None:
    assert complaints(folder) == []
    assert check_article(folder).figures == 1


def test_an_unknown_fact_id_is_named_with_its_line(folder: Path) -> None:
    spoil(folder / "news.txt", "(books)", "(boks)")
    found = complaints(folder)
    assert any(c.startswith("news.txt:6: The mark names the fact boks") for c in found)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("[3300余册](books)", "it says 3300, the fact 3200"),
        ("[3200册](books)", "its bound is “exact”, the fact's “over”"),
        ("[3200余](books)册", "the measure word 册 is not in it"),
        ("[很多册](books)", "it holds 0 figures"),
        ("[3200余册书、5种报](books)", "it holds 2 figures"),
    ],
)
def test_a_mark_that_does_not_state_its_figure_is_named(folder: Path, new: str, why: str) -> None:
    spoil(folder / "news.txt", "[3200余册](books)", new)
    assert any(c.startswith("news.txt:6:") and why in c for c in complaints(folder))


def test_a_missing_translation_is_named(folder: Path) -> None:
    spoil(folder / "news.txt", "There are a few more than 3,200 books in it.\n", "")
    assert "news.txt:6: This sentence has no English; write it on the line below." in complaints(folder)


def test_a_glossary_word_that_never_occurs_is_named(folder: Path) -> None:
    spoil(folder / "article.toml", '"柳河村"', '"柳江村"')
    assert any(
        "article.toml:9: The glossary word 柳江村 occurs in no version" in c for c in complaints(folder)
    )


@pytest.mark.parametrize("pinyin", ["Liǔhé", "Liǔhé Cūn Xiāng", "柳河村", "Willow Village"])
def test_pinyin_that_does_not_fit_its_word_is_named(folder: Path, pinyin: str) -> None:
    spoil(folder / "article.toml", '"Liǔhé Cūn"', f'"{pinyin}"')
    assert any(
        c.startswith(f"article.toml:9: The pinyin “{pinyin}” doesn't fit 柳河村") for c in complaints(folder)
    )


def test_broken_toml_is_named_with_its_line(folder: Path) -> None:
    spoil(folder / "article.toml", "value = 3200", "value = ")
    assert any(c.startswith("article.toml:13: This is not TOML") for c in complaints(folder))


def test_a_fact_that_no_words_state_is_named(folder: Path) -> None:
    spoil(folder / "news.txt", "[由一位老教师开办](founder)", "由一位老教师开办")
    assert any("No words of news.txt are marked for the fact founder" in c for c in complaints(folder))


def test_an_answer_outside_its_mark_is_named(folder: Path) -> None:
    spoil(folder / "article.toml", 'answers = ["一位老教师"]', 'answers = ["一位女教师"]')
    assert any("stands in no mark of the fact founder" in c for c in complaints(folder))


def test_a_stem_that_gives_its_answer_away_is_named(folder: Path) -> None:
    spoil(folder / "article.toml", "书店里有多少图书？", "书店里有3200册还是更多图书？")
    assert any("gives its figure away" in c for c in complaints(folder))


def test_a_lost_figure_is_missed_where_the_article_promises_how_many(folder: Path) -> None:
    spoil(folder / "article.toml", "date = 2024-05-06", "date = 2024-05-06\nfigures = 2")
    assert (
        "article.toml:4: 2 figures are promised, 1 can be asked; put the lost fact back, or mend figures."
        in (complaints(folder))
    )


@pytest.mark.parametrize("promise", ['"two"', "true", "-1", "1.5"])
def test_a_promise_that_is_no_number_is_named(folder: Path, promise: str) -> None:
    spoil(folder / "article.toml", "date = 2024-05-06", f"figures = {promise}")
    assert any(c.startswith("article.toml:3: figures should be a whole number") for c in complaints(folder))


def test_a_measure_word_inside_another_is_told_from_it(folder: Path) -> None:
    spoil(folder / "article.toml", 'measure = "册"', 'measure = "人"')
    spoil(folder / "news.txt", "店里有图书[3200余册](books)。", "店里来过[3200余人次](books)。")
    spoil(folder / "hsk3.txt", "[3200多册]", "[3200多人]")
    assert [c for c in complaints(folder) if "its measure word is 人次, the fact's 人" in c]
    assert not [c for c in complaints(folder) if c.startswith("hsk3.txt")]


def test_a_date_that_the_prose_changes_is_named(folder: Path) -> None:
    spoil(folder / "article.toml", 'who = "an old teacher"', 'who = "an old teacher"\nwhen = "spring (3月)"')
    spoil(folder / "news.txt", "[由一位", "[4月由一位")
    assert any(c.startswith("news.txt:4:") and "it holds for 3月" in c for c in complaints(folder))


def test_a_version_that_can_t_be_read_is_not_blamed_on_the_others(folder: Path) -> None:
    (folder / "news.txt").write_bytes("# 村里有了书店\n".encode("gb18030"))
    assert complaints(folder) == ["news.txt:1: This line is not UTF-8; save the file as UTF-8."]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("date = 2024-05-06", "date = [2024]", "article.toml:3: date should be a day"),
        ("date = 2024-05-06", 'date = "last May"', "article.toml:3: date should be a day"),
        ('answers = ["一位老教师"]', "answers = []", "needs asks, stem, stem_en, answers"),
        (
            '["一位年轻记者", "a young reporter"]',
            '["一位老医生", "a doctor"]',
            "A wrong answer is there twice",
        ),
        ('who = "an old teacher"', 'question = 3\nwho = "an old teacher"', "[[fact.question]]"),
    ],
)
def test_whatever_is_no_date_or_question_is_named(folder: Path, old: str, new: str, why: str) -> None:
    if new.startswith("question"):
        toml = (folder / "article.toml").read_text(encoding="utf-8")
        head = toml[: toml.index("  [[fact.question]]")]
        (folder / "article.toml").write_text(head, encoding="utf-8")
    spoil(folder / "article.toml", old, new)
    assert any(why in c for c in complaints(folder)), complaints(folder)


def test_a_file_that_is_not_utf8_is_named(folder: Path) -> None:
    (folder / "news.txt").write_bytes("# 村里有了书店\n".encode("gb18030"))
    assert "news.txt:1: This line is not UTF-8; save the file as UTF-8." in complaints(folder)


def test_a_broken_article_is_refused_in_a_sentence(folder: Path) -> None:
    spoil(folder / "article.toml", "value = 3200", "value = ")
    with pytest.raises(ContentError, match=r"article.toml:13: This is not TOML"):
        read_article(folder)


def test_an_empty_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"There is no article\.toml here"):
        read_article(tmp_path)


def test_an_unknown_slug_suggests_the_nearest(folder: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean village-bookshop"):
        Library([folder.parent]).article("vilage-bookshop")


def test_a_broken_article_does_not_hide_the_others(folder: Path) -> None:
    broken = folder.parent / "broken"
    broken.mkdir()
    (broken / "article.toml").write_text("summary =", encoding="utf-8")
    articles, errors = Library([folder.parent]).articles()
    assert [article.slug for article in articles] == ["village-bookshop"]
    assert len(errors) == 1
