"""How serious a dispute is: rules about the dispute, each with its reason; nothing is asked of a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.models.words import DisputeKind, Grade

# Where many share one cause, a dispute grows faster than its parties.
_SHARED = (DisputeKind.WAGES, DisputeKind.DEMOLITION, DisputeKind.ENVIRONMENT, DisputeKind.PROPERTY)
REASONS: Mapping[str, str] = {
    "many": "牵涉人数多",
    "very_many": "牵涉人数很多",
    "hurt": "有人受伤",
    "danger": "有人身、房屋等现实危险",
    "shared": "同一原因牵涉多户",
    "again": "同一地点同类纠纷再次发生",
}
_SHARED_HOUSEHOLDS = 3


@dataclass(frozen=True)
class Measured:
    """What the rules look at. ``larger`` and ``grave``: the numbers of people that the site has set."""

    kind: DisputeKind
    people: int
    households: int
    hurt: bool
    at_risk: bool
    again: bool
    larger: int
    grave: int


def graded(at: Measured) -> tuple[Grade, list[str]]:
    """Return the grade of a dispute and the codes of the rules that gave it, the gravest first."""
    grave = [code for code, holds in (("very_many", at.people >= at.grave), ("danger", at.at_risk)) if holds]
    larger = [
        code
        for code, holds in (
            ("hurt", at.hurt),
            ("many", at.larger <= at.people < at.grave),
            ("shared", at.kind in _SHARED and at.households >= _SHARED_HOUSEHOLDS),
            ("again", at.again),
        )
        if holds
    ]
    grade = Grade.GRAVE if grave else Grade.LARGER if larger else Grade.ORDINARY
    return grade, grave + larger


def reasons_said(codes: list[str]) -> str:
    """Return the reasons of a grade in words, "" where no rule applied."""
    return "、".join(REASONS[code] for code in codes if code in REASONS)
