"""The steps of a meeting: called, drawn up, held, decided, minuted; and of its minutes."""

from datetime import date
from typing import Any

from kit.letters import RecordPaper, Variable
from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.models import Staff
from organizations.record_messages import reason_of_record
from organizations.recording import Move
from organizations.roles import Right
from organizations.vocabulary import UnitKind
from supervision.meetings.walls import unreadable_to
from supervision.models.meetings import Meeting, Minutes
from supervision.words.meetings import MeetingKind, MeetingState

CALLED = Verb(
    "supervision.meeting_called", "召集会议", {"kind": Fact("种类", str, MeetingKind), "day": Fact("日期", date)}
)
DRAWN_UP = Verb("supervision.agenda_drawn", "列入议程", {"cases": Fact("信访件数")})
LEFT_OUT = Verb("supervision.agenda_left_out", "移出议程", {"cases": Fact("信访件数")})
INVITED = Verb("supervision.meeting_invited", "通知参会", {"people": Fact("人数")})
CANCELLED = Verb("supervision.meeting_cancelled", "取消会议")
HELD = Verb("supervision.meeting_held", "登记到会", {"came": Fact("到会人数"), "away": Fact("缺席人数")})
DECIDED = Verb("supervision.meeting_decided", "记录议定意见")
RESOLVED = Verb("supervision.meeting_resolved", "下达会议任务", {"due_on": Fact("时限", date)})
ARBITRATED = Verb("supervision.meeting_arbitrated", "会议指定办理单位")
MINUTED = Verb("supervision.meeting_minuted", "出会议纪要")
ISSUED = Verb("supervision.minutes_issued", "印发会议纪要")
MEETING_CALLED = reason_of_record("supervision.meeting", "会议通知", "supervision.meeting")


def _word(name: str, sample: str, *, required: bool = False) -> Variable:
    return Variable(name, sample, lambda words: str(words[name]), required=required)


MINUTES_PAPER = RecordPaper(
    code="supervision.minutes",
    title="会议纪要",
    word="纪",
    template="supervision/meetings/minutes.txt",
    variables=(
        _word("日期", "2026年11月30日", required=True),
        _word("主持人", "王副区长", required=True),
        _word("地点", "区政府三楼会议室", required=True),
        _word("会议名称", "第四季度信访工作联席会议", required=True),
        _word("会议情况", "会议听取了第四季度信访工作情况。", required=True),
        _word("议题", "听取第四季度信访工作情况汇报"),
        _word("信访件", "（一）（2026）澄信访1号：由住建局年内修好。"),
        _word("任务", "1.住建局：修好屋面，2026年12月31日前完成。"),
        _word("出席", "周科长（信访局）", required=True),
        _word("缺席", "无"),
        _word("列席", "无"),
    ),
    article="第十三条",
)


def invited(meeting: Meeting) -> list[Staff]:
    """Return who was invited to a meeting."""
    return [each.staff for each in meeting.invitations.select_related("staff__unit")]


def _invited_to(minutes: Minutes) -> list[Staff]:
    return invited(minutes.meeting)


def _town_calls_its_own(meeting: Meeting, _staff: Staff, _on: date) -> Refused | None:
    """A town's regular meeting is the town's. Code: kind_unfit."""
    at_town = meeting.unit.kind == UnitKind.TOWN
    if meeting.kind == MeetingKind.TOWN and not at_town:
        return Refused("kind_unfit", "乡镇信访例会由乡镇街道召集。")
    return None


def _on_its_day(meeting: Meeting, _staff: Staff, on: date) -> Refused | None:
    """Not before its day, with somebody invited, and nothing on the agenda that an attendant may not read.

    Codes: not_yet, nobody_invited, attendant_cannot_read.
    """
    if on < meeting.on:
        return Refused("not_yet", f"会议定在{meeting.on}，到那天才能登记到会。")
    people = invited(meeting)
    if not people:
        return Refused("nobody_invited", "还没有通知参会人员。")
    return unreadable_to(people, meeting)


def _all_decided(meeting: Meeting, _staff: Staff, _on: date) -> Refused | None:
    """Minutes say what was decided on each case. Code: undecided."""
    undecided = any(not each.decision for each in meeting.agenda.for_the_wall())
    return Refused("undecided", "议程上还有信访件没有记录议定意见。") if undecided else None


_PLANNED = frozenset({MeetingState.PLANNED.value})
_HELD = frozenset({MeetingState.HELD.value})


def _step(verb: Verb, states: frozenset[str], **more: Any) -> Move:
    return Move(verb=verb, right=Right.CONVENE, from_states=states, **more)


CALL = Move(verb=CALLED, right=Right.CONVENE, to_state=MeetingState.PLANNED, opening=_town_calls_its_own)
DRAW_UP = _step(DRAWN_UP, _PLANNED)
LEAVE_OUT = _step(LEFT_OUT, _PLANNED)
# Who is invited gets a message of his own (`invite`).
INVITE = _step(INVITED, _PLANNED)
CANCEL = _step(CANCELLED, _PLANNED, to_state=MeetingState.CANCELLED, told=invited)
HOLD = _step(HELD, _PLANNED, to_state=MeetingState.HELD, opening=_on_its_day)
DECIDE = _step(DECIDED, _HELD)
RESOLVE = _step(RESOLVED, _HELD)
ARBITRATE = _step(ARBITRATED, _HELD)
MINUTE = _step(MINUTED, _HELD, to_state=MeetingState.MINUTED, opening=_all_decided)
ISSUE = Move(verb=ISSUED, right=Right.CONVENE, to_state="issued", told=_invited_to)
MOVES = (CALL, DRAW_UP, LEAVE_OUT, INVITE, CANCEL, HOLD, DECIDE, RESOLVE, ARBITRATE, MINUTE, ISSUE)
