"""What the reception room holds of the cases of the leak scene, written past the acts, full of their words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from cases.models import Case
from organizations.today import now
from reception.models import (
    AnswerWay,
    CallBack,
    CallBackState,
    CallRecording,
    Consultation,
    ConsultationState,
    DutyNote,
    Envelope,
    EnvelopeBatch,
    EnvelopeKind,
    EnvelopeState,
    HallVisit,
    HallWindow,
    HandoverState,
    NoteKind,
    OriginalsReceipt,
    OriginalsState,
    RecordingState,
    Service,
    ShiftHandover,
    Ticket,
    TicketState,
    VisitorList,
    VisitRating,
    VisitState,
    WindowKind,
    WindowState,
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
        _receive(cast, case, said, letter)
    _open_the_hall(cast)


def _receive(cast: Cast, case: Case, said: str, letter: str) -> None:
    """A visit of each case, with its list and rating, and the consultation it came from."""
    later, by, at = START + timedelta(days=30), cast.clerk, {"district": case.district, "unit": case.unit}
    asked = {"first_asked": by, "owner": by, "due_on": later}
    answered = letter in "AD"
    visit = HallVisit.objects.create(
        **at,
        **asked,
        case=case,
        state=VisitState.ANSWERED if answered else VisitState.OPEN,
        visited_on=START,
        people=6,
        collective=True,
        talk=said,
        answer=said,
        way=AnswerWay.CALL,
        answered_on=START if answered else None,
        answered_by=by if answered else None,
    )
    VisitorList.objects.create(**at, visit=visit, state="kept", people=said, count=6)
    VisitRating.objects.create(**at, visit=visit, score="not", rated_on=START, taken_by=cast.router)
    Consultation.objects.create(
        **at,
        **asked,
        case=case,
        state=ConsultationState.REGISTERED,
        asked_on=START,
        about=said,
        answer=said,
        service=Service.EXPLAINED,
        drawn_on=START,
    )


def _open_the_hall(cast: Cast) -> None:
    """What the hall of the office has beside its cases."""
    at, by = {"district": cast.area, "unit": cast.bureau}, cast.clerk
    window = HallWindow.objects.create(
        **at, state=WindowState.OPEN, name="1号窗口", kind=WindowKind.RECEPTION, clerk=by
    )
    moment = {"taken_on": START, "taken_at": now(), "since": now()}
    Ticket.objects.create(**at, **moment, state=TicketState.WAITING, number="A001", kind=window.kind, people=1)
    ShiftHandover.objects.create(
        **at, state=HandoverState.GIVEN, given_on=START, given_by=by, given_to=cast.router, counts={"visits": 1}
    )
    DutyNote.objects.create(
        **at, state="noted", kind=NoteKind.OTHER, happened_on=START, happened_at="09:30", facts="停电", noted_by=by
    )


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
        "hall_visit_id": HallVisit.objects.filter(case=case).first(),
        "consultation_id": Consultation.objects.filter(case=case).first(),
        "window_id": HallWindow.objects.first(),
        "ticket_id": Ticket.objects.first(),
        "handover_id": ShiftHandover.objects.first(),
        "duty_note_id": DutyNote.objects.first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
