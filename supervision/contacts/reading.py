"""Contact points, pledges and diaries as one person may read them."""

from datetime import date
from typing import Any

from organizations.models import Staff
from organizations.recording import record_not_found
from supervision.models import ContactPoint, DiaryLine, Pledge, Progress
from supervision.models.contacts import ContactState
from supervision.models.ownership_words import MET

MOST = 500
MOST_LINES = 100


def points(staff: Staff) -> list[ContactPoint]:
    """Return the contact points that stand, place by place."""
    rows = ContactPoint.objects.readable_by(staff).filter(state=ContactState.STANDS.value)
    return list(rows.select_related("unit", "leader", "place").order_by("place__path", "id")[:MOST])


def point_of(staff: Staff, point_id: int) -> ContactPoint:
    """Return one contact point. Raises Refused not_found."""
    rows = ContactPoint.objects.readable_by(staff).select_related("unit", "leader", "place__parent")
    found: ContactPoint | None = rows.filter(pk=point_id).first()
    if found is None:
        raise record_not_found()
    return found


def pledges(staff: Staff) -> list[Pledge]:
    """Return the pledges of the district, the latest year first, by unit."""
    rows = Pledge.objects.readable_by(staff).select_related("unit", "signed_by").prefetch_related("targets")
    return list(rows.order_by("-year", "unit__path")[:MOST])


def pledge_of(staff: Staff, pledge_id: int) -> Pledge:
    """Return one pledge with its targets. Raises Refused not_found."""
    rows = Pledge.objects.readable_by(staff).select_related("unit", "signed_by").prefetch_related("targets__checked_by")
    found: Pledge | None = rows.filter(pk=pledge_id).first()
    if found is None:
        raise record_not_found()
    return found


def diary(staff: Staff) -> list[dict[str, Any]]:
    """Return a person's own diary, the latest first: what he wrote, and the visits he entered to cases he owns.

    Lines only: they are not counted, not summed, not compared with anybody's.
    """
    own = DiaryLine.objects.readable_by(staff).filter(official=staff).order_by("-on", "-id")[:MOST_LINES]
    visits = Progress.objects.readable_by(staff).filter(by=staff, kind__in=MET).select_related("sheet__case")
    found = [_line(row.on, row.get_source_display(), row.place, row.text, "") for row in own]
    found += [
        _line(row.on, row.get_kind_display(), "", row.text, row.sheet.get_absolute_url())
        for row in visits.order_by("-on", "-id")[:MOST_LINES]
    ]
    return sorted(found, key=lambda line: line["on"], reverse=True)[:MOST_LINES]


def _line(on: date, source: str, place: str, text: str, url: str) -> dict[str, Any]:
    return {"on": on, "kind": source, "place": place, "text": text, "url": url}
