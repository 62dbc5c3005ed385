"""Visits brought to where a test begins."""

from datetime import date
from typing import Any

from cases.models import Case
from law.vocabulary import State
from organizations.models import Staff
from supervision.models import FollowUpVisit, VisitFeedback
from supervision.models.visit_words import CallOutcome, VisitResult, VisitRule, VisitWay
from supervision.visits.actions import assign_visit, feed_back, record_call, record_visit
from supervision.visits.lots import draw_lot
from tests.cast import START, Cast
from tests.walks import Walk, walk_to


def fresh(person: Staff) -> Staff:
    """A person as the next request knows him."""
    return Staff.objects.get(pk=person.pk)


def answered(cast: Cast) -> Walk:
    """A case that the town has answered."""
    return walk_to(cast, State.ANSWERED)


def draw(cast: Cast, on: date, **more: Any) -> list[FollowUpVisit]:
    """Draw from all that was answered so far; the visits of the lot."""
    asked = {"rule": VisitRule.ANSWERED, "size": 10, "since": START, "until": on, **more}
    lot = draw_lot(by=cast.supervisor, on=on, **asked)
    return list(FollowUpVisit.objects.filter(lot=lot).order_by("pk"))


def assigned(cast: Cast, walk: Walk, to: Staff | None = None) -> FollowUpVisit:
    """A visit that the window clerk was asked to make."""
    [visit] = draw(cast, walk.on)
    return assign_visit(visit, by=cast.supervisor, assignee=to or cast.clerk, on=walk.on)


def agreed(cast: Cast, walk: Walk) -> FollowUpVisit:
    """A visit that the petitioner agreed to, for today."""
    visit = assigned(cast, walk)
    return record_call(visit, by=cast.clerk, outcome=CallOutcome.REACHED, agreed_for=walk.on, on=walk.on)


FOUND: dict[str, Any] = {
    "way": VisitWay.PHONE,
    "result": VisitResult.PARTLY,
    "promised": "十月底前修好村口的路",
    "done": "已经平整",
    "missing": "没有铺面",
    "words": "希望快些",
}


def visited(cast: Cast, walk: Walk, **more: Any) -> FollowUpVisit:
    """A visit that was made: the road is not finished."""
    visit = agreed(cast, walk)
    return record_visit(visit, by=cast.clerk, visited_on=walk.on, on=walk.on, **{**FOUND, **more})


def told(cast: Cast, walk: Walk) -> VisitFeedback:
    """Feedback that the town was given."""
    visit = visited(cast, walk)
    feed_back(visit, by=cast.supervisor, text="村口的路还没有铺面，请按答复完成。", on=walk.on)
    return VisitFeedback.objects.get(visit=visit)


def sealed(case: Case) -> None:
    """Let a case turn out to accuse somebody."""
    Case.objects.filter(pk=case.pk).update(sealed=True)
