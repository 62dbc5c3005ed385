"""Visits within a person's reach: what waits for an answer, lists, one of them, the figures of a day and of ratings."""

from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.lists.promises import month_of
from cases.places.conditions import at_places
from law.errors import Refused
from law.ratings import Score
from law.vocabulary import Act
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import HallVisit, VisitorList, VisitRating, VisitState

BY_DUE_DAY = Order("due_on", descending=False, label="答复期限（早的在前）")
LATEST = Order("visited_on", descending=True, label="来访日期（新的在前）")
FEWEST_RATINGS = 5
_ALONG = ("case", "unit", "first_asked", "owner", "answered_by", "ticket")


class VisitList(Word):
    """来访清单."""

    MINE = "mine", "由我答复"
    OPEN = "open", "待答复"
    ALL = "all", "全部来访"


def _of_my_desks(staff: Staff) -> QuerySet[Any]:
    return HallVisit.objects.readable_by(staff).filter(at_places(staff, Act.REGISTER))


def open_visits(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the visits of a person's desks whose answer is owed."""
    return _of_my_desks(staff).filter(state=VisitState.OPEN)


def my_open_visits(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the visits that this person has to answer."""
    return HallVisit.objects.readable_by(staff).filter(owner=staff, state=VisitState.OPEN)


def late_visits(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the visits of a person's desks whose day of answer has passed."""
    return open_visits(staff, on).filter(due_on__lt=on)


def visits_of_day(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the visits that a person's desks received on a day."""
    return _of_my_desks(staff).filter(visited_on=on)


def visits_of_month(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the visits 批次 that a person's desks received in the month of a day."""
    first, after = month_of(on)
    return _of_my_desks(staff).filter(visited_on__gte=first, visited_on__lt=after)


def collective_of_month(staff: Staff, on: date) -> QuerySet[Any]:
    """Return those of so many people that they counted as 集体访 when they came."""
    return visits_of_month(staff, on).filter(collective=True)


def counts_of_day(staff: Staff, on: date) -> dict[str, int]:
    """Return {batches, people, collective, answered} of a day: 批次 and 人次 are never added to each other."""
    collective, answered = Q(collective=True), Q(state=VisitState.ANSWERED)
    found = visits_of_day(staff, on).aggregate(
        batches=Count("pk"),
        people=Sum("people", default=0),
        collective=Count("pk", filter=collective),
        answered=Count("pk", filter=answered),
    )
    return {name: int(value) for name, value in found.items()}


def ratings_of_month(staff: Staff, month: date) -> dict[str, int] | None:
    """Return how often each score was given at a person's desks in a month; None below five: no rating is anybody's to read."""
    first, after = month_of(month)
    rows = VisitRating.objects.readable_by(staff).filter(rated_on__gte=first, rated_on__lt=after)
    found = dict.fromkeys(Score, 0) | {
        row["score"]: row["many"] for row in rows.values("score").annotate(many=Count("pk"))
    }
    return found if sum(found.values()) >= FEWEST_RATINGS else None


def page_of_visits(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of visits: what is owed with the first due first, all of them the latest first.

    Raises Refused: filter_unknown, key_broken, one_direction.
    """
    if what not in set(VisitList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(VisitList)}。")
    rows, order = my_open_visits(staff, on), BY_DUE_DAY
    if what == VisitList.OPEN:
        rows = open_visits(staff, on)
    elif what == VisitList.ALL:
        rows, order = _of_my_desks(staff), LATEST
    rows = rows.select_related(*_ALONG).annotate(place=F(order.column))
    return page_by(order, rows, after=after, before=before, size=size)


def visit_of(staff: Staff, key: int) -> HallVisit:
    """Return a visit that a person may read. Raises Refused not_found."""
    found: HallVisit | None = HallVisit.objects.readable_by(staff).select_related(*_ALONG).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def list_of(staff: Staff, visit_id: int) -> VisitorList:
    """Return the list of people of a visit, for who may read it. Raises Refused not_found."""
    rows = VisitorList.objects.readable_by(staff).select_related("visit__case", "unit")
    found: VisitorList | None = rows.filter(visit=visit_id).first()
    if found is None:
        raise record_not_found()
    return found


def has_list(staff: Staff, row: HallVisit) -> bool:
    """Tell whether there is a list of people that a person may read."""
    return VisitorList.objects.readable_by(staff).filter(visit=row.pk).exists()
