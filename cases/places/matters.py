"""The cases of one matter, the people that two of them have in common, and who is measured by one of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from cases.models import Case, Leg, Party
from cases.sight.querysets import CaseQuerySet
from kit.sealed_fields import digests_of
from organizations.authority import stands_at
from organizations.models import Staff
from organizations.vocabulary import UnitKind

# Asked with the case itself: most cases are the only one of their matter, and of those nothing more is asked.
MATTER_IS_SHARED = "matter_is_shared"
# Kept with a case whose matter was read for somebody: are there others within his reach?
_OTHERS_SEEN = "others_seen"


def with_matter_shared(rows: CaseQuerySet[Case]) -> CaseQuerySet[Case]:
    """Annotate whether another case is of the same matter; within whose reach that one is has to be asked of it."""
    return rows.annotate(**{MATTER_IS_SHARED: Exists(others_of(OuterRef("matter"), OuterRef("pk")))})


def others_of(matter: Any, case: Any) -> CaseQuerySet[Case]:
    """Return the other cases of a matter, whoever may see them."""
    return Case.objects.filter(matter=matter).exclude(pk=case)


def others_seen(case: Case, by: Staff) -> CaseQuerySet[Case]:
    """Return the other cases of its matter within somebody's reach; what is out of it plays no part in anything he is told."""
    return others_of(case.matter_id, case.pk).visible_to(by)


def keep_others_seen(case: Case, found: Sequence[object]) -> None:
    """Keep with a case what its reader sees of its matter, so that no condition asks for it anew."""
    vars(case)[_OTHERS_SEEN] = bool(found)


def shares_its_matter(case: Case, by: Staff) -> bool:
    """Tell whether a person sees another case of the same matter; one query at most."""
    kept: bool | None = vars(case).get(_OTHERS_SEEN)
    if kept is None:
        kept = vars(case).get(MATTER_IS_SHARED) is not False and others_seen(case, by).exists()
    return kept


def of_the_same_people(parties: Iterable[Party]) -> Q:
    """Return the parties who have the name, or the ID number, of one of these."""
    wanted = Q(pk__in=())
    for party in parties:
        if party.name.strip():
            wanted |= Q(name_digest__in=digests_of(party.name))
        if party.id_number.strip():
            wanted |= Q(id_digest__in=digests_of(party.id_number))
    return wanted


def units_of(by: Staff) -> set[int]:
    """Return the keys of the units at which a person stands, or his hand, and whose work is measured: no petition office."""
    people = (by, by.hand) if by.hand else (by,)
    units = (unit for each in people for unit in stands_at(each))
    return {unit.pk for unit in units if unit.kind != UnitKind.PETITION_OFFICE}


def measured_by(by: Staff, matters: Iterable[int]) -> Case | None:
    """Return a case of these matters, within reach, that a unit of this person's registered or handles."""
    if not (mine := units_of(by)):
        return None
    handled = Leg.objects.readable_by(by).filter(unit__in=mine, case__matter__in=matters).values("case")
    return Case.objects.visible_to(by).filter(Q(unit__in=mine) | Q(pk__in=handled), matter__in=matters).first()
