"""Which account and which case an auditor asks about."""

from django import forms

from kit.plain_forms import PlainForm


class WhySeenForm(PlainForm):
    """谁，哪一件."""

    case = forms.CharField(label="信访件编号", max_length=40)
    account = forms.CharField(label="账号", max_length=40)
