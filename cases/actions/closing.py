"""The report to the commissioning office, and closing once nothing is owed and no window open (Art. 22, 35, 36)."""

from datetime import date

from django.db.models import Q

from cases.actions.deed import Deed
from cases.actions.exit_closing import assert_exit_settled
from cases.actions.frame import performing
from cases.actions.in_tray import runs_sixty_days_of
from cases.actions.settled import settled
from cases.letters.making import make_document
from cases.models import Case, Document, Leg
from cases.models.clock import RUNNING
from law.errors import Refused
from law.procedure import EXITED, REMEDIES
from law.remedies import OPINION_IN, WINDOWS_OF
from law.vocabulary import Act, Duty, Letter, Movement, State
from organizations.models import Staff


def report_conclusion(
    case_id: int, *, leg_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Send the closing report to the office that commissioned the leg (Art. 22, item three).

    Raises Refused: not_found, not_permitted, wrong_state, no_report_required, reported_already.
    """
    with performing(Act.REPORT_CONCLUSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        leg = deed.the_leg
        if not leg.report_required:
            raise Refused("no_report_required", "转送件不要求办结报告，只有交办件要求。", "第二十二条第一款第三项")
        if leg.documents.filter(kind=Letter.CONCLUSION_REPORT).count() > leg.reports_rejected:
            raise Refused("reported_already", "办结报告已经提交。", "第二十二条第一款第三项")
        report = make_document(
            Letter.CONCLUSION_REPORT,
            deed.case,
            leg=leg,
            unit=leg.unit,
            by=by,
            on=deed.on,
            text=text,
            demands=leg.demands.all(),
        )
        deed.facts = {"document": report.number}
    return deed.case


def close(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Close a leg once the petitioner's window has lapsed and a commissioned unit has reported (Art. 35, 22).

    One that left the procedure has no window: its notice was sent, its receipt recorded (Art. 23).
    Raises Refused: not_found, not_permitted, wrong_state, notice_missing, receipt_missing, window_open,
    report_missing.
    """
    with performing(Act.CLOSE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        _settle_notice(deed)
        if leg.state in EXITED:
            assert_exit_settled(deed)
        _assert_window_over(deed)
        if leg.clocks.filter(RUNNING, duty=Duty.COMMISSION_FEEDBACK).exists():
            raise Refused("report_missing", "交办件要先提交办结报告才能结案。", "第二十二条第一款第三项")
        leg.closed_on = deed.on
    return deed.case


def _assert_window_over(deed: Deed) -> None:
    """Close nothing while the petitioner can still ask for more, nor before it is known since when (Art. 35, 36)."""
    leg, opinion = deed.the_leg, OPINION_IN.get(State(deed.the_leg.state))
    if opinion is None:
        return
    duty, article = WINDOWS_OF[opinion], "第三十六条" if leg.state in REMEDIES else "第三十五条"
    window = leg.clocks.filter(RUNNING, duty=duty).first() if duty else None
    # What both sides settled has no opinion, and so no window to wait for.
    unknown = duty and window is None and runs_sixty_days_of(deed) and not settled(leg)
    if unknown or (duty is None and not _received(leg, opinion)):
        said = "，三十日无从起算" if duty else ""
        raise Refused(
            "receipt_missing", f"还没有登记信访人收到{opinion.label}的日期{said}。请先“登记送达回证”。", article
        )
    if window and window.due_on and window.due_on >= deed.on:
        asked = "复核" if leg.state in REMEDIES else "复查"
        raise Refused("window_open", f"信访人可在{window.due_on}前申请{asked}，{window.due_on}之后才能结案。", article)


def _settle_notice(deed: Deed) -> None:
    """No leg ends with its notice still owed; whom one cannot write to need not be written to (Art. 23, para 2)."""
    direct = Q(leg=None, duty=Duty.NOTICE_DIRECT_15D) if deed.the_leg.movement == Movement.DIRECT else Q()
    owed = deed.case.clocks.filter(RUNNING, Q(leg=deed.the_leg, duty=Duty.NOTICE_REFERRED_15D) | direct)
    if owed.exists() and not deed.case.anonymous and deed.case.parties.filter(unclear="").exists():
        raise Refused("notice_missing", "告知书还没有登记送达，请先“送达告知书”，再结案。", "第二十三条")
    owed.update(waived_on=deed.on, waived_reason="信访人的姓名（名称）、住址不清（第二十三条第二款）")


def _received(leg: Leg, kind: Letter) -> bool:
    opinion = Document.objects.filter(leg=leg, kind=kind).order_by("-id").first()
    return opinion is not None and opinion.services.exclude(received_on=None).exists()
