"""What is typed about samples and accounts; page and API read the same forms."""

from django import forms

from cases.forms.base import ActForm, day, line, unit_field, words
from supervision.orders.sampling import MOST_DRAWN
from supervision.words.orders import Account, Defect, RowResult, SampleKind, found_choices

_NONE = [("", "请选择")]


class DrawForm(ActForm):
    """抽取样本."""

    unit = unit_field("单位", "any")
    kind = forms.ChoiceField(label="种类", choices=[*_NONE, *SampleKind.choices()])
    since = day("收到日期自", required=True)
    until = day("收到日期至", required=True)
    failure = forms.ChoiceField(label="只抽有这种情形的", required=False, choices=[("", "不限"), *found_choices()])
    size = forms.IntegerField(label="抽多少件", min_value=1, max_value=MOST_DRAWN)


class RowForm(ActForm):
    """核对一行."""

    place = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    result = forms.ChoiceField(label="结果", choices=[*_NONE, *RowResult.choices()])
    defects = forms.MultipleChoiceField(
        label="缺陷", required=False, choices=Defect.choices(), widget=forms.CheckboxSelectMultiple
    )
    note = line("说明", required=False, most=500)


class LedgerRowForm(RowForm):
    """核对一行台账."""

    result = forms.ChoiceField(
        label="结果", choices=[*_NONE, *((each, each.label) for each in (RowResult.MATCHES, RowResult.DIFFERS))]
    )
    defects = None  # type: ignore[assignment]


class QualityRowForm(RowForm):
    """核对一行质量."""

    result = forms.ChoiceField(
        label="结果", choices=[*_NONE, *((each, each.label) for each in (RowResult.SOUND, RowResult.DEFECTIVE))]
    )


class SignForm(ActForm):
    """签字."""

    note = words("说明", required=False, most=1000)


class CallForm(ActForm):
    """要求交账."""

    due_on = day("交账日期", required=True)
    unit = unit_field("单位", "any", required=False, help_text="不选即所有有待反馈督办件的单位。")


class AccountForm(ActForm):
    """交账."""

    said = forms.ChoiceField(label="办理情况", choices=[*_NONE, *Account.choices()])
    text = words("说明", most=2000)
    wanted = day("申请的期限", help_text="只在申请新的期限时填；同意与否由督办的人决定。")
