"""The term and the division that stand beside the words of a registration (docs/decisions/0031)."""

from datetime import date
from typing import Any

from cases.models import Case
from organizations.dictionaries import CONTENT, term_coded, term_written
from organizations.models import Unit
from organizations.places import assert_place, place_written


def linked(
    *, category: str, category_code: str, location: str, place: Unit | None, district: int | None, on: date
) -> dict[str, Any]:
    """Return the four columns of a registration: what was chosen, else what the words name exactly.

    Words that were not written are those of what was chosen. Raises Refused: term_unknown, place_unfit.
    """
    term = term_coded(CONTENT, category_code, on) if category_code else term_written(CONTENT, category, on)
    where = assert_place(place, district) if place else place_written(location, district, on)
    return {
        "category_term": term,
        "category": category or (term.path if term else ""),
        "division": where,
        "location": location or (where.name if where else ""),
    }


def relinked(case: Case, changes: dict[str, Any], on: date) -> dict[str, Any]:
    """Return the changes of a correction with the term and the division that they bring along.

    Raises Refused: term_unknown, place_unfit.
    """
    changes = dict(changes)
    if code := changes.pop("category_code", ""):
        term = term_coded(CONTENT, code, on)
        changes = {"category": term.path, **changes, "category_term": term}
    elif changes.get("category", case.category) != case.category:
        # Other words: the former term no longer says what they say.
        changes["category_term"] = term_written(CONTENT, changes["category"], on)
    if place := changes.pop("place", None):
        changes["division"] = assert_place(place, case.district_id)
    elif found := place_written(changes.get("location", ""), case.district_id, on):
        changes["division"] = found
    return changes
