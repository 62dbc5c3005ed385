"""Which class a text most probably is of, by the weights of its grams. No Django, no library: the web answers with it."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

LONGEST_GRAM = 3
MOST_READ = 2000
# What stands for a place or a number in a text whose names were taken out, or is one: it tells nothing of the matter.
_PLACES = re.compile(r"[a-z]\d*(?:市|区|县|镇)")
_OTHER = re.compile(r"[^\u3400-\u9fffa-z]+")
_MOST_WORDS = 3


@dataclass(frozen=True)
class Weighed:
    """What a gram weighs: ``rarity`` (the rarer, the more), and how much it speaks for each class."""

    rarity: float
    weights: Sequence[float]


@dataclass(frozen=True)
class Guess:
    """A class with its score (the higher, the surer) and the words of the text that speak for it most."""

    label: str
    score: float
    words: tuple[str, ...]


def grams_in(text: str) -> list[str]:
    """Return the runs of one to three characters of a text, as often as they stand there."""
    words = _OTHER.sub(" ", _PLACES.sub("", text.lower()[:MOST_READ])).strip()
    return [
        gram
        for length in range(1, LONGEST_GRAM + 1)
        for at in range(len(words) - length + 1)
        if (gram := words[at : at + length]).strip()
    ]


def guesses(text: str, labels: Sequence[str], biases: Sequence[float], weighed: Mapping[str, Weighed]) -> list[Guess]:
    """Return every class with its score, the surest first; ``weighed`` holds at least the known grams of the text."""
    found = {
        gram: (1 + log(count)) * weighed[gram].rarity
        for gram, count in Counter(grams_in(text)).items()
        if gram in weighed
    }
    size = sqrt(sum(value * value for value in found.values())) or 1.0
    said = {gram: [value / size * weight for weight in weighed[gram].weights] for gram, value in found.items()}
    order = sorted(range(len(labels)), key=lambda at: -_score(said, biases, at))
    return [Guess(labels[at], _score(said, biases, at), _words_for(said, at)) for at in order]


def _score(said: Mapping[str, Sequence[float]], biases: Sequence[float], at: int) -> float:
    return biases[at] + sum(each[at] for each in said.values())


def _words_for(said: Mapping[str, Sequence[float]], at: int) -> tuple[str, ...]:
    """Return the words that speak most for a class; single characters and parts of longer ones are no words."""
    telling = sorted((gram for gram in said if len(gram) > 1 and said[gram][at] > 0), key=lambda gram: -said[gram][at])
    return tuple(_apart(telling))[:_MOST_WORDS]


def _apart(grams: Collection[str]) -> list[str]:
    kept: list[str] = []
    for gram in grams:
        if not any(gram in other or other in gram for other in kept):
            kept.append(gram.strip())
    return kept
