"""What a place sets of its warnings: at how many working days before and after each due date somebody is told."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from kit.settings import Setting
from law.deadlines import PERIODS
from law.periods import Bearer
from law.vocabulary import Duty
from law.warning_stages import thresholds_of, wrong_thresholds
from organizations.models import SettingVersion
from organizations.settings_in_force import value_of, versions_for
from supervision.words.warnings import Dated

# What no unit has to do in time: a right of the unit itself, a part of another time, and what the law gives no days.
_NOT_WARNED = (Duty.OBJECTION_5WD, Duty.EXTEND_30D, Duty.NOTICE_DIRECT_SPOT, Duty.URGENT_REPORT, Duty.ANNUAL_REPORT)
WARNED = tuple(duty for duty, period in PERIODS.items() if period.bearer is Bearer.AGENCY and duty not in _NOT_WARNED)
# No legal clock, and warned all the same: another unit was asked something until a day (征求意见、协办、核查、请示), and
# the dates that the room itself sets.
_FEW = {Dated.ASKED: "1,0,-1,-3,-5", Dated.FEEDBACK: "1,0,-1,-5"}
_USUALLY_FEW = "3,1,0,-1,-5"
_USUAL = "5,3,1,0,-1,-5,-10"
_OWN = {
    Duty.HANDLE_60D: f"10,{_USUAL}",
    Duty.SERVICE_3WD: "1,0,-1,-3,-5",
    # Opening the in-tray is nobody's legal duty: a day after the day it is said once, and once more to the head.
    Duty.OPEN_1WD: "-1,-3",
    # It only reminds, by another law: lapsed, nothing is overdue.
    Duty.PATH5_2M: "10,5,1",
}
_HELP = "到期前几个工作日，0是当天，负数是超期后第几个工作日；从大到小，用逗号隔开，空着就不预警。"


def _setting(code: str, label: str, default: str) -> Setting:
    return Setting(f"WARN_{code}", default, f"预警时点：{label}", help=_HELP, wrong=wrong_thresholds)


SETTINGS = {
    **{str(duty): _setting(duty, duty.label, _OWN.get(duty, _USUAL)) for duty in WARNED},
    **{
        each.name: _setting(each.name, each.label, _FEW.get(each, _USUALLY_FEW))
        for each in Dated
        if each is not Dated.CLOCK
    },
}
Thresholds = Mapping[str, tuple[int, ...]]


def versions_in(district: int | None) -> dict[str, list[SettingVersion]]:
    """Return the versions of all these settings that matter in a district, the newest first: one query."""
    return versions_for([each.key for each in SETTINGS.values()], district)


def thresholds_on(
    day: date, versions: Mapping[str, Iterable[SettingVersion]], *, until: datetime | None = None
) -> Thresholds:
    """Return the thresholds of each duty on a day; ``until``: as they were set by that moment."""
    return {
        code: thresholds_of(value_of(each, _set_by(versions.get(each.key, ()), until), day))
        for code, each in SETTINGS.items()
    }


def _set_by(versions: Iterable[SettingVersion], until: datetime | None) -> list[SettingVersion]:
    return [version for version in versions if until is None or version.set_at <= until]
