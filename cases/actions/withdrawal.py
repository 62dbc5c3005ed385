"""Withdrawal (Art. 17): asked, confirmed with the petitioner by somebody outside the unit, revocable for 15 days."""

from datetime import date

from cases.actions.agreement import assert_no_accusation
from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.models import Case, Clock, Leg, Withdrawal
from cases.models.clock import RUNNING
from law.errors import Refused
from law.procedure import OPEN_LEG
from law.vocabulary import Act, Duty, Movement, State
from organizations.authority import stands_at
from organizations.models import Staff

ARTICLE = "第十七条"
_OF_THE_DESK = {Duty.NOTICE_DIRECT_SPOT, Duty.NOTICE_DIRECT_15D}


def ask_withdrawal(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Record that the petitioner wishes to withdraw; work and clocks go on until it is confirmed with him.

    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on, withdrawal_asked.
    """
    with performing(Act.ASK_WITHDRAWAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        assert_no_accusation(deed, "撤回", ARTICLE)
        if deed.the_leg.withdrawals.filter(revoked_on=None).exists():
            raise Refused("withdrawal_asked", "撤回申请已经登记，正在等办理单位以外的人员向信访人核实。", ARTICLE)
        Withdrawal.objects.create(leg=deed.the_leg, reason=reason, asked_on=deed.on, asked_by=by)
    return deed.case


def withdraw(
    case_id: int, *, leg_id: int, by: Staff, how: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Confirm with the petitioner that he withdraws of his own will: when, by which way, what he said.

    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on, nothing_asked, own_unit.
    """
    with performing(Act.WITHDRAW, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=how) as deed:
        leg = deed.the_leg
        assert_no_accusation(deed, "撤回", ARTICLE)
        asked = leg.withdrawals.filter(confirmed_on=None, revoked_on=None).first()
        if asked is None:
            raise Refused("nothing_asked", "没有等待核实的撤回申请。请先“申请撤回”。", ARTICLE)
        if not outside(by, leg):
            raise Refused(
                "own_unit",
                f"撤回要由办理单位“{leg.unit.name}”以外的人员（信访部门分办员、区协调员）向信访人本人核实。",
                ARTICLE,
            )
        if _shared_desk(deed):
            deed.spares = set(_OF_THE_DESK)
        asked.how, asked.confirmed_on, asked.confirmed_by = how, deed.on, by
        asked.from_state, asked.ended_clocks = leg.state, _ending(deed)
        asked.save()
    return deed.case


def revoke_withdrawal(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Take a withdrawal back within 15 days: the state of before, and the clocks from their original start.

    A request not yet confirmed is simply dropped.
    Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, revoked_too_late.
    """
    with performing(Act.REVOKE_WITHDRAWAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        asked = leg.withdrawals.filter(revoked_on=None).first()
        if asked is None:
            raise Refused("nothing_asked", "没有可以反悔的撤回申请。", ARTICLE)
        if leg.state == State.WITHDRAWN:
            _assert_in_time(deed)
            Clock.objects.filter(pk__in=asked.ended_clocks).update(met_on=None)
            deed.to_state = State(asked.from_state)
        asked.revoked_on, asked.revoke_reason, asked.revoked_by = deed.on, reason, by
        asked.save()
    return deed.case


def outside(by: Staff, leg: Leg) -> bool:
    """Tell whether a person stands neither at the unit of a leg nor below it."""
    return not any(leg.unit.holds(unit) for unit in stands_at(by))


def _assert_in_time(deed: Deed) -> None:
    window = deed.the_leg.clocks.filter(RUNNING, duty=Duty.REVOKE_15D).first()
    if window is None or (window.due_on and window.due_on < deed.on):
        last = f"，已于{window.due_on}届满" if window else ""
        raise Refused(
            "revoked_too_late", f"撤回后15日内可以反悔{last}。信访人可以就同一事项重新提出，应当登记。", ARTICLE
        )


def _shared_desk(deed: Deed) -> bool:
    """The desk's own notice is still owed for the other demands of a case that came in directly."""
    others = deed.case.legs.exclude(pk=deed.the_leg.pk).filter(movement=Movement.DIRECT, state__in=OPEN_LEG)
    return others.exists() or deed.case.demands.filter(leg=None).exists()


def _ending(deed: Deed) -> list[int]:
    """Return the clocks that this withdrawal ends: those of the leg, and the desk's notice where it is met too."""
    duties = set(deed.step.meets) - deed.spares
    mine = deed.the_leg.clocks.filter(RUNNING, duty__in=duties)
    desk = deed.case.clocks.filter(RUNNING, leg=None, duty__in=duties & _OF_THE_DESK)
    return [clock.pk for clock in [*mine, *desk]]
