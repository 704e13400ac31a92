"""Taking a word apart into the fewest words that are known."""

from __future__ import annotations

from collections.abc import Callable

# Nothing longer is looked for: the longest headwords are proverbs.
LONGEST_WORD = 16


def fewest_words(
    word: str, known: Callable[[str], bool], cost: Callable[[str], float], *, whole: bool = False
) -> tuple[str, ...]:
    """Split ``word`` into the fewest known words; among equals, the one of the least summed ``cost``.

    A character that is no known word stands alone and counts as two. ``whole`` allows the word itself.
    """
    size = len(word)
    best: list[tuple[float, float, int]] = [(0, 0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        choices = []
        for end in range(start + 1, min(size, start + LONGEST_WORD) + 1):
            if end - start == size and not whole:
                continue
            part = word[start:end]
            if known(part):
                choices.append((best[end][0] + 1, best[end][1] + cost(part), end))
            elif end == start + 1:
                choices.append((best[end][0] + 2, best[end][1], end))
        best[start] = min(choices) if choices else (size * 2, 0.0, size)
    parts = []
    place = 0
    while place < size:
        end = best[place][2]
        parts.append(word[place:end])
        place = end
    return tuple(parts)
