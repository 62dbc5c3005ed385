"""What is typed about what follows from an order; page and API read the same forms."""

from django import forms

from cases.forms.base import ActForm, day, line, words
from cases.forms.upload import FilesField
from supervision.models import ConferenceDecision
from supervision.words.orders import AdviceKind, MeasureKind, Uptake

_NONE = [("", "请选择")]


class DecisionChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the decisions of the joint conference, by its number and day."""

    def label_from_instance(self, row: ConferenceDecision) -> str:
        """Return the words of a decision."""
        return f"{row.number}（{row.held_on}）"


class DecisionForm(ActForm):
    """登记联席会议决定."""

    held_on = day("会议日期", required=True)
    number = line("决定文号", most=80)
    uploads = FilesField(label="纪要或者决定", required=True)


class MeasureForm(ActForm):
    """登记联席会议措施."""

    decision = DecisionChoice(
        ConferenceDecision.objects.none(), label="联席会议决定", help_text="先在“联席会议决定”里登记（第三十九条）。"
    )
    kind = forms.ChoiceField(label="措施", choices=[*_NONE, *MeasureKind.choices()])
    text = words("要求", most=2000)
    due_on = day("完成期限")

    def prepare(self) -> None:
        """Offer the decisions that this person may read."""
        self.fields["decision"].queryset = ConferenceDecision.objects.readable_by(self.by)  # type: ignore[attr-defined]


class CarryOutForm(ActForm):
    """登记落实情况."""

    done_on = day("落实日期", required=True)
    text = words("落实情况", most=2000)


class AdviseForm(ActForm):
    """提出建议."""

    kind = forms.ChoiceField(label="类型", choices=[*_NONE, *AdviceKind.choices()])
    addressee = line(
        "向谁建议", most=100, help_text="改进工作向单位，完善政策向本级党委政府，追究责任向有管理权限的机关。"
    )
    text = words("建议", most=2000)


class UptakeForm(ActForm):
    """登记采纳情况."""

    uptake = forms.ChoiceField(label="采纳情况", choices=[*_NONE, *Uptake.choices()])
    uptake_on = day("书面反馈日期", required=True)
    text = words("反馈内容", most=2000)
    uploads = FilesField(label="书面反馈")


class HandOverForm(ActForm):
    """移送责任线索."""

    body = line("移送给", most=100)
    handed_on = day("移送日期", required=True)
    text = words("线索", most=2000, help_text="加密保存，被督办单位看不到。")


class LeadReceiptForm(ActForm):
    """登记回执."""

    receipt = line("回执文号", required=False, most=80)
    receiver = line("接收人", most=40)
    receipt_on = day("回执日期", required=True)
