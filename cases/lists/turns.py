"""Which page of a list an address asks for."""

from collections.abc import Mapping
from typing import TypedDict


class Turn(TypedDict):
    """Which page of a list: the one after a key, or before one; "" for neither."""

    after: str
    before: str


def turn_asked(query: Mapping[str, str]) -> Turn:
    """Return the turn that an address asks for."""
    return {"after": query.get("after", ""), "before": query.get("before", "")}
