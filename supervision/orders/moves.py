"""The steps of orders and findings: who may take which, from which state to which, and whom it concerns."""

from kit.verbs import Verb
from law.vocabulary import Act
from organizations.recording import Move
from organizations.roles import Right
from supervision.orders import verbs
from supervision.orders.conditions import checked_by_another, closed_by_another
from supervision.orders.people import who_ordered, who_replies
from supervision.words.orders import FindingState, OrderState

_OPEN = frozenset({FindingState.OPEN})
_LIVE = frozenset(set(OrderState) - {OrderState.CLOSED})
_FIRST = frozenset({OrderState.ISSUED, OrderState.RECEIVED})

SET_ASIDE = Move(verb=verbs.SET_ASIDE, right=Act.SUPERVISE, from_states=_OPEN, to_state=FindingState.SET_ASIDE)
TAKE_UP = Move(verb=verbs.ORDERED, right=Act.SUPERVISE, from_states=_OPEN, to_state=FindingState.ORDERED)

MAKE = Move(verb=verbs.MADE, right=Act.SUPERVISE, to_state=OrderState.ISSUED, told=who_replies)


def _by_the_unit(verb: Verb, from_states: frozenset[str], to_state: str) -> Move:
    return Move(
        verb=verb,
        right=Right.REPLY_ORDER,
        from_states=from_states,
        to_state=to_state,
        own=lambda order, staff: order.leg.handler_id == staff.pk,
        told=who_ordered,
    )


RECEIVE = _by_the_unit(verbs.RECEIVED, frozenset({OrderState.ISSUED}), OrderState.RECEIVED)
REPLY = _by_the_unit(verbs.REPLIED, _FIRST, OrderState.REPLIED)
RECTIFY = _by_the_unit(verbs.RECTIFIED, frozenset({OrderState.RETURNED}), OrderState.REPLIED)
CHECK = Move(
    verb=verbs.CHECKED,
    right=Right.CHECK_ORDER,
    from_states=frozenset({OrderState.REPLIED}),
    opening=checked_by_another,
    told=lambda order: [*who_replies(order), *who_ordered(order)],
)
FURTHER = Move(verb=verbs.FURTHER, right=Act.SUPERVISE, from_states=_LIVE, told=who_ordered)
CLOSE = Move(
    verb=verbs.CLOSED,
    right=Right.CHECK_ORDER,
    from_states=frozenset({OrderState.CHECKED}),
    to_state=OrderState.CLOSED,
    opening=closed_by_another,
    told=lambda order: [*who_replies(order), *who_ordered(order)],
)
OF_AN_ORDER = (MAKE, RECEIVE, REPLY, RECTIFY, CHECK, FURTHER, CLOSE)
