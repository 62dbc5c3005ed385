"""A title over several lines: even lines, broken where a reader pauses, the word of the letter in one piece (GB/T 9704)."""

from functools import cache
from math import ceil

MOST_IN_A_LINE = 20
_PAUSES = ("、", "的", "》", "）")
_IN_THE_WORD, _ANYWHERE, _BEFORE_THE_POINT = 20.0, 4.0, 2.0


def title_lines(title: str) -> list[str]:
    """Return a title as the lines it is printed in; short ones stay as they are."""
    rows, word = ceil(len(title) / MOST_IN_A_LINE), title.rfind("的") + 1

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        even = (len(title) - start) / left
        if left == 1:
            return (0.0 if even <= MOST_IN_A_LINE else 1000.0), ()
        ends = range(start + 1, min(start + MOST_IN_A_LINE, len(title) - 1) + 1)
        tried = ((end, best(end, left - 1)) for end in ends)
        return min(
            (_cost(title, end, word) + abs(end - start - even) + cost, (end, *more)) for end, (cost, more) in tried
        )

    breaks = best(0, rows)[1] if rows > 1 else ()
    return [title[first:last] for first, last in zip((0, *breaks), (*breaks, len(title)), strict=True)]


def _cost(title: str, end: int, word: int) -> float:
    if 0 < word < end:
        return _IN_THE_WORD
    if title[end - 1] in _PAUSES:
        return 0.0
    return _BEFORE_THE_POINT if title.startswith("问题", end) else _ANYWHERE
