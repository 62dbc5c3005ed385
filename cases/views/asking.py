"""Papers with names: asked for a reason where none was given today, and shown as soon as it is (plain GET and POST)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from cases.actions.unmasking import give_reasons, unmask
from cases.forms.dispatching import UnmaskForm
from cases.places.reasons_to_see import Way
from cases.presenting.asking import asking
from cases.reading.case_file import CaseFile
from kit.web import RefusedAnswer
from law.errors import Refused
from organizations.views.people import member

Context = dict[str, Any]
_PAGE = "cases/ask_names.html"


def typed_reason(request: HttpRequest) -> dict[str, Any]:
    """Return what was answered. Raises Refused reason_missing."""
    form = UnmaskForm(request.POST, by=member(request))
    if not form.is_valid():
        said = "".join(str(message) for messages in form.errors.values() for message in messages)
        raise Refused("reason_missing", said)
    return {name: value for name, value in form.arguments().items() if name in ("purpose", "reason")}


def keep_reason(
    request: HttpRequest, file: CaseFile, document_id: int | None, again: Callable[[Refused], HttpResponse]
) -> HttpResponse:
    """Keep the reason that was sent and come back to the same address; ``again`` asks once more where it will not do."""
    try:
        unmask(file.case.pk, by=member(request), document=document_id, **typed_reason(request))
    except Refused as refused:
        if refused.code in ("reason_missing", "key_not_open"):
            return again(refused)
        raise
    return redirect(request.get_full_path())


def keep_reasons(request: HttpRequest, case_ids: set[int], again: Callable[[Refused], HttpResponse]) -> HttpResponse:
    """Keep one reason for all these cases and come back to the same address."""
    try:
        give_reasons(case_ids, by=member(request), **typed_reason(request))
    except Refused as refused:
        if refused.code == "reason_missing":
            return again(refused)
        raise
    return redirect(request.get_full_path())


def file_or_question(
    request: HttpRequest,
    file: CaseFile,
    way: Way,
    answer: Callable[[], HttpResponse],
    *,
    title: str,
    back_url: str,
    document_id: int | None = None,
) -> HttpResponse:
    """Send a file, or the page that asks for a reason first."""

    def page(refused: Refused) -> HttpResponse:
        shown = None if refused.code == "reason_needed" else refused
        return question(request, refused, asking(way, shown), title=title, back_url=back_url)

    if request.method == "POST":
        return keep_reason(request, file, document_id, page)
    try:
        return answer()
    except Refused as refused:
        if refused.code == "reason_needed":
            return page(refused)
        raise


def question(request: HttpRequest, refused: Refused, ask: Context | None, *, title: str, back_url: str) -> HttpResponse:
    """Answer with the page that asks: to be asked is no fault, an answer that will not do is one."""
    context = {"ask": ask, "title": title, "back_url": back_url}
    return shown_page(request, _PAGE, context, None if refused.code == "reason_needed" else refused)


def shown_page(request: HttpRequest, template: str, context: Context, refused: Refused | None) -> HttpResponse:
    """Show a page that carries the question itself, again with what would not do."""
    if refused is None:
        return render(request, template, context)
    return RefusedAnswer(render_to_string(template, context, request=request).encode(), refused)
