"""Another case of the same matter, as one person may know it."""

from dataclasses import dataclass

from cases.models import Case, Leg
from law.vocabulary import State


@dataclass(frozen=True)
class MatterCase:
    """``subject``, ``state`` and ``legs`` are what he may know of; ``reviewed``: the numbers of the review opinions that
    end it (Art. 36, para 3).
    """

    case: Case
    subject: str
    state: State
    legs: list[Leg]
    reviewed: list[str]

    @property
    def first(self) -> list[Leg]:
        """Return the legs that were accepted, each with the unit and the person who first took it up."""
        return [leg for leg in self.legs if leg.first_unit]
