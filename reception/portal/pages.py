"""The pages of the portal that need no code: home, privacy notice, filing, receipt, looking up. All of them work without scripts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from law.errors import Refused
from reception.portal.codes import printed
from reception.portal.contact import confirm
from reception.portal.drafts import DAYS, keep, kept, purge
from reception.portal.filing import file_petition, filed_under, form_digest, shown
from reception.portal.forms import ContactForm, FilingForm, LookUpForm, key_of
from reception.portal.frame import page
from reception.portal.notice import NOTICE, NOTICE_VERSION
from reception.portal.receipt import receipt_of
from reception.portal.visit import enter, leave

BIG, _YEAR = "portal_big", 365 * 24 * 3600


@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    """Show the privacy notice."""
    return page(request, "notice", {"notice": NOTICE, "version": NOTICE_VERSION})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def file(request: HttpRequest) -> HttpResponse:
    """Show the form, or register what was typed and answer with the receipt; the same form again is the same filing."""
    if request.method != "POST":
        return page(request, "file", {"form": FilingForm(initial={"guide": request.GET.get("guide", "")[:12]})})
    form = FilingForm(request.POST, request.FILES)
    try:
        if "save" in request.POST:
            return page(request, "draft", {"code": printed(keep(request.POST)), "days": DAYS})
        if not form.is_valid():
            return render(request, "portal/file.html", {"form": form}, status=422)
        petition = form.petition()
        filed = file_petition(petition)
        purge(form.cleaned_data["draft"])
        return _receipt(request, receipt_of(filed), petition.key)
    except Refused as refused:
        return page(request, "file", {"form": form}, refused)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def draft(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a draft, and show the form as it was kept."""
    code = request.POST.get("code", "")
    if request.method != "POST":
        return page(request, "draft", {"days": DAYS})
    try:
        form = FilingForm(initial={**kept(code), "draft": code[:40]})
    except Refused as refused:
        return page(request, "draft", {"days": DAYS}, refused)
    return page(request, "file", {"form": form})


@require_POST
@never_cache
@sensitive_post_parameters()
def contact(request: HttpRequest) -> HttpResponse:
    """Take the code that arrived by SMS, and show the receipt again. Raises Refused not_found."""
    form, key = ContactForm(request.POST), key_of(request.POST.get("key"))
    row = filed_under(form_digest(key))
    if row is None:
        raise Refused("not_found", "没有这次登记。")
    refused = None
    try:
        confirm(row.form, form.data.get("code", ""))
    except Refused as wrong:
        refused = wrong
    row.refresh_from_db(fields=["state"])
    return _receipt(request, receipt_of(shown(row, key)), key, refused)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; where they belong together, open the case of who has them."""
    if request.method != "POST":
        leave(request)
        return page(request, "look_up", {"form": LookUpForm(initial={"number": request.GET.get("n", "")[:40]})})
    form = LookUpForm(request.POST)
    if not form.is_valid():
        return render(request, "portal/look_up.html", {"form": form}, status=422)
    try:
        if enter(request, **form.cleaned_data):
            return redirect("reception:portal_case")
        refused = Refused(
            "code_wrong", "编号和查询码不相符，请核对后再查。查询码遗失的，带身份证件到登记单位窗口重新出具。"
        )
    except Refused as told:
        refused = told
    return page(request, "look_up", {"form": form}, refused)


@require_POST
def print_size(request: HttpRequest) -> HttpResponse:
    """Turn larger print on or off; a cookie of this browser remembers it, nothing else."""
    back = request.POST.get("back", "")
    answer = redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "reception:portal")
    if request.COOKIES.get(BIG):
        answer.delete_cookie(BIG)
    else:
        answer.set_cookie(BIG, "1", max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer


@require_POST
def out(request: HttpRequest) -> HttpResponse:
    """Leave the case that was looked at."""
    leave(request)
    return redirect("reception:portal")


def _receipt(request: HttpRequest, context: dict[str, Any], key: Any, refused: Refused | None = None) -> HttpResponse:
    form = ContactForm(initial={"key": key}) if context["asks_code"] else None
    return page(request, "receipt", {**context, "contact_form": form}, refused)
