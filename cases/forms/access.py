"""Forms of dated access: who, what, from when to when, why."""

from typing import Any

from django import forms

from cases.forms.base import PICKER, ActForm, day, line
from cases.models.access import AccessPurpose
from organizations.models import Unit
from organizations.unit_field import UnitField


def _unit(label: str, help_text: str) -> "forms.ModelChoiceField[Unit]":
    widget = forms.Select(attrs={PICKER: "any"})
    return UnitField(Unit.objects.all(), label=label, required=False, widget=widget, help_text=help_text)


class AccessForm(ActForm):
    """临时查阅."""

    account = line("查阅人员的账号", required=False, most=40, help_text="给一个人的，填其账号；给整个单位的，不填。")
    to_unit = _unit("查阅单位", "该单位有权查看信访件的人员都可以查阅。")
    number = line("信访件编号", required=False, most=40, help_text="只给一件的，填编号；按单位给的，不填。")
    of_unit = _unit("经手单位", "到过该单位的信访件，不含检举控告件。")
    from_day = day("开始日期", required=True)
    to_day = day("截止日期", required=True, help_text="当天仍可查阅，次日自动失效；可以随时收回。")
    purpose = forms.ChoiceField(label="用途", choices=AccessPurpose.choices())
    sealed_too = forms.BooleanField(
        label="本件含检举控告的，仍可查阅其公开部分", required=False, help_text="密封的检举控告内容不因此公开。"
    )
    reason = line("理由", help_text="例如：督查组检查第三季度办理情况。不要写信访人的姓名。")

    def prepare(self) -> None:
        """Offer today as the first day."""
        self.fields["from_day"].initial = self.today

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `give_access`."""
        typed = {name: value for name, value in super().arguments().items() if name not in _IDS}
        return {**typed, "purpose": AccessPurpose(typed["purpose"])}


class RevokeForm(ActForm):
    """收回临时查阅."""

    reason = line("收回理由", help_text="例如：检查结束、人员调整。")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `revoke_access`."""
        return {name: value for name, value in super().arguments().items() if name not in _IDS}


_IDS = ("seen", "leg_id", "hand_off_id")
