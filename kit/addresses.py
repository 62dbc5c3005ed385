"""Addresses that are written in every row of a list: how one is made is sought once a process, not for each row."""

from functools import cache

from django.urls import reverse

# Digits that no address has of its own.
_STAND_IN = 90817263540


def address_of(name: str, *parts: int | str) -> str:
    """Return what `reverse` returns for numbers, and for words of the program that need no quoting."""
    return _pattern(name, len(parts)).format(*parts)


@cache
def _pattern(name: str, places: int) -> str:
    stand_ins = [str(_STAND_IN + place) for place in range(places)]
    found = reverse(name, args=stand_ins)
    for place, digits in enumerate(stand_ins):
        found = found.replace(digits, f"{{{place}}}")
    return found
