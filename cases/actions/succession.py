"""机构改革 on its day: what a closed unit had goes to its successor, in batches, each case exactly once (Art. 24, para 2).

First, at once: the wall, accounts and grants. Whoever a case accuses goes over with his unit, so from that moment on the
successor counts as accused. Then the cases by their keys, each batch a transaction that also keeps how far it came: a
worker that is stopped goes on there, and two of them wait for each other.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet

from cases.actions.moving_on import move_rows
from cases.models import Case, Collection, DatedAccess, Involvement, Leg, Respondent
from cases.models.leg import OPEN_STATES
from cases.places.wall import is_accused, refresh_wall
from cases.record.chain import append, append_to_each
from cases.record.follow_ups import WITHHELD, queue_follow_up
from cases.sight.keeping import keep_reach
from cases.sight.shelves import ENDED
from law.procedure import allowed, steps_of
from law.vocabulary import Act, State
from organizations.journal.noting import note
from organizations.journal.unit_verbs import REFORM_DONE, REFORM_TAKEN
from organizations.models import Reform, Unit
from organizations.taking_over import take_over

BATCH = 100


def carry_out_due(on: date) -> int:
    """Carry out every reform whose day has come, and return how many cases went over."""
    due = Reform.objects.due(on).order_by("on", "pk")
    return sum(carry_out(key, on) for key in list(due.values_list("pk", flat=True)))


def carry_out(reform_id: int, on: date, *, batches: int | None = None) -> int:
    """Carry one reform out to its end, or for so many ``batches``; returns how many cases went over."""
    _take(reform_id, on)
    moved, done = 0, 0
    while batches is None or done < batches:
        found = _next_batch(reform_id, on)
        if found is None:
            break
        moved, done = moved + found, done + 1
    return moved


def _take(reform_id: int, on: date) -> None:
    """Let the wall follow first, then the people, in one transaction: nobody sees in between what accuses his unit (Art. 30)."""
    with transaction.atomic():
        reform = _locked(reform_id)
        if reform is None or reform.taken_on:
            return
        taken = take_over(reform, on)
        accused = _accusing(reform, on)
        _pass_standing(reform, on)
        reform.taken_on = on
        reform.save(update_fields=["taken_on"])
        note(
            REFORM_TAKEN,
            by=reform.approved_by,
            at=reform.successor,
            about=reform.unit,
            successor=reform.successor_id,
            accounts=taken.accounts,
            grants=taken.grants,
            below=taken.below,
            accused=len(accused),
        )


def _accusing(reform: Reform, on: date) -> list[int]:
    """Let who complains of the closed unit complain of its successor, and return the keys of these cases.

    A leg that the successor has in one of them is for its sender to take back.
    """
    named = Respondent.objects.for_the_wall().filter(unit=reform.unit)
    cases = Case.objects.filter(pk__in=named.values("case")).order_by("pk").select_for_update(of=("self",))
    locked = list(cases.select_related("unit"))
    keys = [case.pk for case in locked]
    Respondent.objects.filter(case__in=keys, unit=reform.unit).update(unit=reform.successor)
    for case in locked:
        # Its desk goes over with it: as a desk, too, it is accused from this moment on.
        case.unit = _heir_for(case, reform)
        _refresh(case)
    accusing = Respondent.objects.for_the_wall().filter(case__in=keys, unit=reform.successor, accused=True)
    walled = set(accusing.values_list("case", flat=True))
    _tell_withheld(reform, [case for case in locked if case.pk in walled], reform.successor, on)
    keep_reach(keys)
    return keys


def _pass_standing(reform: Reform, on: date) -> None:
    """Let what was given to all at the unit be read at its successor, and what it asks the public be asked there."""
    DatedAccess.objects.standing(on).filter(to_unit=reform.unit).update(to_unit=reform.successor)
    Collection.objects.filter(unit=reform.unit, result_on=None).update(unit=reform.successor)


def _next_batch(reform_id: int, on: date) -> int | None:
    """Move the next cases; None where there are no more, and the reform is done."""
    with transaction.atomic():
        reform = _locked(reform_id)
        if reform is None:
            return None
        passed = Involvement.objects.filter(unit=reform.unit, case__gt=reform.last_case)
        keys = list(passed.order_by("case").values_list("case", flat=True)[:BATCH])
        if not keys:
            _finish(reform, on)
            return None
        moved, withheld = _move(reform, keys, on)
        reform.last_case, reform.moved = keys[-1], reform.moved + moved
        reform.withheld += withheld
        reform.save(update_fields=["last_case", "moved", "withheld"])
        return moved


def _locked(reform_id: int) -> Reform | None:
    rows = Reform.objects.open().filter(pk=reform_id).exclude(approved_by=None)
    return rows.select_for_update(of=("self",)).select_related("unit", "successor", "approved_by").first()


def _finish(reform: Reform, on: date) -> None:
    reform.done_on = on
    reform.save(update_fields=["done_on"])
    note(
        REFORM_DONE,
        by=None,
        at=reform.successor,
        about=reform.unit,
        successor=reform.successor_id,
        moved=reform.moved,
        withheld=reform.withheld,
    )


def _move(reform: Reform, keys: Sequence[int], on: date) -> tuple[int, int]:
    """Move what these cases have at the closed unit; returns how many were moved, and how many accuse the successor."""
    heir = reform.successor
    cases = list(_of(keys).select_for_update(of=("self",)).select_related("unit").prefetch_related("respondents"))
    Involvement.objects.bulk_create(
        [Involvement(case=case, unit=heir, district_id=case.district_id) for case in cases], ignore_conflicts=True
    )
    going = [case for case in cases if _goes_on(case)]
    kept_away = [case for case in going if is_accused(case, heir)]
    clear = [case.pk for case in going if case not in kept_away]
    touched = move_rows(reform, clear, [case.pk for case in going], on)
    for case in going:
        case.unit = _heir_for(case, reform)
        if case.sealed and case.pk in touched:
            _refresh(case)
    moved = [case for case in going if case.pk in touched]
    _tell(reform, moved, on)
    withheld = _tell_withheld(reform, kept_away, reform.unit, on)
    keep_reach(list(keys))
    return len(moved), withheld


def _of(keys: Sequence[int]) -> "QuerySet[Case]":
    return Case.objects.filter(pk__in=keys).order_by("pk")


def _goes_on(case: Case) -> bool:
    """Tell whether anything can still happen in a case; what was imported as history is left as it is."""
    return allowed(Act.SUCCEED, State(case.state)) and not (case.historic and case.state in ENDED)


def _heir_for(case: Case, reform: Reform) -> Unit:
    """Return the desk of a case after the reform."""
    return reform.successor if case.unit_id == reform.unit_id else case.unit


def _tell(reform: Reform, cases: list[Case], on: date) -> None:
    """Append the event to each of these cases; whoever works on them went over with them and is told nothing."""
    if not cases:
        return
    unit, heir = reform.unit, reform.successor
    append_to_each(
        [(case, heir) for case in cases],
        Act.SUCCEED,
        by=None,
        on=on,
        article=steps_of(Act.SUCCEED)[0].article,
        facts={"reform": reform.pk, "unit": heir.pk, "from_unit": unit.pk},
        text=f"机构改革：“{unit.name}”的职责由“{heir.name}”承接。",
    )
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(version=F("version") + 1)


def _tell_withheld(reform: Reform, cases: list[Case], at: Unit, on: date) -> int:
    """Say of each of these cases that a leg at a unit must not be with the successor, whom it accuses, and tell its sender.

    Returns in how many there is such a leg.
    """
    unit, heir = reform.unit, reform.successor
    rows = Leg.objects.filter(case__in=cases, unit=at, state__in=OPEN_STATES).select_related("case").order_by("-pk")
    legs = {leg.case_id: leg for leg in rows}
    for leg in legs.values():
        event = append(
            leg.case,
            Act.SUCCEED,
            by=None,
            unit=None,
            on=on,
            leg=leg,
            from_state=leg.state,
            to_state=leg.state,
            article="第三十条",
            facts={"reform": reform.pk, "unit": heir.pk, "from_unit": unit.pk, "withheld": True},
            text=f"机构改革：“{unit.name}”已撤销。本环节依照第三十条不能由承接单位办理，请撤回后另行转送。",
        )
        Case.objects.filter(pk=leg.case_id).update(version=F("version") + 1)
        Leg.objects.filter(pk=leg.pk).update(version=F("version") + 1)
        queue_follow_up(event, WITHHELD)
    return len(legs)


def _refresh(case: Case) -> None:
    refresh_wall(case)
    case.save(update_fields=["sealed", "desk_walled", "unlinked", "registrar_named"])
