"""The records of the reception room."""

from reception.models.appointments import Appointment, ReceiverProfile, Seat, Undertaking
from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.consultations import Consultation, ConsultationDraw, ConsultationState, Service, Verdict
from reception.models.days import DayDepartment, ReceptionDay, ReceptionRule, ReceptionShortfall, ReceptionSlot
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.hall import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind, WindowState
from reception.models.originals import OriginalsReceipt, OriginalsState
from reception.models.shifts import DutyNote, HandoverState, NoteKind, ShiftHandover
from reception.models.visits import AnswerWay, HallVisit, VisitorList, VisitRating, VisitState

__all__ = [
    "AnswerWay",
    "Appointment",
    "CallBack",
    "CallBackState",
    "CallRecording",
    "Consultation",
    "ConsultationDraw",
    "ConsultationState",
    "DayDepartment",
    "DutyNote",
    "Envelope",
    "EnvelopeBatch",
    "EnvelopeKind",
    "EnvelopeState",
    "HallVisit",
    "HallWindow",
    "HandoverState",
    "NoPetition",
    "NoteKind",
    "OriginalsReceipt",
    "OriginalsState",
    "ReceiverProfile",
    "ReceptionDay",
    "ReceptionRule",
    "ReceptionShortfall",
    "ReceptionSlot",
    "RecordingState",
    "Seat",
    "Service",
    "ShiftHandover",
    "Ticket",
    "TicketPeriod",
    "TicketState",
    "Undertaking",
    "Verdict",
    "VisitRating",
    "VisitState",
    "VisitorList",
    "WindowKind",
    "WindowState",
]
