"""Whether a letter says what it must: looked for in its words as they read, whoever wrote its template (Art. 22, 23, 32)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kit.days import day_words
from kit.letters import Words
from law.letters import ELEMENTS, Element, assert_none_missing
from law.vocabulary import Letter

_BLANK = re.compile(r"\s+")


def unsaid_elements(kind: Letter, content: str, words: Words) -> list[Element]:
    """Return the mandatory elements whose own words do not stand in a letter; what has no words is not said either."""
    read = _read(content)
    return [
        element
        for element in ELEMENTS.get(kind, ())
        if (not element.where or words.get(element.where)) and not _says(read, element, words)
    ]


def assert_says(kind: Letter, content: str, words: Words) -> None:
    """Refuse a letter that does not say a mandatory element, by name. Raises Refused letter_incomplete."""
    assert_none_missing(kind.label, unsaid_elements(kind, content, words))


def _says(read: str, element: Element, words: Words) -> bool:
    wanted = [_read(text) for text in texts_of(element.key, words)]
    return bool(wanted) and all(text and text in read for text in wanted)


def texts_of(key: str, words: Words) -> list[str]:
    """Return the words of an element: "remedy.facts" of a thing, "demands.facts" of each of several."""
    first, *attributes = key.split(".")
    values = list(_several(words.get(first)))
    for attribute in attributes:
        # A demand told as bare words is its own text.
        values = [value if isinstance(value, str) else getattr(value, attribute, None) for value in values]
    return [_text(value) for value in values]


def _several(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list | QuerySet) else (value,)


def _text(value: Any) -> str:
    if isinstance(value, date):
        return day_words(value)
    return "" if value is None else str(value)


def _read(text: str) -> str:
    return _BLANK.sub("", text)
