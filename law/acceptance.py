"""Acceptance 受理: late where it comes after the fifteen days of Art. 23; the sixty days run from it all the same (Art. 34)."""

from datetime import date

from law.deadlines import PERIODS
from law.vocabulary import Duty


def days_late(received_on: date, accepted_on: date) -> int:
    """Return by how many days an acceptance came after the fifteen from receipt; 0 where it was in time."""
    return max(0, (accepted_on - received_on).days - (PERIODS[Duty.NOTICE_REFERRED_15D].days or 0))
