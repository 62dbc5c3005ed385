"""The second person: whoever did the first act, was acted for or lent the hand does not do the second (Art. 22, 28, 32, 34-36).

What a row keeps of the first is the person acted for; whose hand it was the events keep. Conditions ask `same_person` or
`took_part`, lists `did_before`, `asked_before` or `had_a_part`: the same rule over rows.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, Event, Leg
from cases.places.spot import Spot
from law.second_persons import SECOND_PERSONS, row_of
from law.vocabulary import Act
from organizations.models import Staff

# Kept on the case, which lives as long as one act or one page.
_KEPT = "_steps_of_first_persons"
_TOLD = tuple({act for row in SECOND_PERSONS for act in (*row.first, *row.second)})


class _Done(NamedTuple):
    sequence: int
    leg_id: int | None
    act: str
    by_id: int | None
    for_whom_id: int | None


def same_person(spot: Spot, *first: int | None) -> bool:
    """Tell whether whoever acts, or his hand, is one of the first persons or was the hand of one for what is decided now.

    ``first``: keys of the people that a row keeps. One query a case, none where the keys tell it.
    """
    people = {key for key in first if key}
    return bool(spot.by.both & people) or bool(spot.by.both & _hands(_open_steps(spot), people))


def asked_himself(spot: Spot) -> bool:
    """Tell whether whoever acts, or his hand, had a part in the last act of the first person; no row keeps who did it."""
    return any(spot.by.both & {done.by_id, done.for_whom_id} for done in _open_steps(spot)[-1:])


def took_part(case: Case, leg: Leg, who: Staff, handled: Iterable[int | None]) -> bool:
    """Tell whether a person, or his hand, is one of those who handled a leg, or was the hand of one in whatever was done."""
    people = {key for key in handled if key}
    of_the_leg = [done for done in _steps(case) if done.leg_id == leg.pk]
    return bool(who.both & people) or bool(who.both & _hands(of_the_leg, people))


def did_before(staff: Staff, second: Act, *columns: str, leg: str) -> Q:
    """Return the rows of legs on which this person would come second after himself, as `same_person` has it.

    ``columns`` keep the first person, ``leg`` the key of the leg.
    """
    row = row_of(second)
    decided = Event.objects.filter(leg=OuterRef("leg"), act__in=row.second, sequence__gt=OuterRef("sequence"))
    steps = _by_hand_of(staff, columns, leg).filter(~Exists(decided), act__in=row.first)
    return _kept_in(columns, staff) | Q(Exists(steps))


def asked_before(staff: Staff, second: Act) -> Q:
    """Return the cases of which this person had a part in the last act of the first person, as `asked_himself` has it."""
    asked = Event.objects.filter(act__in=row_of(second).first)
    later = asked.filter(case=OuterRef("case"), sequence__gt=OuterRef("sequence"))
    mine = Q(by__in=staff.both) | Q(for_whom__in=staff.both)
    return Q(Exists(asked.filter(mine, ~Exists(later), case=OuterRef("pk"))))


def had_a_part(staff: Staff, *columns: str, leg: str) -> Q:
    """Return the rows of legs that this person, or his hand, had a part in handling, as `took_part` has it."""
    return _kept_in(columns, staff) | Q(Exists(_by_hand_of(staff, columns, leg)))


def _open_steps(spot: Spot) -> list[_Done]:
    """Return what the first person did on this leg, or on the case, in order; of what may be done anew, since it was decided."""
    row, leg_id = row_of(spot.act), spot.on_leg.pk if spot.on_leg else None
    here = [done for done in _steps(spot.case) if done.leg_id == leg_id]
    decided = max((done.sequence for done in here if row.anew and done.act in row.second), default=0)
    return [done for done in here if done.sequence > decided and done.act in row.first]


def _steps(case: Case) -> list[_Done]:
    found: list[_Done] | None = vars(case).get(_KEPT)
    if found is None:
        rows = Event.objects.for_the_wall().filter(Q(act__in=_TOLD) | Q(for_whom__isnull=False), case=case.pk)
        rows = rows.order_by("sequence")
        found = vars(case)[_KEPT] = [_Done(*row) for row in rows.values_list(*_Done._fields)]
    return found


def _hands(steps: Iterable[_Done], people: set[int]) -> set[int]:
    return {done.by_id for done in steps if done.by_id and done.for_whom_id in people}


def _kept_in(columns: tuple[str, ...], staff: Staff) -> Q:
    return reduce(or_, (Q(**{f"{column}__in": staff.both}) for column in columns))


def _by_hand_of(staff: Staff, columns: tuple[str, ...], leg: str) -> QuerySet[Event]:
    """Return what this person, or his hand, did on the leg at hand for one of those whom its columns name."""
    for_one = reduce(or_, (Q(for_whom=OuterRef(column)) for column in columns))
    return Event.objects.filter(for_one, by__in=staff.both, for_whom__isnull=False, leg=OuterRef(leg))
