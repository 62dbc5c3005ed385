"""The steps of an order after it was made: received, replied to, checked, put right, proposed further, closed (Art. 40)."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.recording import Recorded, recording
from supervision.models import SupervisionOrder
from supervision.orders.conditions import ARTICLE, told_in_writing
from supervision.orders.moves import CHECK, CLOSE, FURTHER, RECEIVE, RECTIFY, REPLY
from supervision.words.orders import CheckResult, ExplainedHow, OrderState


def receive(order: SupervisionOrder, *, by: Staff, seen: int | None = None, on: date | None = None) -> SupervisionOrder:
    """Say that the unit has got the letter. Raises Refused: not_found, not_permitted, wrong_state, changed_meanwhile."""
    with recording(RECEIVE, order, by=by, seen=seen, on=on) as made:
        made.record.received_on, made.record.received_by = made.on, by
    return _of(made)


def reply(
    order: SupervisionOrder,
    *,
    by: Staff,
    text: str,
    number: str = "",
    uploads: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> SupervisionOrder:
    """Reply for the unit; the day of the first reply is written once. Raises Refused as `receive`, reply_missing."""
    _assert_said(text, "请写明办理情况、整改情况。", "reply_missing")
    with recording(REPLY, order, by=by, seen=seen, on=on) as made:
        found: SupervisionOrder = made.record
        found.reply, found.reply_number = text.strip(), number.strip()
        found.replied_on, found.replied_by = made.on, by
        found.first_reply_on = found.first_reply_on or made.on
        if found.received_on is None:
            found.received_on, found.received_by = made.on, by
        made.facts = {"late": found.days_late(made.on)}
        store_record_files(found, uploads, by=by)
    return _of(made)


def rectify(
    order: SupervisionOrder,
    *,
    by: Staff,
    text: str,
    uploads: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> SupervisionOrder:
    """Say what was put right after a check had found that it was not. Raises Refused as `receive`, reply_missing."""
    _assert_said(text, "请写明怎样整改、改到了哪一步。", "reply_missing")
    with recording(RECTIFY, order, by=by, seen=seen, on=on) as made:
        found: SupervisionOrder = made.record
        found.rectification, found.rectified_on, found.replied_by = text.strip(), made.on, by
        store_record_files(found, uploads, by=by)
    return _of(made)


def check(
    order: SupervisionOrder,
    *,
    by: Staff,
    result: CheckResult,
    text: str,
    seen: int | None = None,
    on: date | None = None,
) -> SupervisionOrder:
    """Check a reply as another than who replied. Raises Refused as `receive`, own_unit, same_person, check_missing."""
    _assert_said(text, "请写明怎样核查的、看到了什么。", "check_missing")
    with recording(CHECK, order, by=by, seen=seen, on=on) as made:
        found: SupervisionOrder = made.record
        found.result, found.check_text = CheckResult(result), text.strip()
        found.checked_on, found.checked_by = made.on, by
        found.state = OrderState.RETURNED if found.result == CheckResult.NOT_THERE else OrderState.CHECKED
        made.facts = {"result": str(found.result)}
    return _of(made)


def propose_further(
    order: SupervisionOrder, *, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> SupervisionOrder:
    """Propose that the joint conference, or who else decides, goes further. Raises Refused as `receive`, reason_missing."""
    _assert_said(text, "请写明提请谁、怎样处理和理由。", "reason_missing")
    with recording(FURTHER, order, by=by, seen=seen, on=on) as made:
        made.record.further, made.record.further_on = text.strip(), made.on
    return _of(made)


def close(
    order: SupervisionOrder,
    *,
    by: Staff,
    explained_how: ExplainedHow | None = None,
    explained_on: date | None = None,
    uploads: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> SupervisionOrder:
    """Close an order as another than who ordered and who replied, with proof that the petitioner got the explanation.

    Where the check found that there was no failure, there is nothing to explain.
    Raises Refused as `check`, not_there, date_unfit, proof_missing.
    """
    with recording(CLOSE, order, by=by, seen=seen, on=on) as made:
        found: SupervisionOrder = made.record
        if found.result != CheckResult.UNFOUNDED or explained_how:
            _assert_explained(found, explained_how, explained_on, uploads, made)
        found.explained_how, found.explained_on = explained_how or "", explained_on
        found.closed_on, found.closed_by = made.on, by
        made.facts = {"how": str(explained_how or ""), "on": explained_on}
        store_record_files(found, uploads, by=by)
    return _of(made)


def _assert_explained(
    order: SupervisionOrder, how: ExplainedHow | None, day: date | None, uploads: Sequence[CheckedFile], made: Recorded
) -> None:
    if how is None or day is None:
        raise Refused("proof_missing", "请写明怎样、哪天向信访人说明的，并附凭据。", ARTICLE)
    if not order.made_on <= day <= made.on:
        raise Refused("date_unfit", f"说明日期应在督办{order.made_on}以后、今天{made.on}以前。", ARTICLE)
    if how == ExplainedHow.SERVED and not told_in_writing(order, made.by, day):
        raise Refused("proof_missing", f"本环节没有{day}收到的送达回证，请先登记送达，或者换一种说明方式。", ARTICLE)
    if how == ExplainedHow.UNREACHABLE and not order.case.anonymous:
        raise Refused("proof_missing", "本件信访人不是匿名，应当向其说明后才能销号。", ARTICLE)
    if how in (ExplainedHow.FACE, ExplainedHow.CALL) and not uploads:
        raise Refused(
            "proof_missing", "请附上向信访人说明的记录（签字的谈话记录、电话记录），没有凭据不能销号。", ARTICLE
        )


def _assert_said(text: str, words: str, code: str) -> None:
    if not text.strip():
        raise Refused(code, words, ARTICLE)


def _of(made: Recorded) -> SupervisionOrder:
    found: SupervisionOrder = made.record
    return found
