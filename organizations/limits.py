"""The periods in force: the Regulation's, made stricter by dated local versions; a version never reaches back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from law.deadlines import PERIODS, RULES_2022, Rules
from law.errors import Refused
from law.periods import Bearer
from law.vocabulary import Duty
from organizations.authority import holdings
from organizations.journal.noting import note
from organizations.journal.verbs import LIMITS_ADDED
from organizations.local_rules import LOCAL_FIELDS, assert_local, local_rules_of
from organizations.models import LimitVersion, Staff
from organizations.roles import Right

_ROLLING = Rules(roll_agency=True, version=f"{RULES_2022.version}+顺延")
_RESERVED = (RULES_2022.version, _ROLLING.version)
LIMIT_COLUMNS = ("name", "valid_from", "roll_agency", "days", *LOCAL_FIELDS)
Row = tuple[str, date, bool, tuple[tuple[str, int], ...], tuple[tuple[str, bool | int], ...]]


@dataclass(frozen=True)
class Limits:
    """All versions of the limits, the oldest first; before the first one the Regulation alone holds."""

    versions: tuple[tuple[date, Rules], ...] = ()

    def on(self, day: date) -> Rules:
        """Return the rules in force on the day of a starting event."""
        held = [rules for valid_from, rules in self.versions if valid_from <= day]
        return held[-1] if held else _regulation()

    def rolling(self) -> list[str]:
        """Return the names of the versions under which an agency's last day rolls past rest days."""
        return [_ROLLING.version, *(rules.version for _, rules in self.versions if rules.roll_agency)]

    def of(self, version: str) -> Rules:
        """Return the rules of the version that a clock ran under."""
        named = {rules.version: rules for _, rules in self.versions}
        return named.get(version) or (_ROLLING if version == _ROLLING.version else RULES_2022)


def legal_limits() -> Limits:
    """Return the limits with today's versions: one query; ask once per act, page or task."""
    return limits_of(LimitVersion.objects.values(*LIMIT_COLUMNS))


def limits_of(rows: Iterable[Mapping[str, Any]]) -> Limits:
    """Return the limits of these versions, the oldest first, by their `LIMIT_COLUMNS`."""
    return _limits(
        tuple(
            (
                row["name"],
                row["valid_from"],
                row["roll_agency"],
                tuple(sorted(row["days"].items())),
                tuple((name, row[name]) for name in LOCAL_FIELDS),
            )
            for row in rows
        )
    )


def basis_of(version: str) -> str:
    """Return what a version of the limits rests on, in the words of whoever added it."""
    return LimitVersion.objects.get(name=version).basis


def add_limits(
    name: str,
    valid_from: date,
    basis: str,
    days: Mapping[Duty, int],
    *,
    by: Staff,
    on: date,
    roll_agency: bool = False,
    **local: bool | int,
) -> LimitVersion:
    """Add a version of the local limits, in force from a day still to come; ``local``: as in `LOCAL_FIELDS`.

    Raises Refused: not_permitted, limits_retroactive, limits_taken, window_fixed, days_too_many, days_too_few, days_unfit.
    """
    if not holdings(by, Right.MANAGE_UNITS):
        raise Refused("not_permitted", "期限标准由系统管理员维护。可在“权限一览”查看谁可以办理。")
    if valid_from <= on:
        raise Refused(
            "limits_retroactive", f"施行日期{valid_from}应在今天{on}之后：已经起算的期限不改变，标准不溯及既往。"
        )
    _assert_stricter(name, days)
    version = LimitVersion(
        name=name,
        valid_from=valid_from,
        basis=basis,
        roll_agency=roll_agency,
        added_by=by,
        days={str(duty): number for duty, number in days.items()},
        **local,
    )
    assert_local(version)
    try:
        with transaction.atomic():
            version.save(force_insert=True)
            note(LIMITS_ADDED, by=by, about=version, valid_from=valid_from)
            return version
    except IntegrityError as taken:
        raise Refused(
            "limits_taken", f"已经有名为“{name}”或者自{valid_from}起施行的标准，请换一个名称或者日期。"
        ) from taken


def _assert_stricter(name: str, days: Mapping[Duty, int]) -> None:
    """A local limit may bind agencies more tightly; the petitioner's own windows are never shortened."""
    if name in _RESERVED:
        raise Refused("limits_taken", f"“{name}”是条例本身的版本，请换一个名称。")
    for duty in days:
        if PERIODS[duty].bearer is Bearer.PETITIONER:
            raise Refused(
                "window_fixed",
                f"“{duty.label}”是信访人的期限，固定为{PERIODS[duty].days}日，不能缩短。",
                PERIODS[duty].article,
            )
    Rules(version=name, overrides=days)


def _regulation() -> Rules:
    """Return the Regulation as this house reads it: whether an agency's last day rolls is a setting, off by default."""
    return _ROLLING if getattr(settings, "XINFANG_ROLL_AGENCY_DEADLINE", False) else RULES_2022


@lru_cache(maxsize=2)
def _limits(rows: tuple[Row, ...]) -> Limits:
    # Kept by content, like the calendar: every process sees a new version at once.
    return Limits(
        tuple(
            (day, Rules(roll, name, {Duty(code): number for code, number in days}, local_rules_of(dict(local))))
            for name, day, roll, days, local in rows
        )
    )
