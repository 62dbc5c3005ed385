"""By which way the demands of a leg go (Art. 31)."""

from cases.models import Demand, Leg
from law.paths import runs_sixty_days
from law.vocabulary import Kind, Path


def owes_answer(demand: Demand) -> bool:
    """Tell whether a demand has to be answered by an opinion: an appeal on path six, or not yet determined."""
    return runs_sixty_days(Kind(demand.kind), Path(demand.path) if demand.path else None)


def runs_sixty_days_on(leg: Leg) -> bool:
    """Tell whether any demand of this leg goes path six, or none is settled yet (Art. 31, 34)."""
    return any(map(owes_answer, leg.demands.all()))
