"""A case at a glance, as one person may know it after a write: one question, by the rule and the masks of the whole file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, OuterRef, QuerySet

from cases.actions.new_case import NewRows
from cases.models import Case, Clock, Leg
from cases.models.clock import RUNNING
from cases.reading.acts_open import Opening, openings
from cases.reading.case_file import CaseFile, reads_whole_by_units
from cases.reading.read import read_case
from cases.sight.hanging import hanging_of
from cases.sight.predicate import sealed_open
from kit.gathered import Gathered, row_of
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


def glance_at(case: Case, *, by: Staff, on: date) -> Glance:
    """Return what a person may know of a case that he has just registered or worked on.

    Raises Refused not_found: the act itself took it out of his reach (Art. 30).
    """
    found: Any = _new(case, by) or _asked(case.pk, by)
    if found is None:
        return _of_file(read_case(case.pk, by=by, on=on))
    if isinstance(found, NewRows):
        return Glance(case, True, True, [], found.clocks, _first_openings(case, found, by, on))
    opened: bool = found.sealed_open
    legs = [_leg(each) for each in found.legs_seen if opened or each["clear"]]
    if not reads_whole_by_units(by, found, legs):
        # What his unit was asked, what he reads by a dated access: the whole file knows.
        return _of_file(read_case(case.pk, by=by, on=on))
    clocks = [row_of(Clock, each) for each in found.clocks_seen if opened or each["clear"]]
    return Glance(found, True, opened, legs, clocks, None)


def _new(case: Case, by: Staff) -> NewRows | None:
    """Return what a registration has just written, if its author works on the case and nobody is accused or named in it."""
    rows: NewRows | None = vars(case).get("new_rows")
    if rows is None or case.sealed or rows.named:
        return None
    return rows if Case.objects.workable_by(by).filter(pk=case.pk).exists() else None


def _legs() -> "QuerySet[Leg]":
    return Leg.objects.filter(case=OuterRef("pk")).order_by("pk")


def _running() -> "QuerySet[Clock]":
    return Clock.objects.filter(RUNNING, case=OuterRef("pk"))


_PLACES = {"at_path": F("unit__path"), "at_district": F("unit__district_id")}
_LINE = (
    *(
        "number",
        "state",
        "version",
        "subject",
        "channel",
        "received_on",
        "registered_on",
        "registered_by_id",
        "category",
    ),
    *("division_id", "petitioner_count", "urgent", "tier", "historic", "next_due_on", "source", "external_number"),
    *("sealed", "desk_walled", "unlinked", "unit__name", "unit__path", "unit__district_id", "category_term__code"),
)


def _asked(case_id: int, by: Staff) -> Case | None:
    """Ask for a case that a person works on by his roles; each row with whether every reader of the case may read it."""
    rows = Case.objects.workable_by(by).filter(pk=case_id).select_related("unit", "category_term").only(*_LINE)
    more: dict[str, Any] = {
        "sealed_open": ExpressionWrapper(sealed_open(by), output_field=BooleanField()),
        "legs_seen": Gathered(_legs, "id", "state", "unit_id", **_PLACES, clear=_clear("leg")),
        "clocks_seen": Gathered(_running, clear=_clear("clock")),
    }
    return rows.annotate(**more).first()


def _clear(model: str) -> "ExpressionWrapper[Any]":
    return ExpressionWrapper(hanging_of(model).clear(), output_field=BooleanField())


def _leg(said: Mapping[str, Any]) -> Leg:
    leg = row_of(Leg, said)
    leg.unit = row_of(Unit, {"id": said["unit_id"], "path": said["at_path"], "district_id": said["at_district"]})
    return leg


def _first_openings(case: Case, rows: NewRows, by: Staff, on: date) -> list[Opening]:
    """Return the acts open on a case that was just registered: of whatever else may hang on it there is nothing yet."""
    keep_as_new(case, demands=rows.demands, parties=rows.parties, superior_commissions=rows.commissions)
    return [each for each in openings(by, case, [], on) if each.refusal is None]


def _of_file(file: CaseFile) -> Glance:
    running = [clock for clock in file.clocks if clock.running]
    return Glance(file.case, file.whole, file.sealed_open, file.legs, running, file.openings)
