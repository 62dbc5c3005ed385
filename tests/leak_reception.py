"""What the reception room holds of the cases of the leak scene, written past the acts, full of their words."""

from collections.abc import Mapping, Sequence
from datetime import time, timedelta

from cases.models import Case
from organizations.today import now
from reception.models import (
    AnswerWay,
    Appointment,
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
    ReceiverProfile,
    ReceptionDay,
    ReceptionRule,
    ReceptionShortfall,
    RecordingState,
    Seat,
    Service,
    ShiftHandover,
    Ticket,
    TicketState,
    Undertaking,
    VisitorList,
    VisitRating,
    VisitState,
    WindowKind,
    WindowState,
)
from reception.models.day_words import (
    AppointmentKind,
    AppointmentState,
    Cadence,
    DayState,
    ProfileState,
    ReceptionKind,
    ReceptionPost,
    SeatRole,
)
from tests.cast import START, Cast


def hang_reception(cast: Cast, cases: Mapping[str, tuple[Case, str, Sequence[str]]]) -> None:
    """Hang an envelope, a receipt, a call back and a recording on each case, at the desk that has registered it."""
    later, by = START + timedelta(days=30), cast.clerk
    day = _a_reception_day(cast)
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
        _received(cast, case, said, day)
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


def _a_reception_day(cast: Cast) -> ReceptionDay:
    """A published day of the bureau, with its rule and a profile: everybody of the district may read these."""
    where = {"venue": "接访厅", "at": time(9), "until": time(11), "places": 2, "post": ReceptionPost.MAYOR}
    at = {"district": cast.area, "unit": cast.bureau, "title": "区长", "person": cast.leader, "name": "卫区长", **where}
    rule = ReceptionRule.objects.create(
        **at, state="in_force", cadence=Cadence.MONTHLY_DAY, number=2, from_day=START, made_by=cast.bureau_head
    )
    profile = {"person": cast.leader, "title": "区长", "charge": "全面工作", "written_on": START}
    ReceiverProfile.objects.create(district=cast.area, unit=cast.bureau, state=ProfileState.PROPOSED, **profile)
    ReceptionShortfall.objects.create(
        rule=rule, district=cast.area, unit=cast.bureau, since=START, until=START, expected=1, held=0, found_on=START
    )
    return ReceptionDay.objects.create(
        **at, rule=rule, state=DayState.PUBLISHED, kind=ReceptionKind.OFFICE, on=START, published_on=START
    )


def _received(cast: Cast, case: Case, said: str, day: ReceptionDay) -> None:
    """An appointment of the case on that day, with a seat of the receiver's house and somebody named to do something."""
    row = Appointment.objects.create(
        district=case.district,
        unit=case.unit,
        case=case,
        day=day,
        on=START,
        state=AppointmentState.TRACKED,
        kind=AppointmentKind.BOOKED,
        people=1,
        booked_by=cast.clerk,
        booked_on=START,
        briefing=said,
        briefed_on=START,
        reply=said,
        received_on=START,
    )
    Seat.objects.create(appointment=row, role=SeatRole.JOINT_STUDY, person=cast.town_head, name=said[:40])
    owner = {"person": cast.housing_head, "due_on": START, "done_note": said}
    Undertaking.objects.create(appointment=row, level=SeatRole.JOINT_STUDY, what=said, **owner)


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
        "appointment_id": Appointment.objects.filter(case=case).first(),
        "day_id": ReceptionDay.objects.first(),
        "rule_id": ReceptionRule.objects.first(),
        "profile_id": ReceiverProfile.objects.first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
