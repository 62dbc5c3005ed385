"""The form of a reform: which unit is closed, who takes over, from when, on what basis."""

from typing import Any

from cases.forms.base import ActForm, day, line, unit_field


class ReformForm(ActForm):
    """登记机构改革."""

    unit = unit_field("撤销的单位", "any")
    successor = unit_field("承接单位", "any", help_text="继续行使其职权的单位；职责不清的，由本级党委和政府指定。")
    effective = day("生效日期", required=True, help_text="应在今天之后；到这一天由系统移交。")
    basis = line("依据", help_text="例如：机构改革方案的文号。")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `register_reform`."""
        return {
            name: value
            for name, value in super().arguments().items()
            if name in ("unit", "successor", "effective", "basis")
        }

    @property
    def asked(self) -> str:
        """Return the two units and the day as the page keeps them under ``shown``."""
        typed = self.cleaned_data
        return f"{typed['unit'].pk}|{typed['successor'].pk}|{typed['effective']}"
