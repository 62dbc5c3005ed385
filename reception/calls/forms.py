"""Forms of the telephone: registering a call, calls back, recordings."""

from typing import Any, cast

from django import forms

from cases.forms.base import day, line, words
from cases.forms.intake import IntakeForm
from cases.forms.time_and_hearing import staff_field
from cases.record_steps import RecordForm, Step
from kit.day_field import DayField
from law.vocabulary import Channel
from organizations.models import Staff
from reception.calls import actions, moves
from reception.calls.actions import CallInput
from reception.calls.people import callers
from reception.intake.forms import ChannelPageForm

_OF_THE_CALL = ("callback_on", "callback_who", "callback_about", "recording_number", "recording_told")
_PAGE = "page_"


def who_field(label: str) -> "forms.ModelChoiceField[Staff]":
    """Who calls back; nobody is chosen beforehand."""
    field = staff_field(label)
    field.empty_label = "请选择"
    return field


def offer_callers(form: forms.BaseForm, by: Staff, name: str) -> None:
    """Offer who registers at the desk."""
    cast(Any, form.fields[name]).queryset = callers(by)


class CallPageForm(ChannelPageForm):
    """登记来电. Nothing that a person decides is chosen beforehand."""

    of = Channel.CALL
    page_callback_on = DayField(label="哪天回电", required=False)
    page_callback_who = who_field("谁回电")
    page_callback_about = line("回电说什么", required=False)
    page_recording_number = line("录音编号", required=False, most=60)
    page_recording_told = forms.BooleanField(label="已经告知来电人通话录音", required=False)

    def prepare(self) -> None:
        """Offer the people of the desk."""
        super().prepare()
        self.fields["page_callback_who"].required = False
        offer_callers(self, self.by, "page_callback_who")

    def clean(self) -> dict[str, Any]:
        """Say at its field what is missing of a call back, and that a recording without notice is none."""
        typed = super().clean()
        on, who, about = (typed.get(f"{_PAGE}{name}") for name in _OF_THE_CALL[:3])
        if (on or who or about) and not on:
            self.add_error("page_callback_on", "约定回电的，请写明哪一天。")
        if (on or who or about) and not who:
            self.add_error("page_callback_who", "约定回电的，请写明由谁回电。")
        if typed.get("page_recording_number") and not typed.get("page_recording_told"):
            self.add_error("page_recording_told", "没有事先告知来电人录音的，不登记录音。")
        return typed

    @property
    def call(self) -> CallInput:
        """Return what was typed of the call."""
        return CallInput(**{name: self.cleaned_data.get(f"{_PAGE}{name}") or _EMPTY[name] for name in _OF_THE_CALL})


_EMPTY: dict[str, Any] = {
    "callback_on": None,
    "callback_who": None,
    "callback_about": "",
    "recording_number": "",
    "recording_told": False,
}


class CallForm(IntakeForm):
    """登记来电: what a registration takes, with the call back and the recording."""

    callback_on = day("哪天回电")
    callback_who = who_field("谁回电")
    callback_about = line("回电说什么", required=False)
    recording_number = line("录音编号", required=False, most=60)
    recording_told = forms.BooleanField(label="已经告知来电人通话录音", required=False)

    def prepare(self) -> None:
        """Offer the people of the desk; the channel is that of the door."""
        super().prepare()
        self.fields["channel"].required = False
        self.fields["callback_who"].required = False
        offer_callers(self, self.by, "callback_who")

    def clean_channel(self) -> Channel:
        """Return the telephone, whatever was sent."""
        return Channel.CALL

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `register_call`."""
        typed = super().arguments()
        call = {name: typed.pop(name) for name in _OF_THE_CALL if name in typed}
        return {**typed, "call": CallInput(**call)}


class PlanForm(RecordForm):
    """约定回电."""

    who = who_field("谁回电")
    due_on = day("哪天以前回电", required=True)
    about = line("回电说什么")

    def prepare(self) -> None:
        """Offer the people of the desk."""
        offer_callers(self, self.by, "who")


class MissForm(RecordForm):
    """未接通."""

    due_on = day("哪天再打", required=True)


class PassOnForm(RecordForm):
    """转由他人回电."""

    who = who_field("谁回电")
    due_on = day("哪天以前回电", required=True)

    def prepare(self) -> None:
        """Offer the people of the desk."""
        offer_callers(self, self.by, "who")


class CalledForm(RecordForm):
    """已回电."""

    outcome = words("说了什么", rows=3, most=2000)


class GiveUpForm(RecordForm):
    """未能联系上."""

    outcome = words("还试过什么办法", rows=2, most=1000, help_text="例如：请村（社区）转告、寄了书面通知。")
    danger = True


class EraseForm(RecordForm):
    """登记录音已删除."""

    hint = "先在电话系统里删除，再登记。"


CALL_STEPS: dict[str, Step] = {
    "called": Step("已回电", CalledForm, actions.call_back, moves.CALL, "已登记回电。"),
    "miss": Step("未接通", MissForm, actions.miss_call, moves.MISS, "已登记未接通，到期再提醒。"),
    "pass-on": Step("转由他人回电", PassOnForm, actions.pass_call_on, moves.PASS_ON, "已转由他人回电。"),
    "give-up": Step(
        "未能联系上", GiveUpForm, actions.give_call_up, moves.GIVE_UP, "已登记未能联系上。", hides=("never_called",)
    ),
}
RECORDING_STEPS: dict[str, Step] = {
    "erase": Step("登记录音已删除", EraseForm, actions.erase_recording, moves.ERASE, "已登记删除。")
}
