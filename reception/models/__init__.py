"""The records of the reception room."""

from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.consultations import Consultation, ConsultationDraw, ConsultationState, Service, Verdict
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.hall import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind, WindowState
from reception.models.originals import OriginalsReceipt, OriginalsState
from reception.models.shifts import DutyNote, HandoverState, NoteKind, ShiftHandover
from reception.models.visits import AnswerWay, HallVisit, VisitorList, VisitRating, VisitState

__all__ = [
    "AnswerWay",
    "CallBack",
    "CallBackState",
    "CallRecording",
    "Consultation",
    "ConsultationDraw",
    "ConsultationState",
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
    "RecordingState",
    "Service",
    "ShiftHandover",
    "Ticket",
    "TicketPeriod",
    "TicketState",
    "Verdict",
    "VisitRating",
    "VisitState",
    "VisitorList",
    "WindowKind",
    "WindowState",
]
