"""The columns of one person, shared by registration and its correction."""

from typing import Any

from django import forms

from cases.actions.inputs import PartyInput
from cases.models.party import IdType, PartyRole
from kit.day_field import DayField


def text_column(label: str, most: int) -> forms.CharField:
    """Return a column of one line that may stay empty."""
    return forms.CharField(label=label, required=False, max_length=most)


def party_row(**cleaned: Any) -> PartyInput:
    """Build one person from the cleaned columns."""
    return PartyInput(**{**cleaned, "role": PartyRole(cleaned["role"] or PartyRole.PETITIONER)})


def party_columns() -> dict[str, forms.Field]:
    """Return the columns of one person; nothing in them is required (registration is never refused for it)."""
    return {
        "name": text_column("姓名", 100),
        "role": forms.ChoiceField(
            label="身份", choices=PartyRole.choices(), initial=PartyRole.PETITIONER, required=False
        ),
        "phone": text_column("联系电话", 40),
        "id_type": forms.ChoiceField(label="证件类型", choices=[("", "未出示"), *IdType.choices()], required=False),
        "id_number": text_column("证件号码", 40),
        "address": text_column("住址", 200),
        "mandate": text_column("委托事项和权限（代理人）", 200),
        "mandate_until": DayField(label="委托期限至（代理人）", required=False),
    }
