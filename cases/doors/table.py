"""DOORS: the rows of the acts on a case, and what both doors do with a row."""

from collections.abc import Callable
from typing import Any

from cases.doors.commissioning import COMMISSIONING
from cases.doors.delivery import DELIVERY
from cases.doors.desk import DESK
from cases.doors.dispatching import DISPATCHING
from cases.doors.ending import ENDING
from cases.doors.handling import HANDLING
from cases.doors.jurisdiction import JURISDICTION
from cases.doors.matters import MATTERS
from cases.doors.petitioner import PETITIONER
from cases.doors.promising import PROMISING
from cases.doors.proposing import PROPOSING
from cases.doors.reclassifying import RECLASSIFYING
from cases.doors.remedies import REMEDIES
from cases.doors.reporting import REPORTING
from cases.doors.time import TIME
from cases.doors.together import TOGETHER
from cases.doors.turning_away import TURNING_AWAY
from cases.doors.undoing import UNDOING
from cases.forms.base import ActForm
from kit.doors import Door
from kit.rooms import doors
from law.vocabulary import Act, Scope

DOORS: tuple[Door, ...] = (
    *DESK,
    *DISPATCHING,
    *PROPOSING,
    *HANDLING,
    *RECLASSIFYING,
    *TOGETHER,
    *JURISDICTION,
    *TURNING_AWAY,
    *TIME,
    *PETITIONER,
    *DELIVERY,
    *UNDOING,
    *REMEDIES,
    *ENDING,
    *COMMISSIONING,
    *REPORTING,
    *MATTERS,
    *PROMISING,
)
# What a program of this house calls by the name of the act: the demonstration, the tests.
ACTIONS: dict[Act, Callable[..., Any]] = {door.act: door.action for door in DOORS}


def doors_on_a_case() -> dict[Act, Door]:
    """Return the rows of every act on a case that is there, of all rooms; registering has a page of its own."""
    return {act: door for act, door in doors().items() if door.on_a_case}


def door_at(slug: str) -> Door | None:
    """Return the row of an address part such as "record-inquiry", if there is one."""
    return next((door for door in doors_on_a_case().values() if door.slug == slug), None)


def run(door: Door, case_id: int, form: ActForm) -> Any:
    """Call the act's action with what the form has typed; raises Refused as the action does."""
    arguments = form.arguments()
    if door.scope is not Scope.LEG:
        arguments.pop("leg_id", None)
    if door.scope is not Scope.HAND_OFF:
        arguments.pop("hand_off_id", None)
    return door.action(case_id, by=form.by, **arguments)
