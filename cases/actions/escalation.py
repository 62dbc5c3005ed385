"""Escalation 提级办理: asked by the unit that holds a leg, decided outside it; the leg and its clocks go up together (Art. 22)."""

from datetime import date

from django.db.models.functions import Coalesce

from cases.actions.deed import Deed
from cases.actions.frame import involve, performing
from cases.actions.returning import UNANSWERED
from cases.models import Case, Escalation, HandOff
from cases.models.clock import RUNNING
from cases.openings.jurisdiction import ESCALATION, open_escalation, unfit_above
from law.errors import Refused
from law.vocabulary import Act, Duty, Movement
from organizations.models import Staff, Unit


def escalate(
    case_id: int, *, leg_id: int, by: Staff, unit: Unit, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Ask that a higher unit takes this leg over; until it is decided the unit goes on and no clock stops.

    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, unit_unfit, accused_party, escalation_asked.
    """
    if not reason.strip():
        raise Refused("reason_missing", "申请提级要写明理由：为什么本单位难以办理。", ESCALATION)
    with performing(Act.ESCALATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        if refusal := unfit_above(deed.case, leg.unit, unit, deed.on):
            raise refusal
        Escalation.objects.create(
            leg=leg, asked_unit=leg.unit, proposed=unit, reason=reason, asked_on=deed.on, asked_by=by
        )
        involve(deed.case, unit, together=deed.together)
        deed.facts = {"unit": unit.pk}
    return deed.case


def agree_escalation(
    case_id: int, *, leg_id: int, by: Staff, note: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Agree: the higher unit holds the leg from today; clocks begun run on, the first handler stays written.

    The new unit informs the petitioner in its own time, or in what is left where nobody has informed him yet.
    Raises Refused: not_found, not_permitted, wrong_state, no_escalation, unit_unfit, accused_party.
    """
    with performing(Act.AGREE_ESCALATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        asked = _asked(deed)
        _decide(deed, asked, agreed=True, words=note)
        _raise(deed, asked.proposed, asked.reason)
    return deed.case


def refuse_escalation(
    case_id: int, *, leg_id: int, by: Staff, guidance: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Refuse, and say how the unit shall go on by itself.

    Raises Refused: not_found, not_permitted, wrong_state, no_escalation, guidance_missing.
    """
    if not guidance.strip():
        raise Refused("guidance_missing", "不同意提级的，要写明对原单位的指导意见。", ESCALATION)
    with performing(Act.REFUSE_ESCALATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=guidance) as deed:
        asked = _asked(deed)
        _decide(deed, asked, agreed=False, words=guidance)
        deed.facts = {"unit": asked.proposed_id}
    return deed.case


def _raise(deed: Deed, unit: Unit, reason: str) -> None:
    leg, old = deed.the_leg, deed.the_leg.unit
    if deed.case.clocks.filter(RUNNING, leg=leg, duty=Duty.NOTICE_REFERRED_15D).exists():
        # The petitioner waits since the first receipt: the date of that one holds for whoever has the leg.
        deed.omits.add(Duty.NOTICE_REFERRED_15D)
    deed.case.clocks.filter(RUNNING, leg=leg, unit=old).update(unit=unit)
    leg.demands.update(accepted_on=Coalesce("accepted_on", leg.accepted_on), **UNANSWERED)
    leg.unit, leg.handler, leg.submitted_by = unit, None, None
    leg.received_on, leg.opened_at, leg.opened_by = deed.on, None, None
    HandOff.objects.create(
        district_id=deed.case.district_id,
        case=deed.case,
        leg=leg,
        movement=Movement.ESCALATE,
        from_unit=old,
        to_unit=unit,
        sent_by=deed.by,
        sent_on=deed.on,
        received_on=deed.on,
        reason=reason,
        legal_basis=deed.step.article,
    )
    involve(deed.case, unit, together=deed.together)
    deed.facts = {"unit": unit.pk, "from_unit": old.pk}


def _asked(deed: Deed) -> Escalation:
    found = open_escalation(deed.the_leg)
    assert found is not None  # the opening of the act has seen it
    return found


def _decide(deed: Deed, asked: Escalation, **decision: object) -> None:
    Escalation.objects.filter(pk=asked.pk).update(decided_on=deed.on, decided_by=deed.by, **decision)
