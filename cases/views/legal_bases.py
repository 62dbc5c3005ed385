"""法律依据: the library that answers cite, searched by everybody and entered by who manages units."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cases.actions.legal_bases import keep_bases
from cases.importing.legal_basis_form import BasisSheetForm, SearchForm
from cases.reading.legal_bases import bases_for
from cases.views.shared import typed_sheet
from kit.web import staff_only
from law.bases import Basis
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.views.people import member

_ENTERING = "cases/legal_basis_sheet.html"
_MOST_SHOWN = 50


@require_safe
@staff_only
def legal_bases(request: HttpRequest) -> HttpResponse:
    """Search the library."""
    staff, form = member(request), SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = bases_for(staff, words, on=today(), most=_MOST_SHOWN)
    context = {"form": form, "lines": [_line(each) for each in found], "keeps": _keeps(staff)}
    return render(request, "cases/legal_bases.html", context)


@never_cache
@require_safe
@login_required
def basis_options(request: HttpRequest) -> JsonResponse:
    """Answer ?q= with {"results": [{id, name, path, note}]}, as the type-ahead of an answer wants it."""
    found = bases_for(member(request), request.GET.get("q", ""), on=today())
    return JsonResponse({"results": [_option(each) for each in found]})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def basis_sheet(request: HttpRequest) -> HttpResponse:
    """Take a sheet of articles, show what it holds, then keep it. Raises Refused not_permitted."""
    staff = assert_manager(member(request))
    if request.method != "POST":
        return render(request, _ENTERING, {"form": BasisSheetForm()})
    typed, refused = typed_sheet(request, named="法律依据", between="\t")
    form = BasisSheetForm(typed)
    if refused:
        form.add_error("file", refused.message)
    if not form.is_valid():
        return render(request, _ENTERING, {"form": form}, status=422)
    if "confirm" in request.POST and form.previewed():
        keep_bases(form.bases, by=staff)
        messages.success(request, f"已保存{len(form.bases)}条法律依据。")
        return redirect("cases:legal_bases")
    again = BasisSheetForm({**form.cleaned_data, "shown": form.cleaned_data["lines"]})
    return render(request, _ENTERING, {"form": again, "lines": [_line(each) for each in form.bases]})


def _keeps(staff: Staff) -> bool:
    return bool(holdings(staff, Right.MANAGE_UNITS))


def _line(basis: Basis) -> dict[str, Any]:
    return {"basis": basis, "level": basis.level.label, "valid": basis.valid_on(today())}


def _option(basis: Basis) -> dict[str, str]:
    past = "" if basis.valid_on(today()) else "（现在无效）"
    return {"id": basis.cited, "name": basis.cited, "path": f"{basis.level.label}{past}", "note": basis.text[:40]}
