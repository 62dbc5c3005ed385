"""Demand by demand (Art. 31, 33): what ends otherwise than the rest of its leg gets a leg of its own first."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import end_clocks
from cases.models import Case, Clock, Demand, HandOff, Inquiry, Leg
from cases.models.clock import RUNNING
from cases.openings.paths import kinds_and_paths
from kit.prefetching import forget
from kit.together import Together
from law.errors import Refused
from law.paths import TO_INFORM, applies
from law.service import INFORMING
from law.vocabulary import Act, Duty
from organizations.models import Staff

Row = TypeVar("Row", bound=Model)


def set_apart_alone(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    demands: Sequence[int],
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Set demands of a leg apart that will be answered at another time than the rest (Art. 31).

    Raises Refused: not_found, not_permitted, wrong_state, nothing_to_set_apart, demand_unknown, demands_all.
    """
    with performing(Act.SET_APART, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        set_apart(deed, demands)
        if deed.left_leg is None:
            raise Refused("demands_all", "请选择其中一部分诉求分出去，至少留一项在原环节。", "第三十一条")
    return deed.case


def set_apart(deed: Deed, numbers: Sequence[int]) -> None:
    """Let an act go on with the demands of these numbers alone; none named, or all: with the leg as it is.

    The new leg has the unit, the hand-off, the starts and what was found out so far of the old one, which keeps the
    other demands and its own clocks. Raises Refused demand_unknown.
    """
    mine = deed.demands_of_leg
    missing = sorted(set(numbers) - {row.number for row in mine})
    if missing:
        raise Refused("demand_unknown", f"本环节没有第{'、'.join(map(str, missing))}项诉求，请重新选择。")
    named = [row for row in mine if row.number in numbers]
    if not named or len(named) == len(mine):
        return
    old, rest = deed.the_leg, [row for row in mine if row not in named]
    new = _like(old, apart_from=old, pk=deed.locked.leg_key, version=0)
    _write(old, new, named, rest)
    end_clocks(_unbound(old, rest), deed.act, deed.on)
    for row in named:
        row.leg = new
    forget(old, "demands")
    deed.leg, deed.left_leg = new, old
    deed.facts.update(apart_from=old.pk, demands=[row.number for row in named])


def _write(old: Leg, new: Leg, named: Sequence[Demand], rest: Sequence[Demand]) -> None:
    together = Together()
    together.insert(new, *(_like(each, leg=new) for each in _hung_on(old)))
    together.insert(*(_like(clock, leg=new) for clock in _going_along(old, named)))
    together.update(Demand.objects.filter(pk__in=[row.pk for row in named]), leg=new.pk)
    together.write()


def _like(row: Row, **changes: Any) -> Row:
    """Return an unsaved row like another one, save these columns."""
    new = copy(row)
    new.pk, new._state.adding = None, True
    vars(new).pop("_prefetched_objects_cache", None)
    for name, value in changes.items():
        setattr(new, name, value)
    return new


def _hung_on(old: Leg) -> Iterable[Model]:
    """Return by which hand-off a leg came, and what was found out on it: each file is complete by itself."""
    came: HandOff | None = old.hand_offs.filter(movement=old.movement, to_unit=old.unit).order_by("-id").first()
    return [*([came] if came else []), *Inquiry.objects.filter(leg=old)]


def _running(leg: Leg) -> "QuerySet[Clock]":
    return Clock.objects.filter(RUNNING, leg=leg).order_by("pk")


def _going_along(old: Leg, named: Sequence[Demand]) -> list[Clock]:
    """Return the running duties that bind these demands by themselves; a letter written already tells of all demands of its leg."""
    told = old.documents.filter(kind__in=INFORMING, unit=old.unit).exists()
    left_out, kinds = TO_INFORM if told else (), kinds_and_paths(named)
    return [each for each in _running(old) if each.duty not in left_out and applies(Duty(each.duty), kinds)]


def _unbound(old: Leg, rest: Sequence[Demand]) -> "QuerySet[Clock]":
    """Return the running clocks of a leg that nothing of what is left is owed."""
    kinds = kinds_and_paths(rest)
    return _running(old).filter(duty__in=[duty for duty in Duty if not applies(duty, kinds)])
