"""Which rows of a case go to the successor of a closed unit: legs, clocks, what is asked of it, what is decided there.

What was done stays with who did it: the first unit, letters, the hand-offs of before.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from cases.models import Case, Clock, Demand, Escalation, HandOff, Leg, Objection, Redirect, Remedy
from cases.models.clock import RUNNING
from cases.models.leg import ASKED_MOVEMENTS
from law.procedure import REMEDIES, steps_of
from law.vocabulary import Act, Movement, State
from organizations.models import Reform

_ENDED = (State.RETURNED, State.ARCHIVED)


def move_rows(reform: Reform, clear: Sequence[int], every: Sequence[int], on: date) -> set[int]:
    """Move the rows of the cases in ``clear``, of ``every`` case the desk; returns the keys of the cases that had any."""
    unit, heir = reform.unit, reform.successor
    touched = _desks(reform, every)
    mine = Leg.objects.filter(case__in=clear, unit=unit).exclude(state__in=_ENDED)
    legs = list(mine.select_related("case"))
    HandOff.objects.bulk_create(_ledger(legs, reform, on))
    # Its version counts its own events: what its handler has typed meanwhile is not refused.
    mine.update(unit=heir)
    touched |= {leg.case_id for leg in legs}
    for rows, column in _rows(clear):
        touched |= _passed_on(rows, column, reform)
    return touched


def _desks(reform: Reform, keys: Sequence[int]) -> set[int]:
    """Let the successor be the desk; the outside number of a case gives way to one that the successor has already."""
    mine = Case.objects.filter(pk__in=keys, unit=reform.unit)
    numbered = Case.objects.filter(unit=reform.successor).exclude(external_number="")
    for case in mine.exclude(external_number="").filter(number_given_up=0):
        if numbered.filter(source=case.source, external_number=case.external_number, number_given_up=0).exists():
            Case.objects.filter(pk=case.pk).update(number_given_up=F("pk"))
    touched = set(mine.values_list("pk", flat=True))
    Case.objects.filter(pk__in=touched).update(unit=reform.successor)
    Clock.objects.filter(RUNNING, case__in=touched, leg=None, unit=reform.unit).update(unit=reform.successor)
    return touched


def _ledger(legs: Iterable[Leg], reform: Reform, on: date) -> list[HandOff]:
    """Return the movement of each leg that is still being worked on."""
    return [
        HandOff(
            district_id=leg.district_id,
            case=leg.case,
            leg=leg,
            movement=Movement.SUCCEED,
            from_unit=reform.unit,
            to_unit=reform.successor,
            sent_on=on,
            received_on=on,
            reason=reform.basis,
            legal_basis=steps_of(Act.SUCCEED)[0].article,
        )
        for leg in legs
        if leg.answered_on is None and leg.closed_on is None
    ]


def _rows(cases: Sequence[int]) -> list[tuple["QuerySet[Any]", str]]:
    """Return what waits at a unit, or names it for what is to come, each with the column that names it."""
    legs = Leg.objects.filter(case__in=cases).exclude(state__in=_ENDED)
    undecided = {"leg__case__in": cases, "decided_on": None}
    asked = Q(movement__in=ASKED_MOVEMENTS, replied_on=None) | Q(movement=Movement.REMEDY, leg__state__in=REMEDIES)
    return [
        (legs, "from_unit"),
        (Clock.objects.filter(RUNNING, case__in=cases), "unit"),
        (HandOff.objects.filter(asked, case__in=cases), "to_unit"),
        (HandOff.objects.filter(case__in=cases, movement__in=ASKED_MOVEMENTS, replied_on=None), "from_unit"),
        (Remedy.objects.filter(leg__case__in=cases, leg__state__in=REMEDIES), "unit"),
        (Objection.objects.filter(**undecided), "proposed"),
        (Objection.objects.filter(**undecided), "arbiter"),
        (Escalation.objects.filter(**undecided), "asked_unit"),
        (Escalation.objects.filter(**undecided), "proposed"),
        (Redirect.objects.filter(**undecided), "asked_unit"),
        (Redirect.objects.filter(**undecided), "proposed"),
        (Demand.objects.filter(case__in=cases, leg=None), "assigned_unit"),
    ]


def _passed_on(rows: "QuerySet[Any]", column: str, reform: Reform) -> set[int]:
    mine = rows.filter(**{column: reform.unit})
    case = "case" if any(field.name == "case" for field in rows.model._meta.get_fields()) else "leg__case"
    touched = set(mine.values_list(case, flat=True))
    if touched:
        mine.update(**{column: reform.successor})
    return touched
