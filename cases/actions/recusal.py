"""Recusal: asked against a handler or head, decided by who stands above him; agreed, he is walled off (Art. 28)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.models import Case, Recusal
from cases.models.recusal import RecusalSource
from cases.openings.time import RECUSING, decider_unfit
from cases.places.spot import Actor
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff


def request_recusal(
    case_id: int,
    *,
    leg_id: int,
    by: Actor,
    person: Staff,
    source: RecusalSource,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask that a handler or head of the unit keep out: the petitioner, or staff for him, or the official himself.

    Raises Refused: not_found, not_permitted, wrong_state, person_unfit, recusal_not_own, recusal_asked, recused.
    """
    with performing(Act.REQUEST_RECUSAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        if source is RecusalSource.OFFICIAL and deed.account != person:
            raise Refused(
                "recusal_not_own", "自行回避只能由本人提出；信访人申请他人回避的，请选“信访人申请”。", RECUSING
            )
        of_head = may(person, Act.ISSUE, at=leg.unit)
        if not of_head and person.pk != leg.handler_id and not may(person, Act.ANSWER, at=leg.unit, own=True):
            raise Refused(
                "person_unfit", f"{person.name}不是“{leg.unit.name}”的承办人或者负责人，不需要回避。", RECUSING
            )
        _assert_not_asked(deed, person)
        Recusal.objects.create(
            case=deed.case,
            leg=leg,
            person=person,
            of_head=of_head,
            source=source,
            reason=reason,
            asked_on=deed.on,
            asked_by=deed.account,
        )
        deed.facts = {"person": person.pk, "of_head": of_head}
    return deed.case


def decide_recusal(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    person: Staff,
    agree: bool,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Decide a recusal: the head of the unit for a handler, a superior or the coordinator for the head (Art. 28).

    Agreed, the person is taken off the leg and no longer sees the case; no clock and no state changes.
    Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, decider_unfit.
    """
    with performing(Act.DECIDE_RECUSAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        asked = leg.recusals.filter(person=person, agreed=None).first()
        if asked is None:
            raise Refused("nothing_asked", f"没有等待决定的对{person.name}的回避申请。", RECUSING)
        if refusal := decider_unfit(deed.spot, asked):
            raise refusal
        asked.agreed, asked.note, asked.decided_on, asked.decided_by = agree, reason, deed.on, by
        asked.save()
        if agree and leg.handler_id == person.pk:
            leg.handler = None
        deed.facts = {"person": person.pk, "agreed": agree}
    return deed.case


def _assert_not_asked(deed: Deed, person: Staff) -> None:
    if deed.the_leg.recusals.filter(person=person, agreed=None).exists():
        raise Refused("recusal_asked", f"对{person.name}的回避申请已经提出，正在等待决定。", RECUSING)
    if deed.case.recusals.filter(person=person, agreed=True).exists():
        raise Refused("recused", f"{person.name}已经回避。", RECUSING)
