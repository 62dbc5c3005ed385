"""The legs and hand-offs of a locked case that one person may know of: what he may act on, by the rule of the whole file."""

from collections.abc import Iterable

from cases.models import HandOff, Leg
from cases.places.locked import Locked
from cases.reading.case_file import reads_whole, was_asked
from organizations.models import Staff


def legs_and_hand_offs(locked: Locked, by: Staff) -> tuple[list[Leg], Iterable[HandOff]]:
    """Return them; hand-offs are asked for when somebody goes through them."""
    legs = locked.readable_legs
    if reads_whole(by, locked.case, legs):
        return legs, (each for leg in legs for each in leg.hand_offs.select_related("to_unit", "from_unit"))
    asked = [
        each for leg in legs for each in leg.hand_offs.select_related("to_unit", "from_unit") if was_asked(by, each)
    ]
    return [leg for leg in legs if any(each.leg_id == leg.pk for each in asked)], asked
