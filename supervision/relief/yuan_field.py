"""An amount typed in 元 and kept in 分."""

import re
from typing import Any
from unicodedata import normalize

from django import forms

from supervision.relief.money import fen_of

_WRITTEN = re.compile(r"\d{1,9}(\.\d{1,2})?", re.ASCII)


class YuanField(forms.CharField):
    """Text like 3000, 3,000.50 or 3000.5元; its value is a whole number of 分, None where nothing was typed."""

    def __init__(self, *, label: str, required: bool = True, help_text: str = "单位：元。") -> None:
        super().__init__(label=label, required=required, help_text=help_text, max_length=30)

    def clean(self, value: Any) -> Any:
        """Return the amount in 分. Raises ValidationError: no amount, or one that is larger than any here."""
        text = normalize("NFKC", str(super().clean(value) or "")).replace(",", "").removesuffix("元").strip()
        if not text:
            return None
        if not _WRITTEN.fullmatch(text):
            raise forms.ValidationError("请填金额，例如 3000 或者 3000.50，最多两位小数。")
        return fen_of(text)
