"""Service of notices and opinions, receipts, the report to the commissioning office, and closing (Art. 22, 34, 35)."""

from datetime import date

from django.db.models import Q

from cases.actions.closing import EXIT_NOTICES, assert_exit_settled
from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.in_tray import runs_sixty_days_of
from cases.letters import make_document
from cases.models import Case, Document, Service
from cases.models.clock import RUNNING
from law.deadlines import due_on
from law.errors import Refused
from law.procedure import EXITED
from law.vocabulary import Act, Duty, Letter, Movement, ServiceMethod
from organizations.models import Staff
from organizations.working_days import current_rules, working_calendar

NOTICES = (Letter.ACCEPTANCE_NOTICE, *EXIT_NOTICES)
_SENT_FIRST = (ServiceMethod.POST, ServiceMethod.ELECTRONIC, ServiceMethod.ANNOUNCEMENT)


def notify(
    case_id: int, *, leg_id: int, by: Staff, method: ServiceMethod, sent_on: date | None = None,
    received_on: date | None = None, receiver: str = "", note: str = "", seen: int | None = None, on: date | None = None,
) -> Case:  # fmt: skip
    """Record that the written notice was dispatched: this, not a click, meets the duty to inform (Art. 23).

    Raises Refused: not_found, not_permitted, wrong_state, no_document, served_already, date_unfit.
    """
    with performing(Act.NOTIFY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        service = _serve(deed, NOTICES, method, sent_on, received_on, receiver, note)
        deed.met_on = dict.fromkeys((Duty.NOTICE_DIRECT_15D, Duty.NOTICE_REFERRED_15D), service.sent_on)
    return deed.case


def serve(
    case_id: int, *, leg_id: int, by: Staff, method: ServiceMethod, sent_on: date | None = None,
    received_on: date | None = None, receiver: str = "", note: str = "", seen: int | None = None, on: date | None = None,
) -> Case:  # fmt: skip
    """Begin service of the opinion: answered (办结) on the day of issue if service began in time, else on that day.

    With ``received_on`` the petitioner's 30 days start at once (Art. 35).
    Raises Refused: not_found, not_permitted, wrong_state, no_document, served_already, date_unfit.
    """
    with performing(Act.SERVE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        service = _serve(deed, (Letter.HANDLING_OPINION,), method, sent_on, received_on, receiver, note)
        issued_on = leg.issued_on or service.sent_on
        latest = due_on(Duty.SERVICE_3WD, issued_on, working_calendar(), rules=current_rules())
        leg.answered_on = issued_on if latest is None or service.sent_on <= latest else service.sent_on
        deed.met_on = {Duty.HANDLE_60D: leg.answered_on, Duty.SERVICE_3WD: service.sent_on}
        _start_window(deed, service)
    return deed.case


def record_receipt(
    case_id: int, *, leg_id: int, by: Staff, received_on: date, receiver: str, note: str = "", seen: int | None = None,
    on: date | None = None,
) -> Case:  # fmt: skip
    """Record that the petitioner received the opinion: the 30 days of re-examination begin (Art. 35).

    Raises Refused: not_found, not_permitted, wrong_state, nothing_open, date_unfit.
    """
    with performing(Act.RECORD_RECEIPT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        opinion = _latest(deed, (Letter.HANDLING_OPINION,))
        service = opinion.services.filter(received_on=None).order_by("-id").first()
        if service is None:
            raise Refused("nothing_open", "意见书的送达回证已经登记，不需要再登记。", "第三十五条")
        _assert_dates(deed, service.sent_on, received_on)
        service.received_on, service.receiver = received_on, receiver
        service.save()
        deed.facts = {"document": opinion.number, "received_on": received_on.isoformat()}
        _start_window(deed, service)
    return deed.case


def report_conclusion(
    case_id: int, *, leg_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Send the closing report to the office that commissioned the leg (Art. 22, item three).

    Raises Refused: not_found, not_permitted, wrong_state, no_report_required, reported_already.
    """
    with performing(
        Act.REPORT_CONCLUSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text
    ) as deed:
        leg = deed.the_leg
        if not leg.report_required:
            raise Refused(
                "no_report_required", "转送件不要求办结报告，只有交办件要求。", "第二十二条第一款第三项"
            )
        if leg.documents.filter(kind=Letter.CONCLUSION_REPORT).exists():
            raise Refused("reported_already", "办结报告已经提交。", "第二十二条第一款第三项")
        report = make_document(
            Letter.CONCLUSION_REPORT, deed.case, leg=leg, unit=leg.unit, by=by, on=deed.on, text=text,
            demands=leg.demands.all(),
        )  # fmt: skip
        deed.facts = {"document": report.number}
    return deed.case


def close(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Close a leg once the petitioner's window has lapsed and a commissioned unit has reported (Art. 35, 22).

    Raises Refused: not_found, not_permitted, wrong_state, notice_missing, receipt_missing, window_open,
    report_missing.
    """
    with performing(Act.CLOSE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        _settle_notice(deed)
        left = leg.state in EXITED
        if left:
            assert_exit_settled(deed)
        window = None if left else leg.clocks.filter(RUNNING, duty=Duty.REEXAM_REQ_30D).first()
        if not left and window is None and runs_sixty_days_of(deed):
            raise Refused(
                "receipt_missing",
                "还没有登记信访人收到意见书的日期，三十日无从起算。请先“登记送达回证”。",
                "第三十五条",
            )
        if window and window.due_on and window.due_on >= deed.on:
            raise Refused(
                "window_open",
                f"信访人可在{window.due_on}前申请复查，{window.due_on}之后才能结案。",
                "第三十五条",
            )
        if leg.clocks.filter(RUNNING, duty=Duty.COMMISSION_FEEDBACK).exists():
            raise Refused("report_missing", "交办件要先提交办结报告才能结案。", "第二十二条第一款第三项")
        leg.closed_on = deed.on
    return deed.case


def _settle_notice(deed: Deed) -> None:
    """No leg ends with its notice still owed; whom one cannot write to need not be written to (Art. 23, para 2)."""
    direct = Q(leg=None, duty=Duty.NOTICE_DIRECT_15D) if deed.the_leg.movement == Movement.DIRECT else Q()
    owed = deed.case.clocks.filter(RUNNING, Q(leg=deed.the_leg, duty=Duty.NOTICE_REFERRED_15D) | direct)
    if owed.exists() and not deed.case.anonymous and deed.case.parties.filter(unclear="").exists():
        raise Refused("notice_missing", "告知书还没有登记送达，请先“送达告知书”，再结案。", "第二十三条")
    owed.update(waived_on=deed.on, waived_reason="信访人的姓名（名称）、住址不清（第二十三条第二款）")


def _serve(
    deed: Deed, kinds: tuple[Letter, ...], method: ServiceMethod, sent_on: date | None, received_on: date | None,
    receiver: str, note: str,
) -> Service:  # fmt: skip
    document = _latest(deed, kinds)
    if document.services.exists():
        raise Refused("served_already", f"“{document.get_kind_display()}”{document.number}已经登记过送达。")
    sent_on = sent_on or deed.on
    if received_on is None and method not in _SENT_FIRST:
        received_on = sent_on
    _assert_dates(deed, document.issued_on, sent_on)
    if received_on:
        _assert_dates(deed, sent_on, received_on)
    deed.facts = {"document": document.number, "method": str(method), "sent_on": sent_on.isoformat()}
    return Service.objects.create(
        document=document, method=method, sent_on=sent_on, received_on=received_on, receiver=receiver, note=note,
        recorded_by=deed.by,
    )  # fmt: skip


def _latest(deed: Deed, kinds: tuple[Letter, ...]) -> Document:
    document = deed.the_leg.documents.filter(kind__in=kinds).order_by("-id").first()
    if document is None:
        raise Refused("no_document", "本环节还没有可以送达的文书。")
    return document


def _assert_dates(deed: Deed, earliest: date, day: date) -> None:
    if not earliest <= day <= deed.on:
        raise Refused("date_unfit", f"日期{day}应在{earliest}与今天{deed.on}之间，请核对。", "第三十五条")


def _start_window(deed: Deed, service: Service) -> None:
    """The petitioner's 30 days run from receipt; only an opinion on path six can be re-examined."""
    if service.received_on and runs_sixty_days_of(deed):
        deed.starts_on[Duty.REEXAM_REQ_30D] = service.received_on
    else:
        deed.omits.add(Duty.REEXAM_REQ_30D)
