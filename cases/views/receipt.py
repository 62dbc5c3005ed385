"""登记回执: the sheet a petitioner takes home."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.names_in_files import way_to_receipt
from cases.presenting.asking import asking
from cases.presenting.receipts import prints_receipt, receipt_letter
from cases.reasons_to_see import Way
from cases.views.asking import keep_reason, shown_page
from cases.views.shared import asked_file, staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def receipt(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show the receipt of a registration to who registers there; sent, keep his reason for seeing the name.

    Raises Refused: not_found, not_permitted.
    """
    file = asked_file(request, case_id)
    if not prints_receipt(file, member(request)):
        raise Refused("not_permitted", "登记回执由登记单位打印。")

    def shown(refused: Refused | None = None) -> HttpResponse:
        way = way_to_receipt(file, member(request), today())
        paper = receipt_letter(file, names=way is Way.OPEN)
        context = {"case": file.case, "letter": paper, "ask": asking(way, refused)}
        return shown_page(request, "cases/receipt.html", context, refused)

    return keep_reason(request, file, None, shown) if request.method == "POST" else shown()
