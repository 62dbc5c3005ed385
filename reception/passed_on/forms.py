"""Forms of what was passed on: who passed it on and under which number stand first, nothing is chosen beforehand."""

from typing import Any, cast

from django import forms

from cases.forms.base import line, words
from cases.forms.intake import IntakeForm
from cases.forms.intake_page import OF_PAGE
from cases.record_steps import RecordForm, Step
from law.vocabulary import Channel
from reception.intake.forms import ChannelPageForm
from reception.models import Sender
from reception.passed_on import actions, moves
from reception.passed_on.actions import PassedOnInput, commission_by
from reception.senders.reading import active_senders

PAGE_CODE = "passed_on"
_DAYS = {"superior_dated_on": "dated_on", "superior_report_by": "report_by", "superior_number": "letter"}


class PassedOnPageForm(ChannelPageForm):
    """登记来件: any channel; the sender and its number above the text."""

    page_of = forms.CharField(required=False, widget=forms.HiddenInput)
    page_sender = forms.ModelChoiceField(Sender.objects.none(), label="来件渠道", empty_label="请选择")
    page_number = line("对方编号", most=80, help_text="工单号、信访件编号、交办编号；对账时按它核对。")

    def prepare(self) -> None:
        """Offer the senders in use; the channel is how the citizen turned to them."""
        super().prepare()
        self.fields["channel"].widget = forms.Select(choices=[("", "请选择"), *Channel.choices()])
        self.fields["channel"].required = True
        cast(Any, self.fields["page_sender"]).queryset = active_senders(self.by)
        self.initial[OF_PAGE] = PAGE_CODE

    def clean_channel(self) -> Channel:
        """Return the channel that was chosen."""
        return Channel(self.cleaned_data["channel"])

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `register`: the letter is the sender's, as far as it is typed."""
        typed = super().arguments()
        typed.pop("from_above", None)
        above = commission_by(self.sender, self.given)
        return {**typed, "unit": self.sender.unit, **({"from_above": above} if above else {})}

    @property
    def sender(self) -> Sender:
        """Return who passed it on."""
        return cast(Sender, self.cleaned_data["page_sender"])

    @property
    def given(self) -> PassedOnInput:
        """Return what the sender says beside the petition."""
        said = {name: self.cleaned_data[field] for field, name in _DAYS.items() if self.cleaned_data.get(field)}
        return PassedOnInput(self.cleaned_data["page_number"], **said)


class PassedOnForm(IntakeForm):
    """登记来件, for programs: what a registration takes, with the number of the sender; the letter is the sender's."""

    number = line("对方编号", most=80)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `register_passed_on`: ``given`` and what is registered."""
        typed = super().arguments()
        above = typed.pop("from_above", None)
        for name in ("source", "external_number"):
            typed.pop(name, None)
        number = typed.pop("number")
        if above is None:
            return {**typed, "given": PassedOnInput(number)}
        return {**typed, "given": PassedOnInput(number, above.dated_on, above.report_by, above.number)}


class LinkForm(RecordForm):
    """登记来件编号: of a case that is there already."""

    hint = "这件已经登记，后来上级、12345等也转来了的，登记对方的编号；对账时不再算“他有我无”。"
    sender = forms.ModelChoiceField(Sender.objects.none(), label="来件渠道", empty_label="请选择")
    number = line("对方编号", most=80)

    def prepare(self) -> None:
        """Offer the senders in use."""
        cast(Any, self.fields["sender"]).queryset = active_senders(self.by)


class UnlinkForm(RecordForm):
    """取消来件编号."""

    danger = True
    reason = words("理由", rows=2, most=500)


STEPS: dict[str, Step] = {"unlink": Step("取消来件编号", UnlinkForm, actions.unlink_number, moves.UNLINK, "已取消。")}
