"""Calling a meeting, its agenda and attendants: both doors call these."""

from collections.abc import Mapping, Sequence
from datetime import date

from cases.places.whole_cases import whole_to
from kit.messages.words import Channel
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.outbox.recipients import colleague
from organizations.record_messages import tell
from organizations.recording import Recorded, recording
from organizations.roles import Right
from organizations.today import today
from supervision.meetings.moves import CALL, CANCEL, DRAW_UP, HOLD, INVITE, LEAVE_OUT, MEETING_CALLED, invited
from supervision.meetings.walls import unreadable_to
from supervision.models.meetings import AgendaCase, Invitation, Meeting
from supervision.words.meetings import Difficulty, MeetingKind

MOST_ON_AGENDA, MOST_INVITED = 30, 100


def call_meeting(
    *,
    kind: MeetingKind,
    title: str,
    day: date,
    at: str,
    venue: str,
    chair: str,
    by: Staff,
    topics: str = "",
    on: date | None = None,
) -> Meeting:
    """Call a meeting of the unit that the person stands for (Art. 9, 13). Raises Refused: not_permitted, day_unfit, kind_unfit."""
    on = on or today()
    units = [grant.unit for _, grant in holdings(by, Right.CONVENE)]
    if not units:
        raise Refused("not_permitted", "您的角色不召集会议。可在“权限一览”查看谁可以召集。")
    if day < on:
        raise Refused("day_unfit", f"会议日期{day}已经过了，最早是今天{on}。")
    meeting = Meeting(
        unit=units[0],
        kind=kind,
        title=title.strip(),
        on=day,
        at=at.strip(),
        venue=venue.strip(),
        chair=chair.strip(),
        topics=topics.strip(),
        called_by=by,
    )
    with recording(CALL, meeting, by=by, on=on) as made:
        made.facts = {"kind": kind.value, "day": day}
    return meeting_in(made)


def draw_up(
    meeting: Meeting, *, cases: Mapping[int, Difficulty], by: Staff, seen: int | None = None, on: date | None = None
) -> Meeting:
    """Put cases on the agenda, each with the rule that proposed it.

    Raises Refused: not_found, cases_missing, too_many_cases, attendant_cannot_read, as `recording`.
    """
    with recording(DRAW_UP, meeting, by=by, seen=seen, on=on) as made:
        found = list(whole_to(by).filter(pk__in=list(cases)))
        if not cases:
            raise Refused("cases_missing", "请至少选择一件。")
        if len(found) < len(cases):
            raise Refused("not_found", "有的信访件不存在，或者不全在您的查看范围内。")
        agenda = made.record.agenda.for_the_wall()
        if agenda.count() + len(found) > MOST_ON_AGENDA:
            raise Refused("too_many_cases", f"一次会议最多{MOST_ON_AGENDA}件。")
        if refusal := unreadable_to(invited(made.record), made.record, found):
            raise refusal
        rows = [AgendaCase(meeting=made.record, case=case, why=cases[case.pk]) for case in found]
        AgendaCase.objects.bulk_create(rows, ignore_conflicts=True)
        made.facts = {"cases": len(rows)}
    return meeting_in(made)


def leave_out(
    meeting: Meeting, *, items: Sequence[int], by: Staff, seen: int | None = None, on: date | None = None
) -> Meeting:
    """Take cases off the agenda. Raises Refused: cases_missing, as `recording`."""
    with recording(LEAVE_OUT, meeting, by=by, seen=seen, on=on) as made:
        rows = AgendaCase.objects.readable_by(by).filter(meeting=made.record, pk__in=items)
        gone = list(rows.values_list("pk", flat=True))
        if not gone:
            raise Refused("cases_missing", "请至少选择一件。")
        AgendaCase.objects.filter(pk__in=gone).delete()
        made.facts = {"cases": len(gone)}
    return meeting_in(made)


def invite(
    meeting: Meeting, *, people: Sequence[Staff], by: Staff, seen: int | None = None, on: date | None = None
) -> Meeting:
    """Invite people and tell each of them in the product; who is invited already is not told twice.

    Raises Refused: nobody_chosen, too_many_invited, attendant_cannot_read, as `recording`.
    """
    with recording(INVITE, meeting, by=by, seen=seen, on=on) as made:
        found = made.record
        known = set(found.invitations.values_list("staff", flat=True))
        new = [person for person in people if person.pk not in known]
        if not new:
            raise Refused("nobody_chosen", "请填写参会人员，已经通知过的不再通知。")
        if len(known) + len(new) > MOST_INVITED:
            raise Refused("too_many_invited", f"一次会议最多通知{MOST_INVITED}人。")
        if refusal := unreadable_to(new, found):
            raise refusal
        Invitation.objects.bulk_create(Invitation(meeting=found, staff=each, told_on=made.on) for each in new)
        said = f"请于{found.on:%Y年%m月%d日}{found.at}参加会议，地点、议题见会议页面。"
        for each in new:
            tell(made, Channel.PRODUCT, MEETING_CALLED, colleague(each), said, subject="会议通知")
        made.facts = {"people": len(new)}
    return meeting_in(made)


def cancel_meeting(meeting: Meeting, *, by: Staff, seen: int | None = None, on: date | None = None) -> Meeting:
    """Cancel a meeting that was not held. Raises Refused as `recording`."""
    with recording(CANCEL, meeting, by=by, seen=seen, on=on) as made:
        pass
    return meeting_in(made)


def hold_meeting(
    meeting: Meeting,
    *,
    came: Sequence[int],
    by: Staff,
    others: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Meeting:
    """Record on its day, or later, who came; the others of those invited did not.

    Raises Refused: not_yet, nobody_invited, nobody_came, attendant_cannot_read, as `recording`.
    """
    with recording(HOLD, meeting, by=by, seen=seen, on=on) as made:
        rows = made.record.invitations
        there = rows.filter(staff__in=came).update(attended=True)
        if not there:
            raise Refused("nobody_came", "请选择到会的人员；会议没有开成的，取消会议。")
        away = rows.filter(attended=None).update(attended=False)
        made.record.others = others.strip()
        made.facts = {"came": there, "away": away}
    return meeting_in(made)


def meeting_in(made: Recorded) -> Meeting:
    """Return the meeting of a step that was taken."""
    found: Meeting = made.record
    return found
