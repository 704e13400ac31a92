"""Files of any kind: what they are called, and what is said of those that are no texts."""

import pytest

from reader.articles.importing.punctuation import mend
from reader.articles.importing.texts import read_texts
from reader.articles.importing.writing import article_of, versions_of
from reader.errors import TextError

CHAPTER = "天刚亮，老魏头就把船撑到了渡口。江面上起了一层薄雾，对岸的柳树只剩下淡淡的影子。\n\n" * 30


def test_a_book_that_begins_with_its_first_chapter_is_called_by_its_file() -> None:
    text = f"第一章 渡口\n\n{CHAPTER}第二章 过河\n\n{CHAPTER}"
    (draft,) = read_texts(text.encode(), "novel2.txt").drafts
    assert (draft.title, len(draft.chapters)) == ("novel2", 2)
    (draft,) = read_texts(f"渡口人家\n\n{text}".encode(), "novel2.txt").drafts
    assert draft.title == "渡口人家"


@pytest.mark.parametrize(
    ("order", "left"),
    [
        ("\x1b]52;c;Zm9v\x07", ""),
        ("\x1b]0;标题\x1b\\", ""),
        ("\x1b[31m", ""),
        ("\x1b[2J\x1b[1;1H", ""),
        ("\x1bPq#0;2;0;0;0\x1b\\", ""),
        ("\x1b_Gf=100;AAAA\x1b\\", ""),
        ("\x9b31m", ""),
        ("\x9d52;c;Zm9v\x9c", ""),
        ("\x1bc", ""),
        ("\x1b(B", ""),
        ("\x1b", ""),
        ("\x1b]", ""),
    ],
)
def test_orders_to_a_terminal_go_whole(order: str, left: str) -> None:
    (draft,) = read_texts(f"明天{order}会下雨。大家记得带伞。\n".encode(), "天气.txt").drafts
    assert draft.paragraphs == (f"明天{left}会下雨。大家记得带伞。",)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(200), "a program"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x1f\x8b\x08\0\0", "a gzip archive"),
        (b"\0\0\0\x18ftypmp42", "sound or film"),
        (b"Title".ljust(60, b"\0") + b"BOOKMOBI", "a Kindle book"),
    ],
)
def test_a_file_that_is_no_text_is_told_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(TextError, match=what) as caught:
        read_texts(data, "file")
    assert any(word in str(caught.value) for word in ("can be imported", "copy", "unpack", "EPUB"))


BOOK = "《渡口》\n\n" + "\n\n".join(
    f"第{n}章 过河{n}\n\n" + f"老魏头把船撑到第{n}个渡口,天亮了。“走吧。”他说。\n\n" * (9 if n != 3 else 900)
    for n in range(1, 30)
)


def test_of_a_book_read_in_passing_only_the_chapter_that_is_read_is_cut(monkeypatch) -> None:
    cut: list[str] = []

    def noted(text: str) -> str:
        cut.append(text)
        return mend(text)

    monkeypatch.setattr("reader.articles.importing.plain.mend", noted)
    found = read_texts(BOOK.encode(), "渡口.txt")
    article = article_of(found.drafts, "text:x", "渡口")
    assert [version.level for version in article.versions][:2] == ["c1", "c2"]
    assert len(article.versions) > 29
    assert article.versions[1].text.startswith("老魏头把船撑到第2个渡口，天亮了。")
    assert all("第1个" in text or "第2个" in text for text in cut)


def test_a_book_read_in_passing_reads_as_the_kept_one_does() -> None:
    found = read_texts(BOOK.encode(), "渡口.txt")
    passing, kept = article_of(found.drafts, "text:x", "渡口").versions, versions_of(found.drafts[0])
    assert [(v.level, v.title, v.text, v.sentences) for v in passing] == [
        (v.level, v.title, v.text, v.sentences) for v in kept
    ]
