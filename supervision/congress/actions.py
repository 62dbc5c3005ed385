"""Reporting to congress and conference, and answering what they say: both doors call these."""

from datetime import date

from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import Recorded, recording
from organizations.roles import Right
from organizations.today import today
from supervision.congress.moves import REMARK, REPLY, REPORT
from supervision.models.congress import CongressRemark, CongressReport
from supervision.words.congress import ReportedTo, ReportState


def report_to(
    *, to: ReportedTo, title: str, content: str, reported_on: date, by: Staff, on: date | None = None
) -> CongressReport:
    """Write down a report to the people's congress or the consultative conference. Raises Refused: not_permitted, day_unfit."""
    on = on or today()
    units = [grant.unit for _, grant in holdings(by, Right.CONVENE)]
    if not units:
        raise Refused("not_permitted", "您的角色不登记向人大政协的报告。可在“权限一览”查看谁可以登记。")
    _assert_not_ahead(reported_on, on)
    report = CongressReport(
        unit=units[0], to=to, title=title.strip(), content=content.strip(), reported_on=reported_on, reported_by=by
    )
    with recording(REPORT, report, by=by, on=on) as made:
        made.facts = {"to": to.value}
    return report_in(made)


def remark_on(
    report: CongressReport,
    *,
    text: str,
    remarked_on: date,
    due_on: date,
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> CongressReport:
    """Write down what they said to it, and by when we reply. Raises Refused: day_unfit, as `recording`."""
    with recording(REMARK, report, by=by, seen=seen, on=on) as made:
        _assert_not_ahead(remarked_on, made.on)
        if not made.record.reported_on <= remarked_on <= due_on:
            raise Refused("day_unfit", "提出日期应在报告日期以后、回复时限以前。")
        CongressRemark.objects.create(
            report=made.record, text=text.strip(), remarked_on=remarked_on, due_on=due_on, recorded_by=by
        )
    return report_in(made)


def reply_to(
    report: CongressReport,
    *,
    remark: int,
    reply: str,
    replied_on: date,
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> CongressReport:
    """Write down our reply to one remark; the report is replied to when no remark is open. Raises Refused: day_unfit, remark_unknown."""
    with recording(REPLY, report, by=by, seen=seen, on=on) as made:
        open_ones = made.record.remarks.filter(replied_on=None)
        found = open_ones.filter(pk=remark).first()
        if found is None:
            raise Refused("remark_unknown", "请选择还没有回复的意见。")
        _assert_not_ahead(replied_on, made.on)
        if replied_on < found.remarked_on:
            raise Refused("day_unfit", f"回复日期{replied_on}早于提出日期{found.remarked_on}。")
        found.reply, found.replied_on, found.replied_by = reply.strip(), replied_on, by
        found.save()
        made.record.state = ReportState.REMARKED if open_ones.exists() else ReportState.REPLIED
    return report_in(made)


def _assert_not_ahead(day: date, on: date) -> None:
    if day > on:
        raise Refused("day_unfit", f"日期{day}还没有到，今天是{on}。")


def report_in(made: Recorded) -> CongressReport:
    """Return the report of a step that was taken."""
    found: CongressReport = made.record
    return found
