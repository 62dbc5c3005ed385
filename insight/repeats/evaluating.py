"""How many known repeats are found again, how many of what stands first is one, and how many warnings there are without cause."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter
from typing import Any

from insight.likeness import grams_of
from insight.models import TextSketch
from insight.repeats.finding import like
from insight.repeats.indexing import count_grams, sketch_rows
from insight.repeats.judging import judged
from kit.texts import OpenText

Read = Callable[[Sequence[int]], Mapping[int, str]]
MOST_SHOWN = 5
SAME, RELATED, OTHER = "same_matter", "related", "different"
_SLICE = 5000
# So many texts without a known neighbour are asked.
MOST_ALONE = 1000


def measured(
    pairs: Sequence[Mapping[str, str]], texts: Mapping[str, str], *, record: str, read: Read, among: Sequence[str] = ()
) -> dict[str, Any]:
    """Return recall, precision and what was used, of pairs {a, b, verdict} over texts by their names.

    They lie among the sketched rows of a record, whose texts ``read`` returns by key, and of the texts ``among``. Writes
    sketches under keys below 0; the caller throws them away. Of a pair each side is asked for the other.
    """
    names = list(texts)
    _sketch(record, [*texts.values(), *among])
    count_grams()
    asked = _Asked(record, names, [*texts.values(), *among], read)
    known = [pair for pair in pairs if pair["a"] in texts and pair["b"] in texts]
    paired = {name for pair in known for name in (pair["a"], pair["b"])}
    return {
        "recall_at_5": _recall(asked, known),
        **_precision(asked, known, paired),
        "pairs_used": sum(pair["verdict"] == SAME for pair in known),
        "warned_alone": _warned(asked, [name for name in names if name not in paired]),
        "texts": TextSketch.objects.filter(record=record).count(),
        **asked.times(),
    }


class _Asked:
    """What was found for each text, asked once, and how long it took."""

    def __init__(self, record: str, names: Sequence[str], texts: Sequence[str], read: Read) -> None:
        self.record, self.names, self.texts, self.read = record, names, texts, read
        self.places = {name: place for place, name in enumerate(names)}
        self.found: dict[str, list[str]] = {}
        self.took: list[float] = []

    def of(self, name: str) -> list[str]:
        """Return the names of the texts that are like a text, the closest first; "" for one of those it lies among."""
        if name not in self.found:
            start = perf_counter()
            self.found[name] = self._ask(name)
            self.took.append((perf_counter() - start) * 1000)
        return self.found[name]

    def times(self) -> dict[str, float]:
        """Return the median and the 95th of a hundred, in milliseconds."""
        ordered = sorted(self.took) or [0.0]
        return {"median_ms": round(median(ordered), 1), "p95_ms": round(ordered[int(len(ordered) * 0.95)], 1)}

    def _ask(self, name: str) -> list[str]:
        own = self.places[name]
        words = self.texts[own]
        grams = grams_of(words)
        keys = [key for key in like(self.record, grams, None) if key != _key(own)]
        held = {key: self.texts[_place(key)] for key in keys if key < 0}
        close = judged(words, grams, {**held, **self.read([key for key in keys if key >= 0])})
        return [self._name(key) for key in sorted(close, key=lambda key: -close[key].closeness)]

    def _name(self, key: int) -> str:
        return self.names[place] if key < 0 and (place := _place(key)) < len(self.names) else ""


def _key(place: int) -> int:
    return -1 - place


def _place(key: int) -> int:
    return -1 - key


def _sketch(record: str, texts: Sequence[str]) -> None:
    for start in range(0, len(texts), _SLICE):
        part = enumerate(texts[start : start + _SLICE], start)
        sketch_rows(record, {_key(place): OpenText(None, text) for place, text in part})


def _recall(asked: _Asked, known: Sequence[Mapping[str, str]]) -> float:
    sides = [(pair["a"], pair["b"]) for pair in known if pair["verdict"] == SAME]
    sides += [(other, one) for one, other in sides]
    return round(sum(other in asked.of(one)[:MOST_SHOWN] for one, other in sides) / len(sides), 4) if sides else 0.0


def _precision(asked: _Asked, known: Sequence[Mapping[str, str]], paired: set[str]) -> dict[str, float | int]:
    """Of the pairs found at rank 1 that carry a verdict, how many are of one matter or related."""
    verdicts = {frozenset((pair["a"], pair["b"])): pair["verdict"] for pair in known if pair["verdict"]}
    first = {frozenset((name, found[0])) for name in sorted(paired) if (found := asked.of(name))}
    judged_ones = [verdicts[pair] for pair in first if pair in verdicts]
    right = sum(verdict in (SAME, RELATED) for verdict in judged_ones)
    return {"precision": round(right / len(judged_ones), 4) if judged_ones else 0.0, "judged": len(judged_ones)}


def _warned(asked: _Asked, alone: Sequence[str]) -> float:
    some = alone[:: max(1, len(alone) // MOST_ALONE)]
    return round(sum(bool(asked.of(name)) for name in some) / len(some), 4) if some else 0.0
