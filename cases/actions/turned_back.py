"""Clocks of what was turned away: the direct notice that filing lets go, and what runs again once the ground proved wrong."""

from django.db.models import Q, QuerySet

from cases.actions.deed import Deed
from cases.clocks import let_run
from cases.models import Leg, SideExit
from cases.models.clock import RUNNING
from law.paths import TO_INFORM
from law.procedure import OPEN_LEG
from law.vocabulary import Act, Duty, State

WAIVED = "信访人的姓名（名称）、住址不清，存查（第二十三条第二款）"
NO_REQUEST = "没有提出请求，存查（第二十二条）"


def waive_notice(deed: Deed) -> None:
    """Let go of the notice that the desk itself owes, once nothing of the case waits for anybody (Art. 23, para 2)."""
    others = _others(deed).filter(state__in=(*OPEN_LEG, State.EXIT_PENDING))
    if deed.case.demands.filter(leg=None).exists() or others.exists():
        return
    owed = deed.case.clocks.filter(RUNNING, leg=None, duty=Duty.NOTICE_DIRECT_15D)
    unnamed = deed.case.anonymous or all(party.unclear for party in deed.case.parties.all())
    owed.update(waived_on=deed.on, waived_reason=WAIVED if unnamed else NO_REQUEST)


def run_again(deed: Deed, left: SideExit) -> None:
    """Let run again, each from its own start, what the decision stopped: ended by its approval, or met by its wrong letter."""
    leg = deed.the_leg
    since = left.decided_on or leg.received_on
    told = Q(met_on__gte=since, duty__in=(*TO_INFORM, Duty.COMMISSION_FEEDBACK))
    # Before two were asked for, the decision itself ended them.
    of_leg = Q(leg=leg) & (Q(ended_by__in=(Act.APPROVE_EXIT, Act.NOT_ACCEPT)) | told)
    let_go = Q(waived_on=left.decided_on, waived_reason__in=(WAIVED, NO_REQUEST))
    # What the desk owed as a whole may have been met for another leg.
    alone = not _others(deed).exists()
    desk = Q(leg=None, duty__in=TO_INFORM) & (let_go | told if alone else let_go)
    let_run(deed.case.clocks.filter(of_leg | desk))


def _others(deed: Deed) -> "QuerySet[Leg]":
    return deed.case.legs.exclude(pk=deed.the_leg.pk).exclude(state=State.RETURNED)
