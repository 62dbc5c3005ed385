"""Forms of the responsible unit: open to close."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, unit_field, words
from cases.forms.dispatching import NumbersField, offer_of_leg
from cases.models import Recusal
from cases.models.leg import InquiryKind
from law.matters import Cause
from law.paths import outcomes_for
from law.vocabulary import Act, Kind, Movement, Outcome
from organizations.authority import may
from organizations.models import Grant, Staff
from organizations.roles import roles_with

# No conclusion is preset: whoever answers chooses it.
_UNCHOSEN = ("", "请选择")
_ANSWERED = ("outcome", "facts", "opinion", "legal_basis", "cause")


class OpenForm(ActForm):
    """签收."""

    hint = "签收只记录谁在何时打开；期限从到达收件箱之日起算。"


class AcceptForm(ActForm):
    """受理并告知."""

    handling = words("处理途径和程序", required=False, rows=3, most=2000, help_text="写入受理告知书；不填用通行表述。")
    hint = "受理后自动生成《受理告知书》；告知书发出后请“送达告知书”，告知期限才算满足。"


class TakeForm(ActForm):
    """指定承办人."""

    handler = forms.ModelChoiceField(
        Staff.objects.none(), label="承办人", required=False, help_text="不选即由您本人承办。"
    )

    def prepare(self) -> None:
        """Offer the people of the unit who can answer."""
        people = Staff.objects.filter(is_active=True)
        if self.leg:
            able = Grant.objects.in_force(self.today).filter(unit=self.leg.unit, role__in=roles_with(Act.ANSWER))
            people = people.filter(grants__in=able).distinct()
            if self.leg.handler_id and not self.is_bound:
                people = people.exclude(pk=self.leg.handler_id)
            if not self.is_bound:
                recused = Recusal.objects.readable_by(self.by).filter(case=self.leg.case_id, agreed=True)
                people = people.exclude(pk__in=recused.values("person"))
        field = self.fields["handler"]
        field.queryset = people  # type: ignore[attr-defined]
        if self.leg and not may(self.by, Act.ANSWER, at=self.leg.unit, own=True):
            # A head who answers nothing himself must choose: leaving the field empty would only be refused.
            field.required, field.help_text = True, "在本单位承办人中选择。"
        elif self.leg and not self.is_bound:
            self.initial["handler"] = self.by.pk


class DelegateForm(ActForm):
    """下派核查."""

    unit = unit_field("村（社区）", "delegate")
    instruction = words("核查要求", rows=3, most=5000)
    reply_by = day("请于此日前报告")
    hint = "只请村（社区）核查情况；办理责任和期限仍在本单位。"


class ConsultForm(ActForm):
    """征求意见."""

    unit = unit_field("征求意见的单位", "consult")
    question = words("征求意见的内容", rows=3, most=5000)
    reply_by = day("请于此日前回复", help_text="不填按内部规定的工作日计算，不是法定期限。")


class ReplyForm(ActForm):
    """报告核查情况、回复征求意见、回复协办."""

    text = words("情况报告", rows=6)

    def prepare(self) -> None:
        """Call the words what they are: findings of a village, or the opinion of a unit consulted."""
        if self.hand_off and self.hand_off.movement == Movement.CONSULT:
            self.fields["text"].label = "回复意见"
        elif self.hand_off and self.hand_off.movement == Movement.CO_HANDLE:
            self.fields["text"].label = "协办情况"


class AssessForm(ActForm):
    """研判核查情况."""

    text = words("研判意见", rows=4)


class RecordInquiryForm(ActForm):
    """登记调查情况."""

    kind = forms.ChoiceField(label="方式", choices=InquiryKind.choices())
    held_on = day("日期", help_text="不填即今天。")
    place = line("地点", required=False, most=100)
    text = words("情况记录", rows=6)

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "kind": InquiryKind(self.cleaned_data["kind"])}


class AnswerForm(ActForm):
    """答复诉求."""

    demand = forms.TypedChoiceField(label="诉求", coerce=int)
    outcome = forms.ChoiceField(label="结论", choices=[_UNCHOSEN, *Outcome.choices()])
    facts = words("查明事实", rows=4)
    opinion = words("处理意见", rows=4)
    legal_basis = words("依据", rows=2, help_text="法律、法规、规章或者政策的名称和条款。", most=5000)
    cause = forms.ChoiceField(
        label="产生原因", choices=[("", "请选择"), *Cause.choices()], help_text="说的是事情怎样产生，不评价信访人。"
    )

    def prepare(self) -> None:
        """Offer this leg's demands and the conclusions their kinds allow; begin with the one asked for, or unanswered."""
        if self.leg is None:
            return
        rows = list(self.leg.demands.all())
        self.fields["demand"].choices = [  # type: ignore[attr-defined]
            (d.number, f"{d.number}．{(d.extract or d.text)[:60]}{'（已答复）' if d.outcome else ''}") for d in rows
        ]
        possible = {outcome for d in rows for outcome in outcomes_for(Kind(d.kind))}
        offered = [(o.value, o.label) for o in Outcome if o in possible]
        self.fields["outcome"].choices = [_UNCHOSEN, *offered]  # type: ignore[attr-defined]
        asked = next((d for d in rows if str(d.number) == str(self.initial.get("demand"))), None)
        first = asked or next((d for d in rows if not d.outcome), rows[0] if rows else None)
        if first and not self.is_bound:
            saved = {n: getattr(first, n) for n in _ANSWERED if getattr(first, n)}
            self.initial.update({"demand": first.number, **saved})

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        typed = self.cleaned_data
        return {**super().arguments(), "outcome": Outcome(typed["outcome"]), "cause": Cause(typed["cause"])}


