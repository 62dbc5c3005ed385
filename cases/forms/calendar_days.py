"""The form of days entered into the calendar; no act on a case."""

from typing import Any

from django import forms

from cases.forms.base import day, line
from kit.plain_forms import PlainForm
from organizations.calendar_days import DayEntry
from organizations.settings_in_force import MOST_WHY
from organizations.vocabulary import DayChange


class DaysForm(PlainForm):
    """调整日历. ``shown``: what the list on the screen was of, so that nobody confirms what he has not read."""

    first = day("首日", required=True)
    last = day("末日", help_text="只有一天的不填。")
    kind = forms.ChoiceField(label="改为", choices=DayChange.choices())
    name = line("说明", required=False, most=40, help_text="如：国庆节。取消调整的不填。")
    why = line("依据", most=MOST_WHY, help_text="放假通知的文号，或者决定。")
    shown = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def entry(self) -> DayEntry:
        """Return the days that were typed."""
        typed: dict[str, Any] = self.cleaned_data
        return DayEntry(typed["first"], typed["last"] or typed["first"], DayChange(typed["kind"]), typed["name"])

    @property
    def asked(self) -> str:
        """Return the days as `shown` holds them."""
        entry = self.entry()
        return f"{entry.first}|{entry.last}|{entry.kind}|{entry.name}"

    def read(self) -> bool:
        """Tell whether the person has read what just these days would move."""
        return bool(self.cleaned_data["shown"] == self.asked)
