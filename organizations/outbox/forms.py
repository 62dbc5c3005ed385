"""Which messages of the outbox: text into types."""

from typing import Any

from django import forms

from kit.messages.knowing import reasons
from kit.messages.words import Channel, State
from kit.plain_forms import PlainForm
from organizations.outbox.reading import ALL

_STATES = [("", "失败和结果不明的"), *State.choices(), (ALL, "全部")]


class MessagesForm(PlainForm):
    """筛选消息."""

    state = forms.ChoiceField(label="状态", choices=_STATES, required=False)
    channel = forms.ChoiceField(label="方式", choices=[("", "全部"), *Channel.choices()], required=False)
    reason = forms.ChoiceField(label="事由", required=False)
    before = forms.IntegerField(min_value=1, max_value=2**62, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason: Any = self.fields["reason"]
        reason.choices = [("", "全部"), *((each.code, each.label) for each in reasons().values())]
