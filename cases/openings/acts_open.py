"""The acts open to this person on this case, now: state, permission, and whether there is anything to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.actions import IMPLEMENTED
from cases.actions.frame import assert_permitted, step_now
from cases.actions.guidance import DEFERRABLE
from cases.models import Case, HandOff, Leg
from cases.openings.delivery import DELIVERY
from cases.openings.jurisdiction import JURISDICTION, pertinent_to_case
from cases.openings.remedies import PERTINENT, closable
from cases.openings.side_acts import BESIDE
from cases.places.acting_units import standing_for, standing_on
from law.errors import Refused
from law.procedure import allowed, steps_of
from law.vocabulary import Act, Movement, Scope, State
from organizations.authority import may
from organizations.models import Staff
from organizations.vocabulary import UnitKind

_ASKED = {
    Act.REPORT_FINDINGS: (Movement.DELEGATE,),
    Act.REPLY_CONSULTATION: (Movement.CONSULT,),
    Act.REPLY_CO_HANDLING: (Movement.CO_HANDLE,),
    Act.REPLY_GUIDANCE: (Movement.GUIDANCE,),
    Act.DEFER_REPLY: DEFERRABLE,
}
_HALTED = (State.VOID_PENDING, State.VOIDED, State.ARCHIVED)


@dataclass(frozen=True)
class Opening:
    """One act that a person may do now, on a case, a leg or a hand-off of it."""

    act: Act
    leg: Leg | None = None
    hand_off: HandOff | None = None

    @property
    def article(self) -> str:
        """Return the article the act rests on."""
        return steps_of(self.act)[0].article


def openings(staff: Staff, case: Case, legs: list[Leg], on: date) -> list[Opening]:
    """Return every act open to a person on a case, in the order of the procedure.

    ``legs`` come with hand_offs, documents (with services), clocks, demands and remedies prefetched: no query is
    made here, but one for who asked to void, and one where a notice might be waived.
    """
    return [
        opening
        for act in Act
        if act in IMPLEMENTED and act is not Act.REGISTER
        for opening in _of(act, staff, case, legs)
        if _pertinent(opening, staff, case, on)
    ]


def assert_open(
    act: Act, staff: Staff, case: Case, legs: list[Leg], *, leg: Leg | None = None, hand_off: HandOff | None = None
) -> None:
    """Say in an act's own words why it cannot be done now, before anything is typed.

    Raises Refused: not_permitted, wrong_state.
    """
    if leg:
        place, own = standing_on(act, staff, leg, hand_off)
    else:
        place, own = standing_for(act, staff, case, legs)
    assert_permitted(act, staff, place, own=own)
    step_now(act, State(case.state if leg is None or case.state in _HALTED else leg.state), case, staff)


def not_needed(act: Act) -> Refused:
    """Return the refusal of an act that state and role would allow, but for which there is nothing to do."""
    return Refused("not_needed_now", f"目前没有需要“{act.label}”的事项，或者条件还不具备。", steps_of(act)[0].article)


def _of(act: Act, staff: Staff, case: Case, legs: list[Leg]) -> Iterator[Opening]:
    scope = steps_of(act)[0].scope
    if scope is Scope.CASE:
        place, own = standing_for(act, staff, case, legs)
        if allowed(act, State(case.state)) and may(staff, act, at=place, own=own):
            yield Opening(act)
        return
    # Of what is halted only an archived leg still has an act: care goes on (Art. 37, para 3).
    for leg in legs if case.state not in _HALTED or allowed(act, State(case.state)) else []:
        if not allowed(act, State(leg.state)):
            continue
        if scope is Scope.LEG:
            place, own = standing_on(act, staff, leg)
            if may(staff, act, at=place, own=own):
                yield Opening(act, leg)
        for hand_off in leg.hand_offs.all() if scope is Scope.HAND_OFF else []:
            waiting = hand_off.movement in _ASKED[act] and hand_off.replied_on is None
            waiting = waiting and not (act is Act.DEFER_REPLY and hand_off.deferred_on)
            if waiting and may(staff, act, at=hand_off.to_unit):
                yield Opening(act, leg, hand_off)


def _pertinent(opening: Opening, staff: Staff, case: Case, on: date) -> bool:
    if opening.leg is None:
        return _pertinent_to_case(opening.act, staff, case)
    leg, act = opening.leg, opening.act
    if act in BESIDE:
        return BESIDE[act](leg, staff, on)
    if act is Act.DELEGATE:
        return leg.unit.kind == UnitKind.TOWN
    if act is Act.REMIND:
        return leg.unit_id != staff.unit_id
    if act is Act.ASSESS:
        return any(h.movement == Movement.DELEGATE and h.replied_on for h in leg.hand_offs.all())
    if act in (Act.ISSUE, Act.SEND_BACK):
        return act is Act.SEND_BACK or staff.pk not in (leg.submitted_by_id, leg.handler_id)
    if act in DELIVERY:
        return DELIVERY[act](leg, case)
    if act in PERTINENT:
        return PERTINENT[act](leg, staff)
    if act in JURISDICTION:
        return JURISDICTION[act](leg, case, on)
    return act is not Act.CLOSE or closable(leg, case, on)


def _pertinent_to_case(act: Act, staff: Staff, case: Case) -> bool:
    if act is Act.KEEP:
        return case.unit.kind != UnitKind.PETITION_OFFICE
    if act in (Act.CONFIRM_VOID, Act.REFUSE_VOID):
        asked = case.events.readable_by(staff).filter(act=Act.REQUEST_VOID).order_by("-sequence").first()
        return asked is None or asked.by_id != staff.pk
    return pertinent_to_case(act, case)
