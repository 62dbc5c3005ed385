"""Which texts are alike that nobody planned to be: by the cosine of their character trigrams."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

# What stands in more texts than these tells little of two; it is left to a bound, which spares nearly all of the work.
COMMON = 1_000


def too_alike(texts: Sequence[tuple[str, int]], limit: float) -> list[tuple[float, str, str]]:
    """The pairs of texts of different groups whose cosine is above a limit."""
    grams = [Counter(text[at : at + 3] for at in range(len(text) - 2)) for text, _ in texts]
    spread = Counter(gram for each in grams for gram in each)
    lengths = [sqrt(sum(count**2 for count in each.values())) for each in grams]
    # How much of a text is common: the most that common trigrams can add to a cosine is the product of two such shares.
    common = [
        sqrt(sum(count**2 for gram, count in each.items() if spread[gram] > COMMON)) / length
        for each, length in zip(grams, lengths, strict=True)
    ]
    assert max(common, default=0.0) ** 2 < limit, "too much of a text is common for the bound to spare anything"
    seen: dict[str, list[int]] = defaultdict(list)
    found = []
    for number, each in enumerate(grams):
        shared: Counter[int] = Counter()
        for gram, count in each.items():
            if 1 < spread[gram] <= COMMON:
                for other in seen[gram]:
                    shared[other] += count * grams[other][gram]
                seen[gram].append(number)
        for other, product in shared.items():
            if product / lengths[other] / lengths[number] + common[other] * common[number] <= limit:
                continue
            likeness = (
                sum(count * each[gram] for gram, count in grams[other].items()) / lengths[other] / lengths[number]
            )
            if likeness > limit and texts[other][1] != texts[number][1]:
                found.append((likeness, texts[other][0], texts[number][0]))
    return found
