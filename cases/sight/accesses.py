"""Dated access: what a person may read beside his roles, asked once a request, and only then part of a question."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from cases.sight.mark import ASKED, Mark
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import OFFICERS, Right
from organizations.today import today

# Kept on the person for one request, like his grants: what is revoked is gone at the next.
_KEPT = "_accesses_in_force"
_COLUMNS = ("pk", "district_id", "case_id", "of_unit_id", "sealed_too", "from_day", "to_day", "purpose")


@dataclass(frozen=True)
class Access:
    """One access in force: to a case, or to the cases that have reached a unit; ``sealed_too`` as the record says."""

    pk: int
    district_id: int
    case_id: int | None
    of_unit_id: int | None
    sealed_too: bool
    from_day: date
    to_day: date
    purpose: str


def accesses_of(staff: Staff) -> tuple[Access, ...]:
    """Return what a person may read today beside his roles; one query a request, none for officers."""
    kept: tuple[Access, ...] | None = vars(staff).get(_KEPT)
    if kept is None:
        kept = vars(staff)[_KEPT] = _asked(staff)
    return kept


def reads_by_access(staff: Staff) -> bool:
    """Tell whether a person may read anything today beside his roles."""
    return bool(accesses_of(staff))


def forget_accesses(staff: Staff) -> None:
    """Let this object read its accesses afresh; what is loaded once stays for one request."""
    vars(staff).pop(_KEPT, None)


def by_access(given: tuple[Access, ...]) -> Q:
    """Return what these accesses open as one condition; never a case that accuses the desk, or nobody knows whom yet."""
    if not given:
        return Q()
    return reduce(or_, (_in_district(district, given) for district in sorted({each.district_id for each in given})))


def opened_by_access(case: Any) -> bool:
    """Tell of a case that came with `with_sealed_open` whether a dated access opens it, whatever roles do."""
    return bool(getattr(case, "access_given", False))


def reads_only(case: Any) -> bool:
    """Tell of a case that came with `with_sealed_open` whether it is within reach by a dated access alone."""
    return bool(getattr(case, "access_alone", False))


def _asked(staff: Staff) -> tuple[Access, ...]:
    if not staff.is_active or staff.roles & OFFICERS:
        return ()
    seeing_at = sorted({grant.unit_id for _, grant in holdings(staff, Right.SEE)})
    model = apps.get_model("cases", "DatedAccess")
    rows = model._default_manager.filter(Mark(model._meta.db_table, ASKED)).in_force(today())
    found = rows.of_reader(staff, seeing_at).order_by("pk").values_list(*_COLUMNS)
    return tuple(Access(*each) for each in found)


def _in_district(district: int, given: tuple[Access, ...]) -> Q:
    here = [each for each in given if each.district_id == district]
    cases = sorted({each.case_id for each in here if each.case_id and not each.sealed_too})
    whole = sorted({each.case_id for each in here if each.case_id and each.sealed_too})
    units = sorted({each.of_unit_id for each in here if each.of_unit_id})
    opened = Q(pk__in=cases, sealed=False) if cases else Q()
    if whole:
        opened |= Q(pk__in=whole)
    if units:
        passed = apps.get_model("cases", "Involvement")._default_manager.filter(case=OuterRef("pk"), unit_id__in=units)
        opened |= Q(Exists(passed)) & Q(sealed=False)
    return Q(district_id=district, desk_walled=False, unlinked=False) & opened
