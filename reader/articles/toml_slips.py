"""What an error in a TOML file means in the words of someone who writes articles."""

from __future__ import annotations

import re

from reader.text import is_han

_WIDE = {"＝": "=", "［": "[", "］": "]", "，": ",", "＃": "#"}
_BARE_KEY = re.compile(r"\s*([^\s\"'=\[#]+)\s*=")


def mend_for(line: str, error: str) -> str:
    """Return how to mend a line of a TOML file that the parser refused with ``error``."""
    outside = re.sub(r'"[^"]*"', "", line)
    if error.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate")):
        return "This name is there already: take one away, or begin each fact and each note with [[ and ]]."
    if re.search("[“”‘’＂]", outside):
        return 'Put straight quotes round words: "…".'
    if wide := next((sign for sign in outside if sign in _WIDE), ""):
        return f"Write {_WIDE[wide]} for {wide} ."
    if re.match(r"""\s*[{"']*\w+["']?\s*:""", line):
        return "Write = between a name and its value: date = 2024-05-06."
    if re.search(r"=\s*-?\d+,\d", outside):
        return "Write the number without commas: 3200."
    if line.replace('\\"', "").count('"') % 2:
        return 'A " is missing or too many: words stand between two of them.'
    if (key := _BARE_KEY.match(line)) and any(map(is_han, key[1])):
        return f'Put quotes round a Chinese word: "{key[1]}" = …'
    if error.startswith("Unclosed array"):
        return "In the list a , between two entries or the ] at its end is missing."
    if re.search(r'"\s*[^\s",\]=#]+\s*"', re.sub(r"^[^=]*=\s*", "", line)):
        return "Within words in quotes write “…”, and not the straight quotes that end them."
    return "Mend the line."
