"""What stands beside the registration form: category, kind and path, signs that the matter does not wait; what was shown is noted."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cases.forms.intake_page import key_from
from insight.categories.suggesting import SuggestedTerm, suggested_terms
from insight.handling.suggesting import Asked, Handling, suggested_kinds
from insight.models import Hint, HintKind
from insight.noting import keep_hints
from insight.urgency import signs_of
from kit.texts import Beside
from organizations.dictionaries import CONTENT
from organizations.models import Staff, Term


def read_hints(staff: Staff, typed: Mapping[str, Any], on: date) -> dict[str, Any] | None:
    """Return the categories, signs, kinds and paths for what is typed, None where it says too little.

    Notes what stood first of each beside this form: afterwards it is seen whether it was followed.
    """
    text = "\n".join(str(typed[name]) for name in ("subject", "content") if typed.get(name))
    terms = [] if typed.get("category_code") else suggested_terms(staff.unit.district_id, text, on)
    signs = [] if typed.get("urgent") else signs_of(text)
    similar = typed.get("similar", ())
    handling = suggested_kinds(staff, _asked(typed, text, similar, on))
    _note(staff, str(typed.get("key") or ""), terms, handling, similar, on)
    ways = [(kind, found) for kind, found in handling.by_kind.items() if found]
    return {"terms": terms, "signs": signs, "ways": ways} if terms or signs or ways else None


def _asked(typed: Mapping[str, Any], text: str, similar: Sequence[int], on: date) -> Asked:
    code = str(typed.get("category_code") or "")
    term = Term.objects.of(CONTENT).valid_on(on).filter(code=code).first() if code else None
    return Asked(text, similar, term)


def _note(
    staff: Staff, form: str, terms: Sequence[SuggestedTerm], handling: Handling, similar: Sequence[int], on: date
) -> None:
    if key_from(form) is None:
        return
    common: dict[str, Any] = {"district_id": staff.unit.district_id, "form": form, "shown_on": on, "shown_to": staff}
    shown = [Hint(kind=HintKind.CATEGORY, term=each.term, learned=each.learned, **common) for each in terms[:1]]
    shown += [Hint(kind=HintKind.REPEAT, other_id=key, **common) for key in similar[:1]]
    shown += [Hint(kind=kind, value=each.code, **common) for kind, each in handling.first()]
    keep_hints(shown)


BESIDE = Beside("insight/_beside.html", read_hints)
