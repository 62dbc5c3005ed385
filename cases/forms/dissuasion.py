"""Forms of 劝阻、批评、教育: facts, and the petitioner's remark."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, words
from cases.openings.dissuasion import unremarked
from law.dissuasion import DissuasionKind


class RecordDissuasionForm(ActForm):
    """登记劝阻教育."""

    kind = forms.ChoiceField(label="方式", choices=DissuasionKind.choices())
    held_on = day("日期", help_text="不填即今天。")
    at_time = line("时间", required=False, most=20, help_text="例如：上午9时许。")
    place = line("地点", most=100)
    happened = words("当时的情况", rows=3, most=2000, help_text="看到、听到的事实。")
    said = words("说了什么", rows=3, most=2000, help_text="工作人员和信访人各说了什么。")
    hint = (
        "只写事实，不写对人的评价。只随本件查看，不能按人查，不列名单，不导出；"
        "不是不予受理的理由，不影响任何期限。信访人可以看，也可以说明。"
    )

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "kind": DissuasionKind(self.cleaned_data["kind"])}


class RemarkDissuasionForm(ActForm):
    """说明劝阻教育."""

    record = forms.TypedChoiceField(label="劝阻教育记录", coerce=int)
    remark = words("信访人的说明", rows=3, most=2000, help_text="照信访人的原话记。")

    def prepare(self) -> None:
        """Offer the records that the petitioner has said nothing of yet."""
        rows = unremarked(self.case) if self.case else []
        choices = [(row.pk, f"{row.on} {row.place} {row.get_kind_display()}") for row in rows]
        self.fields["record"].choices = choices  # type: ignore[attr-defined]
