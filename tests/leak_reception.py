"""What the reception room holds of the cases of the leak scene, written past the acts, full of their words."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from cases.models import Case
from organizations.models import Staff
from reception.models import (
    CallBack,
    CallBackState,
    CallRecording,
    Comparison,
    Difference,
    DifferenceState,
    Differs,
    Envelope,
    EnvelopeBatch,
    EnvelopeKind,
    EnvelopeState,
    OriginalsReceipt,
    OriginalsState,
    PassedOn,
    PassedOnState,
    RecordingState,
    Sender,
    SenderKind,
    SenderState,
)
from tests.cast import START, Cast


def hang_reception(cast: Cast, cases: Mapping[str, tuple[Case, str, Sequence[str]]]) -> None:
    """Hang an envelope, a receipt, a call back, a recording and what a sender says on each case, at the desk that has registered it."""
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
        _told_by_a_sender(case, said, letter, by, at)


def _told_by_a_sender(case: Case, said: str, letter: str, by: Staff, at: dict[str, Any]) -> None:
    """A number of a sender's, and a list of its that says otherwise, with the words of the case in its line."""
    name = f"渠道{letter}"
    sender = Sender.objects.create(**at, state=SenderState.ACTIVE, name=name, kind=SenderKind.OTHER, source=name)
    named = {"sender": sender, "number": f"{letter}号{said}"[:80]}
    PassedOn.objects.create(**at, **named, state=PassedOnState.LINKED, case=case, linked_on=START, linked_by=by)
    days = {"since": START, "until": START, "made_on": START, "rows": 1, "file_name": name}
    listed = Comparison.objects.create(**at, state="made", sender=sender, made_by=by, **days)
    kept = {"what": Differs.CONTENT, "row": kept_words(said), "note": said, "found_on": START}
    Difference.objects.create(**at, **named, state=DifferenceState.OPEN, comparison=listed, case=case, **kept)


def kept_words(said: str) -> str:
    """A line of a list as it is kept, with these words in it."""
    party = {"name": said}
    line = {"subject": said, "content": said, "kind": "appeal", "party": party, "received_on": "", "report_by": None}
    return json.dumps(line, ensure_ascii=False)


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
        "sender_id": Sender.objects.filter(passed_on__case=case).first(),
        "passed_on_id": PassedOn.objects.filter(case=case).first(),
        "comparison_id": Comparison.objects.filter(differences__case=case).first(),
        "difference_id": Difference.objects.filter(case=case).first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
