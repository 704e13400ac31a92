"""What stands on either side of a word, as far as it tells what other words could stand there."""

from __future__ import annotations

from reader.chinese.token import Kind, Token
from reader.quiz.words import Word

_ASPECT = frozenset("了着过")
_LOCALIZERS = frozenset("里上下中外内前后")
_DEGREES_WRITTEN = """
很 最 更 太 挺 真 好 非常 十分 特别 比较 越来越 更加 有点儿 极
"""
_DEGREES = frozenset(_DEGREES_WRITTEN.split())
_DENIALS_WRITTEN = """
不 没 没有 别 未 无
"""
_DENIALS = frozenset(_DENIALS_WRITTEN.split())
_MODALS_WRITTEN = """
会 能 可以 要 想 应该 必须 可能 愿意 打算 开始 将 来 去 正在 在 已经 就 才 都 也
又 再
"""
_MODALS = frozenset(_MODALS_WRITTEN.split())
_PREPOSITIONS_WRITTEN = """
在 从 把 被 对 向 往 用 给 和 与 跟 同 为 以 将 由 于 按 比 及 或
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_WRITTEN.split())


def behind_of(word: Word) -> str:
    """Return what follows the word: a mark, 的, 了 着 过, a place word, a figure, other words."""
    token = word.behind
    if token is None or token.kind in (Kind.PUNCTUATION, Kind.SPACE) or token.start != word.token.end:
        return "end"
    if token.kind is Kind.FIGURE:
        return "figure"
    first = token.surface[0]
    if len(token.surface) == 1 and first in _ASPECT:
        return "aspect"
    if token.surface in ("的", "地", "得"):
        return token.surface
    if len(token.surface) == 1 and first in _LOCALIZERS:
        return "place"
    return "words"


def before_of(word: Word) -> str:
    """Return what kind of thing the word follows: a mark, 的, a figure or measure word, 很, 不, 会, 在."""
    token = word.before
    if token is None or token.kind in (Kind.PUNCTUATION, Kind.SPACE) or token.end != word.token.start:
        return "start"
    if token.surface in ("的", "地", "得"):
        return token.surface
    return _class(token)


def _class(token: Token) -> str:
    for said, words in (
        ("degree", _DEGREES), ("denial", _DENIALS), ("modal", _MODALS), ("preposition", _PREPOSITIONS),
    ):  # fmt: skip
        if token.surface in words:
            return said
    return "figure" if token.kind is Kind.FIGURE or token.surface in _MEASURES else "words"


_MEASURES_WRITTEN = """
个 条 只 家 件 位 名 本 块 把 张 座 种 些 次 场 辆 台 项 所 这 那 每 各 一
"""
_MEASURES = frozenset(_MEASURES_WRITTEN.split())
