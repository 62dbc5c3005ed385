"""Forms of the library of legal bases: what is looked for, and a sheet that stays on the screen until it is kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import line, words
from cases.importing.legal_bases import COLUMNS, read_bases
from kit.plain_forms import PlainForm
from law.bases import Basis, Level

_MOST_TEXT = 1_000_000
_MOST_SAID = 50


class SearchForm(PlainForm):
    """What is looked for."""

    q = line("查找", required=False, most=100, help_text="法律名称、条款或者条文里的词，用空格隔开。")


class BasisSheetForm(PlainForm):
    """录入法律依据. ``shown``: the lines that the list on the screen was of."""

    file = forms.FileField(
        label="文件",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=f"csv或者xlsx，六列：{'、'.join(COLUMNS)}；上传后在下面逐行显示，可以改",
    )
    lines = words(
        "逐条录入",
        required=False,
        rows=12,
        most=_MOST_TEXT,
        help_text=f"每行一条，列与列之间用制表符（从表格复制即可）或者竖线隔开；层级写{'、'.join(each.label for each in Level)}之一；仍然有效的不写失效日期",
    )
    shown = forms.CharField(required=False, max_length=_MOST_TEXT, widget=forms.HiddenInput)

    def clean_lines(self) -> str:
        """Read the lines. Raises ValidationError with every fault, line by line."""
        text: str = self.cleaned_data["lines"]
        sheet = read_bases(text)
        if sheet.faults:
            raise ValidationError([ValidationError(fault) for fault in sheet.faults[:_MOST_SAID]])
        self.bases: list[Basis] = sheet.bases
        return text

    def previewed(self) -> bool:
        """Tell whether the person has seen what just these lines hold."""
        return bool(_plain(self.cleaned_data["shown"]) == _plain(self.cleaned_data["lines"]))


def _plain(text: Any) -> list[str]:
    return [line.strip() for line in str(text).splitlines() if line.strip()]
