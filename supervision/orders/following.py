"""What follows from an order: what the joint conference decided, what was recommended, who is to answer for it (Art. 39, 40)."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.record_letters.issuing import issue_letter
from organizations.recording import recording
from supervision.models import Advice, ConferenceDecision, Lead, Measure, SupervisionOrder
from supervision.orders.following_moves import ADVISE, CARRY_OUT, DECIDE, HAND_OVER, MEASURE, RECEIPT, TAKE_UP
from supervision.orders.letters import ADVICE_LETTER
from supervision.words.orders import AdviceKind, MeasureKind, Uptake

CONFERENCE, ARTICLE = "第三十九条第三款", "第四十条"


def record_decision(
    *, by: Staff, held_on: date, number: str, uploads: Sequence[CheckedFile], on: date | None = None
) -> ConferenceDecision:
    """Record a decision of the joint conference with its file.

    Raises Refused: not_permitted, number_missing, file_missing, date_unfit, decision_known.
    """
    if not number.strip():
        raise Refused("number_missing", "请填写联席会议决定的文号。", CONFERENCE)
    if not uploads:
        raise Refused("file_missing", "请附上联席会议纪要或者决定的文件。", CONFERENCE)
    decision = ConferenceDecision(unit=by.unit, held_on=held_on, number=number.strip(), recorded_by=by)
    if ConferenceDecision.objects.filter(district=by.unit.district_id, number=decision.number).exists():
        raise Refused("decision_known", f"决定“{decision.number}”已经登记过。", CONFERENCE)
    with recording(DECIDE, decision, by=by, on=on) as made:
        if held_on > made.on:
            raise Refused("date_unfit", f"会议日期{held_on}晚于今天{made.on}。", CONFERENCE)
        made.facts = {"held_on": held_on}
        store_record_files(made.record, uploads, by=by)
    found: ConferenceDecision = made.record
    return found


def record_measure(
    order: SupervisionOrder,
    *,
    by: Staff,
    decision: ConferenceDecision,
    kind: MeasureKind,
    text: str,
    due_on: date | None = None,
    on: date | None = None,
) -> Measure:
    """Record what the joint conference decided on about an order; without its decision there is no measure (Art. 39).

    Raises Refused: not_found, not_permitted, own_unit, reason_missing, date_unfit.
    """
    _assert_said(text, "请写明联席会议的要求。")
    if MeasureKind(kind) == MeasureKind.DEADLINE and due_on is None:
        raise Refused("date_unfit", "责令限期整改要写明整改期限。", CONFERENCE)
    measure = Measure(
        order=order,
        unit=order.unit,
        decision=decision,
        kind=MeasureKind(kind),
        text=text.strip(),
        due_on=due_on,
        made_by=by,
    )
    with recording(MEASURE, measure, by=by, on=on) as made:
        made.facts = {"kind": str(measure.kind)}
    return measure


def carry_out(measure: Measure, *, by: Staff, text: str, done_on: date, on: date | None = None) -> Measure:
    """Record that a measure was carried out. Raises Refused: not_found, not_permitted, wrong_state, reason_missing, date_unfit."""
    _assert_said(text, "请写明怎样落实的。")
    with recording(CARRY_OUT, measure, by=by, on=on) as made:
        _assert_past(done_on, made.on)
        made.record.done, made.record.done_on = text.strip(), done_on
    found: Measure = made.record
    return found


def advise(
    order: SupervisionOrder, *, by: Staff, kind: AdviceKind, addressee: str, text: str, on: date | None = None
) -> Advice:
    """Recommend something by letter (Art. 40): to the unit, to the party committee and government, to who may discipline.

    Raises Refused: not_found, not_permitted, own_unit, reason_missing.
    """
    _assert_said(text, "请写明建议的内容和理由。")
    _assert_said(addressee, "请写明向谁建议。")
    advice = Advice(
        order=order,
        unit=order.unit,
        kind=AdviceKind(kind),
        addressee=addressee.strip(),
        text=text.strip(),
        made_by=by,
        made_on=order.made_on,
    )
    with recording(ADVISE, advice, by=by, on=on) as made:
        advice.made_on = made.on
        advice.number = issue_letter(made, ADVICE_LETTER, unit=by.unit).number
        made.facts = {"kind": str(advice.kind), "number": advice.number}
    return advice


def record_uptake(
    advice: Advice,
    *,
    by: Staff,
    uptake: Uptake,
    text: str,
    uptake_on: date,
    uploads: Sequence[CheckedFile] = (),
    on: date | None = None,
) -> Advice:
    """Record the written answer to a recommendation (Art. 40, para 4).

    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, date_unfit.
    """
    _assert_said(text, "请写明书面反馈的内容。")
    with recording(TAKE_UP, advice, by=by, on=on) as made:
        _assert_past(uptake_on, made.on)
        made.record.uptake, made.record.uptake_on = Uptake(uptake), uptake_on
        made.record.uptake_text = text.strip()
        made.facts = {"uptake": str(uptake), "on": uptake_on}
        store_record_files(made.record, uploads, by=by)
    found: Advice = made.record
    return found


def hand_over(
    order: SupervisionOrder, *, by: Staff, body: str, text: str, handed_on: date, on: date | None = None
) -> Lead:
    """Hand a lead on who is to answer to discipline inspection; its words are sealed.

    Raises Refused: not_found, not_permitted, own_unit, reason_missing, date_unfit.
    """
    _assert_said(text, "请写明线索的内容。")
    _assert_said(body, "请写明移送给哪个机关。")
    lead = Lead(order=order, unit=order.unit, body=body.strip(), text=text.strip(), handed_on=handed_on, handed_by=by)
    with recording(HAND_OVER, lead, by=by, on=on) as made:
        _assert_past(handed_on, made.on)
        made.facts = {"on": handed_on}
    return lead


def record_lead_receipt(
    lead: Lead, *, by: Staff, receipt: str, receiver: str, receipt_on: date, on: date | None = None
) -> Lead:
    """Record the receipt of discipline inspection. Raises Refused: not_found, not_permitted, wrong_state, reason_missing, date_unfit."""
    _assert_said(receiver, "请写明接收人。")
    with recording(RECEIPT, lead, by=by, on=on) as made:
        if receipt_on < made.record.handed_on:
            raise Refused("date_unfit", f"回执日期早于移送日期{made.record.handed_on}。", ARTICLE)
        _assert_past(receipt_on, made.on)
        made.record.receipt, made.record.receiver = receipt.strip(), receiver.strip()
        made.record.receipt_on = receipt_on
        made.facts = {"on": receipt_on}
    found: Lead = made.record
    return found


def _assert_said(text: str, words: str) -> None:
    if not text.strip():
        raise Refused("reason_missing", words, ARTICLE)


def _assert_past(day: date, on: date) -> None:
    if day > on:
        raise Refused("date_unfit", f"日期{day}晚于今天{on}。", ARTICLE)
