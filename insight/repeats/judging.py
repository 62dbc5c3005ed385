"""How like a text those of a room are that somebody may read: the index says where to look, the texts themselves decide."""

from collections.abc import Mapping, Sequence
from typing import Any

from insight.likeness import Grams, closeness, grams_of, shared_passages
from insight.repeats.finding import like
from kit.rooms import all_of
from kit.texts import Alike, Text

# Below it two texts have no more in common than any two petitions about such a matter.
ALIKE = 0.3


def alike(record: str, words: str, rows: Any, district: int | None, beside: Any = None) -> dict[int, Alike]:
    """Return those of these rows of a record whose text is like the words, by key; see kit/rooms.py."""
    grams, fields = grams_of(words), _text_of(record).fields
    if not grams:
        return {}
    found = _read(rows.filter(pk__in=like(record, grams, district)), fields)
    if beside is not None:
        found |= _read(beside, fields)
    return judged(words, grams, found)


def judged(words: str, grams: Grams, texts: Mapping[int, str]) -> dict[int, Alike]:
    """Return which of these texts are like the words, how close, and the passages that both have."""
    found = {}
    for key, text in texts.items():
        other = grams_of(text)
        close = closeness(grams, other)
        if close >= ALIKE:
            found[key] = Alike(close, tuple(shared_passages(words, other)))
    return found


def _text_of(record: str) -> Text:
    found: Text = next(text for text in all_of("texts") if text.record == record)
    return found


def _read(rows: Any, fields: Sequence[str]) -> dict[int, str]:
    return {key: "\n".join(words) for key, *words in rows.values_list("pk", *fields)}
