"""The pages of a petitioner's own deeds: one form each, shown while it is open, answered by going back to his case."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Party
from law.errors import Refused
from organizations.today import today
from reception.portal.deeds import OWN, do, offered
from reception.portal.frame import page
from reception.portal.own_case import OwnCase, read_own
from reception.portal.visit import own_case_only
from reception.portal.who_asked import who_asked
from reception.portal.words import WordForm, kind_named, send_word, word_forms


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_case_only
def deed(request: HttpRequest, party: Party, act: str, leg_id: int) -> HttpResponse:
    """Show the form of a deed, or do it. Raises Refused not_found: it is not open to him now."""
    own = read_own(party, today())
    asked, leg = offered(own, act, leg_id)
    kind = OWN[asked]
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = kind.form(*typed, own=own, leg=leg)
    context = {"title": kind.label, "form": form, "hint": form.hint, "unit": leg.unit if leg else own.case.unit}
    if not form.is_bound:
        return page(request, "deed", context)
    try:
        if not form.is_valid():
            raise Refused("input_invalid", "有栏目需要修改。")
        do(party, asked, leg, form)
    except Refused as refused:
        return page(request, "deed", context, refused)
    messages.success(request, kind.said)
    return redirect("reception:portal_case")


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_case_only
def word(request: HttpRequest, party: Party, word_kind: str) -> HttpResponse:
    """Ask about his case, or report retaliation. Raises Refused not_found."""
    asked, own = kind_named(word_kind), read_own(party, today())
    form: WordForm = word_forms(asked)(request.POST if request.method == "POST" else None)
    context = {"title": asked.label, "form": form, "hint": form.hint, "unit": None}
    if not form.is_bound:
        return page(request, "deed", context)
    try:
        if not form.is_valid():
            raise Refused("input_invalid", "有栏目需要修改。")
        send_word(own, asked, **form.cleaned_data)
    except Refused as refused:
        return page(request, "deed", context, refused)
    messages.success(request, form.said)
    return redirect("reception:portal_case")


@require_safe
@own_case_only
def who(request: HttpRequest, party: Party) -> HttpResponse:
    """Tell which offices looked at what of his case, and when; no names of staff."""
    return page(request, "who", {"lines": who_asked(party)})


def buttons(own: OwnCase) -> list[dict[str, Any]]:
    """Return what he may do now, each with the unit it is about where there are several."""
    several = len(own.legs) > 1
    return [
        {
            "label": OWN[each.act].label + (f"（{each.leg.unit.short_name}）" if several and each.leg else ""),
            "url": reverse("reception:portal_deed", args=[each.act, each.leg.pk if each.leg else 0]),
        }
        for act in OWN
        for each in own.deeds
        if each.act is act
    ]
