"""The units a person can choose from while typing: by name, short name or pinyin initials."""

from typing import TypedDict

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from organizations.authority import stands_at
from organizations.models import Staff, Unit
from organizations.today import today
from organizations.vocabulary import UnitKind

MOST = 20
_NOT_REFERRED_TO = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP)
PURPOSES = ("refer", "delegate", "consult")


class Option(TypedDict):
    """One choice as the picker wants it."""

    id: int
    name: str
    path: str
    note: str


def unit_options(staff: Staff, words: str, purpose: str = "") -> list[Option]:
    """Return at most 20 units that exist today in the person's district, or outside, and match the words.

    ``purpose``: refer (bodies that handle petitions), delegate (villages below the person's town), consult or "" (any).
    """
    words = words.replace("\x00", "").strip()[:40]
    found = _within(staff).filter(_fits(staff, purpose)).valid_on(today())  # type: ignore[attr-defined]
    units = list(_ranked(found, words)[:MOST])
    names = dict(Unit.objects.filter(pk__in={key for unit in units for key in unit.line}).values_list("pk", "short_name"))
    return [_option(unit, names) for unit in units]
