"""The steps of a handover, and the entry of a note."""

from datetime import date

from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from reception.models import HandoverState, NoteKind, ShiftHandover

GIVEN = Verb("reception.shift_given", "交班", {"to": Fact("接班人", person=True)})
TAKEN = Verb("reception.shift_taken", "接班")
NOTED = Verb("reception.duty_noted", "值班记事", {"kind": Fact("种类", str, NoteKind)})
VERBS = (GIVEN, TAKEN, NOTED)


def _to(row: ShiftHandover) -> list[Staff]:
    return [row.given_to]


def _by_whom_it_was_given_to(row: ShiftHandover, staff: Staff, _on: date) -> Refused | None:
    """Codes: not_receiver."""
    if staff.pk != row.given_to_id:
        return Refused("not_receiver", f"由接班人{row.given_to.name}确认接班。")
    return None


GIVE = Move(verb=GIVEN, right=Act.REGISTER, to_state=HandoverState.GIVEN, told=_to)
TAKE = Move(
    verb=TAKEN,
    right=Act.REGISTER,
    from_states=frozenset({HandoverState.GIVEN.value}),
    to_state=HandoverState.TAKEN,
    opening=_by_whom_it_was_given_to,
    told=lambda row: [row.given_by],
)
NOTE = Move(verb=NOTED, right=Act.REGISTER, to_state="noted")
