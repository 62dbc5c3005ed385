"""The numbers of days that conditions ask for, of one case: one question for all of them."""

from datetime import date
from typing import Any

from cases.models import Case
from kit.rooms import declared
from organizations.settings_in_force import value_of, versions_for

# Kept on the case, which lives as long as one act or one page.
_KEPT = "_days_of_openings"
_ASKED = ("RATING_DAYS", "UNDO_DAYS")


def days_of(case: Case, key: str, on: date) -> Any:
    """Return what a setting of days is for a case on a day; one query a case for all of them."""
    kept: dict[str, list[Any]] | None = vars(case).get(_KEPT)
    if kept is None:
        kept = vars(case)[_KEPT] = versions_for(_ASKED, case.district_id)
    return value_of(declared(key), kept.get(key, []), on)
