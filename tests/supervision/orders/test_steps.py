"""An order goes its way: every state by every step, and who comes second to whom."""

from itertools import product
from typing import Any

import pytest

from cases.models import Case, Event
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.journal.chaining import sequence_all
from organizations.journal.verifying import verify_journal
from organizations.mandates import acting_for, give_mandate
from organizations.models import RecordLetter, RecordNotice, Staff, Unit
from organizations.models.mandate import MandateKind
from organizations.recording import history_of
from organizations.roles import Role
from supervision.models import SupervisionOrder
from supervision.orders import steps
from supervision.orders.making import supervise
from supervision.words.orders import CheckResult, ExplainedHow, Failure, OrderSource, OrderState
from tests.cast import Cast, register
from tests.supervision.orders.ordering import (
    WAYS,
    brought_to,
    check,
    close,
    further,
    order_on,
    receive,
    rectify,
    reply,
    send_back,
    wanted,
)
from tests.walks import Walk, code, refer, walk_to

pytestmark = pytest.mark.django_db
STEPS: tuple[tuple[Any, str, tuple[OrderState, ...]], ...] = (
    (receive, "town_head", (OrderState.ISSUED,)),
    (reply, "town_head", (OrderState.ISSUED, OrderState.RECEIVED)),
    (rectify, "town_head", (OrderState.RETURNED,)),
    (check, "coordinator", (OrderState.REPLIED,)),
    (further, "supervisor", tuple(state for state in OrderState if state is not OrderState.CLOSED)),
    (close, "coordinator", (OrderState.CHECKED,)),
)


