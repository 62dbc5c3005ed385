"""How alike the two most alike texts are that nobody planned to be."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt


def most_alike(texts: Sequence[tuple[str, int]]) -> float:
    """The highest cosine of character trigrams between two texts of different groups."""
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    lengths: list[float] = []
    best = 0.0
    for number, (text, group) in enumerate(texts):
        grams = Counter(text[at : at + 3] for at in range(len(text) - 2))
        length = sqrt(sum(count * count for count in grams.values()))
        shared: Counter[int] = Counter()
        for gram, count in grams.items():
            for other, times in seen[gram]:
                shared[other] += count * times
            seen[gram].append((number, count))
        likeness = (product / lengths[other] / length for other, product in shared.items() if texts[other][1] != group)
        best = max(best, max(likeness, default=0.0))
        lengths.append(length)
    return best
