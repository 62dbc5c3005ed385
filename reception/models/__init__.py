"""The records of the reception room."""

from reception.models.appointments import Appointment, ReceiverProfile, Seat, Undertaking
from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.days import DayDepartment, ReceptionDay, ReceptionRule, ReceptionShortfall, ReceptionSlot
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.originals import OriginalsReceipt, OriginalsState

__all__ = [
    "Appointment",
    "CallBack",
    "CallBackState",
    "CallRecording",
    "DayDepartment",
    "Envelope",
    "EnvelopeBatch",
    "EnvelopeKind",
    "EnvelopeState",
    "NoPetition",
    "OriginalsReceipt",
    "OriginalsState",
    "ReceiverProfile",
    "ReceptionDay",
    "ReceptionRule",
    "ReceptionShortfall",
    "ReceptionSlot",
    "RecordingState",
    "Seat",
    "Undertaking",
]
