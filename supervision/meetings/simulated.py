"""The joint conference of a simulated district: called, held with the difficult cases of the day, minuted."""

from datetime import date, timedelta
from functools import partial
from random import Random

from organizations.models import Staff
from organizations.roles import Role
from organizations.simulated import World
from supervision.meetings.actions import call_meeting, draw_up, hold_meeting, invite
from supervision.meetings.deciding import decide, issue_minutes
from supervision.meetings.difficult import candidates
from supervision.models.meetings import Meeting
from supervision.words.meetings import MeetingKind, MeetingState

_EVERY, _MOST_CASES = 14, 5
_TITLE = "{0.year}年{0.month}月疑难信访事项集中会办"
_DECIDED = "由责任单位牵头、有关单位配合，依法依政策提出解决方案并向信访人说明。"


def live_with_meetings(day: date, _random: Random, world: World) -> int:
    """Hold what is planned for the day, and call the next meeting every two weeks; returns how many deeds."""
    before, by = sum(world.done.values()), next(iter(world.holding(Role.COORDINATOR)), None)
    if by is None:
        return 0
    for meeting in Meeting.objects.filter(state=MeetingState.PLANNED, on__lte=day, called_by=by).order_by("pk"):
        world.attempt("meeting", partial(hold_and_minute, meeting, by, day))
    if day.toordinal() % _EVERY == 0:
        world.attempt("call_meeting", lambda: call_one(by, day + timedelta(days=2), day, world))
    return sum(world.done.values()) - before


def call_one(by: Staff, on: date, day: date, world: World) -> Meeting:
    """Call a joint session with the difficult cases of the day that accuse nobody, and invite leader and office."""
    meeting = call_meeting(
        kind=MeetingKind.JOINT_SESSION,
        title=_TITLE.format(on),
        day=on,
        at="9:00",
        venue="信访局三楼会议室",
        chair="分管副区长",
        topics="听取近期疑难信访事项办理情况",
        by=by,
        on=day,
    )
    chosen = [each for each in candidates(by, day) if not each.case.sealed][:_MOST_CASES]
    if chosen:
        draw_up(meeting, cases={each.case.pk: each.why for each in chosen}, by=by, on=day)
    people = [*world.holding(Role.LEADER)[:1], *world.holding(Role.SUPERVISOR)[:1]]
    return invite(meeting, people=people, by=by, on=day)


def hold_and_minute(meeting: Meeting, by: Staff, day: date) -> None:
    """Hold a meeting with all who were invited, decide on each case, and issue the minutes."""
    hold_meeting(meeting, came=[each.staff_id for each in meeting.invitations.all()], by=by, on=day)
    for item in meeting.agenda.readable_by(by).order_by("pk"):
        decide(meeting, item=item.pk, decision=_DECIDED, by=by, on=day)
    issue_minutes(meeting, summary="会议听取了办理情况，逐件研究，提出了办理意见。", by=by, on=day)
