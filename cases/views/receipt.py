"""登记回执: the sheet a petitioner takes home."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.presenting.receipts import prints_receipt, receipt_letter
from cases.views.shared import asked_file, staff_only
from law.errors import Refused
from organizations.views.people import member


@require_safe
@staff_only
def receipt(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show the receipt of a registration to who registers there. Raises Refused: not_found, not_permitted."""
    file = asked_file(request, case_id)
    if not prints_receipt(file, member(request)):
        raise Refused("not_permitted", "登记回执由登记单位打印。")
    return render(request, "cases/receipt.html", {"case": file.case, "letter": receipt_letter(file)})
