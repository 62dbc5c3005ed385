"""What was proposed, done: in the proposer's name, by the hand of who let it pass; or tried before, and taken back."""

from datetime import date
from typing import Any

from django.db import transaction

from cases.actions.dispatch import commission, refer
from cases.actions.side_exits import transfer_out
from cases.models import Case, Proposal
from law.errors import Refused
from law.matters import Destination
from law.vocabulary import Act
from organizations.models import Staff


class _TakenBack(Exception):
    """Ends a rehearsal."""


def carry_out(asked: Proposal, *, by: Staff, on: date) -> Case:
    """Do what was proposed, now that it is approved; the event names both: whose act it is, and whose hand.

    Raises Refused: proposer_gone, and those of the act.
    """
    try:
        case = _done(asked, _in_his_name(asked, by), on)
    except Refused as refused:
        if refused.code in ("not_permitted", "not_found"):
            words = "拟办人现在没有办理本件的权限（调离、停用或者依法回避），请退回，由其他人重新呈报。"
            raise Refused("proposer_gone", words, refused.article) from refused
        raise
    asked.performed_on = on
    asked.save(update_fields=["performed_on"])
    return case


def rehearse(asked: Proposal, *, by: Staff, on: date) -> None:
    """Try what is proposed as if it were approved, and take all of it back. Raises Refused: those of the act."""
    try:
        with transaction.atomic():
            asked.approved, asked.decided_on = True, on
            asked.save(force_insert=True)
            _done(asked, by, on)
            raise _TakenBack
    except _TakenBack:
        asked.pk, asked.approved, asked.decided_on = None, None, None


def _in_his_name(asked: Proposal, hand: Staff) -> Staff:
    person = Staff.objects.select_related("unit").get(pk=asked.by_id)
    person.hand = hand
    return person


def _done(asked: Proposal, by: Staff, on: date) -> Case:
    common: dict[str, Any] = {
        "by": by,
        "on": on,
        "demands": asked.demands,
        "reason": asked.reason,
        "extract": asked.extract,
    }
    if asked.act == Act.TRANSFER_OUT:
        where = Destination(asked.destination) if asked.destination else Destination.OTHER_BODY
        more: dict[str, Any] = {"destination": where, "body": asked.body, "told_orally": asked.told_orally}
        return transfer_out(asked.case_id, unit=asked.unit, **more, **common)
    if asked.unit is None:
        raise Refused("exit_incomplete", "请补全：责任单位。从单位名录中选择。", "第二十二条")
    if asked.act == Act.COMMISSION:
        return commission(asked.case_id, unit=asked.unit, days=asked.days or 0, **common)
    return refer(asked.case_id, unit=asked.unit, **common)
