"""A joint conference that was called, drawn up and held, as the tests of meetings begin."""

from datetime import date
from typing import Any

from organizations.models import Staff
from supervision.meetings.actions import call_meeting, draw_up, hold_meeting, invite
from supervision.models import Difficulty, Meeting, MeetingKind
from tests.cast import Cast


def called(cast: Cast, on: date, **changes: Any) -> Meeting:
    """A joint conference called by the coordinator for the same day."""
    asked: dict[str, Any] = {
        "kind": MeetingKind.JOINT_CONFERENCE,
        "title": "第一季度信访工作联席会议",
        "day": on,
        "at": "9:00",
        "venue": "三楼会议室",
        "chair": "卫区长",
        "topics": "听取第一季度信访工作情况",
        "by": cast.coordinator,
        "on": on,
    }
    return call_meeting(**{**asked, **changes})


def held(cast: Cast, on: date, cases: list[Any], people: list[Staff] | None = None) -> Meeting:
    """The same with these cases on its agenda, held with the leader and the head of the bureau."""
    meeting = called(cast, on)
    if cases:
        draw_up(meeting, cases={case.pk: Difficulty.CHOSEN for case in cases}, by=cast.coordinator, on=on)
    invited = people or [cast.leader, cast.bureau_head]
    invite(meeting, people=invited, by=cast.coordinator, on=on)
    return hold_meeting(meeting, came=[each.pk for each in invited[:1]], by=cast.coordinator, on=on)
