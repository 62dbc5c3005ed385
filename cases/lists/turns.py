"""What an address asks of a list: which page of it, and which of its tabs."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.utils.http import urlencode

from law.words import Word


class Turn(TypedDict):
    """Which page of a list: the one after a key, or before one; "" for neither."""

    after: str
    before: str


def turn_asked(query: Mapping[str, str]) -> Turn:
    """Return the turn that an address asks for."""
    return {"after": query.get("after", ""), "before": query.get("before", "")}


def tabs(words: Iterable[Word], chosen: str, asked: str = "list") -> list[dict[str, Any]]:
    """Return the tabs of a list, one a word, with the address that asks for it; the chosen one is marked."""
    return [
        {"label": each.label, "url": f"?{urlencode({asked: each.value})}", "active": each == chosen} for each in words
    ]
