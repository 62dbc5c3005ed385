"""文书模板: the system administrator edits the words of letters over invented data; no case is ever read here."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.letter_templates import TemplateForm
from cases.letters.templates import (
    assert_editor,
    checked_body,
    newest_body,
    save_template,
    versions_of,
    wording_in_force,
)
from cases.letters.variables import default_body, editable_kind, sample, variables_of
from cases.models import LetterTemplate
from kit.paper.sheet import letter_parts
from kit.rooms import letters
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from law.vocabulary import Letter
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@require_safe
@staff_only
def template_list(request: HttpRequest) -> HttpResponse:
    """List the letters whose words can be edited, with the version in force. Raises Refused not_permitted."""
    assert_editor(member(request))
    return render(request, "cases/letter_templates.html", {"lines": [_line(kind) for kind in letters()]})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def template_editor(request: HttpRequest, letter: str) -> HttpResponse:
    """Edit one letter: preview over invented data, or save as the next version.

    Raises Refused: not_found, not_permitted; what `save_template` refuses is said above the text.
    """
    staff, kind = assert_editor(member(request)), editable_kind(letter)
    form = TemplateForm(request.POST or None, initial={"body": newest_body(kind)})
    context = _frame(kind, form)
    if request.method != "POST":
        return render(request, "cases/letter_template.html", {**context, **_preview(kind, newest_body(kind))})
    if not form.is_valid():
        return render(request, "cases/letter_template.html", context, status=422)
    try:
        if "preview" in request.POST:
            shown = _preview(kind, checked_body(kind, form.cleaned_data["body"]))
            return render(request, "cases/letter_template.html", {**context, **shown})
        return _saved(request, kind, form, staff)
    except Refused as refused:
        page = render(request, "cases/letter_template.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)


def _saved(request: HttpRequest, kind: Letter, form: TemplateForm, staff: Staff) -> HttpResponse:
    kept = save_template(kind, by=staff, on=today(), **form.cleaned_data)
    messages.success(request, f"《{kind.label}》第{kept.version}版已保存，{kept.valid_from:%Y-%m-%d}起启用。")
    return redirect("cases:letter_template", kind)


def _frame(kind: Letter, form: TemplateForm) -> dict[str, Any]:
    versions = [_version(version) for version in versions_of(kind)]
    return {
        "title": kind.label,
        "form": form,
        "variables": variables_of(kind),
        "versions": versions,
        "default": default_body(kind),
        "back_url": reverse("cases:letter_templates"),
    }


def _version(version: LetterTemplate) -> dict[str, Any]:
    return {
        "number": version.version,
        "valid_from": version.valid_from,
        "by": version.created_by.name,
        "at": version.created_at,
        "body": version.body,
    }


def _preview(kind: Letter, body: str) -> dict[str, Any]:
    """Return the letter over invented data, as components/letter.html draws it."""
    parts = letter_parts(sample(kind, body))
    drawn = {
        "title": kind.label,
        "number": "示例信〔2026〕1号",
        "signed_by": "示例镇人民政府",
        "signed_on": today(),
        "draft": True,
    }
    return {"letter": {**drawn, **parts}}


def _line(kind: Letter) -> dict[str, Any]:
    wording = wording_in_force(kind, today())
    words_now = f"第{wording.version}版，{wording.valid_from:%Y-%m-%d}起" if wording else "程序自带的文字"
    return {"label": kind.label, "now": words_now, "url": reverse("cases:letter_template", args=[kind])}
