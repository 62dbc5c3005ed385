"""What follows from an order: only a decision of the joint conference makes a measure; recommendations, leads, and the ledger."""

from typing import Any

import pytest

from law.vocabulary import State
from organizations.models import RecordLetter
from supervision.models import Advice, ConferenceDecision, Lead, Measure
from supervision.orders import following
from supervision.orders.ledger import ORDER_LEDGER, holds, ledger_rows, within
from supervision.words.orders import AdviceKind, MeasureKind, OrderState, Uptake
from tests.cases.uploads import a_scan
from tests.cast import Cast
from tests.supervision.orders.ordering import brought_to, order_on, reply
from tests.walks import Walk, code, walk_to

pytestmark = pytest.mark.django_db


def decision(cast: Cast, walk: Walk, number: str = "云联席〔2026〕3号") -> ConferenceDecision:
    given: Any = {"held_on": walk.on, "number": number, "uploads": [a_scan()]}
    return following.record_decision(by=cast.supervisor, on=walk.on, **given)


def test_a_measure_rests_on_a_recorded_decision_with_its_file(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = order_on(walk)
    given: Any = {"by": cast.supervisor, "held_on": walk.on, "number": "3号", "on": walk.on}
    assert code(following.record_decision, **given, uploads=[]) == "file_missing"
    rests = decision(cast, walk)
    assert code(following.record_decision, **{**given, "number": rests.number}, uploads=[a_scan()]) == "decision_known"
    asked: Any = {"decision": rests, "text": "到区里说明情况", "on": walk.on}
    assert code(following.record_measure, order, by=cast.town_head, kind=MeasureKind.TALK, **asked) == "not_permitted"
    limit = code(following.record_measure, order, by=cast.supervisor, kind=MeasureKind.DEADLINE, **asked)
    assert limit == "date_unfit"
    measure = following.record_measure(order, by=cast.supervisor, kind=MeasureKind.TALK, **asked)
    done = following.carry_out(measure, by=cast.supervisor, text="已约谈。", done_on=walk.on, on=walk.on)
    assert (done.state, done.done_on) == ("done", walk.on)
    assert not Measure._meta.get_field("decision").null


def test_recommendations_have_a_letter_and_are_answered_once_in_writing(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = order_on(walk)
    made = {
        kind: following.advise(order, by=cast.supervisor, kind=kind, addressee="青石镇", text="请改进", on=walk.on)
        for kind in AdviceKind
    }
    assert [letter.kind for letter in RecordLetter.objects.order_by("pk")][1:] == ["supervision.advice"] * 3
    given: Any = {"by": cast.supervisor, "uptake": Uptake.PARTLY, "text": "部分采纳", "uptake_on": walk.on}
    following.record_uptake(made[AdviceKind.WORK], **given, on=walk.on)
    assert code(following.record_uptake, made[AdviceKind.WORK], **given, on=walk.on) == "wrong_state"
    read = set(Advice.objects.readable_by(cast.town_head).values_list("kind", flat=True))
    assert read == {AdviceKind.WORK, AdviceKind.POLICY}, "who shall answer for it is not told the unit"
    assert Advice.objects.readable_by(cast.supervisor).count() == 3


def test_a_lead_is_sealed_and_ends_with_a_receipt(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = order_on(walk)
    lead = following.hand_over(
        order, by=cast.supervisor, body="云河区纪委监委", text="经办人拖延", handed_on=walk.on, on=walk.on
    )
    readers = {
        name: Lead.objects.readable_by(getattr(cast, name)).exists()
        for name in ("supervisor", "coordinator", "town_head", "town_handler", "leader", "analyst", "stranger")
    }
    assert {name for name, reads in readers.items() if reads} == {"supervisor", "coordinator"}
    given: Any = {"by": cast.supervisor, "receipt": "1号", "receiver": "纪委韩", "on": walk.on}
    early = code(following.record_lead_receipt, lead, **given, receipt_on=walk.on.replace(year=2025))
    assert early == "date_unfit"
    assert following.record_lead_receipt(lead, **given, receipt_on=walk.on).state == "done"


def test_the_ledger_has_the_columns_of_the_sheet_and_tells_a_unit_only_its_own(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = brought_to(OrderState.CLOSED, walk)
    for kind in (AdviceKind.WORK, AdviceKind.LIABILITY):
        following.advise(order, by=cast.supervisor, kind=kind, addressee="青石镇", text="请改进", on=walk.on)
    asked: Any = {"decision": decision(cast, walk), "kind": MeasureKind.TALK, "text": "说明", "on": walk.on}
    following.record_measure(order, by=cast.supervisor, **asked)
    order_on(walk)
    assert "、".join(column.label for column in ORDER_LEDGER.columns) == (
        "督办号、编号、事由、被督办单位、情形（条款）、来源、方式、签发人、发出、签收、应反馈、反馈日文号、逾期、"
        "核查结论/人、整改、联席会议决定、建议类型/采纳、销号"
    )
    rows = list(ledger_rows(cast.supervisor, {}).order_by("made_on", "pk"))
    line = ORDER_LEDGER.cells(1, ORDER_LEDGER.lines(rows, cast.supervisor, walk.on)[0])
    assert line[1:3] == [order.number, walk.case.number]
    assert line[-3:] == [
        "约谈 云联席〔2026〕3号",
        "改进工作/未反馈；追究责任/未反馈",
        f"{walk.on}（{cast.coordinator.name}）",
    ]
    [first, _] = ledger_rows(cast.town_head, {}).order_by("pk")
    assert ORDER_LEDGER.cells(1, ORDER_LEDGER.lines([first], cast.town_head, walk.on)[0])[-2] == "改进工作/未反馈"
    held = holds(rows)
    assert within(cast.supervisor, held)
    assert not within(cast.town_head, held)
    assert not ledger_rows(cast.farming_head, {}).exists()


def test_the_ledger_counts_a_late_reply_by_its_first_day(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = order_on(walk)
    reply(order, cast.town_head, order.reply_by.replace(day=order.reply_by.day + 3))
    [row] = ledger_rows(cast.supervisor, {"since": walk.on})
    [line] = ORDER_LEDGER.lines([row], cast.supervisor, walk.on)
    assert line[1] == 3
    assert not ledger_rows(cast.supervisor, {"until": walk.on.replace(year=2025)}).exists()
