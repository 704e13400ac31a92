"""What a teacher gets wrong in an article's files: each slip is named by file, line and mend."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from reader.articles.check import check_article
from reader.articles.checks.figures import says_in_english
from reader.articles.toml_slips import mend_for


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaints(folder: Path) -> list[str]:
    return [f"{c.path.name}:{c.line}: {c.message}" for c in check_article(folder).complaints]


#: File, words of it, what a teacher wrote instead, how the complaint begins, what it says.
SLIPS: tuple[tuple[str, str, str, str, str], ...] = (
    # article.toml as TOML
    ("article.toml", '"A bookshop in a village school."', "“A bookshop”", "article.toml:2:", "straight quotes"),
    ("article.toml", '"课本"', '"课本', "article.toml:4:", 'A " is missing'),
    ("article.toml", "date = 2024", "date ＝ 2024", "article.toml:3:", "Write = for ＝"),
    ("article.toml", "value = 3200", "value = 3,200", "article.toml:13:", "without commas"),
    ("article.toml", '"柳河村" =', "柳河村 =", "article.toml:9:", 'Put quotes round a Chinese word: "柳河村"'),
    ("article.toml", 'in a village', 'in a "good" village', "article.toml:2:", "Within words in quotes"),
    ("article.toml", '[[fact]]\nid = "books"', '[fact]\nid = "books"', "article.toml:22:", "[[ and ]]"),
    ("article.toml", '"an old doctor"], [', '"an old doctor"] [', "article.toml:31:", "a , between two entries"),
    ("article.toml", "date = 2024", "date: 2024", "article.toml:3:", "Write = between a name and its value"),
    # its keys
    ("article.toml", "key_words", "keywords", "article.toml:6:", "did you mean key_words?"),
    ("article.toml", "[glossary]\n", "", "article.toml:8:", "put it below a line [glossary]"),
    ("article.toml", 'who = "an old', 'whoo = "an old', "article.toml:24:", "did you mean who?"),
    ("article.toml", "[[fact.question]]", "[[fact.questions]]", "article.toml:25:", "did you mean question?"),
    ("article.toml", "[glossary]", "[glossary]\nfigures = 3", "article.toml:9:", "move it above the line [glossary]"),
    # what an article says of itself
    ("article.toml", "date = 2024-05-06\n", "", "article.toml:0:", "The date is missing"),
    ("article.toml", "date = 2024-05-06", 'date = "2024-02-30"', "article.toml:3:", "There is no day 2024-02-30"),
    ("article.toml", 'section = "教育"\n', "", "article.toml:0:", "The section is missing"),
    ("article.toml", '"A bookshop in a village school."', '"村里的书店"', "article.toml:2:", "should be English"),
    ("article.toml", "[glossary]", '[[note]]\ntitle = "x"\n\n[glossary]', "article.toml:8:", "text should be words"),
    # glossary
    ("article.toml", "Liǔhé Cūn", "Liu3he2 Cun1", "article.toml:9:", "its tone mark for each character"),
    ("article.toml", "Liǔhé Cūn", "Liuhe Cun", "article.toml:9:", "its tone mark for each character"),
    # facts
    ("article.toml", 'id = "books"', 'id = "the books"', "article.toml:12:", "“the books” is no fact id"),
    ("article.toml", 'written = "3200"', 'written = "3300"', "article.toml:14:", "but its value is 3200"),
    ("article.toml", 'written = "3200"', 'written = "三千二百"', "article.toml:14:", "as it is printed there"),
    ("article.toml", '"书店里有多少图书？"', '"书店里有多少图书"', "article.toml:19:", "is no question; end it with ？"),
    ("article.toml", '"书店里有多少图书？"', '"How many?"', "article.toml:19:", "has no Chinese"),
    ("article.toml", '"Who set up the bookshop?"', '"书店是谁办的？"', "article.toml:27:", "is not English"),
    ("article.toml", '"over"\n', '"over"\nperiod = "2024年"\n', "article.toml:17:", "write period_en below it"),
    # answers
    ("article.toml", '"一位老医生"', '"老教师"', "article.toml:27:", "says the same as “一位老教师”, in part"),
    ("article.toml", '"an old doctor"', '""', "article.toml:31:", "lacks its Chinese or its English"),
    ("article.toml", '["一位老医生", "an old doctor"]', '["an old doctor", "一位老医生"]', "article.toml:31:", "English first"),
    ("article.toml", '"一位老医生", "an old doctor"], ["一位年轻记者"', '"他", "he"], ["她"', "article.toml:27:", "by far the longest"),
    # the prose
    ("news.txt", "[3200余册](books)", "［3200余册］（books）", "news.txt:6:", "plain brackets and no blank: [3200余册](books)"),
    ("news.txt", "[3200余册](books)", "[3200余册]（books）", "news.txt:6:", "write a plain “(” at once"),
    ("news.txt", "[3200余册](books)", "[3200余册] (books)", "news.txt:6:", "write a plain “(” at once"),
    ("news.txt", "more than 3,200 books", "more than [3,200 books](books)", "news.txt:7:", "in the Chinese line only"),
    ("hsk3.txt", "[3200多册](books)", "3200多册", "hsk3.txt:4:", "“3200多册” states the fact books but isn't marked"),
    ("news.txt", "3,200", "2,300", "news.txt:7:", "The English doesn't give the figure of books, 3,200"),
    ("news.txt", "店里有", "在店里,有", "news.txt:6:", "the sign is ， and not ,"),
    ("news.txt", "[3200余册](books)", "[3200余册](the_books)", "news.txt:6:", "“the_books” is no fact id"),
    # its lines
    ("news.txt", "# The village has a bookshop\n", "", "news.txt:1:", "The English title is missing"),
    ("news.txt", "# 村里", "#村里", "news.txt:1:", "A title line begins with # and a blank"),
    ("news.txt", "# The", "# More\n# The", "news.txt:3:", "There are two titles already"),
    ("news.txt", "\n柳河村", "\n柳河村很小。\nIt is small.\n# 又一个\n柳河村", "news.txt:6:", "There are two titles already"),
    ("news.txt", "# 村里有了书店\n# The village has a bookshop", "# The village\n# 村里", "news.txt:1:", "put the Chinese title first"),
    ("news.txt", "old teacher.\n", "old teacher.\nIt was a good day.\n", "news.txt:6:", "a second line of English"),
)  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "where", "what"), SLIPS)
def test_a_slip_is_named_by_file_line_and_mend(
    folder: Path, file: str, right: str, wrong: str, where: str, what: str
) -> None:
    assert complaints(folder) == []
    spoil(folder / file, right, wrong)
    found = complaints(folder)
    assert any(c.startswith(where) and what in c for c in found), found


@pytest.mark.parametrize("name", ["HSK3.txt", "hsk4.txt", "news.txt.txt"])
def test_a_version_under_a_name_that_is_none_is_named(folder: Path, name: str) -> None:
    (folder / "hsk3.txt").rename(folder / name)
    assert any(c.startswith(f"{name}:0: This is no version's name") for c in complaints(folder))


def test_what_follows_from_an_empty_version_is_not_blamed_on_article_toml(folder: Path) -> None:
    (folder / "news.txt").write_text("", encoding="utf-8")
    assert {c.path.name for c in check_article(folder).complaints} == {"news.txt"}


@pytest.mark.parametrize(
    "content", ['summary = "x\0"\n', "a = " + "[" * 5000 + "]" * 5000, "", "fact = 3\n", "\0"]
)
def test_whatever_stands_in_article_toml_is_complained_of_in_sentences(folder: Path, content: str) -> None:
    (folder / "article.toml").write_text(content, encoding="utf-8")
    assert complaints(folder)


def test_an_empty_article_toml_lacks_everything(folder: Path) -> None:
    (folder / "article.toml").write_text("", encoding="utf-8")
    said = " ".join(complaints(folder))
    assert all(word in said for word in ("summary", "date", "source", "section", "words to learn first"))


def test_an_english_line_may_quote_chinese_and_end_like_it(folder: Path) -> None:
    spoil(folder / "news.txt", "books in it.", "books in it (图书)。")
    assert complaints(folder) == []


def test_a_value_that_can_t_be_read_is_complained_of_once(folder: Path) -> None:
    spoil(folder / "article.toml", "value = 3200", 'value = "3.2万"')
    assert len(complaints(folder)) == 1


def test_a_line_of_many_figures_is_chinese_by_its_closing_mark(folder: Path) -> None:
    spoil(folder / "news.txt", "店里有图书", "2024年5月6日12:30，")
    assert complaints(folder) == []


@pytest.mark.parametrize(
    "english", ["3,200 books", "3200 books", "3.2 thousand books", "thirty-two hundred", "it"]
)
def test_a_figure_may_be_said_in_many_ways(english: str) -> None:
    assert says_in_english(english, Fraction(3200))


@pytest.mark.parametrize("english", ["3,300 books", "32 books", "3.2 million books"])
def test_another_figure_is_not_the_figure(english: str) -> None:
    assert not says_in_english(english, Fraction(3200))


def test_percent_is_a_hundredth() -> None:
    assert says_in_english("18.5% of them", Fraction("0.185"))


def test_an_unknown_slip_is_to_be_mended() -> None:
    assert mend_for("@", "Invalid statement") == "Mend the line."
