"""What is chosen on a list that is signed or approved together, on the page and by programs."""

from django import forms

from cases.sight.out_of_reach import MOST_DIGITS
from kit.plain_forms import PlainForm


def is_key(value: object) -> bool:
    """Tell whether a value is the key of a row, as a page writes it or a program."""
    text = "" if isinstance(value, bool) else str(value)
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS


class KeysField(forms.Field):
    """Keys of rows: whole numbers, as a page sends them or a program."""

    def to_python(self, value: object) -> list[int]:
        """Return the numbers. Raises ValidationError."""
        rows = value if isinstance(value, list) else []
        if not rows or not all(is_key(each) for each in rows):
            raise forms.ValidationError("请至少选择一件。")
        return [int(each) for each in rows]


class SignForm(PlainForm):
    """Which filings are signed: their legs."""

    legs = KeysField(label="存查")


class ApproveManyForm(PlainForm):
    """Which proposals are approved: their ids."""

    proposals = KeysField(label="拟办意见")
