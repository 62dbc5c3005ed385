"""What is done with envelopes: opened in a batch, scanned, registered as a letter, set aside as no petition (Art. 22)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction

from cases.actions.registration import already_registered, desk_of, register
from cases.letters.attachments import store_files
from cases.models import Case
from kit.files import CheckedFile, check_files
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.papers.numbers import take_numbers
from organizations.record_files import files_of, store_record_files
from organizations.recording import Recorded, recording
from organizations.today import today
from reception.envelopes.moves import OPEN_BATCH, PUT_ASIDE, REGISTER_LETTER, SCAN, TAKE_BACK
from reception.models import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition

MOST = 300
_SERIES = "reception.envelope"


@dataclass(frozen=True)
class EnvelopeInput:
    """What stands on an envelope; any part may be missing."""

    kind: EnvelopeKind = EnvelopeKind.ORDINARY
    sender: str = ""
    sender_address: str = ""
    postmarked_on: date | None = None
    mail_number: str = ""


def open_batch(
    *,
    by: Staff,
    received_on: date,
    envelopes: Sequence[EnvelopeInput] = (),
    plain: int = 0,
    witness: str = "",
    on: date | None = None,
) -> EnvelopeBatch:
    """Enter what was opened together: some envelopes as written on them, and so many plain letters beside.

    Raises Refused: not_permitted, date_in_future, nothing_opened, too_many_envelopes.
    """
    on, desk = on or today(), desk_of(by)
    if received_on > on:
        raise Refused("date_in_future", f"收到日期{received_on}晚于今天{on}，请核对。")
    inputs = [*envelopes, *[EnvelopeInput()] * plain]
    if not inputs:
        raise Refused("nothing_opened", "请逐封填写，或者填写平信有多少封。")
    if len(inputs) > MOST:
        raise Refused("too_many_envelopes", f"一批最多{MOST}封，现有{len(inputs)}封，请分批登记。")
    batch = EnvelopeBatch(unit=desk, received_on=received_on, opened_by=by, witness=witness.strip(), count=len(inputs))
    with recording(OPEN_BATCH, batch, by=by, on=on) as made:
        Envelope.objects.bulk_create(_rows(made.record, inputs, on))
        made.facts = {"count": len(inputs)}
    return batch


def _rows(batch: EnvelopeBatch, inputs: Sequence[EnvelopeInput], on: date) -> list[Envelope]:
    last = take_numbers(batch.unit, _SERIES, on.year, len(inputs))
    return [
        Envelope(
            district=batch.district,
            unit=batch.unit,
            state=EnvelopeState.OPENED,
            batch=batch,
            number=f"{on.year}-{number:06d}",
            received_on=batch.received_on,
            kind=each.kind,
            sender=each.sender.strip(),
            sender_address=each.sender_address.strip(),
            postmarked_on=each.postmarked_on,
            mail_number=each.mail_number.strip(),
        )
        for number, each in enumerate(inputs, last - len(inputs) + 1)
    ]


def scan_envelope(
    envelope: Envelope, *, uploads: Sequence[CheckedFile], by: Staff, seen: int | None = None, on: date | None = None
) -> Envelope:
    """Keep scans with an envelope until its letter is registered. Raises Refused as `recording`, files_not_stored."""
    with recording(SCAN, envelope, by=by, seen=seen, on=on) as made:
        made.facts = {"files": store_record_files(made.record, uploads, by=by)}
    return envelope_in(made)


def settle_envelope(envelope: Envelope, case: Case, *, by: Staff, on: date | None = None) -> Envelope:
    """Write down which case the letter in an envelope became, and give the case its scans.

    Inside the transaction of the registration. Raises Refused: not_found, not_permitted, wrong_state, files_not_stored.
    """
    with recording(REGISTER_LETTER, envelope, by=by, on=on) as made:
        made.record.case = case
        _settle(made)
        made.facts = {"case": case.pk}
        store_files(case, _scans(made.record), by)
    return envelope_in(made)


def register_letter(envelope: Envelope, *, by: Staff, **typed: Any) -> Case:
    """Register the letter in an envelope by the one registration; the same sending twice gives the same case.

    Raises Refused as `register` and `settle_envelope`.
    """
    typed |= {"channel": Channel.LETTER}
    if known := already_registered(by=by, **typed):
        return known
    with transaction.atomic():
        case = register(by=by, **typed)
        settle_envelope(envelope, case, by=by, on=typed.get("on"))
    return case


def set_envelope_aside(
    envelope: Envelope, *, why: NoPetition, by: Staff, remark: str = "", seen: int | None = None, on: date | None = None
) -> Envelope:
    """Say that there is no petition in an envelope, and what became of it: ``why`` is one of NoPetition.

    Raises Refused as `recording`.
    """
    with recording(PUT_ASIDE, envelope, by=by, seen=seen, on=on) as made:
        made.record.why, made.record.remark = NoPetition(why), remark.strip()
        _settle(made)
        made.facts = {"why": made.record.why.value}
    return envelope_in(made)


def take_envelope_back(envelope: Envelope, *, by: Staff, seen: int | None = None, on: date | None = None) -> Envelope:
    """Let an envelope that was set aside wait for its registration again. Raises Refused as `recording`."""
    with recording(TAKE_BACK, envelope, by=by, seen=seen, on=on) as made:
        made.record.why, made.record.settled_on, made.record.settled_by = "", None, None
    return envelope_in(made)


def _settle(made: Recorded) -> None:
    made.record.settled_on, made.record.settled_by = made.on, made.by


def _scans(envelope: Envelope) -> list[CheckedFile]:
    kept = files_of(envelope)
    opened: list[Any] = [File(row.file.open("rb"), name=row.name) for row in kept]
    return check_files(opened)


def envelope_in(made: Recorded) -> Envelope:
    """Return the envelope of a step that was taken."""
    found: Envelope = made.record
    return found
