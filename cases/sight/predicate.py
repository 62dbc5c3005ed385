"""The one predicate: whose reach a case is within, whom it is walled off from, to whom its sealed part is open."""

from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.sight.accesses import accesses_of, by_access
from law.vocabulary import Kind
from organizations.authority import holdings, stands_at
from organizations.models import Grant, Staff, Unit
from organizations.roles import Reach, Right
from organizations.vocabulary import UnitKind

Held = list[tuple[Reach, Grant]]


def within(staff: Staff) -> Q:
    """Return a person's reach as one condition: by his roles, and by what he was given to read for a time."""
    return by_roles(staff) | by_access(accesses_of(staff))


def by_roles(staff: Staff) -> Q:
    """Return a person's reach by his roles; the same reach held twice is asked once."""
    return reach_by(staff, holdings(staff, Right.SEE), holdings(staff, Right.SEE_SEALED))


def reach_by(staff: Staff, seeing: Held, sealed: Held) -> Q:
    """Return what these holdings of a person reach; one of them alone tells why he sees a case."""
    held = {(reach, grant.unit_id): grant.unit for reach, grant in seeing}
    whole = {base.district_id for (reach, _), base in held.items() if is_whole(reach, base)}
    part = [(reach, base) for (reach, _), base in held.items() if not is_whole(reach, base)]
    within = Q(district_id__in=whole) & _office_clear() if whole else Q()
    if any(reach is Reach.OWN for reach, _ in part):
        within |= Q(Exists(_of_case("Leg").filter(handler=staff)))
    units = [base.pk for reach, base in part if reach is not Reach.OWN]
    if units:
        within |= _districts(part) & Q(Exists(_of_case("Involvement").filter(unit_id__in=units)))
    below = [Q(unit__path__startswith=base.path) for reach, base in part if reach is Reach.BELOW]
    if below:
        involved = Q(Exists(_of_case("Involvement").filter(reduce(or_, below))))
        within |= _districts(part) & involved & _office_clear()
    if within:
        within &= _linked_or_own(staff)
    for reach, grant in sealed:
        if reach is Reach.ALL:
            within |= Q(district_id=grant.unit.district_id) & _for_the_sealed_desk()
    return within


def _linked_or_own(staff: Staff) -> Q:
    """Until it is linked whom it accuses, a case below the petition office is for its registrar alone, less one whose
    own line it names.
    """
    return Q(unlinked=False) | Q(registered_by=staff, registrar_named=False)


def _for_the_sealed_desk() -> Q:
    return Q(desk_walled=True) | Q(unlinked=True)


def _districts(part: list[tuple[Reach, Unit]]) -> Q:
    """The district leads every index; units above the districts have none, and narrow nothing."""
    districts = {base.district_id for _, base in part}
    return Q() if None in districts else Q(district_id__in=districts)


def is_whole(reach: Reach, base: Unit) -> bool:
    """Tell whether a reach held at a unit covers its whole district."""
    return reach is Reach.ALL or (reach is Reach.BELOW and base.pk == base.district_id)


def _office_clear() -> Q:
    """A petition that accuses the petition office itself is no matter for onlookers: only for the sealed desk."""
    offices = Unit.objects.filter(kind=UnitKind.PETITION_OFFICE).values("pk")
    return Q(desk_walled=False) | ~Q(unit_id__in=offices)


def walled(staff: Staff) -> Q:
    """Return the cases that accuse a person or a unit over him, or that he was recused from (Art. 28, 30)."""
    above = {key for unit in stands_at(staff) for key in unit.line}
    accused = _of_case("Respondent").filter(accused=True)
    recused = _of_case("Recusal").filter(person=staff, agreed=True)
    return Q(Exists(accused.filter(Q(unit_id__in=above) | Q(staff=staff)))) | Q(Exists(recused))


def sealed_open(staff: Staff) -> Q:
    """Return the cases of which a person may read the sealed part: what accuses somebody (Art. 30)."""
    opened = Q(sealed=False)
    held = {(reach, grant.unit_id): grant.unit for reach, grant in holdings(staff, Right.SEE_SEALED)}
    for (reach, _), base in held.items():
        if reach is Reach.ALL:
            opened |= Q(district_id=base.district_id) & _for_the_sealed_desk()
            continue
        legs = _of_case("Leg").filter(unit=base, demands__kind=Kind.ACCUSATION)
        own = reach is Reach.OWN
        opened |= Q(Exists(legs.filter(handler=staff) if own else legs))
        opened |= Q(unit=base, registered_by=staff) if own else Q(unit=base)
    return opened


def _of_case(model: str) -> "models.QuerySet[Any]":
    """Rows of another model of this app that belong to the case at hand."""
    rows: models.QuerySet[Any] = apps.get_model("cases", model)._default_manager.filter(case=OuterRef("pk"))
    return rows
