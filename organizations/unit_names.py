"""Former names and everyday names of units: kept by who manages units, so that a unit is found by them."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from law.errors import Refused
from organizations.actions import initials
from organizations.authority import may
from organizations.journal.noting import note
from organizations.journal.verbs import UNIT_NAME_DROPPED, UNIT_NAMED
from organizations.models import Staff, Unit, UnitName
from organizations.roles import Right
from organizations.settings_in_force import assert_manager
from organizations.unit_options import known_to
from organizations.vocabulary import NameKind


def unit_managed(unit_id: int, by: Staff) -> Unit:
    """Return a unit whose names a person keeps. Raises Refused: not_permitted, not_found."""
    unit = known_to(assert_manager(by)).filter(pk=unit_id).first()
    if unit is None:
        raise Refused("not_found", "没有这个单位，或者它不在本区。")
    # A body outside the districts is named by whoever looks for it.
    if not may(by, Right.MANAGE_UNITS, at=unit if unit.district_id else by.unit):
        raise Refused("not_permitted", f"您不是“{unit.name}”的系统管理员。")
    return unit


def names_of(unit: Unit) -> "QuerySet[UnitName]":
    """Return the other names of a unit."""
    return UnitName.objects.filter(unit=unit)


def name_unit(
    unit_id: int, name: str, kind: NameKind, *, by: Staff, used_from: date | None = None, used_to: date | None = None
) -> UnitName:
    """Add a name by which a unit is found and return it.

    Raises Refused: not_permitted, not_found, name_missing, dates_unfit, name_known_already.
    """
    unit, name = unit_managed(unit_id, by), name.replace("\x00", "").strip()[:100]
    if not name:
        raise Refused("name_missing", "请写明名称。")
    if used_from and used_to and used_to < used_from:
        raise Refused("dates_unfit", f"停用日期{used_to}早于启用日期{used_from}，请核对。")
    if name in (unit.name, unit.short_name, unit.legal_name):
        raise Refused("name_known_already", f"“{name}”就是它现在的名称，不需要再加。")
    return add_name(unit, name, kind, by=by, used_from=used_from, used_to=used_to)


def add_name(unit: Unit, name: str, kind: NameKind, *, by: Staff | None = None, **days: date | None) -> UnitName:
    """Write a name down, whoever does it. ``days``: used_from, used_to. Raises Refused name_known_already."""
    made = UnitName(unit=unit, kind=kind, name=name, initials=initials(name), **days)
    try:
        with transaction.atomic():
            made.save()
            note(UNIT_NAMED, by=by, at=unit, about=unit, name=made.pk, kind=str(kind))
    except IntegrityError:
        raise Refused("name_known_already", f"“{unit.name}”已经有“{name}”这个名称。") from None
    return made


def drop_name(name_id: int, *, by: Staff) -> Unit:
    """Take a name away from a unit, entered by mistake or used for another, and return the unit.

    Raises Refused: not_permitted, not_found.
    """
    row = UnitName.objects.filter(pk=name_id).first()
    if row is None:
        raise Refused("not_found", "没有这个名称，可能已经删去。")
    unit = unit_managed(row.unit_id, by)
    with transaction.atomic():
        note(UNIT_NAME_DROPPED, by=by, at=unit, about=unit, name=row.pk, kind=str(row.kind))
        row.delete()
    return unit
