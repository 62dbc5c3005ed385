"""What stands beside the registration form: a category, signs that the matter does not wait; what was shown is noted."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cases.forms.intake_page import key_from
from insight.categories.suggesting import SuggestedTerm, suggested_terms
from insight.models import Hint, HintKind
from insight.urgency import signs_of
from kit.texts import Beside
from organizations.models import Staff


def read_hints(staff: Staff, typed: Mapping[str, Any], on: date) -> dict[str, Any] | None:
    """Return the categories and signs for what is typed, None where it says too little.

    Notes which category, and which case, stood first beside this form: afterwards it is seen whether it was followed.
    """
    text = "\n".join(str(typed[name]) for name in ("subject", "content") if typed.get(name))
    terms = [] if typed.get("category_code") else suggested_terms(staff.unit.district_id, text, on)
    signs = [] if typed.get("urgent") else signs_of(text)
    _note(staff, str(typed.get("key") or ""), terms, typed.get("similar", ()), on)
    return {"terms": terms, "signs": signs} if terms or signs else None


def _note(staff: Staff, form: str, terms: Sequence[SuggestedTerm], similar: Sequence[int], on: date) -> None:
    if key_from(form) is None:
        return
    common: dict[str, Any] = {"district_id": staff.unit.district_id, "form": form, "shown_on": on, "shown_to": staff}
    shown = [Hint(kind=HintKind.CATEGORY, term=each.term, learned=each.learned, **common) for each in terms[:1]]
    shown += [Hint(kind=HintKind.REPEAT, other_id=key, **common) for key in similar[:1]]
    if shown:
        Hint.objects.bulk_create(
            shown,
            update_conflicts=True,
            unique_fields=["form", "kind", "shown_to"],
            update_fields=["term", "other", "learned", "shown_on"],
        )


BESIDE = Beside("insight/_beside.html", read_hints)
