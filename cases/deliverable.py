"""Whether there is anything to serve, to have come back, or to waive on a leg: asked before an act is offered."""

from collections.abc import Callable

from cases.actions.service import NOTICES
from cases.forms.delivery import on_its_way
from cases.models import Case, Document, Leg
from cases.models.clock import RUNNING
from law.vocabulary import Act, Duty, Letter, Movement


def unserved(leg: Leg, kind: Letter) -> bool:
    """Tell whether the last letter of a kind is there and was not sent, or came back."""
    last = _last(leg, kind)
    return last is not None and _unsent(last)


def _unsent(document: Document) -> bool:
    return all(service.returned_on is not None for service in document.services.all())


def receipt_missing(leg: Leg) -> bool:
    """Tell whether the opinion is on its way."""
    opinion = _last(leg, Letter.HANDLING_OPINION)
    return opinion is not None and on_its_way(opinion)


def _last(leg: Leg, kind: Letter) -> Document | None:
    return next((document for document in reversed(leg.documents.all()) if document.kind == kind), None)


def _waivable(leg: Leg, case: Case) -> bool:
    """Only what came directly, from somebody who cannot be made out, while the notice is owed; rare enough for a query."""
    if leg.movement != Movement.DIRECT or (
        not case.anonymous and any(not p.unclear for p in case.parties.all())
    ):
        return False
    return case.clocks.filter(RUNNING, leg=None, duty=Duty.NOTICE_DIRECT_15D).exists()


# What may be served, received, returned or waived, by the act that says so.
DELIVERY: dict[Act, Callable[[Leg, Case], bool]] = {
    Act.NOTIFY: lambda leg, case: any(d.kind in NOTICES and _unsent(d) for d in leg.documents.all()),
    Act.SERVE: lambda leg, case: unserved(leg, Letter.HANDLING_OPINION),
    Act.RECORD_RECEIPT: lambda leg, case: receipt_missing(leg),
    Act.RECORD_RETURN: lambda leg, case: any(on_its_way(document) for document in leg.documents.all()),
    Act.WAIVE_NOTICE: _waivable,
}
