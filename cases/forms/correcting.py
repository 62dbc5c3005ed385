"""The form of a correction."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, line, unit_field, words
from cases.forms.people import party_columns, party_row
from cases.forms.rows import RowsField
from cases.forms.terms import TermField
from law.vocabulary import Channel


class CorrectForm(ActForm):
    """更正登记."""

    reason = line("更正理由")
    subject = line("事由")
    content = words("来信内容", rows=8, most=200_000)
    channel = forms.ChoiceField(label="信访形式", choices=Channel.choices())
    location = line("问题发生地", required=False)
    place = unit_field("问题属地", "place", required=False)
    category = line("内容分类", required=False, most=120)
    category_code = TermField(label="内容分类（字典）", required=False)
    petitioner_count = forms.IntegerField(label="信访人数", min_value=1, max_value=100_000, required=False)
    urgent = forms.NullBooleanField(label="重大紧急", required=False)
    parties = RowsField(party_columns(), party_row, label="信访人", required=False)
    hint = "信访人不填即保持不变；填写的将替换原来登记的全部信访人。"
    optional_for_api = ("subject", "content", "channel", "location", "category")

    def prepare(self) -> None:
        """Begin with what is registered; a program may send only what changes."""
        if self.case and not self.is_bound:
            self.initial.update(
                {n: getattr(self.case, n) for n in (*self.optional_for_api, "petitioner_count", "urgent")}
            )
            term = self.case.category_term
            self.initial.update(place=self.case.division_id, category_code=term.code if term else "")
        for name in self.optional_for_api:
            if name in self.fields:
                self.fields[name].required = False

    def arguments(self) -> dict[str, Any]:
        """Return only what differs from the registration; the page sends every field back."""
        typed = super().arguments()
        if not typed.get("parties"):
            typed.pop("parties", None)
        return {name: value for name, value in typed.items() if not self._as_it_was(name, value)}

    def _as_it_was(self, name: str, value: Any) -> bool:
        if self.case and name == "category_code":
            return bool(self.case.category_term and self.case.category_term.code == value)
        if self.case and name == "place":
            return bool(self.case.division_id == value.pk)
        if self.case is None or name not in (*self.optional_for_api, "petitioner_count", "urgent"):
            return False
        old = getattr(self.case, name)
        return bool(value == (old.replace("\r\n", "\n").strip() if isinstance(old, str) else old))
