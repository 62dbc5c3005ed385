"""The form of a whole holiday notice: a file, or its lines, which stay on the screen until they are entered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import line, words
from kit.plain_forms import PlainForm
from organizations.calendar_days import DayEntry
from organizations.holiday_notice import read_notice
from organizations.settings_in_force import MOST_WHY
from organizations.today import today

_MOST_TEXT = 20_000


class HolidayNoticeForm(PlainForm):
    """按放假通知录入. ``shown``: the lines that the list on the screen was of."""

    file = forms.FileField(
        label="文件",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text="csv或者xlsx，三列：日期、性质（放假、调休上班）、名称；上传后在下面逐行显示，可以改",
    )
    days = words("逐日安排", required=False, most=_MOST_TEXT, help_text="每行一天，如：2027-02-06，放假，春节")
    why = line("依据", most=MOST_WHY, help_text="放假通知的文号，或者决定。")
    shown = forms.CharField(required=False, max_length=_MOST_TEXT, widget=forms.HiddenInput)

    def clean_days(self) -> str:
        """Read the lines. Raises ValidationError with every fault, line by line."""
        text: str = self.cleaned_data["days"]
        notice = read_notice(text, today())
        if notice.faults:
            raise ValidationError([ValidationError(fault) for fault in notice.faults[:50]])
        self.entries: list[DayEntry] = notice.entries
        return text

    def read(self) -> bool:
        """Tell whether the person has read what just these lines would move."""
        return bool(_lines(self.cleaned_data["shown"]) == _lines(self.cleaned_data["days"]))


def _lines(text: Any) -> list[str]:
    return [line.strip() for line in str(text).splitlines() if line.strip()]
