"""What a meeting decides: opinions on cases, tasks with unit and day, whose matter it is (Art. 24), and its minutes."""

from collections.abc import Iterable
from datetime import date

from cases.actions.objections import arbitrate
from cases.models import Leg
from kit.days import day_words
from law.errors import Refused
from law.vocabulary import State
from organizations.models import Staff, Unit
from organizations.record_letters.issuing import issue_letter
from organizations.recording import record_not_found, recording
from supervision.meetings.actions import meeting_in
from supervision.meetings.moves import ARBITRATE, DECIDE, ISSUE, MINUTE, MINUTES_PAPER, RESOLVE
from supervision.models.meetings import AgendaCase, Invitation, Meeting, Minutes
from supervision.models.tasks import Task
from supervision.tasks.actions import give_task

_ORDER = "一二三四五六七八九十"


def decide(
    meeting: Meeting, *, item: int, decision: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Meeting:
    """Write down what was decided on a case of the agenda. Raises Refused: not_found, as `recording`."""
    with recording(DECIDE, meeting, by=by, seen=seen, on=on) as made:
        found = _item(made.record, item, by)
        AgendaCase.objects.filter(pk=found.pk).update(decision=decision.strip())
    return meeting_in(made)


def resolve(
    meeting: Meeting,
    *,
    unit: Unit,
    what: str,
    due_on: date,
    by: Staff,
    item: int | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Meeting:
    """Give a unit a task of the meeting, of one case of the agenda or of none. Raises Refused as `give_task`, `recording`."""
    with recording(RESOLVE, meeting, by=by, seen=seen, on=on) as made:
        case = _item(made.record, item, by).case if item else None
        give_task(made.record, unit=unit, what=what, due_on=due_on, by=by, case=case, on=made.on)
        made.facts = {"due_on": due_on}
    return meeting_in(made)


def arbitrate_at(
    meeting: Meeting,
    *,
    item: int,
    reason: str,
    by: Staff,
    unit: Unit | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Meeting:
    """Decide at the meeting which unit handles a disputed case, by the case's own act (Art. 24).

    Raises Refused: not_found, not_disputed, as `arbitrate` and `recording`.
    """
    with recording(ARBITRATE, meeting, by=by, seen=seen, on=on) as made:
        found = _item(made.record, item, by)
        legs = Leg.objects.readable_by(by).filter(case=found.case_id, state=State.OBJECTION_PENDING)
        leg = legs.order_by("pk").first()
        if leg is None:
            raise Refused("not_disputed", f"{found.case.number}没有等候指定办理单位的争议。", "第二十四条")
        said = f"{day_words(meeting.on)}{meeting.title}研究决定：{reason.strip()}"
        arbitrate(found.case_id, leg_id=leg.pk, by=by, reason=said, unit=unit, on=made.on)
        where = unit.name if unit else leg.unit.name
        text = f"{found.decision}\n指定{where}办理：{reason.strip()}".strip()
        AgendaCase.objects.filter(pk=found.pk).update(decision=text, arbitrated_on=made.on)
    return meeting_in(made)


def issue_minutes(
    meeting: Meeting, *, summary: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Minutes:
    """Issue the minutes of a meeting as a letter of its unit, once, with what was decided on each case and who does what.

    Raises Refused: undecided, agenda_closed, letter_incomplete, as `recording`.
    """
    with recording(MINUTE, meeting, by=by, seen=seen, on=on) as made:
        found = made.record
        minutes = Minutes(unit=found.unit, meeting=found, summary=summary.strip(), issued_by=by, issued_on=made.on)
        with recording(ISSUE, minutes, by=by, on=made.on) as issued:
            issue_letter(issued, MINUTES_PAPER, unit=found.unit, **_words(found, summary, by))
    minutes_made: Minutes = issued.record
    return minutes_made


def _words(meeting: Meeting, summary: str, by: Staff) -> dict[str, object]:
    items = list(AgendaCase.objects.readable_by(by).filter(meeting=meeting).select_related("case"))
    if len(items) < meeting.agenda.for_the_wall().count():
        raise Refused("agenda_closed", "议程上有您不能查看的信访件，会议纪要请由能查看全部议程的人出具。", "第三十条")
    tasks = Task.objects.readable_by(by).from_record(meeting).select_related("unit")
    invited = list(Invitation.objects.filter(meeting=meeting).select_related("staff__unit"))
    return {
        "日期": day_words(meeting.on),
        "主持人": meeting.chair,
        "地点": meeting.venue,
        "会议名称": meeting.title,
        "会议情况": summary.strip(),
        "议题": meeting.topics,
        "信访件": "\n".join(_said(number, each) for number, each in enumerate(items, 1)),
        "任务": "\n".join(_task_said(number, task) for number, task in enumerate(tasks, 1)) or "无。",
        "出席": _names(each for each in invited if each.attended),
        "缺席": _names(each for each in invited if each.attended is False) or "无",
        "列席": meeting.others or "无",
    }


def _said(number: int, each: AgendaCase) -> str:
    return f"（{_in_words(number)}）{each.case.number}（{each.case.subject}）：{each.decision}"


def _task_said(number: int, task: Task) -> str:
    return f"{number}.{task.unit.name}：{task.what.rstrip('。')}，{day_words(task.due_on)}前完成并反馈。"


def _names(rows: Iterable[Invitation]) -> str:
    return "、".join(f"{each.staff.name}（{each.staff.unit.short_name}）" for each in rows)


def _in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_ORDER[tens - 1]}十"
    return f"{head}{_ORDER[ones - 1] if ones else ''}"


def _item(meeting: Meeting, item: int, by: Staff) -> AgendaCase:
    rows = AgendaCase.objects.readable_by(by).filter(meeting=meeting, pk=item).select_related("case")
    found: AgendaCase | None = rows.first()
    if found is None:
        raise record_not_found()
    return found
