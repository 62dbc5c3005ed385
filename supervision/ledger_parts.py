"""What the ledgers of the room share: whether a file may still be read."""

from collections.abc import Sequence
from typing import Any

from organizations.models import Staff

# Keys asked for at once when a file is fetched.
_AT_ONCE = 5000


def all_within(rows: Any, keys: Sequence[int]) -> bool:
    """Tell whether all of these keys are among rows, asked in chunks."""
    chunks = (keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE))
    return all(rows.filter(pk__in=chunk).count() == len(set(chunk)) for chunk in chunks)


def all_readable(model: Any, staff: Staff, keys: Sequence[int]) -> bool:
    """Tell whether a person may still read all rows of these keys."""
    return all_within(model.objects.readable_by(staff), keys)
