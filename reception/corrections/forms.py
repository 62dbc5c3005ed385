"""Forms of one field each: what can be put right of a registration, and of one person of it."""

from collections.abc import Sequence
from typing import Any

from cases.forms.base import ActForm, line
from cases.forms.correcting import CorrectForm
from cases.forms.people import party_columns
from cases.forms.terms import TermField
from cases.forms.unit_choices import offer_units
from cases.models import Party
from cases.models.party import PartyRole
from law.errors import Refused

# The name in the address: its label, the fields that go together.
OF_THE_CASE: dict[str, tuple[str, tuple[str, ...]]] = {
    "subject": ("事由", ("subject",)),
    "content": ("来信内容", ("content",)),
    "channel": ("信访形式", ("channel",)),
    "location": ("问题发生地", ("location",)),
    "place": ("问题属地", ("place",)),
    "category": ("内容分类", ("category_code", "category")),
    "count": ("信访人数", ("petitioner_count",)),
    "urgent": ("重大紧急", ("urgent",)),
}
OF_A_PERSON: dict[str, tuple[str, tuple[str, ...]]] = {
    "name": ("姓名", ("name",)),
    "role": ("身份", ("role",)),
    "phone": ("联系电话", ("phone",)),
    "papers": ("证件", ("id_type", "id_number")),
    "address": ("住址", ("address",)),
    "mandate": ("委托", ("mandate", "mandate_until")),
}


def fields_of(table: dict[str, tuple[str, tuple[str, ...]]], what: str) -> tuple[str, tuple[str, ...]]:
    """Return the label and the fields of what is to be put right. Raises Refused not_found."""
    if what not in table:
        raise Refused("not_found", "没有这一栏。")
    return table[what]


class OneFieldForm(CorrectForm):
    """更正一栏: the form of the act, with one of its fields."""

    def __init__(self, *args: Any, only: Sequence[str], **given: Any) -> None:
        self.only = {"seen", "reason", *only}
        super().__init__(*args, **given)

    def prepare(self) -> None:
        """Leave out every other field, begin with what is registered."""
        super().prepare()
        for name in [name for name in self.fields if name not in self.only]:
            del self.fields[name]
        self.order_fields([name for name in self.fields if name != "reason"] + ["reason"])
        if "place" in self.fields:
            offer_units(self["place"], self.by, "place")
        terms = self.fields.get("category_code")
        if isinstance(terms, TermField):
            terms.offer(str(self["category_code"].value() or ""))


class OnePersonForm(ActForm):
    """更正信访人的一栏: what stands there now is not shown, the new value is typed."""

    reason = line("更正理由")
    hint = "只更正这一栏，其他各栏、其他人不变；原来的内容遮名留在办理记录里。"

    def __init__(self, *args: Any, only: Sequence[str], person: Party, **given: Any) -> None:
        self.only, self.person = only, person
        super().__init__(*args, **given)

    def prepare(self) -> None:
        """Add the columns that go together; of what is no secret, what stands there."""
        columns = party_columns()
        for name in self.only:
            self.fields[name] = columns[name]
        self.order_fields([*self.only, "reason"])
        if not self.is_bound and "role" in self.only:
            self.initial["role"] = self.person.role

    def arguments(self) -> dict[str, Any]:
        """Return the arguments of the act: an empty box empties what stood there."""
        typed = {name: self.cleaned_data[name] for name in self.only}
        if "role" in typed:
            typed["role"] = PartyRole(typed["role"] or self.person.role)
        kept = {name: value for name, value in super().arguments().items() if name in ("seen", "reason")}
        return {**kept, "person": self.person.pk, "person_changes": typed}
