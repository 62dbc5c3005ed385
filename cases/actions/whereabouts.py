"""Where a matter went that an organ received directly and sent down its own system: the petitioner is told (Art. 23, para 1)."""

from cases.actions.deed import Deed
from cases.letters.making import told_demands
from cases.models.clock import RUNNING
from cases.openings.dispatching import reachable
from law.vocabulary import Duty, Letter, Movement
from organizations.vocabulary import UnitKind

NOBODY = "信访人的姓名（名称）、住址不清，转送、交办去向无从书面告知（第二十三条第二款）"


def tell_whereabouts(deed: Deed, reason: str) -> None:
    """Make the notice of the desk that says to which unit of its system a leg was sent; its sending meets the fifteen days.

    A petition office owes none (Art. 22), an accused desk writes none (Art. 30); nobody to write to lets it off.
    """
    case, leg = deed.case, deed.the_leg
    if case.unit.kind == UnitKind.PETITION_OFFICE or case.desk_walled:
        return
    if reachable(case):
        demands = [demand.text for demand in told_demands(case, leg)]
        how = Movement(leg.movement).label
        deed.writes(
            Letter.TRANSFER_NOTICE, unit=case.unit, demands=demands, body=leg.unit.formal_name, reason=reason, how=how
        )
    elif all(demand.leg_id for demand in deed.locked.demands):
        owed = case.clocks.filter(RUNNING, leg=None, duty=Duty.NOTICE_DIRECT_15D)
        owed.update(waived_on=deed.on, waived_reason=NOBODY)
