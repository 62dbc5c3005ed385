"""A case at a glance, as one person may know it after a write: one statement, by the rule and the masks of the whole file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef

from cases.models import Case, Clock, Demand, Leg, Respondent
from cases.models.clock import RUNNING
from cases.reading.acts_open import Opening, openings
from cases.reading.case_file import CaseFile, reads_whole_by_units
from cases.reading.read import read_case
from cases.sight.hanging import hanging_of
from cases.sight.predicate import sealed_open
from kit.gathered import gathered, row_of
from kit.prefetching import keep_as_new
from organizations.models import Staff, Unit


@dataclass(frozen=True)
class Glance:
    """The line of a case, its running clocks, and the acts that are open now: None where telling would take the whole file."""

    case: Case
    whole: bool
    sealed_open: bool
    legs: list[Leg]
    clocks: list[Clock]
    openings: list[Opening] | None


def glance_at(case_id: int, *, by: Staff, on: date, new: bool = False) -> Glance:
    """Return what a person may know of a case that he has just worked on; of a ``new`` one also which acts are open.

    Raises Refused not_found: the act itself took it out of his reach (Art. 30).
    """
    found: Any = _asked(case_id, by, new=new)
    if found is None:
        return _of_file(read_case(case_id, by=by, on=on))
    opened: bool = found.sealed_open
    legs = [_leg(each) for each in found.legs_seen if opened or each["clear"]]
    if not reads_whole_by_units(by, found, legs) or (new and found.accuses):
        # What his unit was asked, what he reads by a dated access, what an accusation closes: the whole file knows.
        return _of_file(read_case(case_id, by=by, on=on))
    clocks = [row_of(Clock, each) for each in found.clocks_seen if opened or each["clear"]]
    return Glance(found, True, opened, legs, clocks, _first_openings(found, by, on) if new else None)


def _asked(case_id: int, by: Staff, *, new: bool) -> Case | None:
    """Ask for a case that a person works on by his roles; each row with whether every reader of the case may read it."""
    here, places = OuterRef("pk"), {"at_path": F("unit__path"), "at_district": F("unit__district_id")}
    legs = Leg.objects.filter(case=here).order_by("pk")
    more: dict[str, Any] = {
        "sealed_open": ExpressionWrapper(sealed_open(by), output_field=BooleanField()),
        "legs_seen": gathered(legs, "id", "state", "unit_id", **places, clear=_clear("leg")),
        "clocks_seen": gathered(Clock.objects.filter(RUNNING, case=here), clear=_clear("clock")),
    }
    if new:
        more["accuses"] = Exists(Respondent.objects.filter(case=here))
        more["demands_seen"] = gathered(Demand.objects.filter(case=here))
    rows = Case.objects.workable_by(by).filter(pk=case_id).select_related("unit", "category_term")
    return rows.defer("content", "search_terms").annotate(**more).first()


def _clear(model: str) -> "ExpressionWrapper[Any]":
    return ExpressionWrapper(hanging_of(model).clear(), output_field=BooleanField())


def _leg(said: Mapping[str, Any]) -> Leg:
    leg = row_of(Leg, said)
    leg.unit = row_of(Unit, {"id": said["unit_id"], "path": said["at_path"], "district_id": said["at_district"]})
    return leg


def _first_openings(case: Any, by: Staff, on: date) -> list[Opening]:
    """Return the acts open on a case that was just registered: of whatever else may hang on it there is nothing yet."""
    keep_as_new(case, demands=[row_of(Demand, each) for each in case.demands_seen])
    return [each for each in openings(by, case, [], on) if each.refusal is None]


def _of_file(file: CaseFile) -> Glance:
    running = [clock for clock in file.clocks if clock.running]
    return Glance(file.case, file.whole, file.sealed_open, file.legs, running, file.openings)
