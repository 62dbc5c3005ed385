"""Forms of correcting kind and path of a demand."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, words
from cases.forms.dispatching import demands_of_leg
from cases.models import Demand
from law.vocabulary import Kind, Path

_KINDS = [(str(each.value), each.label) for each in Kind if each not in (Kind.ACCUSATION, Kind.NONE)]


class AskReclassificationForm(ActForm):
    """申请更正类别."""

    demand = forms.TypedChoiceField(label="诉求", coerce=int)
    kind = forms.ChoiceField(label="更正为", choices=[("", "请选择"), *_KINDS])
    path = forms.ChoiceField(
        label="更正后的办理途径",
        choices=[("", "请选择"), *Path.choices()],
        required=False,
        help_text="只有申诉求决分途径；途径尚未确定的不选。",
    )
    reason = words("更正理由", rows=3, most=2000, help_text="原来为什么定错，依据什么更正。")
    hint = "由另一人审批；审批之前照常办理，期限照常计算。"

    def prepare(self) -> None:
        """Offer the demands of the leg with what they are now; nothing is chosen where there are several."""
        offered = demands_of_leg(self, _now)
        first = [] if len(offered) == 1 else [("", "请选择")]
        self.fields["demand"].choices = [*first, *offered]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        given, path = super().arguments(), self.cleaned_data["path"]
        return {**given, "kind": Kind(self.cleaned_data["kind"]), **({"path": Path(path)} if path else {})}


def _now(demand: Demand) -> str:
    path = Path(demand.path).label if demand.path else "途径尚未确定"
    kind = Kind(demand.kind)
    return f"现为{kind.label}，{path}" if kind is Kind.APPEAL else f"现为{kind.label}"


class ReclassifyForm(ActForm):
    """核准更正类别."""

    note = words("审批意见", required=False, rows=2, most=2000)
    hint = "改走信访程序（第三十一条第六项）的，六十日从原受理之日起算；已经告知过的，自动生成更正的告知书，请“送达告知书”。"


class RefuseReclassificationForm(ActForm):
    """不准更正类别."""

    reason = words("理由", rows=2, most=2000)
