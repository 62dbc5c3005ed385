"""The records of the reception room."""

from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.originals import OriginalsReceipt, OriginalsState

__all__ = [
    "CallBack",
    "CallBackState",
    "CallRecording",
    "Envelope",
    "EnvelopeBatch",
    "EnvelopeKind",
    "EnvelopeState",
    "NoPetition",
    "OriginalsReceipt",
    "OriginalsState",
    "RecordingState",
]
