"""What is chosen on the list of filings, on the page and by programs."""

from django import forms

from kit.plain_forms import PlainForm


class KeysField(forms.Field):
    """Keys of rows: whole numbers, as a page sends them or a program."""

    def to_python(self, value: object) -> list[int]:
        """Return the numbers. Raises ValidationError."""
        rows = value if isinstance(value, list) else []
        if not rows or not all(isinstance(each, int) or str(each).isdecimal() for each in rows):
            raise forms.ValidationError("请选择要签字的存查。")
        return [int(each) for each in rows]


class SignForm(PlainForm):
    """Which filings are signed: their legs."""

    legs = KeysField(label="存查")
