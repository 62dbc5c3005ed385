"""The facts of disputes as texts that may be compared with other texts; names are no part of them."""

from collections.abc import Mapping, Sequence

from kit.texts import OpenText, Text
from organizations.journal.chaining import ENTRY
from organizations.models import JournalEntry
from screening.disputes.repeats import LABEL
from screening.models import Dispute

FIELDS = ("facts",)


def _told(keys: Mapping[str, Sequence[int]]) -> dict[int, OpenText | None]:
    changed = JournalEntry.objects.filter(pk__in=keys.get(ENTRY, ()), kind=LABEL).values("key")
    rows = Dispute.objects.filter(pk__in=changed).values_list("pk", "district", *FIELDS)
    return {key: OpenText(district, words) for key, district, words in rows}


DISPUTE_TEXT = Text("矛盾纠纷", Dispute.objects.readable_by, FIELDS, record=LABEL, told=_told)
