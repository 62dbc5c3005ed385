"""A dated access as a line of a list, and the block of the case page that says who may read the case now."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from cases.models import Case, DatedAccess, Involvement
from cases.models.access import Standing
from cases.places.giving import gives_at
from cases.reading.case_file import CaseFile
from cases.sight.accesses import accesses_of, opened_by_access, reads_only
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Right

MOST_SHOWN = 50


def access_line(row: DatedAccess, on: date, *, revocable: bool = True) -> dict[str, Any]:
    """Return one access as lists and pages show it; ``revocable``: whoever looks may end it while it stands."""
    standing = row.stands(on)
    return {
        "id": row.pk,
        "reader": f"{row.to_staff.name}（{row.to_staff.unit.short_name}）" if row.to_staff else _all_at(row.to_unit),
        "what": row.case.number if row.case else _passed(row.of_unit),
        "url": reverse("cases:case", args=[row.case_id]) if row.case_id else "",
        "sealed_too": row.sealed_too,
        "from_day": row.from_day,
        "to_day": row.to_day,
        "purpose": row.get_purpose_display(),
        "reason": row.reason,
        "given_by": row.given_by.name,
        "given_on": row.given_on,
        "standing": standing.label,
        "revoked_by": row.revoked_by.name if row.revoked_by else "",
        "revoke_reason": row.revoke_reason,
        "revoke_url": reverse("cases:access_revoke", args=[row.pk]) if revocable and standing in _STANDS else "",
    }


_STANDS = (Standing.AHEAD, Standing.IN_FORCE)


def _passed(unit: Unit | None) -> str:
    return f"{unit.name}经手的信访件（不含检举控告件）" if unit else ""


def _all_at(unit: Unit | None) -> str:
    return f"{unit.name}有权查看信访件的人员" if unit else ""


def read_access_panel(file: CaseFile, staff: Staff, on: date) -> dict[str, Any] | None:
    """Return {lines, give_url, own, alone}: who may read the case now, for who may give it; to a reader, until when.

    None for everybody else, without a query.
    """
    case = file.case
    own = [given for given in accesses_of(staff) if given.case_id == case.pk] if opened_by_access(case) else []
    until = max((given.to_day for given in own), default=None)
    reader = {"opened": opened_by_access(case), "until": until, "alone": reads_only(case)}
    if reads_only(case) or not holdings(staff, Right.GIVE_ACCESS):
        return {**reader, "gives": False} if reader["opened"] else None
    if not _gives(file, staff):
        return {**reader, "gives": False} if reader["opened"] else None
    rows = DatedAccess.objects.read_with(case).in_force(on).filter(_opens(case))
    rows = rows.select_related("to_staff__unit", "to_unit", "case", "of_unit", "given_by", "revoked_by")[:MOST_SHOWN]
    give_url = f"{reverse('cases:accesses')}?{urlencode({'number': case.number})}#give"
    return {**reader, "gives": True, "lines": [access_line(row, on) for row in rows], "give_url": give_url}


def _gives(file: CaseFile, staff: Staff) -> bool:
    """Tell whether a person may give the case to read: at a unit that it has reached; those that the page knows first."""
    known = [file.case.unit, *(leg.unit for leg in file.legs)]
    passed = Unit.objects.filter(pk__in=_passed_through(file.case))
    return any(gives_at(staff, unit) for unit in known) or any(gives_at(staff, unit) for unit in passed)


def _passed_through(case: Case) -> "QuerySet[Any]":
    return Involvement.objects.filter(case=case).values("unit")


def _opens(case: Case) -> Q:
    """The accesses that are to this case, or to those of a unit that it has reached; sealed, only what says so."""
    if case.sealed:
        return Q(case=case, sealed_too=True)
    return Q(case=case) | Q(of_unit__in=_passed_through(case), district=case.district_id)
