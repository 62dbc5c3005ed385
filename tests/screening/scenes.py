"""What the tests of screening begin with: a round that is open, a dispute of the village."""

from datetime import date
from typing import Any
from uuid import uuid4

from law.matters import Tier
from organizations.vocabulary import UnitKind
from screening.disputes.filing import DisputeInput, file_dispute
from screening.models import Dispute, Report, Round
from screening.models.words import DisputeKind, DisputeSource
from screening.reports.actions import ReportInput, report_round
from screening.rounds.opening import open_rounds
from tests.cast import Cast

# A Wednesday without a holiday near it.
WEDNESDAY = date(2026, 3, 4)
FRIDAY = date(2026, 3, 6)
NEXT_MONDAY = date(2026, 3, 9)
ZERO = ReportInput(zero=True)
WATER = "两户为灌溉水渠的分水口争执，下游三亩秧田缺水。"


def round_of(cast: Cast, kind: UnitKind = UnitKind.VILLAGE, day: date = WEDNESDAY) -> Round:
    """The ordinary round of a kind of unit that a day lies in."""
    open_rounds(day)
    return Round.objects.get(district=cast.area, kind=kind, theme=None, first_day__lte=day, last_day__gte=day)


def zero(cast: Cast, round_: Round, on: date = WEDNESDAY, **more: Any) -> Report:
    """The village reports that nothing happened."""
    asked = {"client_id": uuid4(), "by": cast.informant, "on": on} | more
    return report_round(round_, cast.village, ZERO, **asked)


def said(**changes: Any) -> DisputeInput:
    """What is told of the dispute about the water."""
    told = {
        "kind": DisputeKind.LAND,
        "source": DisputeSource.VISIT,
        "people": 4,
        "households": 2,
        "facts": WATER,
        "tier": Tier.ORDINARY,
    }
    return DisputeInput(**{**told, **changes})


def dispute(cast: Cast, on: date = WEDNESDAY, **changes: Any) -> Dispute:
    """The dispute about the water, found at the village."""
    return file_dispute(cast.village, said(**changes), client_id=uuid4(), by=cast.informant, on=on)
