"""Posts of a unit 第一责任人、分管领导、信访专干: filled from a day on, ended, and whom letters name for questions."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from law.errors import Refused
from organizations.authority import may
from organizations.closed_units import assert_open
from organizations.journal.noting import note
from organizations.journal.unit_verbs import POST_ENDED, POST_FILLED
from organizations.letterhead import unit_known_to
from organizations.models import Staff, Unit, UnitPost
from organizations.models.posts import Post
from organizations.roles import Right
from organizations.today import today


@dataclass(frozen=True)
class Contact:
    """Whom a petitioner can ask at a unit, and how; empty where nobody is named."""

    person: str = ""
    phone: str = ""


def contact_of(unit: Unit, on: date) -> Contact:
    """Return whom the letters of a unit name: its contact person, else whoever is its 信访专干 on that day."""
    found: dict[str, Any] = dict(Unit.objects.filter(pk=unit.pk).values(**officer_columns(on)).get())
    return contact_with(unit, **found)


def officer_columns(on: date) -> dict[str, Subquery]:
    """Return who is the 信访专干 of a unit on a day, as columns for who asks for the unit anyway."""
    held = UnitPost.objects.held_on(on).filter(unit=OuterRef("pk"), post=Post.OFFICER)
    return {"officer": Subquery(held.values("name")[:1]), "officer_phone": Subquery(held.values("phone")[:1])}


def contact_with(unit: Unit, officer: str | None, officer_phone: str | None) -> Contact:
    """Return whom the letters of a unit name, its 信访专干 being known."""
    if unit.contact_person:
        return Contact(unit.contact_person, unit.contact_phone)
    return Contact(officer or "", officer_phone or unit.contact_phone)


def may_fill(staff: Staff, unit: Unit) -> bool:
    """Tell whether a person fills the posts of a unit: who manages units, or its head."""
    return may(staff, Right.MANAGE_UNITS, at=unit) or may(staff, Right.KEEP_CONTACTS, at=unit)


def responsible_at(unit: Unit, on: date) -> list[UnitPost]:
    """Return who is responsible at a unit on a day, in the order of the posts."""
    order = list(Post)
    return sorted(unit.posts.held_on(on), key=lambda each: order.index(Post(each.post)))


def fill_post(
    unit_id: int,
    *,
    by: Staff,
    post: Post,
    name: str,
    from_day: date,
    position: str = "",
    phone: str = "",
    account: str = "",
) -> UnitPost:
    """Fill a post from a day on; whoever held it until then ends the day before.

    Raises Refused: not_found, not_permitted, unit_closed, name_missing, account_unknown, post_overlaps.
    """
    if not name.strip():
        raise Refused("name_missing", "请填写姓名。")
    with transaction.atomic():
        unit = _locked(unit_id, by)
        holder = unit.posts.filter(post=post).order_by("-from_day").first()
        if holder and holder.from_day >= from_day:
            raise Refused(
                "post_overlaps",
                f"“{post.label}”自{holder.from_day}起已由{holder.name}担任，新的任职须从{holder.from_day + _DAY}或者以后开始。",
            )
        if holder and (holder.to_day is None or holder.to_day >= from_day):
            UnitPost.objects.filter(pk=holder.pk).update(to_day=from_day - _DAY)
        filled = UnitPost.objects.create(
            unit=unit,
            post=post,
            name=name.strip(),
            position=position.strip(),
            phone=phone.strip(),
            staff=_account(account, unit),
            from_day=from_day,
            set_by=by,
        )
        note(POST_FILLED, by=by, at=unit, about=unit, post=post.value, from_day=from_day)
    return filled


def end_post(unit_id: int, post_id: int, *, by: Staff, to_day: date) -> UnitPost:
    """End the holding of a post on its last day. Raises Refused: not_found, not_permitted, unit_closed, post_overlaps."""
    with transaction.atomic():
        unit = _locked(unit_id, by)
        held = unit.posts.filter(pk=post_id).first()
        if held is None:
            raise Refused("not_found", "没有这项任职。")
        if to_day < held.from_day or (held.to_day and held.to_day < to_day):
            raise Refused(
                "post_overlaps", f"止日须在{held.from_day}{f'至{held.to_day}之间' if held.to_day else '以后'}。"
            )
        held.to_day = to_day
        held.save(update_fields=["to_day"])
        note(POST_ENDED, by=by, at=unit, about=unit, post=held.post, to_day=to_day)
    return held


def _locked(unit_id: int, by: Staff) -> Unit:
    unit = Unit.objects.select_for_update().get(pk=unit_known_to(by, unit_id).pk)
    if not may_fill(by, unit):
        raise Refused("not_permitted", "岗位由系统管理员和本单位负责人登记。可在“权限一览”查看谁可以办理。")
    assert_open(unit, today())
    return unit


def _account(username: str, unit: Unit) -> Staff | None:
    if not username.strip():
        return None
    found = Staff.objects.filter(username=username.strip(), unit__district=unit.district_id, is_active=True).first()
    if found is None:
        raise Refused("account_unknown", f"没有在岗的账号“{username[:40]}”；没有账号的不填。")
    return found


_DAY = timedelta(days=1)
