"""The records of the reception room."""

from reception.models.calls import CallBack, CallBackState, CallRecording, RecordingState
from reception.models.citizen_words import CitizenWord, WordKind, WordState
from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from reception.models.originals import OriginalsReceipt, OriginalsState
from reception.models.portal import CONTACT_WAITS, ContactState, DayAnchor, OnlineFiling, QueryCode
from reception.models.published import GuideRow, Matters, Published
from reception.models.typed import AssistedFiling, PortalDraft, ReadBack

__all__ = [
    "CONTACT_WAITS",
    "AssistedFiling",
    "CallBack",
    "CallBackState",
    "CallRecording",
    "CitizenWord",
    "ContactState",
    "DayAnchor",
    "Envelope",
    "EnvelopeBatch",
    "EnvelopeKind",
    "EnvelopeState",
    "GuideRow",
    "Matters",
    "NoPetition",
    "OnlineFiling",
    "OriginalsReceipt",
    "OriginalsState",
    "PortalDraft",
    "Published",
    "QueryCode",
    "ReadBack",
    "RecordingState",
    "WordKind",
    "WordState",
]
