"""Which visits, lots and pieces of feedback a person has before him: lists, tiles and their counts ask the same rows."""

from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from law.errors import Refused
from law.words import Word
from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models import FollowUpVisit, VisitFeedback, VisitLot
from supervision.models.visit_words import FeedbackState, Reopening, VisitState

BY_DAY_DRAWN = Order("drawn_on", descending=True, label="抽取日期（新的在前）")
BY_DAY_SENT = Order("sent_on", descending=True, label="反馈日期（新的在前）")
# What a line shows beside the visit itself.
ALONG = ("case", "leg__unit", "lot", "assignee", "unit")


class VisitList(Word):
    """The lists of visits that somebody may want to see."""

    MINE = "mine", "待回访"
    DRAWN = "drawn", "待指派"
    MADE = "made", "待反馈"
    REOPENING = "reopening", "建议重新办理"
    ALL = "all", "全部"


_WHAT: dict[VisitList, Q] = {
    VisitList.DRAWN: Q(state=VisitState.DRAWN),
    VisitList.MADE: Q(state=VisitState.VISITED),
    VisitList.REOPENING: Q(reopening=Reopening.PROPOSED),
    VisitList.ALL: Q(),
}
_TO_MAKE = (VisitState.ASSIGNED, VisitState.AGREED)


def visits(staff: Staff, what: VisitList) -> QuerySet[Any]:
    """Return the visits of one list of a person."""
    rows = FollowUpVisit.objects.readable_by(staff)
    if what is VisitList.MINE:
        return rows.filter(assignee=staff, state__in=_TO_MAKE)
    return rows.filter(_WHAT[what])


def to_make(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the visits that a person still has to make."""
    return visits(staff, VisitList.MINE)


def to_assign(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the visits that nobody was asked to make yet."""
    return visits(staff, VisitList.DRAWN)


def to_reply(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the feedback that a person's unit has not replied to."""
    units = [unit.pk for unit in stands_at(staff)]
    return VisitFeedback.objects.readable_by(staff).filter(state=FeedbackState.SENT, unit__in=units)


def to_check(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the replies to feedback that wait to be checked."""
    return VisitFeedback.objects.readable_by(staff).filter(state=FeedbackState.REPLIED)


def page_of_visits(staff: Staff, what: VisitList, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of visits, those drawn last first. Raises Refused: key_broken, one_direction."""
    rows = visits(staff, what).select_related(*ALONG).annotate(place=F("drawn_on"), tries=Count("calls"))
    return page_by(BY_DAY_DRAWN, rows, after=after, before=before, size=size)


def page_of_feedback(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of feedback, the newest first. Raises Refused: key_broken, one_direction."""
    rows = VisitFeedback.objects.readable_by(staff).select_related("case", "unit").annotate(place=F("sent_on"))
    return page_by(BY_DAY_SENT, rows, after=after, before=before, size=size)


def page_of_lots(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of lots, those drawn last first. Raises Refused: key_broken, one_direction."""
    rows = VisitLot.objects.readable_by(staff).select_related("drawn_by", "of_unit", "unit")
    return page_by(BY_DAY_DRAWN, rows.annotate(place=F("drawn_on")), after=after, before=before, size=size)


def lot_of(staff: Staff, key: int) -> VisitLot:
    """Return a lot that a person may read. Raises Refused not_found."""
    rows = VisitLot.objects.readable_by(staff).select_related("of_unit", "drawn_by", "unit")
    found: VisitLot | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def lot_visits(staff: Staff, lot: VisitLot) -> list[FollowUpVisit]:
    """Return the visits of a lot that a person may read, at most a lot's worth."""
    rows = FollowUpVisit.objects.readable_by(staff).filter(lot=lot)
    return list(rows.select_related(*ALONG).annotate(tries=Count("calls")).order_by("id"))


def arranges(staff: Staff) -> bool:
    """Tell whether a person draws and assigns visits."""
    return bool(holdings(staff, Right.ARRANGE_VISITS))


def assert_visits(staff: Staff) -> None:
    """Let in who arranges visits or makes them. Raises Refused not_permitted."""
    if not (arranges(staff) or holdings(staff, Right.VISIT)):
        raise Refused("not_permitted", "您的角色不办理回访。可在“权限一览”查看谁可以办理。")


def assert_arranges(staff: Staff) -> None:
    """Let in who arranges visits. Raises Refused not_permitted."""
    if not arranges(staff):
        raise Refused("not_permitted", "您的角色不抽取、指派回访。可在“权限一览”查看谁可以抽取。")
