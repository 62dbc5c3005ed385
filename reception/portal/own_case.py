"""A case as one of its own people reads it: where it is, with whom, until when and why, his letters, what he may do now.

Of an accusation nothing but that it was registered (Art. 30): whoever holds a code must not learn by it who was accused.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from cases.clocks import WINDOWS, explain_clock
from cases.models import Case, Clock, Document, Leg, Party, Service
from cases.places.actors import assert_own_case
from cases.places.spot import Spot
from kit.rooms import doors
from law.calendar import Calendar
from law.errors import Refused
from law.party_acts import PARTY_ACTS
from law.procedure import HALTED, allowed
from law.vocabulary import Act, Duty, Scope, State
from organizations.limits import Limits, legal_limits
from organizations.working_days import working_calendar

# What is owed to him, and what he himself has a time for; what units owe each other stays inside.
TOLD = (
    Duty.DISPATCH_15D,
    Duty.NOTICE_DIRECT_15D,
    Duty.NOTICE_REFERRED_15D,
    Duty.HANDLE_60D,
    Duty.PATH5_2M,
    Duty.SUGGESTION_FEEDBACK,
    Duty.SERVICE_3WD,
    Duty.REEXAM_30D,
    Duty.REVIEW_30D,
    Duty.REMAND_LIMIT,
    Duty.PROMISE_DUE,
)
HIS_WINDOWS = (Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D, Duty.REVOKE_15D)
assert set(HIS_WINDOWS) <= set(WINDOWS)
_ON_A_LEG = (
    "demands",
    "clocks",
    "remedies",
    "withdrawals",
    "material_requests",
    "ratings",
    "recusals",
    "settlements",
    "hand_offs",
)


@dataclass(frozen=True)
class Deed:
    """Something he may do himself now; ``leg`` None: on the whole of the case."""

    act: Act
    leg: Leg | None


@dataclass(frozen=True)
class OwnCase:
    """What one person of a case may know of it on a day."""

    party: Party
    case: Case
    legs: list[Leg]
    clocks: list[Clock]
    letters: list[Document]
    deeds: list[Deed]
    calendar: Calendar
    limits: Limits

    def due(self, leg: Leg | None) -> list[dict[str, Any]]:
        """Return what is owed to him of a leg (of the desk, where None): {what, who, due_on, why, article}."""
        return [self._line(clock) for clock in self._running(leg) if clock.duty in TOLD]

    def rights(self, leg: Leg | None, on: date) -> list[dict[str, Any]]:
        """Return what he may ask for next, with the last day."""
        return [
            self._line(clock)
            for clock in self._running(leg)
            if clock.duty in HIS_WINDOWS and (clock.due_on is None or clock.due_on >= on)
        ]

    def _running(self, leg: Leg | None) -> list[Clock]:
        key = leg.pk if leg else None
        return [clock for clock in self.clocks if clock.leg_id == key and clock.running]

    def _line(self, clock: Clock) -> dict[str, Any]:
        told = explain_clock(clock, calendar=self.calendar, limits=self.limits)
        duty = Duty(clock.duty)
        unit = clock.unit.name if clock.unit else ""
        return {"what": duty.label, "who": unit, "due_on": clock.due_on, "why": told.reason, "article": told.article}


def read_own(party: Party, on: date) -> OwnCase:
    """Return a person's own case. Raises Refused mandate_ended: an agent whose mandate is over."""
    case = Case.objects.own_of(party).select_related("unit", "district").get()
    party.case = case
    ended = party.mandate_until and party.mandate_until < on
    if ended:
        raise Refused(
            "mandate_ended", f"委托期限已于{party.mandate_until}届满，请信访人重新出具授权委托书，或者由本人查询。"
        )
    legs = _legs(party)
    keys = {leg.pk for leg in legs}
    clocks = [
        clock
        for clock in Clock.objects.own_of(party).select_related("unit").order_by("due_on", "id")
        if clock.leg_id is None or clock.leg_id in keys
    ]
    letters = [
        letter
        for letter in _letters(party)
        if (letter.leg_id is None or letter.leg_id in keys) and letter.services.all()
    ]
    deeds = list(_deeds(party, case, legs, on))
    return OwnCase(party, case, legs, clocks, letters, deeds, working_calendar(), legal_limits())


def own_letter(party: Party, key: int, on: date) -> Document:
    """Return one of his letters. Raises Refused not_found."""
    found = next((letter for letter in read_own(party, on).letters if letter.pk == key), None)
    if found is None:
        raise Refused("not_found", "没有这份文书。")
    return found


def stage_of(own: OwnCase, leg: Leg | None = None) -> str:
    """Return where it stands, in one word; of what accuses nothing more than that it is dealt with."""
    if leg is not None:
        return State(leg.state).label
    return "已登记，依法办理" if own.case.sealed else State(own.case.state).label


def _legs(party: Party) -> list[Leg]:
    rows = Leg.objects.own_of(party).filter(held_accusation=False).select_related("unit", "handler", "case")
    asked: list[Any] = [*_ON_A_LEG, Prefetch("documents", _letters(party))]
    return [leg for leg in rows.prefetch_related(*asked).order_by("id") if leg.state != State.RETURNED]


def _letters(party: Party) -> Any:
    sent = Prefetch("services", Service.objects.order_by("id"))
    return Document.objects.own_of(party).select_related("unit").prefetch_related(sent).order_by("id")


def _deeds(party: Party, case: Case, legs: list[Leg], on: date) -> Any:
    for act in PARTY_ACTS:
        door = doors().get(act)
        if door is None:
            continue
        for leg in [None] if door.scope is Scope.CASE else legs:
            spot = Spot(act, case, party, on, legs, leg)
            if _is_open(spot, door):
                yield Deed(act, leg)


def _is_open(spot: Spot, door: Any) -> bool:
    state = spot.case.state if spot.on_leg is None or spot.case.state in HALTED else spot.leg.state
    if not allowed(spot.act, State(state)):
        return False
    try:
        assert isinstance(spot.actor, Party)
        assert_own_case(spot.actor, spot.case, door, spot.on)
    except Refused:
        return False
    return not (door.opening and door.opening(spot))
