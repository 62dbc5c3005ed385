"""The records of the reception room."""

from reception.models.appointments import Appointment, ReceiverProfile, Seat, Undertaking
from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.citizen_words import CitizenWord, WordKind, WordState
from reception.models.consultations import Consultation, ConsultationDraw, ConsultationState, Service, Verdict
from reception.models.days import DayDepartment, ReceptionDay, ReceptionRule, ReceptionShortfall, ReceptionSlot
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.hall import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind, WindowState
from reception.models.originals import OriginalsReceipt, OriginalsState
from reception.models.portal import CONTACT_WAITS, ContactState, DayAnchor, OnlineFiling, QueryCode
from reception.models.published import GuideRow, Matters, Published
from reception.models.reconciling import Comparison, Difference, DifferenceState, Differs, SettledHow
from reception.models.senders import PassedOn, PassedOnState, Sender, SenderKind, SenderState
from reception.models.shifts import DutyNote, HandoverState, NoteKind, ShiftHandover
from reception.models.typed import AssistedFiling, PortalDraft, ReadBack
from reception.models.visits import AnswerWay, HallVisit, VisitorList, VisitRating, VisitState

__all__ = [
    "CONTACT_WAITS",
    "AnswerWay",
    "Appointment",
    "AssistedFiling",
    "CallBack",
    "CallBackState",
    "CallRecording",
    "CitizenWord",
    "Comparison",
    "Consultation",
    "ConsultationDraw",
    "ConsultationState",
    "ContactState",
    "DayAnchor",
    "DayDepartment",
    "Difference",
    "DifferenceState",
    "Differs",
    "DutyNote",
    "Envelope",
    "EnvelopeBatch",
    "EnvelopeKind",
    "EnvelopeState",
    "GuideRow",
    "HallVisit",
    "HallWindow",
    "HandoverState",
    "Matters",
    "NoPetition",
    "NoteKind",
    "OnlineFiling",
    "OriginalsReceipt",
    "OriginalsState",
    "PassedOn",
    "PassedOnState",
    "PortalDraft",
    "Published",
    "QueryCode",
    "ReadBack",
    "ReceiverProfile",
    "ReceptionDay",
    "ReceptionRule",
    "ReceptionShortfall",
    "ReceptionSlot",
    "RecordingState",
    "Seat",
    "Sender",
    "SenderKind",
    "SenderState",
    "Service",
    "SettledHow",
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
    "WordKind",
    "WordState",
]
