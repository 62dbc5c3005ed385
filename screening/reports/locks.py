"""Whether a town has approved a round: then nothing more is reported in it there, until it is opened again."""

from screening.models import GridApproval, Round
from screening.models.words import ApprovalState


def lock_of(round_: Round, town_id: int | None) -> GridApproval | None:
    """Return the approval that locks a round at a town, None where it is open."""
    rows = GridApproval.objects.filter(round=round_, unit=town_id, state=ApprovalState.APPROVED)
    return rows.select_related("unit", "approved_by").first()
