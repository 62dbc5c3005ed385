"""The auditor of the reach rows: do they say of every kind of reader what the records say? What differs is mended at once."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max, Min

from cases.models import Case, ReachRow
from cases.record.verbs import REACH_AUDITED, REACH_MENDED
from cases.sight.accesses import accesses_of
from cases.sight.keeping import keep_reach
from cases.sight.reach import rows_answer
from organizations.authority import holdings
from organizations.journal.noting import note
from organizations.models import Grant, JournalEntry, Staff
from organizations.roles import Right
from organizations.today import today

AT_ONCE = 5000


@dataclass
class Audited:
    """What an audit found: how many cases and kinds of reader it asked about, which (reader, case) differed.

    ``surplus``: the rows let him see what the records do not; ``missing``: the other way round.
    """

    cases: int = 0
    readers: int = 0
    surplus: list[tuple[int, int]] = field(default_factory=list)
    missing: list[tuple[int, int]] = field(default_factory=list)


def audit_reach(sample: int | None = None) -> Audited:
    """Ask rows and records about so many cases, or all, for every kind of reader; mend and note what differs."""
    found, readers = Audited(), _readers()
    found.readers = len(readers)
    for keys in _keys(sample):
        found.cases += len(keys)
        for staff in readers:
            _compare(staff, keys, found)
    note(
        REACH_AUDITED, cases=found.cases, readers=found.readers, surplus=len(found.surplus), missing=len(found.missing)
    )
    return found


def last_difference() -> int | None:
    """Return in how many places the last audit found a difference, None where there was no audit yet."""
    last = JournalEntry.objects.filter(verb=REACH_AUDITED.code).order_by("-id").values_list("facts", flat=True).first()
    return last["surplus"] + last["missing"] if last else None


def _readers() -> list[Staff]:
    """Return one person for each set of roles and units that anybody holds, and who sees anything at all."""
    held: dict[int, list[tuple[str, int]]] = {}
    grants = Grant.objects.in_force(today()).filter(staff__is_active=True).order_by("staff_id", "role", "unit_id")
    for staff, role, unit in grants.values_list("staff_id", "role", "unit_id"):
        held.setdefault(staff, []).append((role, unit))
    # Who stands elsewhere than where his roles are has walls of his own.
    home = dict(Staff.objects.filter(pk__in=held).values_list("pk", "unit_id"))
    kinds = {(home[staff], tuple(kind)): staff for staff, kind in held.items()}
    people = Staff.objects.filter(pk__in=kinds.values()).select_related("unit").order_by("pk")
    return [one for one in people if _sees(one) and rows_answer(one)]


def _sees(staff: Staff) -> bool:
    return bool(holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED) or accesses_of(staff))


def _keys(sample: int | None) -> Iterator[list[int]]:
    rows = Case.objects.for_the_auditor().order_by("pk")
    if sample is None:
        last = 0
        while keys := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:AT_ONCE]):
            yield keys
            last = keys[-1]
        return
    ends = rows.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return
    span = ends["last"] - ends["first"] + 1
    tried = {ends["first"] + secrets.randbelow(span) for _ in range(sample * 2)} if sample < span else None
    chosen = rows.filter(pk__in=tried) if tried else rows
    yield list(chosen.values_list("pk", flat=True)[:sample])


def _compare(staff: Staff, keys: Sequence[int], found: Audited) -> None:
    by_rows, by_records = _seen(staff, keys)
    for case in sorted(by_rows ^ by_records):
        _settle(staff, case, found)


def _seen(staff: Staff, keys: Sequence[int]) -> tuple[set[int], set[int]]:
    rows = Case.objects.filter(pk__in=keys).order_by()
    by_rows = set(rows.visible_to(staff).values_list("pk", flat=True))
    return by_rows, set(rows.visible_by_records(staff).values_list("pk", flat=True))


def _settle(staff: Staff, case: int, found: Audited) -> None:
    """Ask once more under the lock: what an act changed between the two questions is no difference."""
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case)
        by_rows, by_records = _seen(staff, [case])
        if by_rows == by_records:
            return
        (found.surplus if by_rows else found.missing).append((staff.pk, case))
        keep_reach([case])
        by_rows, by_records = _seen(staff, [case])
        broken = bool(by_rows - by_records)
        if broken:
            # The rule itself lets him see too much: nobody sees the case by rows until that is mended.
            ReachRow.objects.filter(case=case).delete()
        note(REACH_MENDED, at=locked.unit, about=locked, staff=staff.pk, surplus=broken)
