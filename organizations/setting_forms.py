"""Forms of settings: text into the type that a setting has, nothing more."""

from typing import Any

from django import forms

from kit.day_field import DayField
from kit.plain_forms import PlainForm
from kit.settings import Setting
from organizations.settings_in_force import MOST_WHY
from organizations.today import today

LONGEST = 400


class SettingForm(PlainForm):
    """设置参数. ``shown``: what the preview on the screen was of, so that nobody confirms what he has not read."""

    value = forms.Field(label="取值")
    valid_from = DayField(label="生效日期", help_text="今天或者以后；以前的日子不受影响。")
    why = forms.CharField(label="理由", max_length=MOST_WHY, help_text="依据或者决定，如会议纪要编号。")
    shown = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, setting: Setting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = _value_field(setting)
        self.fields["valid_from"].initial = today()

    @property
    def asked(self) -> str:
        """Return the value and day as `shown` holds them."""
        return f"{self.cleaned_data['value']}|{self.cleaned_data['valid_from']}"[:LONGEST]

    def previewed(self) -> bool:
        """Tell whether the person has read what just this value on this day would change."""
        return bool(self.cleaned_data["shown"] == self.asked)


def _value_field(setting: Setting) -> forms.Field:
    more: dict[str, Any] = {"label": setting.label, "help_text": setting.help}
    if setting.choices:
        return forms.ChoiceField(choices=setting.choices, **more)
    if isinstance(setting.default, bool):
        return forms.TypedChoiceField(
            choices=[("true", "是"), ("false", "否")], coerce=lambda said: said == "true", **more
        )
    if isinstance(setting.default, int):
        more["label"] = f"{setting.label}（{setting.unit}）" if setting.unit else setting.label
        return forms.IntegerField(min_value=setting.least, max_value=setting.most, **more)
    return forms.CharField(max_length=LONGEST // 2, **more)


class TermForm(PlainForm):
    """新增条目."""

    label = forms.CharField(label="名称", max_length=40)
    valid_from = DayField(label="启用日期", initial=today)

    def clean_label(self) -> str:
        """Keep the sign that parts the levels out of a name."""
        label = str(self.cleaned_data["label"])
        if "/" in label:
            raise forms.ValidationError("名称里不能有“/”，它用来分隔各级。")
        return label


class EndTermForm(PlainForm):
    """停用条目."""

    code = forms.CharField(label="要停用的条目", max_length=12, widget=forms.Select)
    valid_to = DayField(label="停用日期", initial=today, help_text="连同它下面的条目；以前登记的信访件不变。")

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = forms.Select(choices=[("", "请选择"), *offered])
