"""Return visits of the leak scene: on every case that has a leg, also on those that are never drawn, with its words."""

from collections.abc import Mapping, Sequence

from cases.models import Case
from organizations.today import now
from supervision.models import FollowUpVisit, LotPool, VisitCall, VisitFeedback, VisitLot
from supervision.models.visit_words import CallOutcome, FeedbackState, VisitRule, VisitState
from tests.cast import START, Cast


def hang_visits(cast: Cast, cases: Mapping[str, tuple[Case, Sequence[str]]]) -> None:
    """Hang a visit, a call and feedback on the first leg of each case, full of its words."""
    lot = VisitLot.objects.create(
        district=cast.area,
        unit=cast.bureau,
        state="drawn",
        rule=VisitRule.RUNNING,
        size=20,
        fitting=0,
        seed="leak",
        drawn_on=START,
        drawn_by=cast.coordinator,
    )
    LotPool.objects.create(lot=lot, legs=[])
    for case, words in cases.values():
        leg = case.legs.order_by("pk").first()
        if leg is None:
            continue
        told, on = "，".join(words), {"case": case, "leg": leg, "district": case.district}
        visit = FollowUpVisit.objects.create(
            **on,
            unit=cast.bureau,
            state=VisitState.AGREED,
            lot=lot,
            answered=False,
            drawn_on=START,
            assignee=cast.clerk,
            agreed_for=START,
            **dict.fromkeys(("promised", "done", "missing", "words", "reopening_why"), told),
        )
        outcome = {"outcome": CallOutcome.REACHED, "agreed_for": START}
        VisitCall.objects.create(visit=visit, on=START, at=now(), by=cast.clerk, **outcome)
        VisitFeedback.objects.create(
            **on, unit=leg.unit, state=FeedbackState.SENT, visit=visit, text=told, sent_on=START
        )
