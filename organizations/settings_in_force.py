"""The settings in force: what the rooms declare, set from a day on, for the house or for one district."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from kit.rooms import all_of, declared, setting
from kit.settings import Setting
from law.errors import Refused
from organizations.authority import holdings, may
from organizations.journal.noting import note
from organizations.journal.verbs import SETTING_SET
from organizations.models import SettingVersion, Staff, Unit
from organizations.roles import Right
from organizations.today import now

MOST_WHY = 200


def setting_on(key: str, day: date, district: Unit | int | None = None) -> Any:
    """Return what a setting is on a day: the district's newest version, else the house's, else the environment's."""
    version = version_on(key, day, district)
    return setting(key) if version is None else version.value


def version_on(key: str, day: date, district: Unit | int | None = None) -> SettingVersion | None:
    """Return the version in force on a day for a district, None where nothing was set: one query."""
    found = _of(key, district).filter(valid_from__lte=day)
    # What a district has set comes before what the house has, however new that is.
    return found.order_by(F("district").asc(nulls_last=True), "-valid_from", "-id").first()


def versions_of(key: str, staff: Staff) -> list[SettingVersion]:
    """Return the versions of a setting that matter at a person's place, the newest first."""
    return versions_by_key(staff, [key]).get(key, [])


def versions_by_key(staff: Staff, keys: Iterable[str]) -> dict[str, list[SettingVersion]]:
    """Return the same of many settings with one query."""
    return versions_for(keys, staff.unit.district_id)


def versions_for(keys: Iterable[str], district: int | None) -> dict[str, list[SettingVersion]]:
    """Return the versions of many settings that matter in a district, the newest first: one query."""
    found: dict[str, list[SettingVersion]] = {}
    rows = SettingVersion.objects.filter(_near(district), key__in=list(keys))
    for version in rows.select_related("set_by", "district").order_by("-valid_from", "-id"):
        found.setdefault(version.key, []).append(version)
    return found


def value_of(known: Setting, versions: Sequence[SettingVersion], day: date) -> Any:
    """Return what a setting is on a day by its versions, the newest first: `setting_on` without a query."""
    begun = [version for version in versions if version.valid_from <= day]
    # What a district has set comes before what the house has, however new that is.
    held = next((version for version in begun if version.district_id), begun[0] if begun else None)
    return held.value if held else setting(known.key)


def declared_settings(staff: Staff) -> Iterable[Setting]:
    """Return the settings of all rooms. Raises Refused not_permitted."""
    assert_manager(staff)
    return all_of("settings")


def assert_manager(staff: Staff) -> Staff:
    """Let only who manages units go on, and return that person. Raises Refused not_permitted."""
    if not holdings(staff, Right.MANAGE_UNITS):
        raise Refused("not_permitted", "参数、字典和日历由系统管理员维护。可在“权限一览”查看谁可以办理。")
    return staff


def set_setting(key: str, value: Any, *, valid_from: date, why: str, by: Staff, on: date) -> SettingVersion:
    """Set a setting from a day on for the person's district (above the districts: for the house) and return it.

    A version is never changed: set again for the same day, the later one holds.
    Raises Refused: not_permitted, not_found, setting_unfit, setting_retroactive, why_missing.
    """
    assert_manager(by)
    checked, why = declared(key).checked(value), assert_why(why)
    if valid_from < on:
        raise Refused("setting_retroactive", f"生效日期{valid_from}早于今天{on}：已经过去的日子不能改。")
    district = by.unit.district
    if not may(by, Right.MANAGE_UNITS, at=district or by.unit):
        raise Refused("not_permitted", f"您不是“{(district or by.unit).name}”的系统管理员。")
    with transaction.atomic():
        version = SettingVersion.objects.create(
            district=district, key=key, value=checked, valid_from=valid_from, why=why, set_by=by, set_at=now()
        )
        note(SETTING_SET, by=by, about=version, key=key, valid_from=valid_from, house=district is None)
    return version


def assert_why(why: str) -> str:
    """Return a reason without blanks around it. Raises Refused why_missing."""
    why = why.replace("\x00", "").strip()
    if not why:
        raise Refused("why_missing", "请写明理由或者依据，以后查得到。")
    return why[:MOST_WHY]


def preview_of(key: str, value: Any, day: date, staff: Staff) -> list[str]:
    """Return what a value would change from a day on, as sentences.

    Raises Refused: not_permitted, not_found, setting_unfit.
    """
    assert_manager(staff)
    known = declared(key)
    now_said = known.said(setting_on(key, day, staff.unit.district_id))
    lines = [f"{day:%Y年%m月%d日}起，“{known.label}”由{now_said}改为{known.said(known.checked(value))}。"]
    return [*lines, *(known.preview(value, day) if known.preview else [])]


def _of(key: str, district: Unit | int | None) -> QuerySet[SettingVersion]:
    here = district.pk if isinstance(district, Unit) else district
    return SettingVersion.objects.filter(_near(here), key=key)


def _near(district: int | None) -> Q:
    return Q(district=district) | Q(district=None)
