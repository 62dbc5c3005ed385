"""邮寄登记: the letters that wait to be sent, and the mail book: lines are read, what each would do is shown, then they are entered."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.actions.mailings import Entered
from cases.doors.mailings import mail
from cases.importing.mailing_form import MailingForm
from cases.models import Document
from cases.presenting.papers import letter_url
from cases.reading.mailed_letters import assert_mails, letters_to_send
from cases.views.shared import typed_sheet
from kit.paper.check_codes import printed_code
from kit.web import staff_only
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member

_PAGE = "cases/mailings.html"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def mailings(request: HttpRequest) -> HttpResponse:
    """Take lines, show what each would enter, then enter them. Raises Refused not_permitted."""
    staff = assert_mails(member(request))
    if request.method != "POST":
        return _show(request, staff, MailingForm())
    typed, refused = typed_sheet(request, named="邮寄清单", between="，")
    form = MailingForm(typed)
    if refused:
        form.add_error("file", refused.message)
    if not form.is_valid():
        return _show(request, staff, form, status=422)
    confirmed = "confirm" in request.POST and form.previewed()
    results = mail(form.mailed, form.read_lines, by=staff, on=today(), dry=not confirmed)
    again = MailingForm() if confirmed else MailingForm({**form.cleaned_data, "shown": form.mark})
    return _show(request, staff, again, results=[_result(each) for each in results], confirmed=confirmed)


def _show(request: HttpRequest, staff: Staff, form: MailingForm, *, status: int = 200, **shown: Any) -> HttpResponse:
    lines = [_waiting(letter) for letter in letters_to_send(staff)]
    return render(request, _PAGE, {"form": form, "lines": lines, **shown}, status=status)


def _waiting(letter: Document) -> dict[str, Any]:
    return {
        "title": letter.title,
        "number": letter.number,
        "code": printed_code(letter.check_code),
        "url": letter_url(letter),
        "case": letter.case.number,
        "issued_on": letter.issued_on,
    }


def _result(each: Entered) -> dict[str, Any]:
    letter = each.document
    return {
        "line": each.line,
        "letter": f"{letter.title}{letter.number}" if letter else "",
        "url": reverse("cases:case", args=[letter.case_id]) if letter else "",
        "said": "；".join(each.said),
        "refused": each.refused.message if each.refused else "",
    }
