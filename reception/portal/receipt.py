"""The receipt 登记回执 of a filing: number, code, first digest of the chain, and a QR code that holds no code."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe

from cases.models import Clock
from cases.presenting.receipts import receipt_letter
from kit.paper.qr import qr_svg
from kit.prefetching import keep
from reception.models import ContactState
from reception.portal.codes import printed
from reception.portal.filing import Filed

_CLOSING = "请妥善保存本回执，凭编号和查询码在网上查询办理情况，也可以到窗口查询。"


def receipt_of(filed: Filed) -> dict[str, Any]:
    """Return the context of portal/receipt.html."""
    case = filed.case
    new = getattr(case, "new_rows", None)
    clocks = new.clocks if new else Clock.objects.for_its_holder().filter(case=case)
    if new:
        keep(case, "parties", new.parties)
    return {
        "letter": receipt_letter(case, clocks, names=True, closing=_CLOSING),
        "number": case.number,
        "code": printed(filed.code) if filed.code else "",
        "digest": filed.digest,
        "qr": qr_of(case.number),
        "contact": filed.row.state,
        "contact_words": ContactState(filed.row.state).label,
        "asks_code": filed.row.state == ContactState.SENT,
    }


def qr_of(number: str) -> str:
    """Return the drawing of a QR code that opens the look-up with the number filled in; the query code is never in it."""
    address = f"{settings.XINFANG_SITE}{reverse('reception:portal_look_up')}?{urlencode({'n': number})}"
    return mark_safe(qr_svg(address, mask=2, sized=False))  # noqa: S308 drawn by segno from an address of ours
