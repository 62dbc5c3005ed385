"""What a refusal to take a matter up writes down before it is approved: its ground, proven where it is one that can be."""

from cases.actions.deed import Deed
from cases.actions.exit_leg import PENDING_SAME, ask_to_leave, keep_papers
from cases.actions.same_matter import Pending, proven_pending
from law.admission import Ground


def ask_not_accepted(deed: Deed, ground: Ground, reason: str, where: str, pending: Pending | None) -> None:
    """Write down that a leg shall not be taken up, and wait for the second person (Art. 19, 20, 23)."""
    said = pending or Pending()
    same = proven_pending(deed, said, deed.the_leg.unit) if ground.code == PENDING_SAME else {}
    ask_to_leave(deed, ground=ground.code, body=where, reason=reason, **same)
    keep_papers(deed, said.papers, "不予受理的证明材料")
    deed.facts["ground"] = ground.code
