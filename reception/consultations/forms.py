"""Forms of consultations."""

from typing import Any, cast

from django import forms

from cases.forms.base import words
from cases.record_steps import RecordForm, Step
from reception.calls.forms import who_field
from reception.consultations import actions, moves
from reception.hall.reading import tickets_of_today
from reception.models import Service, Ticket, Verdict
from reception.people import offer_registrars


class ConsultForm(RecordForm):
    """咨询登记."""

    hint = "只登记咨询。投诉、请求、意见建议、递交书面材料的，一律登记为信访件（条例第二十二条）。"
    about = words("咨询什么", rows=3, most=2000)
    answer = words("怎样答复", required=False, rows=3, most=2000)
    service = forms.ChoiceField(
        label="服务方式",
        choices=[("", "请选择"), *Service.choices()],
        help_text="解释件当场答复；其余没有答复的，按参数的天数由您办完。",
    )
    ticket = forms.ModelChoiceField(Ticket.objects.none(), required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        """Offer the numbers of today."""
        cast(Any, self.fields["ticket"]).queryset = tickets_of_today(self.by, self.today).filter(used=False)


class FinishForm(RecordForm):
    """咨询办完."""

    answer = words("怎样答复、办理结果", rows=4, most=2000)


class HandOverForm(RecordForm):
    """转由他人办理."""

    owner = who_field("由谁办理")

    def prepare(self) -> None:
        """Offer the people of the desk."""
        offer_registrars(self, self.by, "owner")


class MissForm(RecordForm):
    """联系不上."""

    hint = "记一次联系不上；仍然要办完。"


class InformForm(RecordForm):
    """出一次性告知单."""

    text = words("告知内容", rows=6, most=4000, help_text="需要的材料、办理的地方、时间、电话，一次写全。")


class CheckForm(RecordForm):
    """核对咨询登记."""

    hint = "看登记的是不是咨询；有投诉、请求、意见建议、书面材料的，应当登记为信访件。"
    verdict = forms.ChoiceField(label="结论", choices=Verdict.choices(), widget=forms.RadioSelect)


STEPS: dict[str, Step] = {
    "finish": Step("办完", FinishForm, actions.finish_consultation, moves.FINISH, "已办完。"),
    "inform": Step("一次性告知单", InformForm, actions.inform_once, moves.INFORM, "告知单可以打印。"),
    "hand-over": Step(
        "转由他人办理", HandOverForm, actions.hand_consultation_over, moves.HAND_OVER, "已转由他人办理。"
    ),
    "miss": Step("联系不上", MissForm, actions.miss_consultation, moves.MISS, "已记联系不上。"),
    "check": Step(
        "核对",
        CheckForm,
        actions.check_consultation,
        moves.CHECK,
        "已核对。",
        hides=("not_drawn", "checked_already", "own_consultation"),
    ),
}
