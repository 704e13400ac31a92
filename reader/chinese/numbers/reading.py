"""Read a figure aloud: in characters, in pinyin, in syllables."""

from __future__ import annotations

from dataclasses import replace

from reader.chinese.numbers.quantity import Quantity
from reader.chinese.numbers.sounds import pinyin_of, spoken_syllables, syllables_of
from reader.chinese.numbers.spell import spell


def read_quantity(quantity: Quantity, following: str = "", *, spoken: bool = False) -> Quantity:
    """Return the quantity with ``hanzi``, ``pinyin`` and ``syllables`` that read exactly its ``text``.

    Args:
        quantity: a figure found in a text; a figure already in characters is read as written.
        following: the text behind the figure (its measure word and more), which decides between 两 and 二.
        spoken: write the tone that 一 has in speech (yìbǎi) instead of its own (yībǎi).
    """
    hanzi = spell(quantity, following)
    behind = following.lstrip() or quantity.measure or ""
    syllables = spoken_syllables(hanzi, behind) if spoken else syllables_of(hanzi)
    return replace(quantity, hanzi=hanzi, pinyin=pinyin_of(hanzi, syllables), syllables=syllables)
