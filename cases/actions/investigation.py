"""Finding out: delegate to a village and its report, assess, consult, record an inquiry (Art. 15, 24, 28, 31)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import involve, performing
from cases.models import Assessment, Case, HandOff, Inquiry
from cases.models.leg import InquiryKind
from cases.places.wall import assert_clear
from law.errors import Refused
from law.local_rules import working_days_after
from law.vocabulary import Act, Movement
from organizations.limits import legal_limits
from organizations.models import Staff, Unit
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar

_VILLAGES = (UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP)


def delegate(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    unit: Unit,
    instruction: str,
    reply_by: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Send a village of the town to find out (三级联动); the town stays responsible and its clocks run on.

    Raises Refused: not_found, not_permitted, wrong_state, town_only, unit_unfit, accused_party, already_asked, date_past.
    """
    with performing(Act.DELEGATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=instruction) as deed:
        if unit.kind not in _VILLAGES or not deed.the_leg.unit.holds(unit):
            raise Refused(
                "unit_unfit", f"只能下派给“{deed.the_leg.unit.name}”所辖的村（社区），“{unit.name}”不是。", "第十五条"
            )
        ask_beside(deed, Movement.DELEGATE, unit, instruction, reply_by)
    return deed.case


def consult(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    unit: Unit,
    question: str,
    reply_by: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask another unit for its opinion beside the leg (Art. 24); no legal clock, silence counts for nothing.

    Raises Refused: not_found, not_permitted, wrong_state, unit_unfit, accused_party, already_asked, date_past.
    """
    with performing(Act.CONSULT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=question) as deed:
        if unit.pk == deed.the_leg.unit_id or unit.kind == UnitKind.AREA:
            raise Refused("unit_unfit", f"不能向“{unit.name}”征求意见，请选择其他单位。", "第二十四条")
        ask_beside(deed, Movement.CONSULT, unit, question, reply_by)
    return deed.case


def report_findings(
    case_id: int, *, hand_off_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Report what the village found to the unit that asked. Raises Refused: not_found, wrong_state, replied_already."""
    return reply_beside(Act.REPORT_FINDINGS, case_id, hand_off_id=hand_off_id, by=by, text=text, seen=seen, on=on)


def reply_consultation(
    case_id: int, *, hand_off_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Answer a consultation. Raises Refused: not_found, not_permitted, wrong_state, replied_already."""
    return reply_beside(Act.REPLY_CONSULTATION, case_id, hand_off_id=hand_off_id, by=by, text=text, seen=seen, on=on)


def assess(case_id: int, *, leg_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None) -> Case:
    """Judge what the village found. Raises Refused: not_found, not_permitted, wrong_state, nothing_to_assess."""
    with performing(Act.ASSESS, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        Assessment.objects.create(leg=deed.the_leg, on=deed.on, text=text, by=by)
    return deed.case


def record_inquiry(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    kind: InquiryKind,
    text: str,
    held_on: date | None = None,
    place: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record a step of the investigation, held on ``held_on`` (Art. 31, item six).

    Raises Refused: not_found, not_permitted, wrong_state, date_in_future, date_before_receipt.
    """
    with performing(Act.RECORD_INQUIRY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        held_on = held_on or deed.on
        if held_on > deed.on:
            raise Refused("date_in_future", f"调查日期{held_on}晚于今天{deed.on}，请核对。")
        if held_on < deed.the_leg.received_on:
            raise Refused("date_before_receipt", f"调查日期{held_on}早于本单位收到日期{deed.the_leg.received_on}。")
        Inquiry.objects.create(leg=deed.the_leg, kind=kind, on=held_on, place=place, text=text, by=by)
        deed.facts = {"kind": str(kind), "held_on": held_on.isoformat()}
    return deed.case


def ask_beside(
    deed: Deed, movement: Movement, unit: Unit, words: str, reply_by: date | None, *, proposal: str = ""
) -> None:
    """Ask a unit for something beside the leg; without a day named, another unit (not a village) has some working days.

    Raises Refused: accused_party, date_past, already_asked.
    """
    leg = deed.the_leg
    assert_clear(deed.case, unit)
    if reply_by and reply_by < deed.on:
        raise Refused("date_past", f"回复日期{reply_by}已经过去，请重新选择。")
    if leg.hand_offs.filter(movement=movement, to_unit=unit, replied_on=None).exists():
        raise Refused("already_asked", f"已经请“{unit.name}”办理，对方还没有回复；需要时可以催办。")
    if reply_by is None and movement != Movement.DELEGATE:
        days = legal_limits().on(deed.on).local.reply_days
        reply_by = working_days_after(deed.on, days, working_calendar())
    HandOff.objects.create(
        district_id=deed.case.district_id,
        case=deed.case,
        leg=leg,
        movement=movement,
        from_unit=leg.unit,
        to_unit=unit,
        sent_by=deed.by,
        sent_on=deed.on,
        received_on=deed.on,
        reason=words,
        legal_basis=deed.step.article,
        reply_by=reply_by,
        proposal=proposal,
    )
    involve(deed.case, unit, together=deed.together)
    deed.facts = {"unit": unit.pk, "reply_by": reply_by.isoformat() if reply_by else None}


def reply_beside(
    act: Act, case_id: int, *, hand_off_id: int, by: Staff, text: str, seen: int | None, on: date | None
) -> Case:
    """Answer a request of one kind, once. Raises Refused: not_found, not_permitted, wrong_state, replied_already."""
    with performing(act, case_id, hand_off_id=hand_off_id, by=by, seen=seen, on=on, text=text) as deed:
        hand_off = deed.the_hand_off
        hand_off.reply, hand_off.replied_on, hand_off.replied_by = text, deed.on, by
        hand_off.save()
        deed.facts = {"hand_off": hand_off.pk}
    return deed.case
