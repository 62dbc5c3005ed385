"""What ends where both sides settle (Art. 33)."""

from cases.actions.deed import Deed
from cases.clocks import end_clocks
from law.vocabulary import Duty


def end_old_window(deed: Deed) -> None:
    """An opinion that was sent back and is now replaced by a signed agreement has no window any more."""
    end_clocks(deed.the_leg.clocks.filter(duty=Duty.REEXAM_REQ_30D), deed.act, deed.on)
