"""Whether what was suggested was followed: looked up the night after, when the registration and what came of it are there."""

from datetime import date, timedelta

from cases.forms.intake_page import SOURCE
from cases.models import Case
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
    while rows := list(open_ones.filter(pk__gt=last).select_related("term", "other")[:_AT_A_TIME]):
        done += _follow(rows)
        last = rows[-1].pk
    Hint.objects.filter(followed=None, shown_on__lt=day - _GIVEN_UP).delete()
    return done


def _follow(hints: list[Hint]) -> int:
    made = Case.objects.filter(source=SOURCE, external_number__in={hint.form for hint in hints})
    cases = {
        (case.external_number, case.registered_by_id): case for case in made.select_related("category_term").order_by()
    }
    known, sealed = [], []
    for hint in hints:
        case = cases.get((hint.form, hint.shown_to_id))
        if case is None:
            continue
        if case.sealed or (hint.other and hint.other.sealed):
            sealed.append(hint.pk)
            continue
        hint.case, hint.followed = case, _followed(hint, case)
        known.append(hint)
    Hint.objects.bulk_update(known, ["case", "followed"])
    Hint.objects.filter(pk__in=sealed).delete()
    return len(known)


def _followed(hint: Hint, case: Case) -> bool:
    if hint.kind == HintKind.CATEGORY:
        return bool(hint.term and case.category_term and case.category_term.code.startswith(hint.term.code))
    return bool(hint.other and case.matter_id is not None and case.matter_id == hint.other.matter_id)
