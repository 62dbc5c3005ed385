"""One dictionary, level by level, with terms added and ended; and the type-ahead of its terms."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.dictionaries import (
    CONTENT,
    MOST_LEVELS,
    add_term,
    dictionary_named,
    end_term,
    term_coded,
    term_options,
)
from organizations.models import Dictionary, Term
from organizations.setting_forms import EndTermForm, TermForm
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.views.people import member


@never_cache
@require_safe
@login_required
def terms(request: HttpRequest) -> JsonResponse:
    """Answer ?q=&in= with {"results": [{id, name, path, note}]}; ``in`` names the dictionary, left out: the categories."""
    asked = request.GET.get("in") or CONTENT
    # A house that has loaded none of the dictionaries it came with takes the words as they are typed.
    known = asked != CONTENT or Dictionary.objects.filter(code=CONTENT).exists()
    found = term_options(dictionary_named(asked).code, request.GET.get("q", "")) if known else []
    return JsonResponse({"results": found})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def dictionary(request: HttpRequest, dictionary: str) -> HttpResponse:
    """Show the terms below one (?under=), and add or end one there.

    Raises Refused: not_permitted, not_found, term_unknown; what the actions refuse is said above the form.
    """
    staff, on = assert_manager(member(request)), today()
    shown = dictionary_named(dictionary)
    under = request.GET.get("under", "")
    above = term_coded(shown.code, under, on) if under else None
    rows = list(Term.objects.filter(dictionary=shown, parent=above).order_by("sort", "code"))
    adding = "add" in request.POST
    offered = [(term.code, term.label) for term in rows if term.valid_to is None]
    form = TermForm(request.POST if adding else None)
    ending = EndTermForm(request.POST if request.method == "POST" and not adding else None, offered=offered)
    context = {**_frame(shown, above, rows), "form": form, "ending": ending}
    if request.method != "POST":
        return render(request, "organizations/dictionary.html", context)
    sent = form if adding else ending
    if not sent.is_valid():
        return render(request, "organizations/dictionary.html", context, status=422)
    try:
        if adding:
            made = add_term(shown.code, parent=under, by=staff, on=on, **form.cleaned_data)
            messages.success(request, f"已新增“{made.path}”，代码{made.code}。")
        else:
            number = end_term(shown.code, by=staff, on=on, **ending.cleaned_data)
            messages.success(request, f"已停用{number}个条目。")
    except Refused as refused:
        page = render(request, "organizations/dictionary.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)
    return redirect(request.get_full_path())


def _frame(shown: Dictionary, above: Term | None, rows: list[Term]) -> dict[str, Any]:
    address = reverse("dictionary", args=[shown.code])
    up = f"{address}?under={above.parent.code}" if above and above.parent else address if above else reverse("settings")
    deeper = above is None or above.level + 1 < MOST_LEVELS
    return {
        "title": above.path if above else shown.name,
        "up_url": up,
        "up_label": "上一级" if above else "参数与字典",
        "lines": [
            {
                "code": term.code,
                "label": term.label,
                "url": f"{address}?under={term.code}" if deeper and term.valid_to is None else "",
                "valid_from": term.valid_from,
                "valid_to": term.valid_to,
            }
            for term in rows
        ],
    }
