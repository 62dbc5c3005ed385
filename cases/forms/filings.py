"""What is chosen on a list that is signed or approved together, on the page and by programs."""

from django import forms


class KeysField(forms.Field):
    """Keys of rows: whole numbers, as a page sends them or a program."""

    def to_python(self, value: object) -> list[int]:
        """Return the numbers. Raises ValidationError."""
        rows = value if isinstance(value, list) else []
        if not rows or not all(isinstance(each, int) or str(each).isdecimal() for each in rows):
            raise forms.ValidationError("请至少选择一件。")
        return [int(each) for each in rows]


class SignForm(forms.Form):
    """Which filings are signed: their legs."""

    legs = KeysField(label="存查")


class ApproveManyForm(forms.Form):
    """Which proposals are approved: their ids."""

    proposals = KeysField(label="拟办意见")
