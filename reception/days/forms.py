"""Forms of rules and reception days; nothing that a person decides is chosen beforehand."""

from typing import Any

from django import forms

from cases.forms.base import day, line, unit_field
from cases.forms.time_and_hearing import staff_field
from cases.record_steps import RecordForm, Step
from law.words import Word
from organizations.models import Staff
from reception.days import actions, departments, moves, rules
from reception.days.cancelling import cancel_day
from reception.models import DayDepartment, ReceptionRule
from reception.models.day_words import Attendance, Cadence, ReceptionKind, ReceptionPost

_ASKED = [("", "请选择")]
_WORDS: dict[str, type[Word]] = {
    "post": ReceptionPost,
    "cadence": Cadence,
    "kind": ReceptionKind,
    "attendance": Attendance,
}


def word_field(label: str, words: type[Word], *, required: bool = True) -> forms.ChoiceField:
    """A word of the house; none is chosen beforehand."""
    return forms.ChoiceField(label=label, choices=[*_ASKED, *words.choices()], required=required)


def person_field(label: str, *, help_text: str = "") -> "forms.ModelChoiceField[Staff]":
    """Somebody with an account, or nobody."""
    field = staff_field(label, help_text=help_text)
    field.required = False
    return field


def clock_field(label: str, *, required: bool = True) -> forms.TimeField:
    """A time of the day."""
    widget = forms.TimeInput(attrs={"placeholder": "9:00", "autocomplete": "off"}, format="%H:%M")
    return forms.TimeField(label=label, required=required, widget=widget, input_formats=["%H:%M", "%H：%M"])


def offer_district(form: RecordForm, name: str, by: Staff) -> None:
    """Offer the people of the district."""
    people = Staff.objects.filter(is_active=True, unit__district_id=by.unit.district_id)
    form.fields[name].queryset = people.select_related("unit").order_by("unit", "name")  # type: ignore[attr-defined]


class WordsForm(RecordForm):
    """Codes become their words."""

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        given = super().arguments()
        return {name: _WORDS[name](value) if name in _WORDS else value for name, value in given.items()}


class RuleForm(WordsForm):
    """订立接访安排."""

    hint = "一项安排管一个岗位；换人、改时间的，停止旧的安排，另订新的，过去的接访按当时的安排核对。"
    post = word_field("谁来接访", ReceptionPost)
    title = line("职务", most=60, help_text="向社会公布的写法，例如：区委书记、值班区领导。")
    name = line("接访人", required=False, most=40, help_text="轮值的不填，逐日确定。")
    person = person_field("接访人账号")
    cadence = word_field("多久一次", Cadence)
    number = forms.IntegerField(
        label="几日或者几次",
        required=False,
        min_value=1,
        max_value=366,
        help_text="每月固定日填几日；规定次数的填几次。",
    )
    market_days = forms.CharField(label="逢几的集日", required=False, max_length=20, help_text="例如逢五逢十填 5,10。")
    venue = line("地点", most=100)
    at = clock_field("开始时间")
    until = clock_field("结束时间")
    places = forms.IntegerField(label="可约时段数", min_value=1, max_value=60)
    from_day = day("从哪天起", required=True)
    to_day = day("到哪天止")

    def prepare(self) -> None:
        """Offer the people of the district."""
        offer_district(self, "person", self.by)

    def clean_market_days(self) -> str:
        """Return the digits as 5,10, however they are typed."""
        typed = str(self.cleaned_data["market_days"]).replace("，", ",").replace("、", ",").strip(", ")
        if typed and not all(each.strip().isdecimal() and 0 < int(each) <= 10 for each in typed.split(",")):
            raise forms.ValidationError("写作 5,10 这样的数字，1至10。")
        return ",".join(each.strip() for each in typed.split(",")) if typed else ""


class EndRuleForm(RecordForm):
    """停止接访安排."""

    to_day = day("到哪天止", required=True)
    danger = True


class PlanForm(RecordForm):
    """排出接访日."""

    month = day("哪个月", required=True, help_text="填这个月里任何一天。遇休息日的固定日顺延到下一个工作日。")


