"""What this floor puts into the feed: that somebody's own roles changed, and what was done on records of the rooms."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.apps import apps

from kit.feed import Line, Source
from kit.rooms import all_of
from organizations.journal.chaining import ENTRY
from organizations.journal.verbs import GRANT_APPROVED, GRANT_ENDED
from organizations.models import JournalEntry, Staff

_CHANGES = (GRANT_APPROVED.code, GRANT_ENDED.code)


def read_entries(staff: Staff, keys: Sequence[int]) -> dict[int, Line]:
    """Return the lines that tell a person of his own roles, and of the records that he may read; nothing else of the journal."""
    records = {label: apps.get_model(label) for label in all_of("records")}
    entries = JournalEntry.objects.filter(pk__in=keys)
    own = [entry for entry in entries if entry.verb in _CHANGES and entry.facts["staff"] == staff.pk]
    about = [entry for entry in entries if entry.kind in records]
    readable = _readable(staff, records, about)
    lines = {entry.pk: _line(entry, {"role": entry.facts["role"]}) for entry in own}
    return lines | {
        entry.pk: {
            **_line(entry, entry.facts),
            "record": entry.kind,
            "key": entry.key,
            "by": entry.by_id,
            "for_whom": entry.for_whom_id,
        }
        for entry in about
        if (entry.kind, entry.key) in readable
    }


def _readable(staff: Staff, records: dict[str, Any], entries: list[JournalEntry]) -> set[tuple[str, int | None]]:
    wanted: dict[str, set[int | None]] = defaultdict(set)
    for entry in entries:
        wanted[entry.kind].add(entry.key)
    return {
        (label, key)
        for label, keys in wanted.items()
        for key in records[label]._default_manager.readable_by(staff).filter(pk__in=keys).values_list("pk", flat=True)
    }


def _line(entry: JournalEntry, facts: dict[str, Any]) -> Line:
    return {"at": entry.at, "verb": entry.verb, "unit": entry.unit_id, "facts": facts}


FEED = (Source(ENTRY, read_entries),)
