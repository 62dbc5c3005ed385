"""What is typed about orders; page and API read the same forms."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from cases.forms.base import ActForm, day, line, words
from cases.forms.upload import FilesField
from organizations.models import Staff
from supervision.models import Finding
from supervision.orders.committees import committees_on
from supervision.orders.people import signers
from supervision.orders.rules import RULES
from supervision.words.orders import CheckResult, ExplainedHow, Failure, FindingState, OrderMethod, OrderSource

_NONE = [("", "请选择")]


class FindingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the findings of the leg at hand, by what was missed when."""

    def label_from_instance(self, row: Finding) -> str:
        """Return the words of a finding."""
        return f"{Failure(row.failure).label}（应在{row.missed_on}前）"


class SuperviseForm(ActForm):
    """督办."""

    hint = "督办不改变状态，不停止任何期限；由发出人以外的人销号。"
    finding = FindingChoice(
        Finding.objects.none(),
        label="依据的线索",
        required=False,
        help_text="本环节由规则找到的；不选的，在下面选情形。",
    )
    failure = forms.ChoiceField(
        label="情形",
        required=False,
        choices=[*_NONE, *((rule.failure, f"{rule.failure.label}（{rule.group.label}）") for rule in RULES)],
    )
    source = forms.ChoiceField(label="来源", choices=[*_NONE, *OrderSource.choices()])
    committee = forms.CharField(
        label="对口的工作委员会",
        required=False,
        max_length=60,
        widget=forms.Select,
        help_text="来源是“人大工委对口”的才选。",
    )
    method = forms.ChoiceField(label="方式", choices=[*_NONE, *OrderMethod.choices()])
    text = words("督办要求", most=2000)
    reply_by = day("应反馈日期", required=True)
    signed_by = forms.ModelChoiceField(Staff.objects.none(), label="签发人")

    def prepare(self) -> None:
        """Offer the findings of the leg, the committees of the district, and who may sign."""
        self.fields["finding"].queryset = self._findings()  # type: ignore[attr-defined]
        district = self.by.unit.district_id
        committees = [(name, name) for name in committees_on(self.today, district)]
        self.fields["committee"].widget.choices = [*_NONE, *committees]
        self.fields["signed_by"].queryset = Staff.objects.filter(pk__in=signers(self.by))  # type: ignore[attr-defined]

    def _findings(self) -> QuerySet[Any]:
        rows = Finding.objects.readable_by(self.by).filter(state=FindingState.OPEN)
        return rows.filter(leg=self.leg) if self.leg else rows.none()


class ReceiveForm(ActForm):
    """签收."""


class ReplyForm(ActForm):
    """反馈."""

    text = words("办理、整改情况")
    number = line("反馈文号", required=False, most=80)
    uploads = FilesField(label="附件")


class RectifyForm(ActForm):
    """反馈整改情况."""

    text = words("整改情况")
    uploads = FilesField(label="附件")


class CheckForm(ActForm):
    """核查反馈."""

    result = forms.ChoiceField(label="核查结论", choices=[*_NONE, *CheckResult.choices()])
    text = words("核查情况", help_text="怎样核查的，看到了什么。")


class FurtherForm(ActForm):
    """提请进一步处理."""

    text = words(
        "建议", help_text="提请谁、怎样处理和理由。约谈、通报、挂牌督办、责令限期整改由联席会议决定（第三十九条）。"
    )


class CloseForm(ActForm):
    """销号."""

    explained_how = forms.ChoiceField(
        label="怎样向信访人说明",
        required=False,
        choices=[*_NONE, *ExplainedHow.choices()],
        help_text="核查认为情形不成立的可以不填。",
    )
    explained_on = day("说明日期")
    uploads = FilesField(label="说明的记录")


class SetAsideForm(ActForm):
    """不予督办."""

    reason = line("理由", most=500)
