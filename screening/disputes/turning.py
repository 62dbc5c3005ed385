"""A dispute becomes a case, or one of the matter of another case: parties, facts and files go along, in one act."""

import re
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from cases.actions.inputs import DemandInput, PartyInput
from cases.actions.matters import join_matter
from cases.actions.registration import register
from cases.letters.attachments import store_files
from cases.models import Case
from kit.files import CheckedFile, check_files
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.places import PLACES
from organizations.record_files import files_of
from organizations.recording import recording
from screening.disputes.accusing import SOURCE
from screening.disputes.moves import TURN
from screening.models import Dispute, DisputeCase
from screening.models.words import DisputeKind
from screening.wording import assert_of_a_dispute

_BETWEEN = re.compile(r"[、，,；;\s]+")
_MOST_PARTIES = 20


def turn_into_case(
    row: Dispute,
    *,
    channel: Channel,
    demand: str,
    by: Staff,
    number: str = "",
    reason: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Dispute:
    """Register a dispute as a case by the case's own act; with a ``number`` it joins the matter of that case as well.

    What the person who turns it may not do to a case is refused, and then nothing is left behind.
    Raises Refused: as `register`, `store_files`, `join_matter`.
    """
    with transaction.atomic(), recording(TURN, row, by=by, seen=seen, on=on) as made:
        found: Dispute = made.record
        assert_of_a_dispute(demand, reason)
        case = _registered(found, channel, demand.strip(), by, made.on)
        store_files(case, files_to_carry(found), by)
        if number.strip():
            why = reason.strip() or f"由矛盾纠纷{found.number}转来，与该件是同一事项"
            join_matter(case.pk, by=by, number=number, reason=why, on=made.on)
        DisputeCase.objects.create(dispute=found, case=case, on=made.on)
    return found


def _registered(row: Dispute, channel: Channel, demand: str, by: Staff, on: date) -> Case:
    where = row.group or row.found_at
    names = [name for name in _BETWEEN.split(row.names) if name][:_MOST_PARTIES]
    return register(
        by=by,
        channel=channel,
        received_on=on,
        content=content_of(row),
        subject=f"{where.name}{DisputeKind(row.kind).label}纠纷",
        parties=[PartyInput(name) for name in names],
        demands=[DemandInput(demand)],
        place=where if where.kind in PLACES else None,
        location=where.name,
        petitioner_count=max(row.people, 1),
        anonymous=not names,
        source=SOURCE,
        external_number=row.number or "",
        on=on,
    )


def content_of(row: Dispute) -> str:
    """Return what a case says of the dispute that it came from."""
    parts = (
        ("", row.facts),
        ("地点：", row.spot),
        ("已采取的措施：", row.measures),
        ("调解组织：", row.mediation_body),
        ("调解协议：", row.agreement),
        ("未化解原因：", row.unresolved_why),
    )
    return "\n".join(f"{label}{text}" for label, text in parts if text)


def files_to_carry(row: Dispute) -> list[CheckedFile]:
    """Return the files of a dispute as a case takes them."""
    uploads = []
    for file in files_of(row):
        with file.file.open("rb") as opened:
            uploads.append(SimpleUploadedFile(file.name, opened.read()))
    return check_files(uploads) if uploads else []
