"""The steps of what follows from an order: decisions of the joint conference and their measures, recommendations, leads."""

from datetime import date
from typing import Any

from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from supervision.orders import verbs
from supervision.orders.people import own_unit, who_replies

OPEN, DONE = "open", "done"


def of_another_unit(record: Any, staff: Staff, _on: date) -> Refused | None:
    """Nobody does this about his own unit. Code: own_unit."""
    return own_unit(record.unit, staff)


DECIDE = Move(verb=verbs.DECIDED, right=Act.SUPERVISE, to_state=DONE)
MEASURE = Move(
    verb=verbs.MEASURED,
    right=Act.SUPERVISE,
    to_state=OPEN,
    opening=of_another_unit,
    told=lambda measure: who_replies(measure.order),
)
CARRY_OUT = Move(
    verb=verbs.CARRIED_OUT, right=Act.SUPERVISE, from_states=frozenset({OPEN}), to_state=DONE, opening=of_another_unit
)
ADVISE = Move(verb=verbs.ADVISED, right=Act.SUPERVISE, to_state=OPEN, opening=of_another_unit)
TAKE_UP = Move(
    verb=verbs.TAKEN_UP, right=Act.SUPERVISE, from_states=frozenset({OPEN}), to_state=DONE, opening=of_another_unit
)
HAND_OVER = Move(verb=verbs.HANDED, right=Act.SUPERVISE, to_state=OPEN, opening=of_another_unit)
RECEIPT = Move(
    verb=verbs.RECEIPTED, right=Act.SUPERVISE, from_states=frozenset({OPEN}), to_state=DONE, opening=of_another_unit
)
