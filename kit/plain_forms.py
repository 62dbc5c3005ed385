"""Forms that say what is wrong in plain words, all of it at once, each at its field, with the focus on the first."""

from typing import Any

from django import forms
from django.utils.functional import Promise

_CHOOSE = "请从列出的选项中选择。"
_WORDS = {
    "invalid_choice": _CHOOSE,
    "invalid_list": _CHOOSE,
    "invalid_pk_value": _CHOOSE,
    "min_value": "不能小于%(limit_value)s。",
    "max_value": "不能大于%(limit_value)s。",
    "min_length": "至少%(limit_value)s字，现有%(show_value)s字。",
    "max_length": "最多%(limit_value)s字，现有%(show_value)s字。",
    "null_characters_not_allowed": "有看不见的空字符，请删去后再提交。",
}
_OF_FILES = {
    "invalid": "文件没有传上来，请重新选择。",
    "missing": "文件没有传上来，请重新选择。",
    "empty": "这个文件是空的，请重新选择。",
    "max_length": "文件名最多%(max)s字，现有%(length)s字。",
    "contradiction": "要么选择文件，要么清除，不能同时。",
}
# The most special class first.
_INVALID: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.IntegerField, "请填整数。"),
    (forms.TimeField, "时间写作 15:30。"),
    (forms.Field, "看不懂，请重新填写。"),
)


def say_plainly(field: forms.Field, name: str = "") -> None:
    """Give a field the house's words for what the framework checks; what a field says itself stays.

    ``name``: what to call it where it is missing, "" where the message names it already.
    """
    said = field.error_messages
    for code, words in {**_words_of(field), "required": f"请填写“{name}”。" if name else "请填写。"}.items():
        # What is missing here is said by a validator, in the framework's words.
        if code not in said or isinstance(said[code], Promise):
            said[code] = words


def _words_of(field: forms.Field) -> dict[str, str]:
    if isinstance(field, forms.FileField):
        return _OF_FILES
    # A validator without words of its own is found by its code; "invalid" is also the code of those that have some.
    own = {} if "invalid" not in field.error_messages else {"invalid": _invalid(field)}
    return {**_WORDS, **own}


def _invalid(field: forms.Field) -> str:
    return next(words for kind, words in _INVALID if isinstance(field, kind))


class PlainWords(forms.BaseForm):
    """What makes a form plain: for forms that have a base of the framework's already."""

    # The browser would say one thing at a time, in its own words and language.
    use_required_attribute = False

    def full_clean(self) -> None:
        """Check every field in the house's words."""
        for name, field in self.fields.items():
            say_plainly(field, str(field.label or name))
        super().full_clean()

    def add_error(self, field: str | None, error: Any) -> None:
        """Add what is wrong, and put the focus on the first field that is."""
        super().add_error(field, error)
        wrong = [name for name in self.fields if name in self.errors and not self.fields[name].widget.is_hidden]
        for place, name in enumerate(wrong):
            self.fields[name].widget.attrs["autofocus"] = place == 0


class PlainForm(PlainWords, forms.Form):
    """A form of this house."""
