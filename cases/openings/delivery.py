"""Whether there is anything to serve, to have come back, or to waive on a leg: asked before an act is offered."""

from collections.abc import Callable

from cases.actions.service import notices_in
from cases.actions.settled import settled
from cases.forms.delivery import on_its_way
from cases.models import Case, Document, Leg
from cases.models.clock import RUNNING
from law.remedies import OPINION_IN
from law.vocabulary import Act, Duty, Movement, State


def opinion_unserved(leg: Leg) -> bool:
    """Tell whether the opinion that a leg has to serve in its state was not sent yet, or came back."""
    opinion = _opinion_in(leg)
    return opinion is not None and _unsent(opinion)


def _unsent(document: Document) -> bool:
    return all(service.returned_on is not None for service in document.services.all())


def receipt_missing(leg: Leg) -> bool:
    """Tell whether the opinion is on its way: sent, and nobody has written down when it was received."""
    opinion = _opinion_in(leg)
    return opinion is not None and on_its_way(opinion)


def _opinion_in(leg: Leg) -> Document | None:
    if settled(leg):
        return None
    kind = OPINION_IN.get(State(leg.state))
    return next((document for document in reversed(leg.documents.all()) if document.kind == kind), None)


def _notice_waits(leg: Leg) -> bool:
    kinds = notices_in(State(leg.state))
    return any(document.kind in kinds and _unsent(document) for document in leg.documents.all())


def _waivable(leg: Leg, case: Case) -> bool:
    """Only what came directly, from somebody who cannot be made out, while the notice is owed; rare enough for a query."""
    if leg.movement != Movement.DIRECT or (not case.anonymous and any(not p.unclear for p in case.parties.all())):
        return False
    return case.clocks.read_with(case).filter(RUNNING, leg=None, duty=Duty.NOTICE_DIRECT_15D).exists()


# What may be served, received, returned or waived, by the act that says so.
DELIVERY: dict[Act, Callable[[Leg, Case], bool]] = {
    Act.NOTIFY: lambda leg, case: _notice_waits(leg),
    Act.SERVE: lambda leg, case: opinion_unserved(leg),
    Act.RECORD_RECEIPT: lambda leg, case: receipt_missing(leg),
    Act.RECORD_RETURN: lambda leg, case: any(on_its_way(document) for document in leg.documents.all()),
    Act.WAIVE_NOTICE: _waivable,
}
