"""A small article of two versions, right in every line, for tests to spoil."""

from pathlib import Path

import pytest

TOML = """
summary = "A bookshop in a village school."
date = 2024-05-06
source = "课本"
section = "教育"
key_words = ["书店"]

[glossary]
"柳河村" = ["Liǔhé Cūn", "Liuhe, a village"]

[[fact]]
id = "books"
value = 3200
written = "3200"
measure = "册"
qualifier = "over"
subject = "书店的图书"
subject_en = "books in the shop"
stem = "书店里有多少图书？"
stem_en = "How many books are there in the shop?"

[[fact]]
id = "founder"
who = "an old teacher"
  [[fact.question]]
  asks = "who"
  stem = "书店是谁办的？"
  stem_en = "Who set up the bookshop?"
  answers = ["一位老教师"]
  answer_en = "an old teacher"
  wrong = [["一位老医生", "an old doctor"], ["一位年轻记者", "a young reporter"]]
"""

NEWS = """# 村里有了书店
# The village has a bookshop

柳河村的书店[由一位老教师开办](founder)。
The bookshop of Liuhe was opened by an old teacher.
店里有图书[3200余册](books)。
There are a few more than 3,200 books in it.
"""

HSK3 = """# 村里的书店
# The village bookshop

书店有书[3200多册](books)。
The shop has a few more than 3,200 books.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "village-bookshop"
    folder.mkdir()
    (folder / "article.toml").write_text(TOML, encoding="utf-8")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "hsk3.txt").write_text(HSK3, encoding="utf-8")
    return folder
