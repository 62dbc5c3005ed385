"""Forms of the ways out of the procedure: diverted, transferred; what turns somebody away stands in turning_away.py."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, unit_field, words
from cases.forms.dispatching import APART, NumbersField, offer_demands, offer_of_leg
from law.matters import Destination
from law.vocabulary import Path
from law.ways import WAYS, choices, ways

EXTRACT_HELP = "含检举控告的信访件必填：只写这些诉求。"


class DivertForm(ActForm):
    """导入法定途径."""

    path = forms.ChoiceField(label="法定途径", choices=choices())
    reason = words("理由", rows=3, most=5000, help_text="为什么应当走这一途径。写入告知书。")
    body = line("有权处理的机关", help_text="写全称，例如“云河区人民法院”。")
    limit = line("提出的期限", required=False, most=500, help_text="不填用该途径的通行期限。")
    how = line("地点和方式", required=False, most=500, help_text="到哪里、怎样提出；不填用通行方式。")
    demands = NumbersField("只导入其中的诉求", required=False, help_text=APART)

    def prepare(self) -> None:
        """Begin with the path the demand was given at registration, and say what is known of each path."""
        offer_of_leg(self, "demands")
        known = self.leg.demands.all()[:1] if self.leg else []
        chosen = next((Path(d.path) for d in known if d.path in WAYS), Path.JUDICIAL)
        if not self.is_bound:
            self.initial["path"] = chosen
        limits = "；".join(f"{each.body}：{each.limit}" for each in ways(chosen))
        self.fields["limit"].help_text = f"不填用该途径的通行期限。{chosen.label}——{limits}。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "path": Path(self.cleaned_data["path"])}


class OfDemandsForm(ActForm):
    """Demands that no unit has yet; an extract only where the case is sealed."""

    def prepare(self) -> None:
        """Offer the free demands."""
        offer_demands(self, "demands", only_free=True)
        if "extract" in self.fields and self.case and not self.case.sealed and not self.is_bound:
            del self.fields["extract"]


class GuideForm(OfDemandsForm):
    """释法引导."""

    demands = NumbersField("应当走法定途径的诉求")
    path = forms.ChoiceField(label="法定途径", choices=choices())
    reason = words("释法说明", rows=3, most=5000, help_text="为什么应当走这一途径。写入告知书。")
    body = line("有权处理的机关", help_text="写全称，例如“云河区人民法院”。")
    limit = line("提出的期限", required=False, most=500, help_text="不填用该途径的通行期限。")
    how = line("地点和方式", required=False, most=500, help_text="到哪里、怎样提出；不填用通行方式。")
    extract = words("摘转内容", required=False, rows=3, help_text=EXTRACT_HELP)
    hint = "走访反映涉诉问题的，释法明理，引导向有关政法机关反映（第二十二条第二款）；涉诉信件请“转出”到政法机关。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "path": Path(self.cleaned_data["path"])}


class TransferOutForm(OfDemandsForm):
    """转出."""

    demands = NumbersField("转出的诉求")
    destination = forms.ChoiceField(label="转出去向", choices=Destination.choices())
    unit = unit_field("接收单位（名录中的）", "", help_text="名录中没有的，在下面写名称。")
    body = line("接收单位名称", required=False, help_text="不填用上面选的单位。")
    reason = words("转出理由", rows=3, most=5000)
    extract = words("摘转内容", required=False, rows=3, help_text=EXTRACT_HELP)
    told_orally = line(
        "口头告知去向的情况",
        required=False,
        help_text="只用于检举控告：书面告知按照有关规定执行，何时、以什么方式口头告知了去向。",
    )
    hint = "生成《转出函》；检举控告以外的，另生成《转送告知书》，请“送达告知书”。对方在系统外办理，看不到本件；收到回执后请“登记转出回执”，再结案。"

    def prepare(self) -> None:
        """The body may be none of the list."""
        super().prepare()
        self.fields["unit"].required = False

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "destination": Destination(self.cleaned_data["destination"])}


class TransferReceiptForm(ActForm):
    """登记转出回执."""

    received_on = day("对方收到日期", required=True)
    number = line("回执文号", required=False, most=60)
    note = line("说明", required=False)
