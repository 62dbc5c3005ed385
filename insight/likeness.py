"""How alike two texts are: runs of three characters, a sketch to find by, a cosine to judge by. No Django."""

import re
from collections import Counter
from collections.abc import Mapping
from math import sqrt
from zlib import crc32

GRAM = 3
# So much of a text tells what it is about; what follows in the longest letters are mostly enclosures.
MOST_READ = 4000
# Smallest of the numbers that its grams come to: two texts that share a fifth of their grams share about as many of these.
SKETCHED = 48
_WORDS = re.compile(r"[a-z0-9]+|[^\W\x00-\x7f]+").findall
_HALF, _WHOLE = 1 << 31, 1 << 32

Grams = Mapping[str, int]


def grams_of(text: str) -> Counter[str]:
    """Return how often each run of three characters stands in a text, blanks and marks left out; empty for no words."""
    words = "".join(_WORDS(text.lower()))[:MOST_READ]
    if not words:
        return Counter()
    return Counter(words[at : at + GRAM] for at in range(max(1, len(words) - GRAM + 1)))


def sketch_of(grams: Grams) -> list[int]:
    """Return the sketch of a text: the smallest numbers of its grams, each of 32 bits with a sign, in order."""
    return sorted(number_of(gram) for gram in grams)[:SKETCHED]


def number_of(gram: str) -> int:
    """Return the number of a gram, between -2^31 and 2^31, the same on every machine and on every day."""
    number = crc32(gram.encode())
    return number - _WHOLE if number >= _HALF else number


def closeness(one: Grams, other: Grams) -> float:
    """Return the cosine of two texts by their grams: 0 nothing in common, 1 the same words."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    shared = sum(count * many[gram] for gram, count in few.items() if gram in many)
    return shared / sqrt(_square(few) * _square(many)) if shared else 0.0


def shared_passages(text: str, grams: Grams, most: int = 3) -> list[str]:
    """Return the longest passages of a text that stand in the other one, too, the longest first."""
    found = sorted(
        {run for piece in _WORDS(text.lower()) for run in _runs(piece, grams)}, key=lambda run: (-len(run), run)
    )
    kept: list[str] = []
    for run in found:
        if not any(run in longer for longer in kept):
            kept.append(run)
    return kept[:most]


def _runs(piece: str, grams: Grams) -> list[str]:
    marked = [piece[at : at + GRAM] in grams for at in range(max(0, len(piece) - GRAM + 1))]
    runs, start = [], None
    for at, hit in enumerate([*marked, False]):
        if hit and start is None:
            start = at
        elif not hit and start is not None:
            runs.append(piece[start : at + GRAM - 1])
            start = None
    return runs


def _square(grams: Grams) -> int:
    return sum(count * count for count in grams.values())
