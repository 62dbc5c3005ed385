"""What is typed on the pages of the warnings."""

from django import forms

from kit.day_field import DayField
from kit.plain_forms import PlainForm


class SilenceForm(PlainForm):
    """暂不提醒."""

    to_day = DayField(label="到哪一天为止")
    reason = forms.CharField(label="理由", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))
