"""What a fund has: budget and what was carried over, less what is paid and what is approved."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, Sum

from supervision.models import ReliefFund
from supervision.models.relief import AssistanceState


@dataclass(frozen=True)
class Balance:
    """A fund in 分: ``has`` is budget and carry-over, ``free`` what nobody was promised yet, ``left`` what is not paid yet."""

    has: int
    paid: int
    approved: int

    @property
    def free(self) -> int:
        """Return what can still be approved."""
        return self.has - self.paid - self.approved

    @property
    def left(self) -> int:
        """Return what has not been paid."""
        return self.has - self.paid


def balances(funds: Iterable[ReliefFund]) -> dict[int, Balance]:
    """Return the balance of each fund, in one statement; of all its assistance, whoever may read it."""
    found = {fund.pk: fund for fund in funds}
    rows = (
        ReliefFund.objects.filter(pk__in=found)
        .values("pk")
        .annotate(
            paid=Sum("assistances__amount", filter=Q(assistances__state=AssistanceState.PAID), default=0),
            approved=Sum("assistances__amount", filter=Q(assistances__state=AssistanceState.APPROVED), default=0),
        )
    )
    return {
        row["pk"]: Balance(found[row["pk"]].budget + found[row["pk"]].carried, row["paid"], row["approved"])
        for row in rows
    }
