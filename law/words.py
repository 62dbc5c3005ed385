"""What a word of the house is: a stored code, and the Chinese word that people read."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A stored code with the Chinese word that people read."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (code, Chinese word) pairs, in order, as form fields and models want them."""
        return [(str(member.value), member.label) for member in cls]
