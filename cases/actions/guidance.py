"""Guidance 请示上级, and one delay for who has to ask a superior: no clock stops, silence means nothing (Art. 24)."""

from datetime import date

from cases.actions.frame import performing
from cases.actions.investigation import ask_beside, reply_beside
from cases.models import Case
from law.errors import Refused
from law.local_rules import working_days_after
from law.vocabulary import Act, Movement
from organizations.limits import legal_limits
from organizations.models import Staff, Unit
from organizations.superiors import stands_over
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar

ARTICLE = "第二十四条"


def ask_guidance(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    unit: Unit,
    question: str,
    proposal: str,
    reply_by: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask the superior unit, or the petition office, how to handle a leg, with the answer the unit would give.

    Raises Refused: not_found, not_permitted, wrong_state, unit_unfit, proposal_missing, accused_party,
    already_asked, date_past.
    """
    if not (question.strip() and proposal.strip()):
        raise Refused("proposal_missing", "请示要写明请示的事项和本单位的拟办意见。", ARTICLE)
    with performing(Act.ASK_GUIDANCE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=question) as deed:
        own = deed.the_leg.unit
        office = unit.kind == UnitKind.PETITION_OFFICE and unit.district_id == own.district_id
        if unit.pk == own.pk or unit.kind == UnitKind.EXTERNAL or not (office or stands_over(unit, own)):
            raise Refused(
                "unit_unfit",
                f"只能向“{own.name}”的上级单位或者本区信访部门请示，“{unit.name}”不是。向其他单位可以“征求意见”。",
                ARTICLE,
            )
        ask_beside(deed, Movement.GUIDANCE, unit, question, reply_by, proposal=proposal)
    return deed.case


def reply_guidance(
    case_id: int, *, hand_off_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Answer a request for guidance. Raises Refused: not_found, not_permitted, wrong_state, replied_already."""
    return reply_beside(Act.REPLY_GUIDANCE, case_id, hand_off_id=hand_off_id, by=by, text=text, seen=seen, on=on)


def defer_reply(
    case_id: int, *, hand_off_id: int, by: Staff, note: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Say once that the own superior has to be asked first: the day of the reply moves by some working days.

    Raises Refused: not_found, not_permitted, wrong_state, replied_already, deferred_already.
    """
    with performing(Act.DEFER_REPLY, case_id, hand_off_id=hand_off_id, by=by, seen=seen, on=on, text=note) as deed:
        hand_off = deed.the_hand_off
        days = legal_limits().on(deed.on).local.superior_days
        hand_off.reply_by = working_days_after(hand_off.reply_by or deed.on, days, working_calendar())
        hand_off.deferred_on = deed.on
        hand_off.save()
        deed.facts = {"hand_off": hand_off.pk, "reply_by": hand_off.reply_by.isoformat()}
    return deed.case
