"""What is no plain file of a text is refused with a sentence; no text can read or fetch anything else."""

import os
import socket
from pathlib import Path

import pytest

from reader.articles.importing import epub as epub_importer
from reader.articles.importing.guarded import read_file
from reader.articles.importing.texts import read_texts
from reader.errors import TextError
from tests.articles.importing.spoiling import EPUB_PARTS, epub


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("秘密的话谁也不能看见。", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: object) -> None:
        raise AssertionError("An importer reached for the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_links_pipes_devices_and_folders_are_refused(tmp_path: Path, secret: Path) -> None:
    (tmp_path / "link.txt").symlink_to(secret)
    os.mkfifo(tmp_path / "pipe.txt")
    for path, words in {
        tmp_path / "link.txt": "is a link",
        tmp_path / "pipe.txt": "a device or a pipe",
        Path("/dev/zero"): "a device or a pipe",
        tmp_path: "is a folder",
        tmp_path / "none.txt": "can't be read",
        tmp_path / ("长" * 400): "can't be read",
    }.items():
        with pytest.raises(TextError, match=words):
            read_file(path)


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with open(path, "wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(TextError, match="too large: at most 64 MB"):
        read_file(path)


@pytest.mark.parametrize("kind", ["text.html", "text.md", "text.txt", "text.srt"])
def test_a_text_reads_no_other_file(secret: Path, kind: str) -> None:
    url = secret.as_uri()
    body = (
        f"<!DOCTYPE html [<!ENTITY e SYSTEM '{url}'><!ENTITY % p SYSTEM '{url}'> %p;]><html><body><p>今天有3200册书，大家都来看。&e;</p>"
        f"<iframe src='{url}'></iframe><object data='{url}'></object><link rel=import href='{url}'><img src='http://127.0.0.1:9/x'>"
        f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{url}' parse='text'/></body></html>"
    )
    try:
        said = repr(read_texts(body.encode(), kind))
    except TextError as error:
        said = str(error)
    assert "秘密" not in said


def book(**changes: str | bytes) -> dict[str, str | bytes]:
    return {
        **EPUB_PARTS,
        **{name.replace("__", "/").replace("_DOT_", "."): text for name, text in changes.items()},
    }


def test_a_book_reads_nothing_outside_itself(secret: Path) -> None:
    url = secret.as_uri()
    entity = f"<!DOCTYPE x [<!ENTITY e SYSTEM '{url}'>]>"
    package = (
        EPUB_PARTS["O/b.opf"]
        .replace("渡口", "渡口&e;")
        .replace('href="a.xhtml"', f'href="../../../../../../..{secret}"')
    )
    parts = book(
        O__b_DOT_opf=entity + package, O__a_DOT_xhtml=entity + EPUB_PARTS["O/a.xhtml"].replace("船", "&e;船")
    )
    for changed in (
        parts,
        {**parts, "O/b.opf": EPUB_PARTS["O/b.opf"]},
        {**parts, "../../evil.xhtml": "x", "/etc/evil": "y"},
    ):
        try:
            said = repr(read_texts(epub(changed), "a.epub"))
        except TextError as error:
            said = str(error)
        assert "秘密" not in said
    assert not Path("evil.xhtml").exists()


def test_a_book_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TextError, match="unpacks to more than"):
        read_texts(epub({**EPUB_PARTS, "O/a.xhtml": b"<p>" + b" " * 30_000_000}), "a.epub")
    monkeypatch.setattr(epub_importer, "MOST_ENTRIES", 3)
    with pytest.raises(TextError, match="more than 3 files"):
        read_texts(epub(EPUB_PARTS), "a.epub")


def test_entities_do_not_multiply() -> None:
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    bomb = f"<!DOCTYPE x [<!ENTITY l0 '笑'>{laughs}]>"
    for name in ("META-INF/container.xml", "O/b.opf", "O/t.ncx", "O/a.xhtml"):
        parts = {**EPUB_PARTS, name: bomb + EPUB_PARTS[name].replace("</", "&l9;</", 1)}
        try:
            said = repr(read_texts(epub(parts), "a.epub"))
        except TextError as error:
            said = str(error)
        assert len(said) < 10_000


@pytest.mark.parametrize("keep", [4, 30, 200, -30])
def test_a_broken_archive_is_told(keep: int) -> None:
    with pytest.raises(TextError, match=r"can't be unpacked|isn't text|no Chinese|isn't an EPUB"):
        read_texts(epub(EPUB_PARTS)[:keep], "a.epub")
