"""Forms of the proposal at the desk, its decision, and the paper that comes back."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, unit_field, words
from cases.forms.dispatching import CommissionForm, NumbersField, ReferForm, offer_demands
from cases.forms.exits import EXTRACT_HELP
from cases.forms.upload import FilesField
from cases.openings.approval import PROPOSABLE, waiting_proposals
from law.matters import Destination
from law.vocabulary import Act

_AGREE, _RETURN = "agree", "return"
_USUAL = {Act.REFER: ReferForm.usual_reason, Act.COMMISSION: CommissionForm.usual_reason}
# What else each of the acts asks for.
_NEEDS: dict[Act, tuple[str, ...]] = {
    Act.REFER: ("unit",),
    Act.COMMISSION: ("unit", "days"),
    Act.TRANSFER_OUT: ("destination", "reason"),
}


class ProposeHandlingForm(ActForm):
    """呈报拟办意见."""

    demands = NumbersField("本次拟办的诉求")
    text = words("拟办意见", rows=4, most=5000, help_text="给批示的领导看，印在呈批单上，不写进发出的文书。")
    handling = forms.ChoiceField(label="拟办理", choices=[("", "请选择"), *((each, each.label) for each in PROPOSABLE)])
    unit = unit_field("责任单位", "refer", required=False, help_text="转送、交办的必填；转出的写在“接收单位名称”里。")
    days = forms.IntegerField(
        label="反馈期限（日）", min_value=1, max_value=365, required=False, help_text="交办的必填。"
    )
    destination = forms.ChoiceField(
        label="转出去向", choices=[("", "不转出"), *Destination.choices()], required=False, help_text="转出的必填。"
    )
    body = line("接收单位名称", required=False, help_text="转出的填写，写全称。")
    reason = words(
        "写入文书的理由", required=False, rows=2, most=2000, help_text="转送、交办的不填用通行的话；转出的必填。"
    )
    extract = words("摘转内容", required=False, rows=3, help_text=EXTRACT_HELP)
    told_orally = line("口头告知去向的情况", required=False, help_text="只用于转出检举控告。")
    hint = "批准以后自动转送、交办、转出，文书同时生成；呈批期间分流期限照常计算。"

    def prepare(self) -> None:
        """Offer the demands that no unit has yet; ask for an extract only where the case is sealed."""
        offer_demands(self, "demands", only_free=True)
        if self.case and not self.case.sealed and not self.is_bound:
            del self.fields["extract"]

    def clean(self) -> dict[str, Any]:
        """Ask for what the proposed act needs. Raises nothing: what is missing is said at its field."""
        given: dict[str, Any] = super().clean() or {}
        for name in _NEEDS.get(given.get("handling", ""), ()):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, f"拟{Act(given['handling']).label}的，请填写“{self.fields[name].label}”。")
        if given.get("handling") == Act.TRANSFER_OUT and not (given.get("body") or given.get("unit")):
            self.add_error("body", "拟转出的，请填写“接收单位名称”。")
        return given

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words; the usual reason where none was written."""
        given, handling = super().arguments(), Act(self.cleaned_data["handling"])
        where = {"destination": Destination(given["destination"])} if "destination" in given else {}
        return {"reason": _USUAL.get(handling, ""), **given, "handling": handling, **where}


class _OfProposalForm(ActForm):
    """Which of the proposals that wait: by its id."""

    proposal = forms.TypedChoiceField(label="拟办意见", coerce=int)

    def prepare(self) -> None:
        """Offer what waits; nothing to choose where there is only one."""
        found = waiting_proposals(self.case) if self.case else []
        lines = [(each.pk, f"{each.said}（{each.by.name}呈报）") for each in found]
        self.fields["proposal"].choices = lines  # type: ignore[attr-defined]
        if len(lines) == 1 and not self.is_bound:
            self.initial["proposal"] = lines[0][0]


class ApproveProposalForm(_OfProposalForm):
    """批准拟办意见."""

    note = words("批示", required=False, rows=2, most=2000)
    hint = "批准的同时，以拟办人的名义办理并生成文书；办理链上写明由您批准、经您的手。"


class ReturnProposalForm(_OfProposalForm):
    """退回拟办意见."""

    reason = words("退回理由", rows=3, most=2000)
    hint = "诉求仍等候分流，分流期限照常计算。"


class WithdrawProposalForm(_OfProposalForm):
    """撤回拟办意见."""

    reason = words("撤回理由", required=False, rows=2, most=2000)


class RecordPaperForm(_OfProposalForm):
    """登记呈批件批回."""

    decision = forms.ChoiceField(
        label="领导的意见", choices=[("", "请选择"), (_AGREE, "同意拟办意见"), (_RETURN, "不同意，另提意见")]
    )
    leader = line("批示的领导", most=40, help_text="姓名和职务。")
    instruction = words("批示内容", rows=3, most=2000, help_text="照呈批单上的原话录入。")
    instructed_on = day("批示日期", required=True)
    papers = FilesField(label="呈批单扫描件", help_text="可以不附。")
    hint = "由拟办人以外的人登记。同意的，随即按拟办意见办理；批示与拟办意见不一致的，选“不同意”，另行呈报。"

    def arguments(self) -> dict[str, Any]:
        """Turn the decision into yes or no."""
        given = super().arguments()
        return {**given, "agree": given.pop("decision") == _AGREE}
