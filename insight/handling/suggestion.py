"""One suggestion of how to handle a petition, and the reason that a person can check. No Django."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_SUGGESTED = 3


@dataclass(frozen=True)
class Suggestion:
    """What may be chosen: ``code`` a word of the house, or the key of a unit; ``label`` as people call it; why.

    ``weight``: how many reasons speak for it; of two suggestions the one with more stands first.
    """

    code: str
    label: str
    reason: str
    weight: float = 1.0


def merged(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return one suggestion a choice, its reasons beside each other, those with most behind them first, three at most."""
    by_code: dict[str, Suggestion] = {}
    for each in found:
        known = by_code.get(each.code)
        by_code[each.code] = (
            Suggestion(each.code, each.label, f"{known.reason}；{each.reason}", known.weight + each.weight)
            if known
            else each
        )
    return sorted(by_code.values(), key=lambda each: (-each.weight, each.code))[:MOST_SUGGESTED]
