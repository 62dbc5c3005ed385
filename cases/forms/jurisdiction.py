"""Forms of whose matter it is: objection, dispute and their answers, taking back, sending elsewhere by agreement."""

from typing import Any

from cases.forms.base import ActForm, line, unit_field, words
from organizations.models import Unit


class ObjectForm(ActForm):
    """提出异议."""

    reason = words("异议的理由", rows=4, most=5000, help_text="为什么不属于本单位以及本系统的职权，依据是什么。")
    proposed = unit_field("建议办理单位", "refer", help_text="不明的可以不选。")
    hint = "异议函自动生成，送转送、交办的单位核实。核实期间，书面告知信访人的期限照常计算。"

    def prepare(self) -> None:
        """Whose matter it is may be unknown."""
        self.fields["proposed"].required = False


class AgreeObjectionForm(ActForm):
    """同意异议."""

    note = words("核实意见", rows=3, most=2000)
    materials = line("交还的材料", required=False, most=500, help_text="退回的纸质材料清单，没有的不填。")


class RefuseObjectionForm(ActForm):
    """不同意异议."""

    reason = words("不同意的理由", rows=3, most=2000)


class ArbitrateForm(ActForm):
    """指定办理单位."""

    unit = unit_field("指定的办理单位", "refer", help_text="不选即仍由提出异议的单位办理。")
    reason = words("决定和理由", rows=3, most=2000, help_text="写明决定机关、日期、文号。")
    hint = "决定有约束力：指定其他单位的，分办员只能把这些诉求分给该单位，该单位不得再提异议。"

    def prepare(self) -> None:
        """No choice means that the unit keeps the leg."""
        self.fields["unit"].required = False

    def arguments(self) -> dict[str, Any]:
        """Leave out the unit where none is named."""
        typed = super().arguments()
        return typed if isinstance(typed.get("unit"), Unit) else {k: v for k, v in typed.items() if k != "unit"}


class TakeBackForm(ActForm):
    """撤回转送."""

    reason = words("撤回转送的理由", rows=2, most=2000, help_text="只记在办理记录里；不送被检举控告的单位。")
    danger = True
    hint = (
        "对方签收以前，分错了的可以撤回；签收以后，只有责任单位被检举控告的才撤回，材料不得留在该单位（第三十条）。"
        "撤回后请重新分流。"
    )


class AskRedirectForm(ActForm):
    """商请重新转办."""

    reason = words("商请的理由", rows=4, most=5000, help_text="为什么应由其他单位办理，依据是什么。")
    proposed = unit_field("建议办理单位", "refer", help_text="不明的可以不选。", required=False)
    hint = "受理以前，责任单位和转送、交办的单位都可以提出，对方同意才重新分流；答复之前期限照常计算。"


class AgreeRedirectForm(ActForm):
    """同意重新转办."""

    note = words("答复意见", rows=3, most=2000)
    hint = "同意后诉求回到登记单位重新分流；不计入退回的次数。"


class RefuseRedirectForm(ActForm):
    """不同意重新转办."""

    reason = words("不同意的理由", rows=3, most=2000)
    hint = "仍有争议的，5个工作日过后任何一方都可以“提请指定办理单位”（第二十四条）。"


class AskArbitrationForm(ActForm):
    """提请指定办理单位."""

    reason = words("争议的事实和理由", rows=5, most=5000, help_text="双方各持什么意见，依据是什么。")
    proposed = unit_field("建议办理单位", "refer", help_text="不明的可以不选。", required=False)
    hint = "由共同的上一级机关、单位决定；没有共同上一级的，由联席会议协调处理。不必先退回（第二十四条）。"
