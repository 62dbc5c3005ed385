"""Meetings as a person may read them: the list with what is due, one meeting with its agenda, what a case knows of them."""

from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from organizations.settings_in_force import value_of, versions_for
from organizations.vocabulary import UnitKind
from supervision.meetings.cadence import CADENCE, Cadence, cadence
from supervision.meetings.forms import items_of
from supervision.models.meetings import TOOK_PLACE, Meeting, MeetingQuerySet, Minutes
from supervision.on_case import AGENDAS, on_case
from supervision.words.meetings import Difficulty, MeetingKind, MeetingState

BY_DAY = Order("on", descending=True, label="日期（新的在前）")
SHOWN = ("unit", "called_by")
TONES = {
    MeetingState.PLANNED: "new",
    MeetingState.HELD: "moving",
    MeetingState.MINUTED: "closed",
    MeetingState.CANCELLED: "stopped",
}


def readable(staff: Staff) -> MeetingQuerySet:
    """Return the meetings that a person may read."""
    rows: MeetingQuerySet = Meeting.objects.readable_by(staff)
    return rows


def convenes(staff: Staff) -> bool:
    """Tell whether a person calls meetings."""
    return bool(holdings(staff, Right.CONVENE))


def without_minutes(staff: Staff, _on: date) -> MeetingQuerySet:
    """Return the meetings of a person's units that were held and have no minutes yet."""
    units = [grant.unit_id for _, grant in holdings(staff, Right.CONVENE)]
    return readable(staff).filter(unit__in=units, state=MeetingState.HELD)


def page_of_meetings(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of the meetings that a person may read, the newest first. Raises Refused: key_broken, one_direction."""
    rows = readable(staff).select_related(*SHOWN).annotate(place=F("on"))
    return page_by(BY_DAY, rows, after=after, before=before, size=size)


def meeting_of(staff: Staff, meeting_id: int) -> Meeting:
    """Return a meeting that a person may read. Raises Refused not_found."""
    found: Meeting | None = readable(staff).select_related(*SHOWN).filter(pk=meeting_id).first()
    if found is None:
        raise record_not_found()
    return found


def minutes_of(staff: Staff, minutes_id: int) -> Minutes:
    """Return minutes that a person may read. Raises Refused not_found."""
    rows = Minutes.objects.readable_by(staff).select_related("meeting", "unit", "issued_by")
    found: Minutes | None = rows.filter(pk=minutes_id).first()
    if found is None:
        raise record_not_found()
    return found


def meeting_line(meeting: Meeting) -> dict[str, Any]:
    """Return a meeting as lists show it."""
    state = MeetingState(meeting.state)
    return {
        "id": meeting.pk,
        "url": meeting.get_absolute_url(),
        "title": meeting.title,
        "kind": MeetingKind(meeting.kind).label,
        "unit": meeting.unit.name,
        "when": f"{day_words(meeting.on)} {meeting.at}",
        "venue": meeting.venue,
        "chair": meeting.chair,
        "topics": meeting.topics,
        "others": meeting.others,
        "state": {"label": state.label, "tone": TONES[state]},
    }


def agenda_lines(meeting: Meeting, staff: Staff) -> list[dict[str, Any]]:
    """Return the cases of an agenda that a person may read, each with what was decided on it."""
    return [
        {
            "id": each.pk,
            "number": each.case.number,
            "subject": each.case.subject,
            "url": reverse("cases:case", args=[each.case_id]),
            "why": Difficulty(each.why).label,
            "decision": each.decision,
        }
        for each in items_of(meeting, staff)
    ]


def people_lines(meeting: Meeting) -> list[dict[str, Any]]:
    """Return who was invited and who came."""
    said = {None: "已通知", True: "到会", False: "缺席"}
    rows = meeting.invitations.select_related("staff__unit").order_by("pk")
    return [{"name": each.staff.name, "unit": each.staff.unit.short_name, "came": said[each.attended]} for each in rows]


def cadence_rows(staff: Staff, on: date) -> list[dict[str, Any]]:
    """Return how each kind of meeting stands this year for who calls meetings: two queries."""
    if not convenes(staff):
        raise Refused("not_permitted", "您的角色不召集会议。可在“权限一览”查看谁可以召集。")
    unit = staff.unit
    held: dict[str, list[date]] = {}
    rows = readable(staff).filter(on__year=on.year, state__in=TOOK_PLACE)
    for kind, at, day in rows.values_list("kind", "unit", "on"):
        # A town's regular meeting is counted for the town itself.
        if kind != MeetingKind.TOWN or at == unit.pk:
            held.setdefault(kind, []).append(day)
    versions = versions_for([each.key for each in CADENCE.values()], unit.district_id)
    return [
        _cadence_row(kind, cadence(value_of(known, versions.get(known.key, []), on), held.get(kind, []), on))
        for kind, known in CADENCE.items()
        if (kind == MeetingKind.TOWN) == _at_a_town(staff)
    ]


def _at_a_town(staff: Staff) -> bool:
    return staff.unit.kind == UnitKind.TOWN


def _cadence_row(kind: MeetingKind, each: Cadence) -> dict[str, Any]:
    return {
        "kind": kind.label,
        "code": kind.value,
        "times": each.times,
        "held": each.held,
        "due": each.due,
        "missing": each.missing,
        "next_by": each.next_by,
    }


def meeting_events(file: CaseFile, _staff: Staff) -> list[dict[str, Any]]:
    """Return the lines of the timeline: each meeting that decided on the case."""
    return [
        {
            "act": MeetingKind(each.meeting.kind).label,
            "on": each.meeting.on,
            "icon": "people",
            "text": each.decision,
            "unit": each.meeting.unit.short_name,
            "facts": each.meeting.title,
        }
        for each in on_case(file, AGENDAS)
        if each.meeting.state in TOOK_PLACE
    ]
