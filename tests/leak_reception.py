"""What the reception room holds of the cases of the leak scene, written past the acts, full of their words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import uuid4

from cases.models import Case
from organizations.models import Staff
from reception.models import (
    AssistedFiling,
    CallBack,
    CallBackState,
    CallRecording,
    CitizenWord,
    ContactState,
    Envelope,
    EnvelopeBatch,
    EnvelopeKind,
    EnvelopeState,
    OnlineFiling,
    OriginalsReceipt,
    OriginalsState,
    QueryCode,
    ReadBack,
    RecordingState,
    WordKind,
    WordState,
)
from tests.cast import START, Cast


def hang_reception(cast: Cast, cases: Mapping[str, tuple[Case, str, Sequence[str]]]) -> None:
    """Hang an envelope, a receipt, a call back and a recording on each case, at the desk that has registered it."""
    later, by = START + timedelta(days=30), cast.clerk
    for letter, (case, name, words) in cases.items():
        said, at = "，".join(words), {"district": case.district, "unit": case.unit}
        batch = EnvelopeBatch.objects.create(**at, state="opened", received_on=START, opened_by=by, count=1)
        Envelope.objects.create(
            **at,
            batch=batch,
            state=EnvelopeState.REGISTERED,
            number=f"2026-{ord(letter):06d}",
            kind=EnvelopeKind.ORDINARY,
            received_on=START,
            sender=name,
            sender_address=said,
            case=case,
            settled_on=START,
            settled_by=by,
            remark=said,
        )
        held = {"state": OriginalsState.HELD, "items": said, "handed_by": name}
        OriginalsReceipt.objects.create(**at, case=case, taken_on=START, taken_by=by, **held)
        open_call = {"state": CallBackState.OPEN, "about": said, "outcome": said}
        CallBack.objects.create(**at, case=case, who=by, due_on=later, **open_call)
        kept = {"state": RecordingState.KEPT, "number": f"{said}{letter}"}
        CallRecording.objects.create(**at, case=case, recorded_on=START, keep_until=later, entered_by=by, **kept)
        hang_portal(case, letter, said, by)


def hang_portal(case: Case, letter: str, said: str, by: Staff) -> None:
    """Hang an online filing, a code and a question on a case; reports of retaliation have tests of their own."""
    at, party = {"district": case.district, "unit": case.unit, "case": case}, case.parties.first()
    key = party.pk if party else 0
    filed = {"form": letter * 64, "notice": "2026-12", "filed_on": START, "answer": said}
    OnlineFiling.objects.create(**at, state=ContactState.TO_ASK, party=key, **filed)
    AssistedFiling.objects.create(
        **at, state="confirmed", helper=by, read_back=ReadBack.ALOUD, witness=said, filed_on=START
    )
    QueryCode.objects.create(case=case, party=key, digest=letter * 64)
    word = {"kind": WordKind.QUESTION, "state": WordState.OPEN, "text": said, "answer": said, "said_on": START}
    CitizenWord.objects.create(**at, party=key, form=uuid4(), **word)


def reception_keys(case: Case) -> dict[str, int]:
    """The keys of what hangs on a case from this room; 0 where there is nothing."""
    envelope = Envelope.objects.filter(case=case).first()
    found = {
        "envelope_id": envelope,
        "batch_id": envelope and envelope.batch,
        "originals_id": OriginalsReceipt.objects.filter(case=case).first(),
        "call_id": CallBack.objects.filter(case=case).first(),
        "recording_id": CallRecording.objects.filter(case=case).first(),
        "person_id": case.parties.first(),
        "filing_id": OnlineFiling.objects.filter(case=case).first(),
        "assisted_id": AssistedFiling.objects.filter(case=case).first(),
        "word_id": CitizenWord.objects.filter(case=case).first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
