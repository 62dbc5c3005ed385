"""What an organ that received a petition directly still owes of its written notice, demand by demand (Art. 23, para 1 and 2)."""

from django.db.models import Exists, OuterRef, Q

from cases.models import Case, Document, Leg, Service
from law.procedure import DISPATCHED
from law.service import INFORMING
from law.vocabulary import Kind, Letter, Movement, State

# Nothing has been written yet to whoever asks for what such a leg holds.
_UNWRITTEN = (*DISPATCHED, State.OBJECTION_PENDING, State.EXIT_PENDING)


def others_untold(case: Case, leg: Leg) -> bool:
    """Tell whether the petitioner still has to be told of demands that this leg does not hold.

    They wait at the desk, nobody has written of them yet, or the desk's letter was not sent. What asks for nothing,
    and what was withdrawn or went without a letter, is owed none.
    """
    if case.demands.filter(leg=None).exclude(kind=Kind.NONE).exists():
        return True
    others = case.legs.exclude(pk=leg.pk).exclude(state__in=(State.RETURNED, State.WITHDRAWN))
    written = Exists(Document.objects.filter(leg=OuterRef("pk"), kind__in=INFORMING))
    own = Q(leg__movement=Movement.DIRECT) | Q(kind=Letter.TRANSFER_NOTICE)
    unsent = Document.objects.filter(own, ~_sent(), leg__in=others, kind__in=INFORMING)
    return others.filter(~written, state__in=_UNWRITTEN).exists() or unsent.exists()


def told(leg: Leg) -> bool:
    """Tell whether a written notice of what becomes of a leg was sent, and did not come back."""
    return Document.objects.filter(_sent(), leg=leg, kind__in=INFORMING).exists()


def _sent() -> Exists:
    return Exists(Service.objects.filter(document=OuterRef("pk"), returned_on=None))
