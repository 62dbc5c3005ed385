"""How the letters of a record were served, and their scans; each inside the record's own step."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kit.files import CheckedFile
from kit.stored_files import columns_of, keep_files
from kit.verbs import Verb
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import (
    RECORD_LETTER_RECEIVED,
    RECORD_LETTER_RETURNED,
    RECORD_LETTER_SERVED,
    RECORD_SCANS_ADDED,
)
from organizations.models import RecordLetter, RecordScan, RecordService
from organizations.papers.scans import NOT_STORED, fresh_scans
from organizations.papers.serving import Serving, assert_day_fits, served
from organizations.recording import Recorded

MOST_REASON = 200


def serve_letter(made: Recorded, letter_id: int, how: Serving) -> RecordService:
    """Record how a letter was sent, and who signed where it arrived at once.

    Raises Refused: not_found, served_already, and as `served` does.
    """
    letter = _letter(made, letter_id)
    if letter.services.filter(returned_on=None).exists():
        raise Refused("served_already", f"{letter.number}已经登记送达；退回以后才能再次送达。")
    columns = served(how, issued_on=letter.issued_on, on=made.on)
    service = RecordService.objects.create(letter=letter, consent=how.consent.strip(), recorded_by=made.by, **columns)
    _note(RECORD_LETTER_SERVED, made, letter, method=str(how.method), sent_on=service.sent_on)
    return service


def record_receipt(made: Recorded, letter_id: int, *, received_on: date, receiver: str) -> RecordService:
    """Record on which day a letter arrived that was on its way, and who signed.

    Raises Refused: not_found, nothing_sent, date_unfit.
    """
    letter = _letter(made, letter_id)
    service = _on_its_way(letter)
    assert_day_fits(received_on, earliest=service.sent_on, on=made.on)
    service.received_on, service.receiver = received_on, receiver.strip()
    service.save(update_fields=["received_on", "receiver"])
    _note(RECORD_LETTER_RECEIVED, made, letter, received_on=received_on)
    return service


def record_return(made: Recorded, letter_id: int, *, returned_on: date, reason: str) -> RecordService:
    """Record that a letter came back: it counts as not served and can be served again.

    Raises Refused: not_found, reason_missing, nothing_sent, date_unfit.
    """
    letter = _letter(made, letter_id)
    if not reason.strip():
        raise Refused("reason_missing", "请写明退回原因。")
    service = _on_its_way(letter)
    assert_day_fits(returned_on, earliest=service.sent_on, on=made.on)
    service.returned_on, service.returned_reason = returned_on, reason.strip()[:MOST_REASON]
    service.save(update_fields=["returned_on", "returned_reason"])
    _note(RECORD_LETTER_RETURNED, made, letter, returned_on=returned_on)
    return service


def add_scans(made: Recorded, letter_id: int, files: Sequence[CheckedFile]) -> int:
    """Keep scans of a letter as it was signed and sealed on paper, and return how many.

    Raises Refused: not_found, scan_kind, scan_known, files_not_stored.
    """
    letter = _letter(made, letter_id)
    fresh = fresh_scans(files, set(letter.scans.values_list("sm3", flat=True)), number=letter.number)
    rows = ((RecordScan(letter=letter, on=made.on, by=made.by, **columns_of(file)), file) for file in fresh)
    kept = keep_files(rows, lost=NOT_STORED)
    _note(RECORD_SCANS_ADDED, made, letter, scans=kept)
    return kept


def _letter(made: Recorded, letter_id: int) -> RecordLetter:
    """Return a letter of the locked record. Raises Refused not_found."""
    found: RecordLetter | None = RecordLetter.objects.hanging_on(made.record).filter(pk=letter_id).first()
    if found is None:
        raise Refused("not_found", "这条记录没有这份文书。")
    return found


def _on_its_way(letter: RecordLetter) -> RecordService:
    service: RecordService | None = letter.services.filter(received_on=None, returned_on=None).last()
    if service is None:
        raise Refused("nothing_sent", f"{letter.number}没有在途的送达：还没有送出，或者已经登记收到、退回。")
    return service


def _note(verb: Verb, made: Recorded, letter: RecordLetter, **facts: Any) -> None:
    note(verb, by=made.by, at=made.record.unit, about=made.record, number=letter.number, **facts)
