"""The step of a pair: a person says that it is none."""

from datetime import date

from insight.models import FoundRepeat, FoundState
from kit.verbs import Verb
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move, recording

DISMISSED = Verb("insight.repeat_dismissed", "核对为不是同一事项")
VERBS = (DISMISSED,)
DISMISS = Move(
    verb=DISMISSED, right=Act.JOIN_MATTER, from_states=frozenset({FoundState.OPEN.value}), to_state=FoundState.DISMISSED
)


def dismiss(row: FoundRepeat, *, by: Staff, seen: int | None = None, on: date | None = None) -> FoundRepeat:
    """Say that two cases are not of one matter. Raises Refused as `recording`."""
    with recording(DISMISS, row, by=by, seen=seen, on=on) as made:
        made.record.decided_on, made.record.decided_by = made.on, by
    found: FoundRepeat = made.record
    return found
