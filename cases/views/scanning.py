"""The phone page behind a letter's QR code: scan at dispatch, return or pick-up, and record it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cases.models import Document
from cases.presenting.scanned import scanned_page
from cases.reading.case_file import letter_of
from cases.views.shared import asked_file
from kit.paper.check_codes import CODE_LENGTH, typed_code
from kit.web import staff_only
from law.errors import Refused
from organizations.record_letters.reading import letter_with_code
from organizations.views.people import member


@require_safe
@staff_only
def scan(request: HttpRequest) -> HttpResponse:
    """Take a check code that was scanned or typed, and go to its letter. Raises Refused code_unclear."""
    asked = request.GET.get("code", "")
    if not asked:
        return render(request, "cases/scan.html", {})
    code = typed_code(asked)
    if len(code) != CODE_LENGTH:
        raise Refused("code_unclear", f"核验码是{CODE_LENGTH}位数字和字母，印在文书页脚二维码旁边，请核对。")
    return redirect("cases:scanned", code)


@require_safe
@staff_only
def scanned(request: HttpRequest, code: str) -> HttpResponse:
    """Show the letter behind a check code to who reads it on the case page, or reads the record that it belongs to;
    for everybody else there is none.

    Raises Refused not_found.
    """
    letters = Document.objects.readable_by(member(request))
    row = letters.filter(check_code=typed_code(code)).exclude(check_code="").values("case_id", "pk").first()
    if row is None:
        return redirect("record_letter", letter_with_code(member(request), typed_code(code)).pk)
    file = asked_file(request, row["case_id"])
    return render(request, "cases/scanned.html", scanned_page(file, letter_of(file, row["pk"])))
