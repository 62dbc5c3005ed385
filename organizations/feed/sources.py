"""What this floor puts into the feed: that somebody's own roles changed, so that he may see more or less from now on."""

from collections.abc import Sequence

from kit.feed import Line, Source
from organizations.journal.chaining import ENTRY
from organizations.journal.verbs import GRANT_APPROVED, GRANT_ENDED
from organizations.models import JournalEntry, Staff

_CHANGES = (GRANT_APPROVED.code, GRANT_ENDED.code)


def read_own_changes(staff: Staff, keys: Sequence[int]) -> dict[int, Line]:
    """Return the lines that tell a person of his own roles; nobody reads another's here."""
    own = JournalEntry.objects.filter(pk__in=keys, verb__in=_CHANGES, facts__staff=staff.pk)
    return {
        entry.pk: {"at": entry.at, "verb": entry.verb, "unit": entry.unit_id, "facts": {"role": entry.facts["role"]}}
        for entry in own
    }


FEED = (Source(ENTRY, read_own_changes),)
