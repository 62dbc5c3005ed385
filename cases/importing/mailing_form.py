"""The form of the mail book: what is entered, and its lines, which stay on the screen until they are entered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import words
from cases.importing.mailings import Mailed, MailLine, read_mailings
from kit.plain_forms import PlainForm

_MOST_TEXT = 40_000
_MOST_SAID = 50


class MailingForm(PlainForm):
    """邮寄登记. ``shown``: what the preview on the screen was of."""

    what = forms.ChoiceField(label="登记什么", choices=[("", "请选择"), *Mailed.choices()])
    file = forms.FileField(
        label="文件",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text="csv或者xlsx，列的顺序同下；上传后在下面逐行显示，可以改",
    )
    lines = words(
        "逐行登记",
        required=False,
        rows=8,
        most=_MOST_TEXT,
        help_text="发出：核验码或者文号，邮件号码，发出日期。签收：邮件号码，收到日期，签收人。退回：邮件号码，退回日期，原因。可以用扫码枪扫，也可以从表格粘贴。",
    )
    shown = forms.CharField(required=False, max_length=_MOST_TEXT, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Read the lines. Raises ValidationError with every fault, line by line."""
        typed = super().clean() or {}
        if not typed.get("what") or "lines" not in typed:
            return typed
        sheet = read_mailings(Mailed(typed["what"]), typed["lines"])
        if sheet.faults:
            self.add_error("lines", ValidationError([ValidationError(fault) for fault in sheet.faults[:_MOST_SAID]]))
        self.read_lines: list[MailLine] = sheet.lines
        return typed

    @property
    def mailed(self) -> Mailed:
        """Return what a valid form enters."""
        return Mailed(self.cleaned_data["what"])

    @property
    def mark(self) -> str:
        """Return what was typed, so that what was previewed can be told from what was changed since."""
        return f"{self.cleaned_data['what']}\n{self.cleaned_data['lines'].strip()}"

    def previewed(self) -> bool:
        """Tell whether the person has seen what just these lines would enter."""
        return bool(_plain(self.cleaned_data["shown"]) == _plain(self.mark))


def _plain(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
