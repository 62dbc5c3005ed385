"""What rooms offer of their texts, what is said of texts like another one, and blocks beside the registration form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class OpenText:
    """The words of one row that every reader of it reads, and the key of its district."""

    district: int | None
    words: str


@dataclass(frozen=True)
class Text:
    """Texts that insight may read: ``rows(staff)`` through ``readable_by``, ``fields`` the columns that hold words.

    ``told(keys)``: for its index, the words of the rows (of the model labelled ``record``) that these lines of the feed,
    keys by kind, tell of; None for a row whose words are for few: of those nothing is kept (docs/decisions/0072).
    """

    label: str
    rows: Callable[[Any], Any]
    fields: tuple[str, ...]
    record: str = ""
    told: Callable[[Mapping[str, Sequence[int]]], Mapping[int, OpenText | None]] | None = None


@dataclass(frozen=True)
class Alike:
    """How close a text is to another one, 0 to 1, and the longest passages that both have."""

    closeness: float
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Beside:
    """A block beside the registration form: ``read(staff, typed, on)`` returns its context, None for no block.

    ``typed`` is what stands in the form, as its fields are called, with the ``key`` of the form and, in ``similar``, the keys
    of the cases that are shown as the same matter.
    """

    template: str
    read: Callable[[Any, Mapping[str, Any], date], Mapping[str, Any] | None]
