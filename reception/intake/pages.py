"""登记来信, 登记传真: the text beside the scan that it is typed from."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.forms.intake_page import IntakePageForm
from cases.models import Case
from cases.sight.out_of_reach import key_of
from cases.views.intake_page import IntakePage, intake_answer
from kit.web import staff_only
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from reception.devices.shown import devices
from reception.envelopes.actions import settle_envelope
from reception.envelopes.reading import envelope_of
from reception.intake.forms import FaxForm, LetterForm
from reception.models import Envelope, EnvelopeState

_FIELDS = "reception/_letter_fields.html"
_WAY = "page_envelope"


def _named(staff: Staff, form: IntakePageForm) -> Envelope | None:
    try:
        key = key_of(str(form[_WAY].value() or ""))
        return envelope_of(staff, key) if key else None
    except Refused:
        # A draft may name one that is out of reach by now: what was typed still is registered.
        return None


def _on_the_envelope(request: HttpRequest, staff: Staff) -> dict[str, Any]:
    """What stands on the envelope is known before the letter is read. Raises Refused: not_found, wrong_state."""
    key = key_of(request.GET.get("envelope"))
    if key is None:
        return {}
    envelope = envelope_of(staff, key)
    if envelope.state != EnvelopeState.OPENED:
        raise Refused("wrong_state", f"信封{envelope.number}已经登记过，或者不作登记。另有一封信的，请直接登记来信。")
    sender = {"name": envelope.sender, "address": envelope.sender_address}
    known = {_WAY: envelope.pk, "received_on": envelope.received_on}
    return known | ({"parties": [sender]} if any(sender.values()) else {})


def _the_envelope(staff: Staff, form: IntakePageForm) -> dict[str, Any]:
    envelope = _named(staff, form)
    scans = reverse("reception:envelope_scans", args=[envelope.pk]) if envelope else ""
    # Settled meanwhile: sent once more, it is the registration of another letter.
    settled = envelope is not None and envelope.state != EnvelopeState.OPENED
    return {"title": "登记来信", "envelope": envelope, "settled": settled, "scans_url": scans, **devices()}


def _settle(staff: Staff, case: Case, form: IntakePageForm) -> None:
    if key := form.cleaned_data.get(_WAY):
        settle_envelope(envelope_of(staff, key), case, by=staff)


LETTER = IntakePage(
    url_name="reception:letter_new",
    template="reception/letter.html",
    fields=_FIELDS,
    form=LetterForm,
    channel=Channel.LETTER,
    keeps=("envelope",),
    given=_on_the_envelope,
    beside=_the_envelope,
    after=_settle,
)
FAX = IntakePage(
    url_name="reception:fax_new",
    template="reception/letter.html",
    fields=_FIELDS,
    form=FaxForm,
    channel=Channel.FAX,
    beside=lambda _staff, _form: {"title": "登记传真", "envelope": None, "scans_url": "", **devices()},
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def letter_new(request: HttpRequest) -> HttpResponse:
    """Register a letter, from its envelope where the opening register has it. Raises Refused: not_permitted, not_found."""
    return intake_answer(request, LETTER)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def fax_new(request: HttpRequest) -> HttpResponse:
    """Register a fax. Raises Refused not_permitted."""
    return intake_answer(request, FAX)
