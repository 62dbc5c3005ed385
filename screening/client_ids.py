"""The id that a sender gives what he sends: the same sending twice is told apart from two."""

from datetime import datetime
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone, is_aware

from cases.record_steps import RecordForm

# Beyond them no clock is merely wrong.
_YEARS = range(1970, 2200)
_HELP = "发送方自己生成的 UUID；同一个编号发两次只算一份"


class SentForm(RecordForm):
    """A form that is sent once, however often it arrives; ``sent_at`` is what the sender's clock said."""

    client_id = forms.UUIDField(label="发送编号", widget=forms.HiddenInput, help_text=_HELP)
    sent_at = forms.CharField(label="设备时间", required=False, max_length=40, widget=forms.HiddenInput)

    def prepare(self) -> None:
        """Give a fresh form an id of its own: the page that is sent twice is one sending."""
        self.initial.setdefault("client_id", str(uuid4()))

    def clean_sent_at(self) -> datetime | None:
        """Read the clock of the sender; it is kept and decides nothing."""
        said: str = self.cleaned_data["sent_at"]
        if not said:
            return None
        try:
            moment = datetime.fromisoformat(said)
        except ValueError:
            raise ValidationError("时间写作 2026-03-02T15:30:00+08:00。") from None
        if moment.year not in _YEARS:
            raise ValidationError("时间太早或者太晚，请核对设备的时钟；也可以不填。")
        return moment if is_aware(moment) else moment.replace(tzinfo=get_current_timezone())
