"""Counting Chinese characters at once gives what asking one by one gives."""

from reader.text import count_han, is_han


def test_han_is_counted_as_it_is_told():
    edges = (0x3007, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x323AF)
    text = "".join(chr(edge + by) for edge in edges for by in (-1, 0, 1)) + "读报 abc，。"
    assert count_han(text) == sum(map(is_han, text))
