"""What the letters of a unit say of it, kept by the system administrator; its head keeps whom to ask and where."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q, QuerySet

from law.errors import Refused
from organizations.authority import holdings, may
from organizations.closed_units import assert_open
from organizations.journal.noting import note
from organizations.journal.unit_verbs import LETTERHEAD_KEPT
from organizations.models import Staff, Unit
from organizations.roles import Right
from organizations.today import today
from organizations.unit_options import known_to
from organizations.vocabulary import UnitKind

CONTACT = ("contact_person", "contact_phone", "address")
LETTERHEAD = ("legal_name", "seal_line", *CONTACT)
MOST_LISTED = 50


def columns_kept_by(staff: Staff, unit: Unit) -> tuple[str, ...]:
    """Return the columns of a unit's letterhead that a person keeps: all, whom to ask and where, or none."""
    if may(staff, Right.MANAGE_UNITS, at=unit):
        return LETTERHEAD
    return CONTACT if may(staff, Right.KEEP_CONTACTS, at=unit) else ()


def units_kept_by(staff: Staff, words: str) -> "QuerySet[Unit]":
    """Return the units whose letterhead a person keeps, narrowed by words, closed ones too. Raises Refused not_permitted."""
    own = [grant.unit_id for _, grant in holdings(staff, Right.KEEP_CONTACTS)]
    managed = bool(holdings(staff, Right.MANAGE_UNITS))
    if not (own or managed):
        raise Refused("not_permitted", "单位信息由系统管理员和单位负责人维护。可在“权限一览”查看谁可以办理。")
    units = known_to(staff).exclude(kind=UnitKind.AREA) if managed else Unit.objects.filter(pk__in=own)
    found = units.filter(Q(name__icontains=words) | Q(short_name__icontains=words)) if words else units
    return found.select_related("successor").order_by("path")[:MOST_LISTED]


def unit_known_to(staff: Staff, unit_id: int) -> Unit:
    """Return a unit that a person may name at all, closed ones too. Raises Refused not_found."""
    found = known_to(staff).select_related("successor", "parent").filter(pk=unit_id).first()
    if found is None:
        raise Refused("not_found", "没有这个单位，或者不在您的查看范围内。")
    return found


def keep_letterhead(unit_id: int, *, by: Staff, said: Mapping[str, str]) -> Unit:
    """Keep columns of a unit's letterhead; letters already made stay as they are.

    Raises Refused: not_found, not_permitted, unit_closed.
    """
    with transaction.atomic():
        unit = Unit.objects.select_for_update().get(pk=unit_known_to(by, unit_id).pk)
        columns = columns_kept_by(by, unit)
        if not columns or not set(said) <= set(columns):
            raise Refused(
                "not_permitted", "机关全称和落款由系统管理员维护；联系人、电话、地址也可以由本单位负责人维护。"
            )
        assert_open(unit, today())
        changed = [name for name in LETTERHEAD if name in said and getattr(unit, name) != said[name].strip()]
        for name in changed:
            setattr(unit, name, said[name].strip())
        if changed:
            unit.save(update_fields=changed)
            note(LETTERHEAD_KEPT, by=by, at=unit, about=unit, fields=changed)
    return unit
