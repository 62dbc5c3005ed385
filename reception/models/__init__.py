"""The records of the reception room."""

from reception.models.envelopes import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition

__all__ = ["Envelope", "EnvelopeBatch", "EnvelopeKind", "EnvelopeState", "NoPetition"]
