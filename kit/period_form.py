"""A form with a period, that does not end before it begins."""

from typing import Any

from django import forms

from kit.plain_forms import PlainForm


class PeriodForm(PlainForm):
    """A form with the fields ``since`` and ``until``, which whoever makes one names."""

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        asked: dict[str, Any] = super().clean() or {}
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            raise forms.ValidationError(f"期间的止日{until}早于起日{since}。")
        return asked
