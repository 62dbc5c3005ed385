"""Noting one thing in the journal, in the transaction it belongs to."""

from typing import Any

from django.db.models import Model

from kit.origin import origin
from kit.verbs import Verb
from organizations.models import JournalEntry, Staff, Unit
from organizations.today import now


def note(
    verb: Verb,
    *,
    by: Staff | None = None,
    for_whom: Staff | None = None,
    at: Unit | None = None,
    about: Model | None = None,
    **facts: Any,
) -> JournalEntry:
    """Write one entry and return it; a change and its entry stand or fall together (design §15).

    A person whose hand somebody is (organizations/mandates.py) is noted as acted for. ``at``: the unit, the person's own where not said; ``about``: the row it is about. ``facts``: as the verb declares
    them. Raises ValueError where a fact is not declared, or could hold words.
    """
    unit = at or (by.unit if by else None)
    return JournalEntry.objects.create(
        at=now(),
        # Above the districts there is a journal of its own.
        district_id=unit.district_id if unit else None,
        by=(by.hand or by) if by else None,
        for_whom=for_whom or (by if by and by.hand else None),
        unit=unit,
        origin=origin(),
        verb=verb.code,
        kind=about._meta.label_lower if about is not None else "",
        key=about.pk if about is not None else None,
        facts=verb.stored(facts),
    )
