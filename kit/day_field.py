"""A day typed into a form: several ways to write it, one way to refuse it; what was typed always comes back.

The browser's own date box (type=date) throws away what it cannot read, so that an unreadable day arrives as none at all:
the box is one of text, with a calendar beside it where scripts run (static/js/fields.js).
"""

import re
from datetime import date
from typing import Any
from unicodedata import normalize

import django_filters
from django import forms

DAY_FORM = "日期写作 2026-11-30。"
_WRITTEN = re.compile(r"(\d{4})\s*[-/.。年]\s*(\d{1,2})\s*[-/.。月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})", re.ASCII)


class DayInput(forms.DateInput):
    """A box of text that knows it holds a day."""

    input_type = "text"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        usual = {"data-date": True, "inputmode": "numeric", "autocomplete": "off", "placeholder": "年-月-日"}
        super().__init__({**usual, **(attrs or {})}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day as 2026-11-30, 2026/11/30, 2026.11.30, 20261130 or 2026年11月30日, also in full-width digits."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        """Return the day, None where nothing was typed. Raises ValidationError: what is no day is never left out."""
        if value is None or isinstance(value, date):
            return value
        text = normalize("NFKC", str(value)).strip()
        return _read(text) if text else None


class DayFilter(django_filters.DateFilter):  # type: ignore[misc]
    """A day in the address of a list."""

    field_class = DayField


def _read(text: str) -> date:
    found = _WRITTEN.fullmatch(text)
    if not found:
        raise forms.ValidationError(f"看不懂这个日期，{DAY_FORM}", code="invalid")
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        raise forms.ValidationError(f"没有{year}年{month}月{day}日这一天，{DAY_FORM}", code="invalid") from None
