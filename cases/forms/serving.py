"""Forms of serving a letter and of its receipt: nothing is filled in beforehand, and all that is missing is said at once."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line
from cases.openings.delivery import notices_to_send
from cases.places.spot import Spot
from law.vocabulary import Act, ServiceMethod

# What each way of serving says of itself at the door; what the law asks of one, its action refuses (law/service.py).
_SAID: dict[str, tuple[str, ...]] = {
    ServiceMethod.IN_PERSON: ("received_on", "receiver"),
    ServiceMethod.POST: ("mail_number",),
    ServiceMethod.LEFT_WITH_WITNESS: ("received_on",),
}


class ServeForm(ActForm):
    """送达告知书、送达意见书."""

    method = forms.ChoiceField(label="送达方式", choices=[("", "请选择"), *ServiceMethod.choices()])
    sent_on = day("发出日期", required=True)
    mail_number = line("邮件号码", required=False, most=40, help_text="邮寄必填：挂号、快递单号；平信写“平信”。")
    received_on = day(
        "收到日期", help_text="当面、留置送达必填；邮寄、电子送达收到后再登记；公告送达由系统计算，不用填。"
    )
    receiver = line("签收人", required=False, most=60, help_text="当面送达必填。")
    witness = line("见证人", required=False, most=60, help_text="留置送达必填。")
    consent = line(
        "电子送达的同意", required=False, most=100, help_text="信访人何时、怎样同意的；登记过一次的不用再填。"
    )
    note = line("说明", required=False)

    def clean(self) -> dict[str, Any]:
        """Say of each field that this way of serving cannot do without that it is empty."""
        typed = super().clean() or {}
        for name in _SAID.get(str(typed.get("method", "")), ()):
            if name not in self.errors and not typed.get(name):
                self.add_error(name, f"请填写“{self.fields[name].label}”。")
        return typed

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "method": ServiceMethod(self.cleaned_data["method"])}


class NotifyForm(ServeForm):
    """送达告知书."""

    document = forms.TypedChoiceField(label="送达的文书", coerce=int, required=False, empty_value=None)
    field_order = ("document",)

    def prepare(self) -> None:
        """Offer the notices that wait to be sent; which of several has to be said."""
        if self.leg is None or self.case is None:
            return
        rows = notices_to_send(Spot(Act.NOTIFY, self.case, self.by, self.today, on_leg=self.leg))
        field = self.fields["document"]
        choices = [(each.pk, f"{each.title} {each.number}") for each in rows]
        field.required = len(rows) > 1
        field.choices = choices if len(rows) == 1 else [("", "请选择"), *choices]  # type: ignore[attr-defined]


class RecordReceiptForm(ActForm):
    """登记送达回证."""

    received_on = day("收到日期", required=True)
    receiver = line("签收人", most=60)
    note = line("说明", required=False)
