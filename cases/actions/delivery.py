"""When a letter does not arrive: returned mail, and the notice that is owed to nobody who can be written to (Art. 23)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import waive_clocks
from cases.models import Case, Service
from cases.openings.delivery import UNKNOWN_AUTHOR, nothing_sent, sends, unwritten_notices
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff


def record_return(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    reason: str,
    returned_on: date | None = None,
    document: int | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that a letter came back: it counts as not served, its handler is told, and it can be served again.

    ``document``: the key of the letter; the last one sent where it is left out. No clock changes.
    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, nothing_sent, date_unfit.
    """
    with performing(Act.RECORD_RETURN, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        _assert_said("退回原因", reason)
        service = _on_its_way(deed, document)
        returned_on = returned_on or deed.on
        if not service.sent_on <= returned_on <= deed.on:
            raise Refused(
                "date_unfit",
                f"退回日期{returned_on}应在发出日期{service.sent_on}与今天{deed.on}之间，请核对。",
                "第二十三条",
            )
        service.returned_on, service.returned_reason = returned_on, reason.strip()[:200]
        service.save()
        deed.facts = {"document": service.document.number, "returned_on": returned_on.isoformat()}
    return deed.case


def waive_notice(
    case_id: int, *, leg_id: int, by: Staff, reason: str, tried: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Waive the written notice of a petition whose author cannot be made out (Art. 23, para 2), however it came.

    ``tried``: by which other way he was told, or looked for.
    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, petitioner_known, notice_settled_already.
    """
    with performing(
        Act.WAIVE_NOTICE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=f"{reason}\n另行告知：{tried}"
    ) as deed:
        _assert_said("姓名（名称）、住址怎样不清", reason)
        _assert_said("另外用什么方式告知或者查找", tried)
        words = f"姓名（名称）、住址不清：{reason.strip()}；另行告知：{tried.strip()}"
        waive_clocks(unwritten_notices(deed.the_leg, deed.case), words, deed.on)
    return deed.case


def _assert_said(what: str, words: str) -> None:
    if not words.strip():
        raise Refused("reason_missing", f"请写明{what}。", UNKNOWN_AUTHOR)


def _on_its_way(deed: Deed, document: int | None) -> Service:
    """Return the last service of the leg that was neither received nor returned."""
    sent = Service.objects.filter(document__leg=deed.the_leg, received_on=None, returned_on=None)
    if document:
        sent = sent.filter(document=document)
    found = sent.select_related("document").order_by("-id")
    service = next((each for each in found if sends(deed.spot, each.document)), None)
    if service is None:
        raise nothing_sent()
    return service
