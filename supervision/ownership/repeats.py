"""重信重访排查表: matters that were brought again, each with who owns it; by the day of the first letter, by nothing else.

A line is a matter, not a person: no column, filter or order tells who came or how often (practice.md §6).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q

from cases.forms.ledger import period_words
from cases.lists.register import all_within
from cases.models import Case
from cases.sight.each import each_has
from kit.day_field import DayField
from kit.ledgers.declaring import Ledger
from kit.plain_forms import PlainForm
from law.vocabulary import State
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import OwnershipSheet
from supervision.ownership.ledger import COLUMNS, OwnershipLine, latest_of, with_line_parts


class RepeatsForm(PlainForm):
    """期间."""

    since = DayField(label="首次收到日期自", required=False)
    until = DayField(label="首次收到日期至", required=False)


def repeat_rows(staff: Staff, asked: Mapping[str, Any]) -> Any:
    """Return the first case of each matter of which a person reads at least two, whole."""
    mine = Case.objects.visible_to(staff)
    others = mine.filter(matter=OuterRef("matter")).exclude(state=State.VOIDED)
    rows = mine.with_sealed_open(staff).filter(Q(sealed_open=True), matter__isnull=False).exclude(state=State.VOIDED)
    if asked.get("since"):
        rows = rows.filter(received_on__gte=asked["since"])
    if asked.get("until"):
        rows = rows.filter(received_on__lte=asked["until"])
    day, key = OuterRef("received_on"), OuterRef("pk")
    later = others.filter(Q(received_on__gt=day) | Q(received_on=day, pk__gt=key))
    earlier = others.filter(Q(received_on__lt=day) | Q(received_on=day, pk__lt=key))
    return rows.filter(each_has(later) & ~each_has(earlier)).select_related("division")


def repeat_lines(rows: Sequence[Case], staff: Staff, on: date) -> list[OwnershipLine]:
    """Return the lines of these first cases, each with the latest sheet of its matter."""
    matters = {case.matter_id for case in rows}
    owned = OwnershipSheet.objects.readable_by(staff).filter(case__matter__in=matters)
    by_matter: dict[int | None, list[OwnershipSheet]] = {}
    for sheet in with_line_parts(owned, staff):
        by_matter.setdefault(sheet.case.matter_id, []).append(sheet)
    return [OwnershipLine(case, latest_of(by_matter.get(case.matter_id, [])), case.received_on, on) for case in rows]


def _holds(rows: Sequence[Case]) -> dict[str, list[int]]:
    return {"cases": [case.pk for case in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    seen = Case.objects.visible_to(staff).with_sealed_open(staff).filter(Q(sealed_open=True))
    return all_within(seen, held.get("cases", []))


REPEATS = Ledger(
    code="repeated-matters",
    heading="重信重访排查表",
    needs=(Right.MANAGE_OWNERSHIP, Right.OWN_CASES),
    form=RepeatsForm,
    rows=repeat_rows,
    order="received_on",
    holds=_holds,
    within=_within,
    period=period_words,
    lines=repeat_lines,
    note="按信访事项，一事一行，按首次收到日期排列；不列信访人，不按人、不按次数排列或者筛选。",
    columns=COLUMNS,
)
