"""Why somebody is told something: what a room may put into the outbox, and who may still know of it when it goes out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reason:
    """One reason for a message: its code, its word, and whether the recipient may (still) know.

    ``may_know(staff, about)`` is asked just before a message goes out, and again when it is read in the product: a
    wall may have been built meanwhile. ``staff`` is None for who has no account; ``about`` the key given when queued.
    """

    code: str
    label: str
    may_know: Callable[[Any, int | None], bool] | None = None

    def may_tell(self, staff: Any, about: int | None) -> bool:
        """Tell whether the recipient may know of it now."""
        return self.may_know is None or self.may_know(staff, about)
