"""Points as people type them; both doors take them as text, so that 3.10 stays what was written."""

import re
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from django import forms

_WRITTEN = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)


class PointsField(forms.CharField):
    """Text like 3, 3.5 or 3.25分; its value is a Decimal, None where nothing was typed."""

    def __init__(self, *, label: str, help_text: str) -> None:
        super().__init__(label=label, required=False, help_text=help_text, max_length=12)

    def clean(self, value: Any) -> Any:
        """Return the points. Raises ValidationError: no number, or one with more than two decimals."""
        text = normalize("NFKC", str(super().clean(value) or "")).strip().removesuffix("分").strip()
        if not text:
            return None
        if not _WRITTEN.fullmatch(text):
            raise forms.ValidationError("请填得分，例如 3 或者 3.5，最多两位小数。")
        return Decimal(text)