def test_an_order_stands_in_the_chain_has_a_gapless_number_and_tells_the_unit(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    first, second = order_on(walk), order_on(walk)
    year = walk.on.year
    unit = cast.bureau.short_name
    assert [first.number, second.number] == [f"{unit}信督〔{year}〕{n}号" for n in (1, 2)]
    event = Event.objects.filter(case=walk.case, act=Act.SUPERVISE).earliest("sequence")
    assert event.facts == {"document": first.number, "report_by": first.reply_by.isoformat()}
    told = {notice.staff for notice in RecordNotice.objects.filter(entry__key=first.pk)}
    assert told == {cast.town_head, cast.dispatcher, cast.town_handler}
    letter = RecordLetter.objects.earliest("pk")
    assert "推诿、敷衍、拖延" in letter.content
    assert walk.case.number in letter.content
    assert walk.leg.state == State.IN_HANDLING


def test_every_state_by_every_step(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    for state, (step, person, states) in product(WAYS, STEPS):
        order = brought_to(state, walk)
        if state in states:
            step(order, getattr(cast, person), walk.on)
        else:
            assert code(step, order, getattr(cast, person), walk.on) == "wrong_state", (state, step)
    sequence_all()
    assert verify_journal().broken == []


def moved_to(cast: Cast, person: Staff, unit: Unit, role: Role) -> Staff:
    """The same person, who works elsewhere now."""
    person.grants.all().delete()
    Staff.objects.filter(pk=person.pk).update(unit=unit)
    return cast.grant(Staff.objects.get(pk=person.pk), unit, role)


def test_who_orders_or_signs_does_not_close(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    signer, ordering = (cast.hire(name, cast.gov, Role.LEADER, Role.SUPERVISOR) for name in ("签发人", "发出人"))
    order = reply(order_on(walk, ordering, signed_by=signer), cast.town_head, walk.on)
    order = check(order, ordering, walk.on)
    assert code(close, order, ordering, walk.on) == "same_person"
    assert code(close, order, signer, walk.on) == "same_person"
    assert close(order, cast.coordinator, walk.on).state == OrderState.CLOSED


@pytest.mark.parametrize(("step", "state"), [(check, OrderState.REPLIED), (close, OrderState.CHECKED)])
@pytest.mark.parametrize("how", ["himself", "by another's hand", "put right"])
def test_who_replied_neither_checks_nor_closes_even_when_he_works_elsewhere(
    cast: Cast, on_day, step: Any, state: OrderState, how: str
):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    person = cast.hire("来过的人", cast.town, Role.HEAD)
    order = order_on(walk)
    if how == "himself":
        order = reply(order, person, walk.on)
    elif how == "put right":
        order = rectify(send_back(reply(order, cast.town_head, walk.on), cast.coordinator, walk.on), person, walk.on)
    else:
        head, day = cast.town_head, walk.on
        given = give_mandate(MandateKind.STAND_IN, head, person, day, day, "开会", by=head)
        order = reply(order, acting_for(person, given.pk), day)
    assert code(check, order, person, walk.on) == "not_permitted"
    if state is OrderState.CHECKED:
        order = check(order, cast.coordinator, walk.on)
    assert code(step, order, moved_to(cast, person, cast.gov, Role.SUPERVISOR), walk.on) == "same_person"


def test_nobody_of_the_unit_orders_it_checks_its_reply_or_closes(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    person = cast.hire("两处任职", cast.gov, Role.SUPERVISOR)
    cast.grant(person, cast.town, Role.HANDLER)
    assert code(order_on, walk, person, signed_by=person) == "own_unit"
    order = reply(order_on(walk), cast.town_head, walk.on)
    assert code(check, order, person, walk.on) == "own_unit"
    assert code(close, check(order, cast.coordinator, walk.on), person, walk.on) == "own_unit"


def test_closing_needs_proof_that_the_petitioner_got_the_explanation(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = brought_to(OrderState.CHECKED, walk)
    for how, wrong in (
        (ExplainedHow.FACE, "proof_missing"),
        (ExplainedHow.CALL, "proof_missing"),
        (ExplainedHow.SERVED, "proof_missing"),
        (ExplainedHow.UNREACHABLE, "proof_missing"),
    ):
        given = {"by": cast.coordinator, "on": walk.on, "explained_how": how, "explained_on": walk.on}
        assert code(steps.close, order, **given) == wrong, how
    early = {"explained_how": ExplainedHow.FACE, "explained_on": order.made_on.replace(year=2025)}
    assert code(steps.close, order, by=cast.coordinator, on=walk.on, **early) == "date_unfit"
    Case.objects.filter(pk=walk.case.pk).update(anonymous=True)
    closed = steps.close(
        order, by=cast.coordinator, on=walk.on, explained_how=ExplainedHow.UNREACHABLE, explained_on=walk.on
    )
    assert closed.closed_by == cast.coordinator


def test_where_there_was_no_failure_there_is_nothing_to_explain(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = reply(order_on(walk), cast.town_head, walk.on)
    said: Any = {"by": cast.coordinator, "on": walk.on, "text": "期限内已经告知。"}
    order = steps.check(order, result=CheckResult.UNFOUNDED, **said)
    assert steps.close(order, by=cast.coordinator, on=walk.on).state == OrderState.CLOSED
    other = brought_to(OrderState.CHECKED, walk)
    assert code(steps.close, other, by=cast.coordinator, on=walk.on) == "proof_missing"


def test_a_first_reply_that_came_late_stays_late(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    order = order_on(walk)
    late = order.reply_by.replace(year=order.reply_by.year + 1)
    order = send_back(reply(order, cast.town_head, late), cast.coordinator, late)
    order = rectify(order, cast.town_head, late)
    assert (order.first_reply_on, order.days_late(late)) == (late, 365)
    assert history_of(order)[2].facts == {"late": 365}


def test_what_does_not_fit_is_refused_and_leaves_nothing(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)

    def tried(by: Any = cast.supervisor, **changes: Any) -> str:
        asked = wanted(cast, walk.on, **changes)
        return code(supervise, walk.case.pk, leg_id=walk.leg.pk, by=by, on=walk.on, **asked)

    assert tried(failure=None) == "failure_missing"
    assert tried(reply_by=walk.on) == "reply_by_past"
    assert tried(signed_by=cast.housing_head) == "signer_unfit"
    assert tried(source=OrderSource.CONGRESS) == "committee_missing"
    assert tried(committee="财政经济工作委员会") == "committee_unfit"
    assert tried(cast.clerk) == "not_permitted"
    assert tried(cast.stranger) == "not_found"
    assert not SupervisionOrder.objects.exists()
    assert not RecordLetter.objects.exists()


def test_a_committee_orders_the_departments_that_the_table_gives_it(cast: Cast):
    walk = Walk(cast, register(cast))
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    asked = {"source": OrderSource.CONGRESS, "committee": "财政经济工作委员会"}
    with pytest.raises(Refused, match="由城乡建设和环境保护工作委员会对口联系"):
        order_on(walk, **asked)
    order = order_on(walk, source=OrderSource.CONGRESS, committee="城乡建设和环境保护工作委员会")
    assert Failure(order.failure) is Failure.EVASION


def test_a_closed_case_whose_opinion_waits_to_be_carried_out_can_still_be_ordered(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    assert order_on(walk, failure=Failure.UNEXECUTED).state == OrderState.ISSUED
    mine = Walk(cast, register(cast))
    refer(mine)
    refusal = code(supervise, mine.case.pk, leg_id=mine.leg.pk, by=cast.town_head, **wanted(cast, mine.on))
    assert refusal == "not_permitted"
