"""Clocks of what was turned away: the direct notice that filing lets go, and what runs again once the ground proved wrong."""

from django.db.models import Q

from cases.actions.deed import Deed
from cases.clocks import let_run
from cases.models import SideExit
from cases.models.clock import RUNNING
from cases.openings.telling import others_untold
from law.paths import TO_INFORM
from law.vocabulary import Act, Duty

WAIVED = "信访人的姓名（名称）、住址不清，存查（第二十三条第二款）"
NO_REQUEST = "没有提出请求，存查（第二十二条）"
OWN_RULES = "检举控告已转出，告知按照有关规定执行（第二十三条第四款）"


def waive_notice(deed: Deed, reason: str = "") -> None:
    """Let go of the notice that the desk itself owes, once it has nothing more to tell of the case (Art. 23, para 2 and 4).

    ``reason``: why, where the case was not filed.
    """
    if deed.case.demands.filter(leg=None).exists() or others_untold(deed.case, deed.the_leg):
        return
    owed = deed.case.clocks.filter(RUNNING, leg=None, duty=Duty.NOTICE_DIRECT_15D)
    unnamed = deed.case.anonymous or all(party.unclear for party in deed.case.parties.all())
    owed.update(waived_on=deed.on, waived_reason=reason or (WAIVED if unnamed else NO_REQUEST))


def run_again(deed: Deed, left: SideExit) -> None:
    """Let run again, each from its own start, what the decision stopped: ended by its approval, or met by its wrong letter."""
    leg = deed.the_leg
    since = left.decided_on or leg.received_on
    told = Q(met_on__gte=since, duty__in=(*TO_INFORM, Duty.COMMISSION_FEEDBACK))
    # Before two were asked for, the decision itself ended them.
    of_leg = Q(leg=leg) & (Q(ended_by__in=(Act.APPROVE_EXIT, Act.NOT_ACCEPT)) | told)
    let_go = Q(waived_on=left.decided_on, waived_reason__in=(WAIVED, NO_REQUEST))
    # The desk has not told of every demand any more.
    desk = Q(leg=None, duty=Duty.NOTICE_DIRECT_15D) & (let_go | told)
    let_run(deed.case.clocks.filter(of_leg | desk))
