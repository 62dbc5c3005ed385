"""The pages of the portal on one's own case: only after number and code were right."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cases.models import Leg, Party
from kit.paper.sheet import letter_page
from law.vocabulary import Channel
from organizations.today import today
from reception.portal.deed_pages import buttons
from reception.portal.filing import desks
from reception.portal.frame import page
from reception.portal.inclusion import inclusion_of
from reception.portal.own_case import OwnCase, own_letter, read_own, stage_of
from reception.portal.visit import own_case_only
from reception.portal.words import own_words


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what can be done here, and where the offices are."""
    return page(request, "home", {"desks": desks()})


@require_safe
@own_case_only
def case(request: HttpRequest, party: Party) -> HttpResponse:
    """Show his own case: stage, unit, due days and why, letters, next rights, what he may do. Raises Refused mandate_ended."""
    on = today()
    own = read_own(party, on)
    context = {
        "number": own.case.number,
        "received_on": own.case.received_on,
        "channel": Channel(own.case.channel).label,
        "desk": own.case.unit,
        "sealed": own.case.sealed,
        "stage": stage_of(own),
        "due": own.due(None),
        "rights": own.rights(None, on),
        "parts": [_part(own, leg, on) for leg in own.legs],
        "letters": own.letters,
        "inclusion": inclusion_of(party),
        "buttons": buttons(own),
        "words": own_words(own),
    }
    return page(request, "case", context)


@require_safe
@own_case_only
def letter(request: HttpRequest, party: Party, document_id: int) -> HttpResponse:
    """Show one of his letters. Raises Refused not_found."""
    return page(request, "letter", {"letter": letter_page(own_letter(party, document_id, today()))})


def _part(own: OwnCase, leg: Leg, on: Any) -> dict[str, Any]:
    return {
        "unit": leg.unit,
        "stage": stage_of(own, leg),
        "since": leg.received_on,
        "demands": [demand.text for demand in leg.demands.all()],
        "due": own.due(leg),
        "rights": own.rights(leg, on),
    }
