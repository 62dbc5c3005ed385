"""The pages of the reception and insight rooms that are read on both screens, as (who, address)."""

from collections.abc import Iterator

_DESK = (
    *("letters/new/", "calls/new/", "envelopes/", "batches/new/", "call-backs/", "visits/new/", "visits/"),
    *("hall/", "hall/screen/", "tickets/new/", "consultations/", "consultations/new/", "handovers/"),
    *("days/", "appointments/", "passed-on/new/", "senders/", "senders/new/", "differences/"),
    *("online/", "assisted/new/", "words/"),
)
_PORTAL = ("", "file/", "look-up/", "guide/", "published/", "notice/", "reception-days/")


def reception_pages(case_id: int) -> Iterator[tuple[str, str]]:
    """Every page of the desk, of the portal and of what is suggested for a registered case."""
    yield from (("clerk", f"/reception/{page}") for page in _DESK)
    yield "clerk", f"/reception/cases/{case_id}/correct/"
    yield from (("", f"/portal/{page}") for page in _PORTAL)
    yield from (("bureau_head", "/reception/days/rules/new/"), ("bureau_head", "/reception/publishing/"))
    yield "system_admin", "/reception/guide/new/"
    yield from (("router", "/insight/imported/"), ("router", f"/insight/cases/{case_id}/handling/"))