class DayForm(WordsForm):
    """安排接访日."""

    hint = "选了接访安排的，没有填的栏目照安排填写；下访、巡回接访、联合接访可以单独安排。"
    rule = forms.ModelChoiceField(ReceptionRule.objects.none(), label="接访安排", required=False)
    kind = word_field("形式", ReceptionKind)
    day = day("日期", required=True)
    post = word_field("谁来接访", ReceptionPost, required=False)
    title = line("职务", required=False, most=60)
    name = line("接访人", required=False, most=40)
    person = person_field("接访人账号")
    venue = line("地点", required=False, most=100, help_text="下访写到村（社区）、集市；不写群众家里。")
    at = clock_field("开始时间", required=False)
    until = clock_field("结束时间", required=False)
    places = forms.IntegerField(label="可约时段数", min_value=1, max_value=60, required=False)

    def prepare(self) -> None:
        """Offer the rules in force and the people of the district."""
        in_force = ReceptionRule.objects.readable_by(self.by).filter(state="in_force").order_by("title", "pk")
        self.fields["rule"].queryset = in_force  # type: ignore[attr-defined]
        self.fields["rule"].label_from_instance = lambda rule: f"{rule.title}{rule.name}"  # type: ignore[attr-defined]
        offer_district(self, "person", self.by)


class AssignForm(RecordForm):
    """确定接访人."""

    title = line("职务", most=60)
    name = line("接访人", required=False, most=40)
    person = person_field("接访人账号")

    def prepare(self) -> None:
        """Offer the people of the district."""
        offer_district(self, "person", self.by)


class PublishForm(RecordForm):
    """公布接访日."""

    hint = "公布以后，时间、地点、接访人在公开页面上可以看到，群众可以预约。公布晚了的不计入接访次数。"


class AttendForm(WordsForm):
    """登记到场."""

    attendance = word_field("到场情况", Attendance)
    stand_in = line("代为接访的人", required=False, most=60, help_text="他人代为接访的，不算领导本人的接访。")


class CancelForm(RecordForm):
    """取消接访日."""

    hint = "已约的信访人马上得到告知，并且优先另行安排。原因向社会公布。"
    reason = line("取消的原因", most=200)
    danger = True


class AddDepartmentForm(RecordForm):
    """安排部门."""

    department = unit_field("部门", "consult")
    standing = forms.BooleanField(label="进驻（整天在场）", required=False)


class _OfDepartmentForm(RecordForm):
    """Which of the departments."""

    department_id = forms.TypedChoiceField(label="部门", coerce=int)

    def __init__(self, *args: Any, found: list[DayDepartment], **kwargs: Any) -> None:
        self.found = found
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the departments of the day."""
        choices = [(each.pk, each.unit.name) for each in self.found]
        self.fields["department_id"].choices = [*_ASKED, *choices]  # type: ignore[attr-defined]


class CallDepartmentForm(_OfDepartmentForm):
    """通知部门到场."""


class DepartmentCameForm(_OfDepartmentForm):
    """登记部门到场."""


RULE_STEPS: dict[str, Step] = {
    "plan": Step("排出接访日", PlanForm, actions.plan_days, moves.PLAN_DAYS, "已排出接访日，请核对后公布。"),
    "end": Step("停止接访安排", EndRuleForm, rules.end_rule, moves.END_RULE, "已停止。"),
}
DAY_STEPS: dict[str, Step] = {
    "publish": Step("公布接访日", PublishForm, actions.publish_day, moves.PUBLISH, "已公布。"),
    "assign": Step("确定接访人", AssignForm, actions.assign_receiver, moves.ASSIGN, "已确定接访人。"),
    "attend": Step("登记到场", AttendForm, actions.attend, moves.ATTEND, "已登记到场。"),
    "department": Step("安排部门", AddDepartmentForm, departments.add_department, moves.ADD_DEPARTMENT, "已安排。"),
    "call": Step(
        "通知部门到场",
        CallDepartmentForm,
        departments.call_department,
        moves.CALL_DEPARTMENT,
        "已通知到场。",
        given=departments.not_called,
    ),
    "arrived": Step(
        "登记部门到场",
        DepartmentCameForm,
        departments.department_came,
        moves.DEPARTMENT_CAME,
        "已登记到场。",
        given=departments.not_there,
    ),
    "cancel": Step("取消接访日", CancelForm, cancel_day, moves.CANCEL, "已取消，正在为已约的信访人另行安排。"),
}
