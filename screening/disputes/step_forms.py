"""The forms of the steps of a dispute; nothing that a person decides is chosen beforehand."""

from typing import Any, cast

from django import forms

from cases.forms.base import day, line, unit_field, words
from cases.forms.time_and_hearing import staff_field
from cases.forms.unit_choices import offer_units
from cases.record.audiences import able
from cases.record_steps import RecordForm
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.roles import Right
from screening.disputes.forms import CHOOSE, PhotosField, choice
from screening.models import Dispute
from screening.models.words import DisputeOutcome, Way


class OnDisputeForm(RecordForm):
    """A step of a dispute; offers who works on disputes at its unit."""

    def __init__(self, *args: Any, row: Dispute | None = None, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the people of the unit and the units of the district, where the form asks for them."""
        if "person" in self.fields and self.row:
            able_here = [person.pk for person in able(Right.WORK_DISPUTE, self.row.unit)]
            people = Staff.objects.filter(pk__in=able_here).select_related("unit").order_by("username")
            cast(Any, self.fields["person"]).queryset = people
        if "unit" in self.fields:
            offer_units(self["unit"], self.by, "refer")


def person_field() -> "forms.ModelChoiceField[Staff]":
    """Who answers for it."""
    field = staff_field("责任人")
    field.required = False
    return field


class WorkForm(OnDisputeForm):
    """登记措施."""

    measures = words("做了什么", rows=3, most=1000)
    person = person_field()
    due_on = day("时限")
    photos = PhotosField(label="照片", required=False)


class EscalateForm(RecordForm):
    """上报."""

    reason = line("理由", most=300, help_text="本级为什么化解不了，需要什么。")


class TransferForm(OnDisputeForm):
    """转有关单位."""

    unit = unit_field("转给哪个单位", "refer")
    reason = line("理由", most=300)


class TakeForm(RecordForm):
    """接收."""


class GiveBackForm(RecordForm):
    """退回."""

    reason = line("理由", most=300)
    danger = True


class JudgeForm(OnDisputeForm):
    """研判."""

    way = choice("研判意见", Way)
    unit = unit_field("转部门的，转给", "refer", required=False)
    person = person_field()
    due_on = day("时限", required=True)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `judge`."""
        typed = super().arguments()
        return {**typed, "way": Way(typed["way"])}


class SettleForm(RecordForm):
    """登记结果."""

    outcome = choice("结果", DisputeOutcome)
    mediation_body = line("调解组织", required=False, most=100, help_text="例如：柳湾村人民调解委员会。")
    agreement = words("调解协议", required=False, rows=3, most=5000, help_text="不得以不信访为条件。")
    unresolved_why = line("未化解原因", required=False, most=300)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `settle`."""
        typed = super().arguments()
        return {**typed, "outcome": DisputeOutcome(typed["outcome"])}


class VisitForm(RecordForm):
    """回访."""

    kept = forms.TypedChoiceField(
        label="结果属实", choices=[CHOOSE, ("1", "属实"), ("0", "没有解决，继续办理")], coerce=lambda said: said == "1"
    )
    said = line("当事人怎么说", most=300)
    hint = "回访要事先约好；登记结果的人不能自己回访。"


class CloseForm(RecordForm):
    """销账."""

    hint = "登记、化解的人不能自己销账；化解和销账分开统计。"


class RepeatForm(RecordForm):
    """标为再次发生."""

    number = line("前一起的编号", most=30)


class TurnForm(RecordForm):
    """转信访."""

    channel = choice("信访形式", Channel, help_text="当事人是怎么提出来的。")
    demand = line("诉求", most=200, help_text="当事人要求什么。")
    number = line("并入哪件信访件的事项", required=False, most=40, help_text="与已有的信访件是同一事项的，填它的编号。")
    reason = line("并入的理由", required=False)
    hint = "登记为信访件：当事人、情况、照片一并带过去，两边互相能找到。"

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `turn_into_case`."""
        typed = super().arguments()
        return {**typed, "channel": Channel(typed["channel"])}
