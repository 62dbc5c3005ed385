"""What the ledgers of the room share: whether a file may still be read."""

from collections.abc import Sequence
from typing import Any

from cases.lists.register import all_within
from organizations.models import Staff


def all_readable(model: Any, staff: Staff, keys: Sequence[int]) -> bool:
    """Tell whether a person may still read all rows of these keys."""
    return all_within(model.objects.readable_by(staff), keys)
