"""One act on several things at once: each for itself, so that what is refused says why and holds up none of the others."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from law.errors import Refused

T = TypeVar("T")


def one_by_one(things: Iterable[T], do: Callable[[T], object]) -> list[tuple[T, Refused | None]]:
    """Do something with each of these, every one in a transaction of its own; return each with why not, or None."""
    return [(each, _refusal_of(do, each)) for each in things]


def _refusal_of(do: Callable[[T], object], each: T) -> Refused | None:
    try:
        do(each)
    except Refused as refused:
        return refused
    return None
