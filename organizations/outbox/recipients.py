"""Whom a message is for, with the district whose administrators answer for its sending."""

from kit.messages.queueing import Recipient
from organizations.models import Staff, Unit


def colleague(staff: Staff, address: str = "") -> Recipient:
    """Return a member of staff as a recipient: in the product, or at an address of his."""
    return Recipient(staff, address, staff.unit.district_id)


def outsider(address: str, *, at: Unit) -> Recipient:
    """Return somebody without an account as a recipient; ``at``: the unit that tells him."""
    return Recipient(None, address, at.district_id)
