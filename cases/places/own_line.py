"""Does a respondent's name, as written, mean somebody on the registrar's own line (Art. 30)? Read in doubt as yes."""

from collections.abc import Iterable

from django.db.models import Q

from cases.models import Respondent
from organizations.authority import stands_at
from organizations.models import Grant, Staff, Unit
from organizations.vocabulary import UnitKind
from vault.digests import normalised

_SHORTEST = 2
# What people leave out: 青石镇 is its 人民政府, and 住建局 the one of this district.
_ENDINGS = ("人民政府", "街道办事处", "办事处", "村民委员会", "居民委员会")


def names_own_line(respondents: Iterable[Respondent], registrar: Staff) -> bool:
    """Tell whether a respondent linked to nobody is named like a unit over the registrar, or a person there (Art. 30).

    Names are compared without blanks and width, in both directions; an area is no unit that could be meant.
    """
    said = [(normalised(each.name), normalised(each.name + each.position)) for each in respondents]
    if not any(whole for _, whole in said):
        return False
    keys = {key for unit in stands_at(registrar) for key in unit.line}
    # Whoever goes on with what a closed unit did is meant by its name, too.
    line = Unit.objects.filter(Q(pk__in=keys) | Q(successor__in=keys)).exclude(kind=UnitKind.AREA)
    units = list(line.select_related("district").order_by("path"))
    meant = [*(name for unit in units for name in _names_of(unit)), *_people_of(units)]
    return any(_meet(name, whole, each) for name, whole in said for each in meant)


def _meet(name: str, whole: str, meant: str) -> bool:
    return meant in whole or (len(name) >= _SHORTEST and name in meant)


def _names_of(unit: Unit) -> set[str]:
    """The full and the short name, and what is left of them without the district in front and the office behind."""
    names = {normalised(unit.name), normalised(unit.short_name)}
    # Of the district's own government nothing would be left but the district, which every other unit bears too.
    if unit.kind != UnitKind.GOVERNMENT:
        district = normalised(unit.district.name) if unit.district else ""
        names |= {name.removeprefix(district) for name in names}
        names |= {name.removesuffix(ending) for name in names for ending in _ENDINGS}
    return {name for name in names if len(name) >= _SHORTEST}


def _people_of(units: list[Unit]) -> set[str]:
    """Everybody on the books of these units, by home or by grant, whether active or not."""
    granted = Grant.objects.filter(unit__in=units).values("staff_id")
    names = Staff.objects.filter(Q(unit__in=units) | Q(pk__in=granted)).values_list("name", flat=True)
    return {name for name in map(normalised, names) if len(name) >= _SHORTEST}
