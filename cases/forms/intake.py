"""The intake form: one for all channels, for the page and for programs."""

from functools import cache
from typing import Any

from django import forms

from cases.actions.for_collections import answerable
from cases.actions.inputs import RespondentInput
from cases.forms.base import day, line, unit_field, words
from cases.forms.dispatching import demand_columns, demand_row
from cases.forms.people import party_columns, party_row, text_column
from cases.forms.rows import RowsField
from cases.forms.superior import WithSuperior
from cases.forms.terms import TermField
from law.vocabulary import Channel


def respondent_row(name: str, position: str, demands: str) -> RespondentInput:
    """Build one respondent, not linked yet; ``demands`` like "1,2"."""
    numbers = tuple(
        int(part) for part in demands.replace("，", ",").replace("、", ",").split(",") if part.strip().isdecimal()
    )
    return RespondentInput(name, position, demands=numbers)


def respondent_columns() -> dict[str, forms.Field]:
    """Return the columns of one respondent as the petitioner named it."""
    return {
        "name": forms.CharField(label="姓名或者名称", max_length=100),
        "position": text_column("职务", 60),
        "demands": text_column("涉及诉求序号", 60),
    }


class IntakeForm(WithSuperior):
    """登记."""

    channel = forms.ChoiceField(label="信访形式", choices=Channel.choices())
    received_on = day("收到日期", required=True)
    content = words("信访内容", rows=10, most=200_000, help_text="来信照录或者摘录；口头提出的如实记录。")
    subject = line("事由", required=False, help_text="一句话说明什么事；不填取内容开头。")
    parties = RowsField(party_columns(), party_row, label="信访人", required=False)
    petitioner_count = forms.IntegerField(label="信访人数", required=False, min_value=1, max_value=100_000)
    anonymous = forms.BooleanField(label="匿名", required=False)
    location = line("问题发生地", required=False, help_text="照信访人说的写，可以写到门牌。")
    place = unit_field("问题属地", "place", required=False, help_text="所在的乡镇街道、村（社区），不填则按发生地找。")
    category_code = TermField(label="内容分类", required=False)
    category = line("内容分类（文字）", required=False, most=120, help_text="字典里没有合适的才写；不填即字典的名称。")
    urgent = forms.BooleanField(label="重大紧急", required=False)
    demands = RowsField(demand_columns(), demand_row, label="诉求", required=False)
    respondents = RowsField(respondent_columns(), respondent_row, label="被反映对象", required=False)
    collection = forms.TypedChoiceField(
        label="响应的人民建议征集",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="建议意见是响应某次征集提出的才选。",
    )
    source = line("来源系统", required=False, most=60)
    external_number = line("外部编号", required=False, most=80)

    def prepare(self) -> None:
        """A new intake arrived today unless the clerk says otherwise; collections are those that may still be answered."""
        self.fields["collection"].choices = cache(self._collections)  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial.setdefault("received_on", self.today)

    def _collections(self) -> list[tuple[Any, str]]:
        """Return what is offered, asked for once somebody sees it or has chosen from it."""
        return [("", "不是响应征集"), *((row.pk, row.title) for row in answerable(self.by, self.today))]

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `register`."""
        typed = super().arguments()
        for name in ("seen", "leg_id", "hand_off_id"):
            typed.pop(name, None)
        return {**typed, "channel": Channel(typed["channel"])}
