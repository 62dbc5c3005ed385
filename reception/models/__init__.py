"""The records of the reception room."""

from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.originals import OriginalsReceipt, OriginalsState
from reception.models.reconciling import Comparison, Difference, DifferenceState, Differs, SettledHow
from reception.models.senders import PassedOn, PassedOnState, Sender, SenderKind, SenderState

__all__ = [
    "CallBack",
    "CallBackState",
    "CallRecording",
    "Comparison",
    "Difference",
    "DifferenceState",
    "Differs",
    "Envelope",
    "EnvelopeBatch",
    "EnvelopeKind",
    "EnvelopeState",
    "NoPetition",
    "OriginalsReceipt",
    "OriginalsState",
    "PassedOn",
    "PassedOnState",
    "RecordingState",
    "Sender",
    "SenderKind",
    "SenderState",
    "SettledHow",
]
