"""What the hall holds of the cases of the leak scene: visits, consultations, numbers, shifts."""

from datetime import timedelta
from typing import Any

from cases.models import Case
from organizations.today import now
from reception.models import (
    AnswerWay,
    Consultation,
    ConsultationState,
    DutyNote,
    HallVisit,
    HallWindow,
    HandoverState,
    NoteKind,
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


def hang_visit(cast: Cast, case: Case, said: str, letter: str) -> None:
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


def open_the_hall(cast: Cast) -> None:
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


def hall_keys(case: Case) -> dict[str, Any]:
    """The records of the hall, by the names of the addresses."""
    return {
        "hall_visit_id": HallVisit.objects.filter(case=case).first(),
        "consultation_id": Consultation.objects.filter(case=case).first(),
        "window_id": HallWindow.objects.first(),
        "ticket_id": Ticket.objects.first(),
        "handover_id": ShiftHandover.objects.first(),
        "duty_note_id": DutyNote.objects.first(),
    }
