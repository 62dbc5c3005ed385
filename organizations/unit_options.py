"""The units a person can choose from while typing: by name, short name, a name they had or are called by, or initials.

The nearest first: what is called just so, then short names that begin so, then other names that do, then the rest.
"""

from functools import reduce
from operator import or_
from typing import Any, NotRequired, TypedDict

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Length

from law.errors import Refused
from organizations.authority import stands_at
from organizations.models import Staff, Unit, UnitName
from organizations.places import PLACES
from organizations.today import today
from organizations.vocabulary import UnitKind

MOST = 20
PURPOSES = ("", "refer", "delegate", "consult", "place")
# 省、市、县、区.
_LEVEL_WORDS, _LEVEL_LETTERS = "省市县区", "sxq"
_NEVER_ASKED = (UnitKind.AREA, UnitKind.VILLAGE_GROUP)
_NEVER_REFERRED_TO = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP)


class Option(TypedDict):
    """One choice as the picker wants it; ``path`` names what stands above the unit: 云川区 / 柳溪镇.

    ``legal``: the name its letters carry, where that is another.
    """

    id: int
    name: str
    path: str
    note: str
    legal: NotRequired[str]


def unit_options(staff: Staff, words: str, purpose: str = "") -> list[Option]:
    """Return at most 20 units that exist today in the person's district, or outside, and match the words.

    ``purpose``: refer (bodies that handle petitions), delegate (villages below the person's town),
    consult (no areas, no groups of villagers), place (divisions in which something happens) or "" (any but areas:
    an area is no body).
    Raises Refused: unknown_purpose.
    """
    units = matching_units(staff, words, purpose)[:MOST]
    above = {key for unit in units for key in unit.line[:-1]}
    names = dict(Unit.objects.filter(pk__in=above).values_list("pk", "short_name"))
    return [_option(unit, names) for unit in units]


def matching_units(staff: Staff, words: str, purpose: str = "") -> list[Unit]:
    """Return what `unit_options` offers, the nearest first, and one more where there are more than it shows.

    Raises Refused: unknown_purpose.
    """
    if purpose not in PURPOSES:
        raise Refused("unknown_purpose", f"for 只能是 {'、'.join(PURPOSES[1:])} 之一，或者不写。")
    words = words.replace("\x00", "").strip()[:40]
    found = choosable(staff, purpose)
    order: list[Any] = []
    if words:
        told = Subquery(_named(words).values("name")[:1])
        found = found.filter(_matching(words)).annotate(also_called=told)
        order = [_nearness(words), Length("short_name")]
    return list(found.order_by(*order, "path")[: MOST + 1])


def choosable(staff: Staff, purpose: str = "") -> "QuerySet[Unit]":
    """Return the units a person can choose from today, for a purpose as in `unit_options`."""
    return Unit.objects.valid_on(today()).filter(_within(staff), _fits(staff, purpose))


def known_to(staff: Staff) -> "QuerySet[Unit]":
    """Return every unit, past ones too, that a person may name at all: of the own district, or outside any."""
    return Unit.objects.filter(_within(staff))


def _within(staff: Staff) -> Q:
    """The person's own district and the bodies outside any district; above district level, what lies below."""
    unit = staff.unit
    own = Q(district=unit.district_id) if unit.district_id else Q(path__startswith=unit.path)
    return own | Q(district=None, kind=UnitKind.EXTERNAL)


def _fits(staff: Staff, purpose: str) -> Q:
    if purpose == "refer":
        return ~Q(kind__in=_NEVER_REFERRED_TO)
    if purpose == "place":
        return Q(kind__in=PLACES)
    if purpose == "consult":
        return ~Q(kind__in=_NEVER_ASKED)
    if purpose != "delegate":
        return ~Q(kind=UnitKind.AREA)
    below = Q(pk__in=())
    for path in _town_paths(staff):
        below |= Q(path__startswith=path)
    return below & Q(kind=UnitKind.VILLAGE)


def _town_paths(staff: Staff) -> list[str]:
    """Return the paths of the towns that the person stands at or below."""
    line = {key for unit in stands_at(staff) for key in unit.line}
    return list(Unit.objects.filter(pk__in=line, kind=UnitKind.TOWN).values_list("path", flat=True))


def _matching(words: str) -> Q:
    low = words.lower()
    own = Q(name__icontains=words) | Q(short_name__icontains=words) | Q(legal_name__icontains=words)
    return own | Q(initials__contains=low) | Q(short_initials__contains=low) | Q(Exists(_named(words)))


def _named(words: str) -> "QuerySet[UnitName]":
    """The other names of a unit that match."""
    matching = Q(name__icontains=words) | Q(initials__contains=words.lower())
    return UnitName.objects.filter(matching, unit=OuterRef("pk")).order_by(Length("name"), "pk")


def _nearness(words: str) -> Case:
    """Order what is called just so before what begins so, short names first, and that before what only contains it."""
    low = words.lower()
    # A short name begins with the word for its level: 区住建局 is 住建局 to those who look for it.
    shorts = [words, *(level + words for level in _LEVEL_WORDS)]
    letters = [low, *(level + low for level in _LEVEL_LETTERS)]
    exact = Q(name__iexact=words) | Q(initials=low) | Q(short_name__in=shorts) | Q(short_initials__in=letters)
    exact |= Q(Exists(_named(words).filter(Q(name__iexact=words) | Q(initials=low))))
    short = reduce(or_, [Q(short_name__istartswith=each) for each in shorts])
    short |= reduce(or_, [Q(short_initials__startswith=each) for each in letters])
    begins = Q(name__istartswith=words) | Q(initials__startswith=low)
    begins |= Q(Exists(_named(words).filter(Q(name__istartswith=words) | Q(initials__startswith=low))))
    ranks = [When(wanted, then=Value(rank)) for rank, wanted in enumerate((exact, short, begins))]
    return Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())


def _option(unit: Unit, names: dict[int, str]) -> Option:
    path = " / ".join(names[key] for key in unit.line[:-1] if key in names)
    also = getattr(unit, "also_called", None)
    note = UnitKind(unit.kind).label + (f"，又称“{also}”" if also else "")
    option = Option(id=unit.pk, name=unit.name, path=path, note=note)
    return {**option, "legal": unit.formal_name} if unit.formal_name != unit.name else option
