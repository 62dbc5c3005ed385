"""What the reception room holds of the cases of the leak scene, written past the acts, full of their words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from cases.models import Case
from reception.models import (
    CallBack,
    CallBackState,
    CallRecording,
    Envelope,
    EnvelopeBatch,
    EnvelopeKind,
    EnvelopeState,
    OriginalsReceipt,
    OriginalsState,
    RecordingState,
)
from tests.cast import START, Cast
from tests.leak_days import a_reception_day, day_keys, hang_appointment
from tests.leak_hall import hall_keys, hang_visit, open_the_hall
from tests.leak_passed_on import passed_on_keys, told_by_a_sender
from tests.leak_portal import hang_portal, portal_keys


def hang_reception(cast: Cast, cases: Mapping[str, tuple[Case, str, Sequence[str]]]) -> None:
    """Hang an envelope, a receipt, a call back and a recording on each case, at the desk that has registered it."""
    later, by = START + timedelta(days=30), cast.clerk
    day = a_reception_day(cast)
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
        hang_visit(cast, case, said, letter)
        hang_appointment(cast, case, said, day)
        hang_portal(case, letter, said, by)
        told_by_a_sender(case, said, letter, by, at)
    open_the_hall(cast)


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
        **hall_keys(case),
        **day_keys(case),
        **portal_keys(case),
        **passed_on_keys(case),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
