"""The burden meter: what a theme or one more question costs all units together, and what is not asked because it is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from law.errors import Refused
from organizations.models import Unit
from organizations.settings_in_force import setting_on
from organizations.vocabulary import DEPARTMENTS, UnitKind
from screening.models import REPORTING
from screening.rounds.settings import QUESTION_MINUTES, REPORT_MINUTES
from screening.wording import assert_of_a_dispute

MOST_QUESTIONS = 5
# What stands in the units, the rounds, the reports and the disputes themselves.
KNOWN = {
    "单位": "单位名称",
    "村名": "单位名称",
    "填报人": "登录的账号",
    "联系人": "单位信息",
    "联系电话": "单位信息",
    "电话": "单位信息",
    "日期": "填报的当天",
    "时间": "填报的当天",
    "期次": "排查期",
    "起数": "登记的矛盾纠纷",
    "件数": "登记的矛盾纠纷",
    "户数": "登记的矛盾纠纷",
    "人数": "登记的矛盾纠纷",
    "化解": "矛盾纠纷的结果",
    "销账": "矛盾纠纷的结果",
    "无情况": "零报告",
}


@dataclass(frozen=True)
class Burden:
    """What a theme costs: units, minutes each, and all together in minutes."""

    units: int
    minutes: int

    @property
    def total(self) -> int:
        """Return the minutes of all units together."""
        return self.units * self.minutes

    @property
    def said(self) -> str:
        """Return it as people read it before they publish."""
        return f"{self.units}个单位，每个约{self.minutes}分钟，合计约{self.total}分钟（{self.total / 60:.1f}小时）"


def burden_of(district: Unit, kinds: Iterable[UnitKind], questions: int, day: date) -> Burden:
    """Return what a themed screening costs the units of these kinds that exist on a day."""
    asked = {each for kind in kinds for each in (DEPARTMENTS if kind is UnitKind.DEPARTMENT else (kind,))}
    units = Unit.objects.filter(district=district, kind__in=asked).valid_on(day).count()
    each = setting_on(REPORT_MINUTES.key, day, district) + questions * setting_on(QUESTION_MINUTES.key, day, district)
    return Burden(units, each)


def assert_askable(questions: Sequence[str]) -> None:
    """Let only questions go on that nobody can answer from what is there. Raises Refused: too_many_questions, known_already, about_people, judging, conditional."""
    if len(questions) > MOST_QUESTIONS:
        raise Refused("too_many_questions", f"增加的填报项最多{MOST_QUESTIONS}个，现有{len(questions)}个。")
    assert_of_a_dispute(*questions)
    for question in questions:
        if known := next((where for word, where in KNOWN.items() if word in question), ""):
            raise Refused("known_already", f"“{question}”系统里已经有（{known}），不能再让基层填一遍。")


def assert_kinds(kinds: Sequence[UnitKind]) -> None:
    """Let only kinds of units that report go on. Raises Refused kinds_unfit."""
    if not kinds or any(kind not in REPORTING for kind in kinds):
        raise Refused("kinds_unfit", "请选择由哪些单位填报：村（社区）、乡镇街道、部门。")