class SetApartForm(ActForm):
    """分开办理."""

    demands = NumbersField("分出去的诉求", help_text="分出去的另立环节，由本单位继续办理；其余留在原环节。")
    reason = words("理由", rows=2, most=2000, help_text="例如：第1项已经查清，先行答复。")
    hint = "两个环节的期限都从原起算日计算，已有的调查记录随诉求带过去。"

    def prepare(self) -> None:
        """Offer the demands of the leg."""
        offer_of_leg(self, "demands")


class CorrectCauseForm(ActForm):
    """更正产生原因."""

    demand = forms.TypedChoiceField(label="诉求", coerce=int)
    cause = forms.ChoiceField(label="产生原因", choices=[("", "请选择"), *Cause.choices()])
    reason = words("理由", rows=2, most=1000)
    hint = "只改产生原因，答复不变；原来选的留在办理链上。"

    def prepare(self) -> None:
        """Offer this leg's demands, each with what it is said to have come of."""
        rows = self.leg.demands.all() if self.leg else []
        self.fields["demand"].choices = [  # type: ignore[attr-defined]
            (d.number, f"第{d.number}项（{Cause(d.cause).label if d.cause else '没有选'}）") for d in rows
        ]

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "cause": Cause(self.cleaned_data["cause"])}


class SubmitForm(ActForm):
    """送审."""

    note = words("送审说明", required=False, rows=2, most=2000)


class SendBackForm(ActForm):
    """退回修改."""

    reason = words("退回理由", rows=3, most=2000)


class IssueForm(ActForm):
    """审核签发."""

    note = words("审签意见", required=False, rows=2, most=2000)
    hint = "签发后自动生成《信访事项处理意见书》，请在三个工作日内送达。"


class ReportConclusionForm(ActForm):
    """提交办结报告."""

    text = words("办理过程和结果", rows=8)
    view = words("信访人意见", required=False, rows=2, most=500)


class CloseForm(ActForm):
    """结案."""

    note = words("结案说明", required=False, rows=2, most=2000)
    hint = "信访人申请复查的期限已经届满，结案后本环节不再变动。"
