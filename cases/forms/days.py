"""Which day, on the pages and in the API of what is listed by the day."""

from datetime import date

from django import forms

from law.vocabulary import Letter


class DayForm(forms.Form):
    """Which day's letters, and of which kind."""

    on = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(label="文书", choices=[("", "全部"), *Letter.choices()], required=False)

    @property
    def asked(self) -> tuple[date, Letter | None]:
        """Return the day and the kind, None for all kinds, of a valid form."""
        kind = self.cleaned_data["kind"]
        return self.cleaned_data["on"], Letter(kind) if kind else None


class OneDayForm(forms.Form):
    """Which day."""

    on = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
