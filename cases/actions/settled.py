"""What ends where both sides settle (Art. 33)."""

from cases.actions.deed import Deed
from cases.models.clock import RUNNING
from law.vocabulary import Duty


def end_old_window(deed: Deed) -> None:
    """An opinion that was sent back and is now replaced by a signed agreement has no window any more."""
    old = deed.the_leg.clocks.filter(RUNNING, duty=Duty.REEXAM_REQ_30D)
    old.update(waived_on=deed.on, waived_reason="各方已签订调解（和解）协议，原意见由协议取代（第三十三条）")
