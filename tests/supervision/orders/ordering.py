"""An order on a leg, brought to any state through its steps."""

from datetime import date, timedelta
from typing import Any

from cases.models import Leg
from organizations.models import Staff
from supervision.models import SupervisionOrder
from supervision.orders import steps
from supervision.orders.making import supervise
from supervision.words.orders import CheckResult, ExplainedHow, Failure, OrderMethod, OrderSource, OrderState
from tests.cases.uploads import a_scan
from tests.cast import Cast
from tests.walks import Walk

EXPLAINED = {"explained_how": ExplainedHow.FACE}


def wanted(cast: Cast, on: date, **changes: Any) -> dict[str, Any]:
    """What a person fills in to order a unit."""
    return {
        "failure": Failure.EVASION,
        "source": OrderSource.OFFICE,
        "method": OrderMethod.LETTER,
        "text": "请于月底前修好村口的路，并当面向信访人说明。",
        "reply_by": on + timedelta(days=10),
        "signed_by": cast.bureau_head,
        **changes,
    }


def order_on(walk: Walk, by: Staff | None = None, **changes: Any) -> SupervisionOrder:
    """Order the unit of a leg, on the day of the walk."""
    by = by or walk.cast.supervisor
    leg: Leg = walk.leg
    supervise(walk.case.pk, leg_id=leg.pk, by=by, on=walk.on, **wanted(walk.cast, walk.on, **changes))
    walk.refresh()
    return SupervisionOrder.objects.latest("pk")


def receive(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.receive(order, by=by, on=on)


def reply(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.reply(order, by=by, on=on, text="路已经修好，已当面说明。")


def rectify(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.rectify(order, by=by, on=on, text="又补了两处。")


def check(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.check(order, by=by, on=on, result=CheckResult.TRUE, text="到场看过。")


def send_back(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.check(order, by=by, on=on, result=CheckResult.NOT_THERE, text="还有两处没有修。")


def further(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.propose_further(order, by=by, on=on, text="提请联席会议约谈。")


def close(order: SupervisionOrder, by: Staff, on: date) -> Any:
    return steps.close(order, by=by, on=on, explained_on=on, uploads=[a_scan()], **EXPLAINED)


# How an order comes to a state, by whom.
WAYS: dict[OrderState, tuple[tuple[Any, str], ...]] = {
    OrderState.ISSUED: (),
    OrderState.RECEIVED: ((receive, "town_head"),),
    OrderState.REPLIED: ((reply, "town_head"),),
    OrderState.RETURNED: ((reply, "town_head"), (send_back, "coordinator")),
    OrderState.CHECKED: ((reply, "town_head"), (check, "coordinator")),
    OrderState.CLOSED: ((reply, "town_head"), (check, "coordinator"), (close, "coordinator")),
}


def brought_to(state: OrderState, walk: Walk) -> SupervisionOrder:
    """A fresh order in a state."""
    order = order_on(walk)
    for step, person in WAYS[state]:
        order = step(order, getattr(walk.cast, person), walk.on)
    assert order.state == state
    return order
