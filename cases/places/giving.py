"""Whose accesses a person gives and revokes: those to cases and units within his right to give."""

from django.db.models import Exists, OuterRef, Q

from cases.models import Case, DatedAccess, Involvement
from cases.models.access import AccessQuerySet
from cases.places.conditions import at_places
from organizations.authority import may
from organizations.models import Staff, Unit
from organizations.roles import Right


def giving_units(case: Case) -> list[Unit]:
    """Return the units that a case has been with: whoever gives accesses at one of them may give one to this case."""
    return list(Unit.objects.filter(pk__in=Involvement.objects.filter(case=case).values("unit")))


def given_by_right(staff: Staff) -> AccessQuerySet:
    """Return the accesses that a person gave, or may revoke because he may give the like; of cases only those he sees."""
    here = at_places(staff, Right.GIVE_ACCESS, "unit")
    passed = Involvement.objects.filter(here, case=OuterRef("case"))
    mine = Q(given_by=staff) | at_places(staff, Right.GIVE_ACCESS, "of_unit") & ~Q(of_unit=None) | Q(Exists(passed))
    return DatedAccess.objects.readable_by(staff).filter(mine)


def gives_at(staff: Staff, unit: Unit) -> bool:
    """Tell whether a person may let others read the cases that have reached a unit."""
    return may(staff, Right.GIVE_ACCESS, at=unit)
