"""Which day, on the pages and in the API of what is listed by the day."""

from datetime import date

from django import forms

from kit.day_field import DayField
from kit.plain_forms import PlainForm
from law.vocabulary import Letter


class DayForm(PlainForm):
    """Which day's letters, and of which kind."""

    on = DayField(label="日期")
    kind = forms.ChoiceField(label="文书", choices=[("", "全部"), *Letter.choices()], required=False)

    @property
    def asked(self) -> tuple[date, Letter | None]:
        """Return the day and the kind, None for all kinds, of a valid form."""
        kind = self.cleaned_data["kind"]
        return self.cleaned_data["on"], Letter(kind) if kind else None


class OneDayForm(PlainForm):
    """Which day."""

    on = DayField(label="日期")
