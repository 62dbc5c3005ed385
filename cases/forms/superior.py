"""The letter of a body above, as it is typed: with a registration, or once the case is there."""

from typing import Any

from django import forms

from cases.actions.inputs import FromAbove
from cases.forms.base import ActForm, day, line, unit_field
from law.commission import Owed

_NAMES = {
    "superior": "superior",
    "superior_name": "name",
    "superior_number": "number",
    "superior_dated_on": "dated_on",
    "superior_report_by": "report_by",
}


class WithSuperior(ActForm):
    """What every form has that takes such a letter; a superior that is a unit of this house is found by its name too."""

    superior = unit_field("交办单位（本系统内）", "any", required=False)
    superior_name = line("交办单位", required=False, most=100, help_text="上级机关、单位交办的才填，照来文写全称。")
    superior_number = line("交办文号", required=False, most=80)
    superior_dated_on = day("来文日期")
    superior_report_by = day("要求上报的日期", help_text="上级没有指定的不填。")
    superior_owes = forms.ChoiceField(label="要求上报的内容", choices=Owed.choices(), required=False)

    def arguments(self) -> dict[str, Any]:
        """Put the letter together; what is asked for says nothing while all else is empty."""
        typed = super().arguments()
        owes = Owed(typed.pop("superior_owes", "") or Owed.CONCLUSION)
        given = {name: typed.pop(field) for field, name in _NAMES.items() if field in typed}
        return {**typed, "from_above": FromAbove(**given, owes=owes)} if given else typed


class RecordCommissionAboveForm(WithSuperior):
    """登记上级交办."""

    hint = "登记以后上级才交办的，或者登记时漏填的。从来文之日起算“上报办结报告”，其他期限不变。"

    def prepare(self) -> None:
        """On the page the name is enough."""
        if not self.is_bound:
            del self.fields["superior"]

    def arguments(self) -> dict[str, Any]:
        """Take an empty letter too: the act says what is missing."""
        return {"from_above": FromAbove(), **super().arguments()}
