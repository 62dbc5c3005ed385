"""Withdrawal (Art. 17): asked, confirmed with the petitioner by somebody outside the unit, revocable for 15 days."""

from collections.abc import Sequence
from datetime import date

from cases.actions.apart import set_apart
from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.models import Case, Clock, Withdrawal
from cases.models.clock import RUNNING
from cases.openings.petitioner import open_withdrawal
from cases.openings.telling import others_untold, told
from cases.places.spot import Actor
from law.paths import TOLD_DIRECTLY
from law.vocabulary import Act, Duty, State
from organizations.models import Staff


def ask_withdrawal(
    case_id: int,
    *,
    leg_id: int,
    by: Actor,
    reason: str,
    demands: Sequence[int] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that the petitioner wishes to withdraw; work and clocks go on until it is confirmed with him.

    ``demands``: only these of the leg. Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on,
    withdrawal_asked, demand_unknown.
    """
    with performing(Act.ASK_WITHDRAWAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        set_apart(deed, demands)
        Withdrawal.objects.create(leg=deed.the_leg, reason=reason, asked_on=deed.on, asked_by=deed.account)
    return deed.case


def withdraw(
    case_id: int, *, leg_id: int, by: Staff, how: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Confirm with the petitioner that he withdraws of his own will: when, by which way, what he said.

    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on, nothing_asked, own_unit.
    """
    with performing(Act.WITHDRAW, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=how) as deed:
        leg = deed.the_leg
        asked = _asked(deed)
        if others_untold(deed.case, leg):
            deed.spares = set(TOLD_DIRECTLY)
        asked.how, asked.confirmed_on, asked.confirmed_by = how, deed.on, by
        asked.from_state, asked.ended_clocks = leg.state, _ending(deed)
        asked.save()
    return deed.case


def revoke_withdrawal(
    case_id: int, *, leg_id: int, by: Actor, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Take a withdrawal back within 15 days: the state of before, and the clocks from their original start.

    A request not yet confirmed is simply dropped.
    Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, revoked_too_late.
    """
    with performing(Act.REVOKE_WITHDRAWAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        asked = _asked(deed)
        if leg.state == State.WITHDRAWN:
            Clock.objects.filter(pk__in=asked.ended_clocks).update(ended_on=None, ended_by="")
            if not told(leg):
                # What was told of the other demands meanwhile was not the whole any more.
                desk = deed.case.clocks.filter(leg=None, duty=Duty.NOTICE_DIRECT_15D)
                desk.filter(met_on__gte=asked.confirmed_on).update(met_on=None)
            deed.to_state = State(asked.from_state)
        asked.revoked_on, asked.revoke_reason, asked.revoked_by = deed.on, reason, deed.account
        asked.save()
    return deed.case


def _asked(deed: Deed) -> Withdrawal:
    asked = open_withdrawal(deed.the_leg)
    assert asked, "the opening of the act has seen to it"
    return asked


def _ending(deed: Deed) -> list[int]:
    """Return the clocks that this withdrawal ends: those of the leg, and the desk's notice where it ends too."""
    duties = set(deed.step.ends) - deed.spares
    mine = deed.the_leg.clocks.filter(RUNNING, duty__in=duties)
    desk = deed.case.clocks.filter(RUNNING, leg=None, duty__in=duties & set(TOLD_DIRECTLY))
    return [clock.pk for clock in [*mine, *desk]]
