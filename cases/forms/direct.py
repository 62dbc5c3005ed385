"""Forms of what an organ receives directly: told at the counter, told whose matter it is."""

from cases.forms.base import ActForm, line, unit_field, words
from cases.forms.dispatching import NumbersField
from cases.forms.exits import EXTRACT_HELP, OfDemandsForm
from organizations.vocabulary import UnitKind


class TellOnSpotForm(ActForm):
    """当场书面告知."""

    handling = words(
        "处理途径和程序", rows=3, most=2000, help_text="写入当场告知单：由谁、怎样处理，何时书面告知结果。"
    )
    receiver = line("签收人", most=100, help_text="当面收下告知单并签字的信访人或者代表。")
    hint = "生成《当场告知单》，打印后当面交给信访人签收；只能在来访当天办理。"

    def prepare(self) -> None:
        """Begin with what usually follows at an office, or at an organ of its own."""
        if self.case is None or self.is_bound:
            return
        office = self.case.unit.kind == UnitKind.PETITION_OFFICE
        self.initial["handling"] = (
            "我单位将自收到之日起15日内转送、交办有权处理的机关、单位，由其自收到之日起15日内书面告知您。"
            if office
            else "属于我单位职权范围的诉求，由我单位依法受理，并按《信访工作条例》规定的程序和期限办理、书面答复。"
        )


class DirectElsewhereForm(OfDemandsForm):
    """告知向有权机关提出."""

    demands = NumbersField("不属于本单位和本系统职权的诉求")
    unit = unit_field("有权处理的机关、单位（名录中的）", "", required=False, help_text="名录中没有的，在下面写名称。")
    body = line("有权处理的机关、单位名称", required=False, help_text="写全称；不填用上面选的单位。")
    address = line("地址", help_text="到哪里提出，写到门牌。写入告知书。")
    phone = line("电话", required=False, most=60)
    reason = words("理由", rows=3, most=5000, help_text="为什么不属于本单位和本系统职权。写入告知书。")
    extract = words("摘转内容", required=False, rows=3, help_text=EXTRACT_HELP)
    hint = "照常登记，书面告知名称和地址。属于下级单位职权的应当“转送”“交办”，不用本项。"
