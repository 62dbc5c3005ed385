"""By which way the demands of a leg go (Art. 31)."""

from collections.abc import Iterable

from cases.models import Demand, Leg
from law.paths import KindAndPath, applies, runs_sixty_days
from law.vocabulary import Duty, Kind, Path
from organizations.models import Unit
from organizations.vocabulary import OWN_NOTICE_RULES, UnitKind


def owes_answer(demand: Demand) -> bool:
    """Tell whether a demand has to be answered by an opinion: an appeal on path six, or not yet determined."""
    return runs_sixty_days(Kind(demand.kind), Path(demand.path) if demand.path else None)


def runs_sixty_days_on(leg: Leg) -> bool:
    """Tell whether any demand of this leg goes path six, or none is settled yet (Art. 31, 34)."""
    return any(map(owes_answer, leg.demands.all()))


def kinds_and_paths(demands: Iterable[Demand]) -> list[KindAndPath]:
    """Return of which kind demands are, and by which path they go."""
    return [(Kind(demand.kind), Path(demand.path) if demand.path else None) for demand in demands]


def owes_notice(duty: Duty, unit: Unit, demands: Iterable[Demand]) -> bool:
    """Tell whether a unit owes the written notice on demands: not where it gives notice by its own rules (Art. 23, para 4)."""
    return applies(duty, kinds_and_paths(demands), own_rules=OWN_NOTICE_RULES.get(UnitKind(unit.kind)))
