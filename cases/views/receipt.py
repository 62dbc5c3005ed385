"""登记回执: the sheet a petitioner takes home."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from cases.models import Case
from cases.places.reasons_to_see import Way
from cases.presenting.asking import asking
from cases.presenting.receipts import prints_receipt, receipt_letter
from cases.reading.ways_to_names import way_to_receipt
from cases.sight.out_of_reach import not_found
from cases.views.asking import keep_reason, shown_page
from cases.views.shared import asked_file
from kit.web import staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member

# Where the session keeps which receipt may still be shown.
ONCE = "receipt_once"


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
        paper = receipt_letter(file.case, file.clocks, names=way is Way.OPEN, promises=file.case.promises.all())
        context = {"case": file.case, "letter": paper, "ask": asking(way, refused)}
        return shown_page(request, "cases/receipt.html", context, refused)

    return keep_reason(request, file, None, shown) if request.method == "POST" else shown()


@require_GET
@staff_only
def receipt_once(request: HttpRequest) -> HttpResponse:
    """Show, this one time, the receipt of what its registrar has just put out of his own reach (Art. 30).

    Raises Refused: not_found.
    """
    key = request.session.pop(ONCE, None)
    mine = Case.objects.filter(registered_by=member(request), pk=key).select_related("unit") if key else ()
    case = next(iter(mine), None)
    if case is None:
        raise not_found()
    context = {"case": None, "letter": receipt_letter(case, case.clocks.all(), names=True)}
    return render(request, "cases/receipt.html", context)
