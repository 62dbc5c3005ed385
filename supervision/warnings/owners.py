"""The leader who owns a case by name (包案): asked of the sheets of the room, once there are any."""

from collections.abc import Mapping
from datetime import date


def owning_leaders(on: date) -> Mapping[int, int]:
    """Return who owns a case on a day, by the key of the case.

    The one place where ownership meets the warnings: empty until the sheets of the room fill it.
    """
    return {}


def put_off(on: date) -> frozenset[int]:
    """Return the cases of which a later date was agreed in a leader's plan: their warnings are shown, and not pushed.

    Empty until the plans of the room fill it.
    """
    return frozenset()
