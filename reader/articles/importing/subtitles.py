"""Subtitles (srt, vtt, ass) -> a draft: each cue a paragraph, cues of one sentence joined."""

from __future__ import annotations

import re
import warnings

from reader.articles.importing.draft import Block, Draft, in_chapters
from reader.articles.importing.punctuation import mend
from reader.errors import TextError
from reader.text import is_han

_FORMATS = {".srt": "srt", ".vtt": "vtt", ".ass": "ass", ".ssa": "ssa"}
#: Before what one of two people says.
_DASH = re.compile(r"[-–—－]\s*(?=[^\s-])")
_TAG = re.compile(r"<[^<>]{0,80}>|\{[^{}]{0,200}\}")
_ENDED = re.compile(r"[。！？!?…][”’」』）)]*$")
#: Where this share of the cues ends like a sentence, the others are halves of one.
_PUNCTUATED = 0.3
_PAUSE = 4000  # milliseconds
_MOST_JOINED = 240


def is_subtitles(text: str) -> bool:
    """Tell whether a text begins as srt or vtt does."""
    return bool(re.match(r"\s*(?:WEBVTT|\d+\s*\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->)", text[:200]))


def read_subtitles(text: str, name: str = "", suffix: str = ".srt") -> list[Draft]:
    """Return the draft of a subtitle file; lines that are not Chinese are taken for its English.

    Raises:
        TextError: it holds no cue.
    """
    cues = _cues(text, _FORMATS.get(suffix, "srt"))
    if not cues:
        raise TextError("It holds no subtitle that can be read. Is it an srt file?")
    ended = sum(bool(_ENDED.search(chinese)) for _, _, chinese, _ in cues)
    blocks: list[Block] = []
    last_end = 0
    for start, end, chinese, english in cues:
        joins = (
            ended > _PUNCTUATED * len(cues)
            and blocks
            and not _ENDED.search(blocks[-1].text)
            and start - last_end < _PAUSE
            and len(blocks[-1].text) < _MOST_JOINED
        )
        if joins:
            before = blocks.pop()
            blocks.append(Block("body", before.text + chinese, f"{before.english} {english}".strip()))
        else:
            blocks.append(Block("body", chinese, english))
        last_end = end
    mended = [Block(block.kind, mend(block.text), block.english) for block in blocks]
    return [Draft(headline=name, chapters=in_chapters("", mended))]


def _cues(text: str, kind: str) -> list[tuple[int, int, str, str]]:
    """Return start and end in milliseconds, the Chinese and the English of each cue; repeated ones once."""
    from pysubs2 import SSAFile
    from pysubs2.exceptions import Pysubs2Error

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of fields that say where a line stands on the picture
            events = SSAFile.from_string(text, format_="vtt" if text.lstrip().startswith("WEBVTT") else kind)
    except (Pysubs2Error, ValueError, KeyError, IndexError, OverflowError) as error:
        raise TextError("It can't be read as subtitles. Is it an srt file?") from error
    found: list[tuple[int, int, str, str]] = []
    for event in events:
        if event.is_comment:
            continue
        lines = [_TAG.sub("", line).strip() for line in event.plaintext.split("\n")]
        for chinese, english in _said(lines):
            if chinese and (not found or found[-1][2] != chinese):
                found.append((event.start, event.end, chinese, english))
    return found


def _said(lines: list[str]) -> list[tuple[str, str]]:
    """Return the Chinese and the English of a cue; of two people who speak in it, each for itself."""
    chinese = _of_speakers([line for line in lines if any(map(is_han, line))], "")
    english = _of_speakers([line for line in lines if line and not any(map(is_han, line))], " ")
    if len(english) != len(chinese):
        return [*((words, "") for words in chinese[:-1]), (chinese[-1], " ".join(english))]
    return list(zip(chinese, english, strict=True))


def _of_speakers(lines: list[str], between: str) -> list[str]:
    if sum(bool(_DASH.match(line)) for line in lines) < 2:
        return [between.join(lines)]
    said: list[list[str]] = []
    for line in lines:
        if _DASH.match(line) or not said:
            said.append([])
        said[-1].append(_DASH.sub("", line))
    return [between.join(one) for one in said]
