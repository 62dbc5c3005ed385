"""What became of the cases like this one, and of those of its category and place: of what whoever asks may read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from cases.models import Case, Demand, Leg
from cases.sight.querysets import CaseQuerySet
from insight.handling.suggestion import Suggestion
from law.matters import Tier
from law.vocabulary import Kind, Path, State
from organizations.models import Staff, Term, Unit
from organizations.today import today

# So many of the newest cases of a category are counted, of so many years.
_COUNTED, _BACK = 200, timedelta(days=730)
# Fewer cases, or a smaller share of them, speak for nothing.
_FEWEST, _SHARE = 3, 0.5
# A case that is alike in its words says more than one of the same category.
_ALIKE_WEIGHT, _KIND_WEIGHT = 2.0, 1.0
_SECOND_LEVEL = 4


@dataclass(frozen=True)
class Past:
    """Cases that went before, and how a reason names them."""

    keys: Sequence[int]
    said: str
    weight: float


def past_of(
    staff: Staff, alike: Sequence[int], term: Term | None, place: Unit | None, *, besides: int | None = None
) -> list[Past]:
    """Return the cases that may say something: those of the same words, those of the same category, at the same place first.

    Three statements at most; nothing of a sealed case.
    """
    found = [Past(alike, f"内容相近的{len(alike)}件", _ALIKE_WEIGHT)] if alike else []
    if term is None:
        return found
    rows = _of_category(staff, term).exclude(pk=besides or 0)
    if place is not None:
        keys = _newest(rows.filter(division__path__startswith=place.path))
        if len(keys) >= _FEWEST:
            return [*found, Past(keys, f"{place.short_name}“{term.label}”类{len(keys)}件", _KIND_WEIGHT)]
    keys = _newest(rows)
    return [*found, Past(keys, f"“{term.label}”类{len(keys)}件", _KIND_WEIGHT)] if len(keys) >= _FEWEST else found


def units_before(past: Sequence[Past]) -> list[Suggestion]:
    """Return the units that answered those cases: one statement. What was sent back to its sender counts for nobody."""
    rows = Leg.objects.filter(case__in=_all(past), held_accusation=False).exclude(state=State.RETURNED)
    pairs = list(rows.values_list("case", "unit").distinct())
    names = dict(Unit.objects.valid_on(today()).filter(pk__in={unit for _, unit in pairs}).values_list("pk", "name"))
    known = [(case, unit) for case, unit in pairs if unit in names]
    return _said(past, known, lambda unit: names[unit], "由它办理")


def kinds_before(past: Sequence[Past]) -> list[Suggestion]:
    """Return the kinds that the demands of those cases were: one statement."""
    pairs = _demands(past, "kind")
    return _said(past, pairs, lambda code: Kind(code).label, "按这一类")


def paths_before(past: Sequence[Past]) -> list[Suggestion]:
    """Return the paths by which those cases went: one statement."""
    pairs = [pair for pair in _demands(past, "path") if pair[1]]
    return _said(past, pairs, lambda code: Path(code).label, "走这一途径")


def tiers_before(past: Sequence[Past]) -> list[Suggestion]:
    """Return the tiers that those cases were given, where that was not the ordinary one: one statement."""
    rows = Case.objects.filter(pk__in=_all(past)).exclude(tier=Tier.ORDINARY).order_by()
    return _said(past, list(rows.values_list("pk", "tier")), lambda code: Tier(code).label, "定为这一级")


def _said(past: Sequence[Past], pairs: Sequence[tuple[int, Any]], label: Any, verb: str) -> list[Suggestion]:
    found = []
    for each in past:
        keys = set(each.keys)
        counted = Counter(value for case, value in pairs if case in keys)
        for value, many in counted.most_common(3):
            if many >= min(_FEWEST, len(keys)) and many / len(keys) >= _SHARE:
                weight = each.weight * many / len(keys)
                found.append(Suggestion(str(value), label(value), f"{each.said}中{many}件{verb}", weight))
    return found


def _demands(past: Sequence[Past], column: str) -> list[tuple[int, str]]:
    rows = Demand.objects.filter(case__in=_all(past)).exclude(kind=Kind.ACCUSATION).order_by()
    return list(rows.values_list("case", column).distinct())


def _of_category(staff: Staff, term: Term) -> CaseQuerySet[Case]:
    codes = Term.objects.filter(dictionary=term.dictionary, code__startswith=term.code[:_SECOND_LEVEL])
    rows = Case.objects.visible_to(staff).filter(
        district=staff.unit.district_id, category_term__in=codes, sealed=False, received_on__gte=today() - _BACK
    )
    return rows.exclude(state__in=(State.VOIDED, State.REGISTERED))


def _newest(rows: CaseQuerySet[Case]) -> list[int]:
    return list(rows.order_by("-received_on", "-id").values_list("pk", flat=True)[:_COUNTED])


def _all(past: Iterable[Past]) -> set[int]:
    return {key for each in past for key in each.keys}
