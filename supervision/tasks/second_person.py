"""The second person on a record: who did an earlier step, was acted for or lent the hand does not do the later one."""

from kit.verbs import Verb
from organizations.models import JournalEntry, Staff
from organizations.models.record import Record


def did_before(record: Record, staff: Staff, *verbs: Verb, **facts: int) -> bool:
    """Tell whether a person, or his hand, had a part in one of these steps of a record, as its history has it.

    ``facts``: only in steps that were noted with these.
    """
    rows = JournalEntry.objects.filter(
        kind=record._meta.label_lower,
        key=record.pk,
        verb__in=[verb.code for verb in verbs],
        **{f"facts__{name}": value for name, value in facts.items()},
    )
    return any(staff.both & {by, whom} for by, whom in rows.values_list("by", "for_whom"))
