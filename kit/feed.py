"""What a room puts into the feed: the kinds of its rows that get a place there, and how a reader may read them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# One line as it is given out, without its cursor.
Line = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """One kind of row with a place in the feed.

    ``kind`` is what the trigger of its table says (organizations_await); ``read(staff, keys)`` returns the lines of
    those of these rows that the person may read, by key.
    """

    kind: str
    read: Callable[[Any, Sequence[int]], Mapping[int, Line]]
