"""A case locked for one person: whether he works on it is asked under the lock, with what every act needs to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, QuerySet, Value

from cases.models import Case, Demand, Event, Leg, Party, Respondent
from cases.places.actors import assert_own_case
from cases.places.reading_only import only_to_read
from cases.places.spot import Actor
from cases.sight.out_of_reach import not_found
from cases.sight.predicate import sealed_open
from cases.sight.querysets import CaseQuerySet, ReadableQuerySet
from kit.doors import Door
from kit.gathered import Gathered, rows_of
from kit.precompiled import KEY, Precompiled
from kit.prefetching import forget, hand_out, keep
from kit.together import NextKey
from organizations.models import Staff

_WITH_A_LEG = ("unit__parent", "from_unit", "handler")


@dataclass
class Locked:
    """A case under lock in this transaction, for ``by``: its legs (asked once), its demands as they were, the end of its chain.

    ``named``: does the case name a respondent? ``event_key``, ``leg_key``: the keys of the event, and of a leg, that follow.
    ``sealed_open``: may he read the accusing part (Art. 30)? Of what is closed to him ``readable_legs`` holds nothing.
    """

    case: Case
    by: Actor
    sealed_open: bool
    demands: list[Demand]
    event_key: int
    leg_key: int
    named: bool
    last: Event | None = None
    legs: "QuerySet[Leg]" = field(init=False)

    def __post_init__(self) -> None:
        # Who works on a case reads it: his forms show what he may know of it without asking that again.
        self.case.sealed_open, self.case.read_by = self.sealed_open, self.by.pk
        self.legs = _LEGS.ask(self.case.pk, of=self.case)

    def hand_out_demands(self, leg: Leg | None) -> None:
        """Let the case and a leg show their demands without a question, until the act itself begins to change them."""
        keep(self.case, "demands", self.demands)
        hand_out(self.demands, [leg] if leg else [], "demands")

    def forget_demands(self, leg: Leg | None) -> None:
        """Let the case and a leg ask for their demands: what an act changes they must see changed."""
        for each in (self.case, *([leg] if leg else [])):
            forget(each, "demands")

    @property
    def readable_legs(self) -> list[Leg]:
        """Return the legs that he may know of."""
        return [leg for leg in self.legs if self.sealed_open or not leg.held_accusation]


_AT_HAND: ContextVar[Locked | None] = ContextVar("at_hand", default=None)


@contextmanager
def at_hand(case_id: int, by: Staff) -> Iterator[Locked]:
    """Lock a case before its act begins, so that a form is read over the very rows that the act will work on.

    The act inside, if it is on this case by this person, takes what is locked instead of asking anew.
    Raises Refused: not_found, not_permitted (a dated access lets him read, and do nothing).
    """
    with transaction.atomic():
        token = _AT_HAND.set(lock(case_id, by))
        try:
            yield cast(Locked, _AT_HAND.get())
        finally:
            _AT_HAND.reset(token)


def is_at_hand(case_id: int, by: Actor) -> bool:
    """Tell whether a case is locked for this act already."""
    found = _AT_HAND.get()
    return found is not None and found.case.pk == case_id and found.by is by


def taken(case_id: int, by: Actor) -> Locked | None:
    """Return what is locked for this act already, once: what a second act works on has changed by then."""
    if not is_at_hand(case_id, by):
        return None
    found = _AT_HAND.get()
    _AT_HAND.set(None)
    return found


def lock(case_id: int, by: Staff) -> Locked:
    """Lock a case for a member of staff. Raises Refused: not_found, not_permitted.

    What is out of reach does not exist for him. Asked under the lock: a wall that somebody built while we waited for it
    holds for us too, and the chain ends where it ends now.
    """
    case = _locked(case_id)
    # What is not sealed is open to whoever reaches it; under the lock that is known already.
    opened = ExpressionWrapper(sealed_open(by), output_field=BooleanField()) if case.sealed else Value(value=True)
    if found := _with_its_end(Case.objects.workable_by(by), case, by, opened):
        return found
    if Case.objects.visible_to(by).filter(pk=case_id).exists():
        raise only_to_read()
    raise not_found()


def lock_for_party(case_id: int, by: Party, door: Door, on: date) -> Locked:
    """Lock his own case for a party, who learns of no leg that holds or held an accusation (Art. 30).

    Raises Refused: not_found, mandate_ended.
    """
    case = _locked(case_id)
    assert_own_case(by, case, door, on)
    found = cast(Locked, _with_its_end(Case.objects.all(), case, by, Value(value=False)))
    found.legs = found.case.legs.all().clear().select_related(*_WITH_A_LEG)
    return found


def _legs(case_id: int) -> "ReadableQuerySet[Leg]":
    rows: ReadableQuerySet[Leg] = Case(pk=case_id).legs.all()
    return rows.select_related(*_WITH_A_LEG)


def _alone(case_id: int) -> "CaseQuerySet[Case]":
    return Case.objects.filter(pk=case_id).select_for_update(of=("self",)).select_related("unit", "district")


_LEGS, _LOCKED = Precompiled(_legs, KEY), Precompiled(_alone, KEY)


def _locked(case_id: int) -> Case:
    for case in _LOCKED.ask(case_id):
        return case
    raise not_found()


def _newest() -> "QuerySet[Event]":
    return Event.objects.filter(case=OuterRef("pk")).order_by("-sequence")[:1]


def _demands() -> "QuerySet[Demand]":
    return Demand.objects.filter(case=OuterRef("pk"))


def _with_its_end(cases: CaseQuerySet[Case], case: Case, by: Actor, opened: Any) -> Locked | None:
    said = (
        cases.filter(pk=case.pk)
        .values(
            opened=opened,
            demanded=Gathered(_demands),
            newest=Gathered(_newest, "id", "case_id", "sequence", "digest"),
            next_event=NextKey(Event),
            next_leg=NextKey(Leg),
            named=Exists(Respondent.objects.filter(case=case.pk)),
        )
        .first()
    )
    if said is None:
        return None
    demands, last = rows_of(Demand, said["demanded"]), rows_of(Event, said["newest"])
    for demand in demands:
        demand.case = case
    return Locked(case, by, said["opened"], demands, said["next_event"], said["next_leg"], said["named"], *last)
