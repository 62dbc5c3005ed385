"""Extending the sixty days: asked by the handler, decided by the head before the old date has passed (Art. 34)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import recount
from cases.letters.making import make_document
from cases.models import Case, Clock, Extension
from cases.models.clock import RUNNING
from law.deadlines import PERIODS
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter
from organizations.models import Staff

ARTICLE = "第三十四条"
MOST_DAYS = PERIODS[Duty.HANDLE_60D].extendable_by


def ask_extension(
    case_id: int, *, leg_id: int, by: Staff, days: int, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Ask the head for more time because the matter is complicated (Art. 34): 1 to 30 days, all extensions together.

    Raises Refused: not_found, not_permitted, wrong_state, no_sixty_days, due_passed, extension_too_long,
    extension_asked.
    """
    with performing(Act.ASK_EXTENSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        if leg.extensions.filter(decided_on=None).exists():
            raise Refused("extension_asked", "延期申请已经提交，正在等负责人审批。", ARTICLE)
        _assert_within(_sixty_days(deed), days)
        Extension.objects.create(leg=leg, days=days, reason=reason, asked_on=deed.on, asked_by=by)
        deed.facts = {"asked_days": days}
    return deed.case


def extend(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    days: int | None = None,
    note: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Approve what was asked, or fewer ``days``; the petitioner is told the reason and the new date (Art. 34).

    Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, own_request, no_sixty_days, due_passed,
    days_more_than_asked, extension_too_long.
    """
    with performing(Act.EXTEND, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        asked = _open_request(deed)
        granted = days or asked.days
        if granted > asked.days:
            raise Refused(
                "days_more_than_asked", f"承办人申请{asked.days}日，最多批准{asked.days}日，可以少批。", ARTICLE
            )
        clock = _sixty_days(deed)
        _assert_within(clock, granted)
        old = clock.due_on
        clock.extended_days += granted
        new = recount(clock)
        _decide(deed, asked, granted_days=granted, old_due_on=old, new_due_on=new, note=note)
        notice = make_document(
            Letter.EXTENSION_NOTICE,
            deed.case,
            leg=deed.the_leg,
            unit=deed.the_leg.unit,
            by=by,
            on=deed.on,
            old=old,
            new=new,
            days=granted,
            reason=asked.reason,
        )
        deed.facts = {"granted_days": granted, "new_due_on": str(new), "document": notice.number}
    return deed.case


def refuse_extension(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Refuse more time, with the reason; the clock stays as it is.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, own_request.
    """
    with performing(Act.REFUSE_EXTENSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        _decide(deed, _open_request(deed), granted_days=0, note=reason)
    return deed.case


def _open_request(deed: Deed) -> Extension:
    asked = deed.the_leg.extensions.filter(decided_on=None).first()
    if asked is None:
        raise Refused("nothing_asked", "承办人没有申请延期，或者申请已经审批。", ARTICLE)
    if asked.asked_by_id == deed.by.pk:
        raise Refused("own_request", "延期要由申请人以外的单位负责人审批。", ARTICLE)
    return asked


def _sixty_days(deed: Deed) -> Clock:
    clock = deed.the_leg.clocks.filter(RUNNING, duty=Duty.HANDLE_60D).first()
    if clock is None:
        raise Refused("no_sixty_days", "本环节没有正在计算的六十日办理期限，不需要延长。", ARTICLE)
    if clock.due_on and clock.due_on < deed.on:
        raise Refused(
            "due_passed",
            f"办理期限已于{clock.due_on}届满，今天是{deed.on}；延期须在届满之前批准，现在不能再延，请尽快答复。",
            ARTICLE,
        )
    if clock.simple_days:
        raise Refused(
            "simple_unextended",
            f"本件定为“简单”，按简易办理{clock.due_on}届满，不能延期；不宜简易的请先“分级”改为一般，"
            "期限从受理之日连续计算。",
            ARTICLE,
        )
    return clock


def _assert_within(clock: Clock, days: int) -> None:
    already, left = clock.extended_days, MOST_DAYS - clock.extended_days
    if not 1 <= days <= left:
        raise Refused(
            "extension_too_long", f"延期合计不得超过{MOST_DAYS}日，已延{already}日，本次最多可延{left}日。", ARTICLE
        )


def _decide(deed: Deed, asked: Extension, **decision: object) -> None:
    Extension.objects.filter(pk=asked.pk).update(decided_on=deed.on, decided_by=deed.by, **decision)
