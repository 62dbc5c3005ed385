"""Noting who read what is sealed: once an hour a person and case, however often a page is loaded."""

from datetime import timedelta

from cases.models import Case
from cases.record.verbs import SEALED_READ
from organizations.journal.noting import note
from organizations.models import JournalEntry, Staff
from organizations.today import now

_AGAIN_AFTER = timedelta(hours=1)


def note_sealed_reading(case: Case, by: Staff) -> None:
    """Note that a person read the sealed part of a case (Art. 30); nothing where the case has none, or it is closed to him."""
    if not (case.sealed and getattr(case, "sealed_open", False)):
        return
    lately = JournalEntry.objects.filter(
        kind=Case._meta.label_lower, key=case.pk, by=by, verb=SEALED_READ.code, at__gt=now() - _AGAIN_AFTER
    )
    if not lately.exists():
        note(SEALED_READ, by=by, at=case.unit, about=case)
