"""Whether what was suggested was followed: looked up the night after, when the registration and what came of it are there."""

from collections import defaultdict
from datetime import date, timedelta

from cases.forms.intake_page import SOURCE
from cases.models import Case, Demand, Leg
from cases.models.case import DESK_STATES
from insight.models import Hint, HintKind

# A form that became no case by then was given up.
_GIVEN_UP = timedelta(days=30)
_AT_A_TIME = 1000


def follow_hints(day: date) -> int:
    """Note of the hints of earlier days whether they were followed; returns of how many. Safe twice.

    What became a sealed case, and what became none, is forgotten.
    """
    done = 0
    open_ones = Hint.objects.filter(followed=None, shown_on__lt=day).order_by("pk")
    last = 0
    while rows := list(
        open_ones.filter(pk__gt=last).select_related("term", "other", "case__category_term")[:_AT_A_TIME]
    ):
        done += _follow(rows)
        last = rows[-1].pk
    Hint.objects.filter(followed=None, shown_on__lt=day - _GIVEN_UP).delete()
    return done


def _follow(hints: list[Hint]) -> int:
    typed = [hint for hint in hints if hint.case is None]
    return _follow_typed(typed) + _follow_shown([hint for hint in hints if hint.case is not None])


def _follow_shown(hints: list[Hint]) -> int:
    """Of hints on the page of a case: what became of it is known once it has left the desk."""
    sealed = [hint.pk for hint in hints if hint.case and hint.case.sealed]
    known = [hint for hint in hints if hint.case and not hint.case.sealed and hint.case.state not in DESK_STATES]
    done = _Done({hint.case.pk for hint in known if hint.case})
    for hint in known:
        if hint.case:
            hint.followed = done.took(hint.case, hint)
    Hint.objects.bulk_update(known, ["followed"])
    Hint.objects.filter(pk__in=sealed).delete()
    return len(known)


def _follow_typed(hints: list[Hint]) -> int:
    made = Case.objects.filter(source=SOURCE, external_number__in={hint.form for hint in hints})
    cases = {
        (case.external_number, case.registered_by_id): case for case in made.select_related("category_term").order_by()
    }
    done = _Done({case.pk for case in cases.values()})
    known, sealed = [], []
    for hint in hints:
        case = cases.get((hint.form, hint.shown_to_id))
        if case is None:
            continue
        if case.sealed or (hint.other and hint.other.sealed):
            sealed.append(hint.pk)
            continue
        hint.case, hint.followed = case, done.took(case, hint)
        known.append(hint)
    Hint.objects.bulk_update(known, ["case", "followed"])
    Hint.objects.filter(pk__in=sealed).delete()
    return len(known)


class _Done:
    """What became of some cases: the kinds and paths of their demands, the units that they went to; two statements."""

    def __init__(self, cases: set[int]) -> None:
        self._demands: dict[int, set[str]] = defaultdict(set)
        self._units: dict[int, set[str]] = defaultdict(set)
        for case, kind, path in Demand.objects.filter(case__in=cases).values_list("case", "kind", "path"):
            self._demands[case] |= {kind, path}
        for case, unit in Leg.objects.filter(case__in=cases).values_list("case", "unit"):
            self._units[case].add(str(unit))

    def took(self, case: Case, hint: Hint) -> bool:
        """Tell whether what was suggested of a case is what was done."""
        if hint.kind == HintKind.CATEGORY:
            return bool(hint.term and case.category_term and case.category_term.code.startswith(hint.term.code))
        if hint.kind == HintKind.REPEAT:
            return bool(hint.other and case.matter_id is not None and case.matter_id == hint.other.matter_id)
        if hint.kind == HintKind.TIER:
            return bool(case.tier == hint.value)
        return hint.value in (self._units if hint.kind == HintKind.UNIT else self._demands)[case.pk]
