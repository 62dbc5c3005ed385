"""Service of notices and opinions, and their receipts (Art. 23, 34, 35, 36)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Exists, OuterRef

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import end_clocks
from cases.models import Case, Document, Service
from cases.models.document import CAME_BACK
from cases.openings.delivery import answers_of, notice_kinds, sends
from cases.openings.letters import arriving, unsent
from cases.openings.paths import runs_sixty_days_on
from cases.openings.telling import others_untold
from cases.places.acting_units import told_by_the_sender
from law.deadlines import due_on
from law.errors import Refused
from law.paths import TOLD_DIRECTLY
from law.remedies import WINDOWS, WINDOWS_OF
from law.service import INFORMING
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from organizations.limits import legal_limits
from organizations.models import Staff
from organizations.papers.serving import Serving, assert_day_fits, served
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar


def notify(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    method: ServiceMethod,
    document: int | None = None,
    sent_on: date | None = None,
    mail_number: str = "",
    received_on: date | None = None,
    receiver: str = "",
    witness: str = "",
    consent: str = "",
    note: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that the written notice was dispatched: this, not a click, meets the duty to inform (Art. 23).

    ``document``: the key of the notice; of several unserved ones the oldest where it is left out. Those of extension,
    hearing or material meet no duty.
    Raises Refused: not_found, not_permitted, wrong_state, no_document, served_already, date_unfit, consent_missing, witness_missing, receipt_computed.
    """
    with performing(Act.NOTIFY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        service = _serve(
            deed,
            _waiting_notice(deed, document),
            Serving(
                method=method,
                sent_on=sent_on,
                mail_number=mail_number,
                received_on=received_on,
                receiver=receiver,
                note=note,
                witness=witness,
                consent=consent,
            ),
        )
        if service.document.kind in INFORMING:
            deed.met_on = dict.fromkeys((Duty.NOTICE_DIRECT_15D, Duty.NOTICE_REFERRED_15D), service.sent_on)
            deed.spares |= _not_told_by(deed, service.document)
        else:
            deed.spares |= set(deed.step.meets)
    return deed.case


def serve(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    method: ServiceMethod,
    sent_on: date | None = None,
    mail_number: str = "",
    received_on: date | None = None,
    receiver: str = "",
    witness: str = "",
    consent: str = "",
    note: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Begin service of the opinion: answered (办结) on the day of issue if service began in time, else on that day.

    Of re-examination and review too. With ``received_on`` the petitioner's 30 days start at once (Art. 35, 36); an
    announcement counts as received after its own thirty days. Served again after the mail came back, the day of the
    answer stays. Raises Refused: as `notify`.
    """
    with performing(Act.SERVE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        how = Serving(
            method=method,
            sent_on=sent_on,
            mail_number=mail_number,
            received_on=received_on,
            receiver=receiver,
            note=note,
            witness=witness,
            consent=consent,
        )
        answers = answers_of(leg)
        services = [_serve(deed, letter, how) for letter in answers if len(answers) == 1 or unsent(letter)]
        deed.facts["document"] = "、".join(service.document.number for service in services)
        deed.met_on = {Duty.SERVICE_3WD: services[0].sent_on}
        if leg.state == State.ISSUED:
            _mark_answered(deed, services[0])
        _start_window(deed, services)
    return deed.case


def record_receipt(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    received_on: date,
    receiver: str,
    note: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that the petitioner received the opinion: the 30 days of re-examination begin (Art. 35).

    Raises Refused: not_found, not_permitted, wrong_state, nothing_open, date_unfit.
    """
    with performing(Act.RECORD_RECEIPT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        services = [service for letter in answers_of(deed.the_leg) if (service := arriving(letter))]
        for service in services:
            assert_day_fits(received_on, earliest=service.sent_on, on=deed.on)
            service.received_on, service.receiver = received_on, receiver
            service.receipt_recorded_on, service.receipt_recorded_by = deed.on, by
            service.save()
        numbers = "、".join(service.document.number for service in services)
        deed.facts = {"document": numbers, "received_on": received_on.isoformat()}
        _start_window(deed, services)
    return deed.case


def _mark_answered(deed: Deed, service: Service) -> None:
    leg = deed.the_leg
    issued_on = leg.issued_on or service.sent_on
    if leg.answered_on:
        deed.facts["answered_before"] = leg.answered_on.isoformat()
    latest = due_on(Duty.SERVICE_3WD, issued_on, working_calendar(), rules=legal_limits().on(issued_on))
    leg.answered_on = issued_on if latest is None or service.sent_on <= latest else service.sent_on
    deed.met_on |= dict.fromkeys((Duty.HANDLE_60D, Duty.PATH5_2M, Duty.REMAND_LIMIT), leg.answered_on)
    # The window of an opinion that this one replaces ends here, never before; a whole new one follows the receipt.
    end_clocks(leg.clocks.filter(duty=Duty.REEXAM_REQ_30D), deed.act, deed.on)


def _waiting_notice(deed: Deed, document: int | None) -> Document:
    """Return the notice that is sent, or sent again: the one that is named, else the one that waits longest."""
    arriving = Exists(Service.objects.filter(document=OuterRef("pk"), returned_on=None))
    leg, spot, named = deed.the_leg, deed.spot, {"pk": document} if document else {}
    waiting = leg.documents.filter(~arriving, kind__in=notice_kinds(leg), **named).order_by("id")
    found = next((letter for letter in waiting if sends(spot, letter)), None)
    if found is None:
        words = "这份告知书不在等候送达之列：可能已经登记过送达，或者由其他单位送达。"
        raise Refused("served_already", words, "第二十三条")
    return found


def _not_told_by(deed: Deed, sent: Document) -> set[Duty]:
    """Return the duties to inform that a notice does not fulfil (Art. 23, para 1 and 3).

    Where an organ sent down what it had received directly, it tells the petitioner where it went, and the unit below
    what becomes of it: neither does it for the other. The organ has informed once it told of every demand.
    """
    leg = deed.the_leg
    if deed.case.unit.kind == UnitKind.PETITION_OFFICE:
        return set()
    others = set(TOLD_DIRECTLY) if others_untold(deed.case, leg) else set[Duty]()
    if told_by_the_sender(sent, leg):
        return {Duty.NOTICE_REFERRED_15D, *others}
    both = any(told_by_the_sender(letter, leg) for letter in leg.documents.all())
    return set(TOLD_DIRECTLY) if both else others


def _serve(deed: Deed, document: Document, how: Serving) -> Service:
    agreed = how.consent.strip() or deed.case.electronic_consent
    columns = served(replace(how, consent=agreed), issued_on=document.issued_on, on=deed.on)
    if how.method is ServiceMethod.ELECTRONIC and not deed.case.electronic_consent:
        deed.case.electronic_consent, deed.case.electronic_consent_on = agreed, deed.on
    deed.facts = {"document": document.number, "method": str(how.method), "sent_on": columns["sent_on"].isoformat()}
    document.services.filter(CAME_BACK).update(sent_again=True)
    return Service.objects.create(document=document, recorded_by=deed.by, recorded_on=deed.on, **columns)


def _start_window(deed: Deed, services: Sequence[Service]) -> None:
    """The petitioner's 30 days run from receipt; only an opinion on path six has a remedy, and the last one has none."""
    starts = set(deed.step.starts) & set(WINDOWS)
    for service in services:
        window = WINDOWS_OF.get(Letter(service.document.kind))
        if window and service.received_on and runs_sixty_days_on(deed.the_leg):
            deed.starts_on[window] = service.received_on
            starts.discard(window)
    deed.omits |= starts
