"""Extending the sixty days: asked by the handler, decided by the head before the old date has passed (Art. 34)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import recount
from cases.letters.making import make_document
from cases.models import Case, Clock, Extension
from cases.openings.time import EXTENDING, MOST_DAYS, open_extension, sixty_days_of, too_long
from law.errors import Refused
from law.vocabulary import Act, Letter
from organizations.models import Staff


def ask_extension(
    case_id: int, *, leg_id: int, by: Staff, days: int, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Ask the head for more time because the matter is complicated (Art. 34): 1 to 30 days, all extensions together.

    Raises Refused: not_found, not_permitted, wrong_state, extension_asked, no_sixty_days, due_passed,
    simple_unextended, extension_too_long.
    """
    with performing(Act.ASK_EXTENSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        _running_within(deed, days)
        Extension.objects.create(leg=deed.the_leg, days=days, reason=reason, asked_on=deed.on, asked_by=by)
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
    simple_unextended, days_more_than_asked, extension_too_long.
    """
    with performing(Act.EXTEND, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        asked = _asked(deed)
        granted = days or asked.days
        if granted > asked.days:
            raise Refused(
                "days_more_than_asked", f"承办人申请{asked.days}日，最多批准{asked.days}日，可以少批。", EXTENDING
            )
        clock = _running_within(deed, granted)
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
        _decide(deed, _asked(deed), granted_days=0, note=reason)
    return deed.case


def _asked(deed: Deed) -> Extension:
    asked = open_extension(deed.the_leg)
    assert asked, "the opening of the act has seen to it"
    return asked


def _running_within(deed: Deed, days: int) -> Clock:
    """Return the sixty days, if so many more are left. Raises Refused extension_too_long."""
    clock = sixty_days_of(deed.the_leg)
    assert clock, "the opening of the act has seen to it"
    if not 1 <= days <= MOST_DAYS - clock.extended_days:
        raise too_long(clock)
    return clock


def _decide(deed: Deed, asked: Extension, **decision: object) -> None:
    Extension.objects.filter(pk=asked.pk).update(decided_on=deed.on, decided_by=deed.by, **decision)
