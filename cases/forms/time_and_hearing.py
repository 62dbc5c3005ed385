"""Forms of extension and hearing."""

from django import forms

from cases.forms.base import ActForm, day, line, words
from cases.openings.time import MOST_DAYS, open_extension
from organizations.models import Staff


def staff_field(label: str, *, help_text: str = "") -> "forms.ModelChoiceField[Staff]":
    """A member of staff; the form fills the choices."""
    people = Staff.objects.filter(is_active=True).select_related("unit")
    return forms.ModelChoiceField(people, label=label, help_text=help_text)


def offer_people(form: ActForm, name: str) -> None:
    """Offer the people of the district in a field, each with the unit he belongs to."""
    field = form.fields[name]
    if form.case:
        people = Staff.objects.filter(is_active=True, unit__district_id=form.case.district_id)
        field.queryset = people.select_related("unit")  # type: ignore[attr-defined]
    field.label_from_instance = _with_unit  # type: ignore[attr-defined]


class AskExtensionForm(ActForm):
    """申请延期."""

    days = forms.IntegerField(label="申请延长天数", min_value=1, max_value=MOST_DAYS)
    reason = words("延期理由", rows=3, most=2000, help_text="情况为什么复杂；将写入延长办理期限告知书。")
    hint = f"各次延期合计不超过{MOST_DAYS}日，须在原期限届满之前批准。"


class ExtendForm(ActForm):
    """批准延期."""

    days = forms.IntegerField(
        label="批准天数", required=False, min_value=1, max_value=MOST_DAYS, help_text="不填即按申请的天数；可以少批。"
    )
    note = words("审批意见", required=False, rows=2, most=2000)
    hint = "批准后自动生成《延长办理期限告知书》，请“送达告知书”。"

    def prepare(self) -> None:
        """Begin with the days asked for."""
        asked = open_extension(self.leg) if self.leg else None
        if asked and not self.is_bound:
            self.initial["days"] = asked.days


class RefuseExtensionForm(ActForm):
    """不准延期."""

    reason = words("不准理由", rows=2, most=2000)


class CallHearingForm(ActForm):
    """通知听证."""

    matter = words("听证事项", rows=2, most=2000)
    planned_on = day("举行日期", required=True)
    at_time = line("时间", required=False, most=40, help_text="如：上午9时。")
    place = line("地点", most=100)
    chair = staff_field("主持人", help_text="不得是参加过本件调查的人员。")
    participants = words("参加人", rows=2, most=1000, help_text="听证员、信访人、有关单位等。")
    hint = "自动生成《听证通知书》，请“送达告知书”。办理中的听证不停止计算期限。"

    def prepare(self) -> None:
        """Offer the people of the district as chair."""
        offer_people(self, "chair")


class HoldHearingForm(ActForm):
    """登记听证."""

    held_from = day("开始日期", required=True)
    held_to = day("结束日期", help_text="不填即当天结束。")
    attended = words("到会人员", rows=2, most=2000)
    minutes = words("笔录", rows=8)
    conclusion = words("听证结论", rows=4)
    hint = "自动生成《听证笔录》和《听证报告》。只有复核扣除听证所需时间。"


def _with_unit(staff: Staff) -> str:
    return f"{staff.name}（{staff.unit.short_name}）"
