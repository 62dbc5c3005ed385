"""Assistance of the leak scene: on every case, full of its words, at the unit that has its first leg."""

from collections.abc import Mapping, Sequence

from cases.models import Case
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceKind, AssistanceState, FundState
from tests.cast import START, Cast


def hang_assistance(cast: Cast, cases: Mapping[str, tuple[Case, Sequence[str]]]) -> None:
    """Hang one piece of assistance on each case."""
    ReliefFund.objects.create(
        district=cast.area,
        unit=cast.town,
        state=FundState.OPEN,
        name="信访救助专项",
        year=2026,
        basis="批复",
        budget=100,
    )
    for case, words in cases.values():
        leg = case.legs.order_by("pk").first()
        Assistance.objects.create(
            case=case,
            district=case.district,
            unit=leg.unit if leg else case.unit,
            state=AssistanceState.PROPOSED,
            kind=AssistanceKind.GOODS,
            basis="办法",
            content="，".join(words),
            proposed_on=START,
            proposed_by=cast.clerk,
        )
