"""Word lists of the reader's own: one word a line, pinyin and English behind it if one likes."""

from __future__ import annotations

from reader.errors import UsageError
from reader.text import clean_line, is_han


def words_of_list(text: str, name: str) -> list[str]:
    """Return the first run of hanzi of each line, each word once.

    Raises:
        UsageError: there is no Chinese word in it; ``name`` says of what.
    """
    found: dict[str, None] = {}
    for line in text.splitlines():
        fields = clean_line(line).replace(",", " ").replace("，", " ").split()
        word = next((field for field in fields if any(map(is_han, field))), "")
        if word:
            found["".join(character for character in word if is_han(character))] = None
    if not found:
        raise UsageError(f"{name} has no Chinese words; write one a line.")
    return list(found)
