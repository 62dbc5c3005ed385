"""The form of a name by which a unit is also found."""

from typing import Any

from django import forms

from kit.day_field import DayField
from kit.plain_forms import PlainForm
from organizations.vocabulary import NameKind


class UnitNameForm(PlainForm):
    """增加曾用名、别称."""

    name = forms.CharField(label="名称", max_length=100, help_text="只用来查找；文书上写的名称不变。")
    kind = forms.ChoiceField(label="种类", choices=NameKind.choices(), widget=forms.RadioSelect)
    used_from = DayField(label="启用日期", required=False, help_text="曾用名才填，不清楚的不填。")
    used_to = DayField(label="停用日期", required=False)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `organizations.unit_names.name_unit`."""
        return {**self.cleaned_data, "kind": NameKind(self.cleaned_data["kind"])}


class OfUnitForm(PlainForm):
    """Whose names are kept."""

    unit = forms.IntegerField(label="单位", min_value=1, widget=forms.Select)
