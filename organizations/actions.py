"""Changes to the tree of units; the path is kept here and nowhere else."""

from typing import Any

from django.db import transaction
from pypinyin import Style, lazy_pinyin

from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import UNIT_ADDED, UNIT_MOVED
from organizations.models import Staff, Unit
from organizations.vocabulary import Level, UnitKind


def add_unit(
    name: str, kind: UnitKind, level: Level, *, parent: Unit | None = None, by: Staff | None = None, **fields: Any
) -> Unit:
    """Add one unit below ``parent`` and return it with its path, district and pinyin initials.

    ``fields``: short_name, code (padded to 12), document_prefix, valid_from, and the columns of its letterhead.
    """
    fields["code"] = pad_code(fields.get("code", ""))
    fields.setdefault("short_name", name[:40])
    with transaction.atomic():
        unit = Unit(name=name, kind=kind, level=level, parent=parent, initials=initials(name), **fields)
        unit.short_initials = initials(unit.short_name)[:40]
        unit.save()
        unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
        unit.district = unit if _is_district(unit) else (parent.district if parent else None)
        unit.save(update_fields=["path", "district"])
        note(UNIT_ADDED, by=by, at=unit, about=unit, parent=parent.pk if parent else None, kind=str(UnitKind(kind)))
    return unit


def move_unit(unit: Unit, parent: Unit, *, by: Staff | None = None) -> None:
    """Move a unit with all below it under another parent; districts that move along stay what they are.

    Raises Refused: unit_circle.
    """
    with transaction.atomic():
        fresh = {each.pk: each for each in Unit.objects.select_for_update().filter(pk__in=[unit.pk, parent.pk])}
        moving, target = fresh[unit.pk], fresh[parent.pk]
        if moving.holds(target):
            raise Refused("unit_circle", f"“{parent.name}”在“{unit.name}”之下，不能作为它的上级单位。")
        old, new = moving.path, f"{target.path}{unit.pk}/"
        district = unit if _is_district(unit) else target.district
        moved = list(Unit.objects.select_for_update().filter(path__startswith=old))
        # Whoever stands on either line reads by the records until the rows of his sight have followed.
        Unit.objects.filter(pk__in={*moving.line, *target.line}).update(moving=True)
        for each in moved:
            if each.district_id == moving.district_id:
                each.district = district
            each.path, each.moving = new + each.path.removeprefix(old), True
        Unit.objects.bulk_update(moved, ["path", "district", "moving"], batch_size=500)
        Unit.objects.filter(pk=unit.pk).update(parent=target)
        note(UNIT_MOVED, by=by, at=target, about=unit, parent=target.pk, former=moving.parent_id)
    unit.parent, unit.path, unit.district = target, new, district


def pad_code(code: str) -> str:
    """Pad a division code of 2 to 12 digits to the 12 of the statistical code; "" stays empty."""
    return code.ljust(12, "0") if code else ""


def initials(name: str) -> str:
    """Return the lower-case pinyin initials of a name: 信访局 -> xfj."""
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))[:60].lower()


def _is_district(unit: Unit) -> bool:
    return (unit.level, unit.kind) == (Level.DISTRICT, UnitKind.AREA)
