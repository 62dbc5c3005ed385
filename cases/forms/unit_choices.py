"""The units that a select holds for browsers without scripts; the picker asks the server for the rest."""

from django.db.models import QuerySet
from django.forms import BoundField

from organizations.models import Staff, Unit
from organizations.unit_options import choosable

MOST_UNITS = 300


def offer_units(field: BoundField, by: Staff, purpose: str) -> None:
    """Fill the choices of a unit field with those a person can choose from for a purpose, and the chosen one."""
    offered: QuerySet[Unit] = choosable(by, purpose)
    units = list(offered.order_by("path")[:MOST_UNITS])
    chosen = str(field.value() or "")
    if chosen.isdecimal() and chosen not in {str(unit.pk) for unit in units}:
        units += list(field.field.queryset.filter(pk=chosen))  # type: ignore[attr-defined]
    field.field.choices = [("", "请选择"), *((unit.pk, _called(unit)) for unit in units)]  # type: ignore[attr-defined]


def _called(unit: Unit) -> str:
    """Name a unit, with the name on its letters where that is another."""
    return unit.name if unit.formal_name == unit.name else f"{unit.name}（{unit.formal_name}）"
