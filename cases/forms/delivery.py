"""Forms of letters that do not arrive."""

from django import forms

from cases.forms.base import ActForm, day, line, words
from cases.openings.letters import on_its_way


class RecordReturnForm(ActForm):
    """登记退件."""

    document = forms.TypedChoiceField(label="退回的文书", coerce=int, required=False, empty_value=None)
    returned_on = day("退回日期", help_text="不填即今天。")
    reason = line("退回原因", help_text="例如：查无此人、地址不详、拒收、逾期未领。")
    hint = "登记后提醒承办人，这份文书可以换一种方式重新送达；期限不停止。"

    def prepare(self) -> None:
        """Offer the letters that are on their way."""
        rows = [d for d in self.leg.documents.all() if on_its_way(d)] if self.leg else []
        choices = [(d.pk, f"{d.get_kind_display()} {d.number}") for d in reversed(rows)]
        self.fields["document"].choices = choices  # type: ignore[attr-defined]


class WaiveNoticeForm(ActForm):
    """免予告知."""

    reason = line("姓名、住址怎样不清", most=80)
    tried = words("另外用什么方式告知或者查找", rows=2, most=80, help_text="例如：在村务公开栏张贴、按来电号码回拨。")
    hint = "只有信访人姓名（名称）或者住址不清的，可以不书面告知（第二十三条第二款）；转送、交办来的也一样。"
