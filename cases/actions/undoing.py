"""A slip in what was written down of a service is undone by a second person: clocks and state are as before it (Art. 23, 34-36)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import end_clocks, let_run
from cases.models import Case, Document, Event, Service, UndoneService
from cases.models.clock import RUNNING
from cases.openings.undoing import (
    ARTICLE,
    asked_for,
    built_upon,
    entered_together,
    entry_of,
    recorded_lately,
    recorder_of,
    too_late,
)
from law.errors import Refused
from law.remedies import WINDOWS_OF
from law.vocabulary import Act, Duty, Letter, State
from organizations.models import Staff

_KEPT = ("method", "sent_on", "mail_number", "received_on", "receiver", "witness", "note")
_NOBODY_ASKS = {"undoing_asked_on": None, "undoing_asked_by": None, "undoing_reason": ""}
_NOT_RECEIVED = {"received_on": None, "receiver": "", "receipt_recorded_on": None, "receipt_recorded_by": None}


def ask_undoing(
    case_id: int, *, leg_id: int, by: Staff, document: int, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Ask that the last entry on the service of a letter (by its key) is undone: its sending, or its receipt.

    Nothing changes before another person has agreed.
    Raises Refused: not_found, not_permitted, wrong_state, undoing_asked, nothing_to_undo, built_upon.
    """
    with performing(Act.ASK_UNDOING, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        young = {letter.pk: (letter, service) for letter, service in recorded_lately(deed.spot)}
        if document not in young:
            raise Refused("nothing_to_undo", "这份文书近日没有送达、收到的登记，没有可以撤销的。", ARTICLE)
        letter, service = young[document]
        entry = _entry(deed, letter, service)
        service.undoing_asked_on, service.undoing_asked_by, service.undoing_reason = deed.on, by, reason[:500]
        service.save()
        deed.facts = {"document": letter.number, "undone": str(entry.act)}
    return deed.case


def undo_service(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Undo what was asked for: what it met runs on from its old start, the window that it started ends, the leg is where it was.

    What had been written down is kept apart. Raises Refused: not_found, not_permitted, wrong_state, nothing_asked,
    own_request, undoing_late, built_upon, clock_again.
    """
    with performing(Act.UNDO_SERVICE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        letter, service = _asked(deed)
        if refusal := too_late(deed.spot, service):
            raise refusal
        entry = _entry(deed, letter, service)
        together = entered_together(deed.spot, entry)
        numbers = "、".join(each.number for each, _ in together)
        deed.facts = {"document": numbers, "undone": str(entry.act), "sent_on": service.sent_on.isoformat()}
        if service.received_on:
            deed.facts["received_on"] = service.received_on.isoformat()
        deed.spares |= set(deed.step.ends)
        for of_the_entry, its_service in together:
            _keep_apart(deed, its_service, entry, asked=service)
            _end_window(deed, of_the_entry, its_service)
            if entry.act == Act.RECORD_RECEIPT:
                Service.objects.filter(pk=its_service.pk).update(**_NOT_RECEIVED, **_NOBODY_ASKS)
            else:
                _unsend(of_the_entry, its_service)
        if entry.act != Act.RECORD_RECEIPT:
            _run_again(deed, entry)
            _answer_again(deed, entry)
    return deed.case


def refuse_undoing(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Leave the entry as it is. Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, own_request."""
    with performing(Act.REFUSE_UNDOING, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        letter, service = _asked(deed)
        Service.objects.filter(pk=service.pk).update(**_NOBODY_ASKS)
        deed.facts = {"document": letter.number}
    return deed.case


def _asked(deed: Deed) -> tuple[Document, Service]:
    found = asked_for(deed.spot)
    assert found, "the opening of the act has seen to it"
    return found


def _entry(deed: Deed, letter: Document, service: Service) -> Event:
    """Return the event to undo. Raises Refused: nothing_to_undo, built_upon."""
    entry = entry_of(service, letter, deed.the_leg)
    if entry is None:
        raise Refused("nothing_to_undo", "这份文书没有可以撤销的登记。", ARTICLE)
    if refusal := built_upon(deed.the_leg, entry):
        raise refusal
    return entry


def _keep_apart(deed: Deed, service: Service, entry: Event, *, asked: Service) -> None:
    recorder, asker = recorder_of(service), asked.undoing_asked_by_id
    assert recorder, "whoever made an entry is kept with it"
    assert asker, "what nobody asks for is not undone"
    UndoneService.objects.create(
        document_id=service.document_id,
        undone=entry.act,
        reason=asked.undoing_reason,
        asked_by_id=asker,
        recorded_by_id=recorder,
        undone_on=deed.on,
        undone_by=deed.by,
        **{name: getattr(service, name) for name in _KEPT},
    )


def _end_window(deed: Deed, letter: Document, service: Service) -> None:
    """End the petitioner's days that began with this receipt; no other window of the leg ends (Art. 35, 36)."""
    window = WINDOWS_OF.get(Letter(letter.kind))
    if window and service.received_on:
        end_clocks(deed.the_leg.clocks.filter(duty=window, starts_on=service.received_on), deed.act, deed.on)


def _unsend(letter: Document, service: Service) -> None:
    before = letter.services.filter(pk__lt=service.pk).order_by("-pk").first()
    if before:
        Service.objects.filter(pk=before.pk).update(sent_again=False)
    Service.objects.filter(pk=service.pk).delete()


def _answer_again(deed: Deed, entry: Event) -> None:
    """Put a leg that this service had answered back to where its letters wait to be served."""
    if entry.act == Act.SERVE and entry.from_state == State.ISSUED:
        former = entry.facts.get("answered_before")
        deed.the_leg.answered_on = date.fromisoformat(former) if former else None
        deed.to_state = State.ISSUED
        replaced = {"duty": Duty.REEXAM_REQ_30D, "ended_by": Act.SERVE, "ended_on": entry.on}
        let_run(deed.the_leg.clocks.filter(**replaced))


def _run_again(deed: Deed, entry: Event) -> None:
    """Let run on what the entry met, each from its own start. Raises Refused clock_again."""
    met = deed.case.clocks.filter(pk__in=entry.facts.get("met", ()))
    for clock in met.exclude(RUNNING):
        if deed.case.clocks.filter(RUNNING, leg=clock.leg_id, duty=clock.duty).exists():
            words = f"“{Duty(clock.duty).label}”已经另行起算，这次登记不能再撤销。"
            raise Refused("clock_again", words, ARTICLE)
        deed.facts.setdefault("reopened", []).append(clock.pk)
    let_run(met)
