"""Forms of the hall's own day."""

from django import forms

from cases.forms.base import day, words
from cases.record_steps import RecordForm, Step
from reception.calls.forms import who_field
from reception.models import NoteKind
from reception.people import offer_registrars
from reception.shifts import actions, moves


class GiveForm(RecordForm):
    """交班."""

    hint = "等候的号、待答复的来访、办理中的咨询、待登记的来信、待回电、保管中的原件由系统统计，只写另外要交代的。"
    given_to = who_field("接班人")
    remarks = words("交接说明", required=False, rows=4, most=4000, help_text="不写信访人姓名。")

    def prepare(self) -> None:
        """Offer the people of the desk."""
        offer_registrars(self, self.by, "given_to")


class TakeForm(RecordForm):
    """接班."""

    hint = "核对未了事项和交接说明后确认。"


class NoteForm(RecordForm):
    """值班记事."""

    hint = "只写事实：什么时间、发生了什么、谁联系了谁、什么时间到、结果怎样。不写评价，不写信访人姓名。"
    kind = forms.ChoiceField(label="种类", choices=[("", "请选择"), *NoteKind.choices()])
    happened_on = day("日期", required=True)
    happened_at = forms.TimeField(label="时间", help_text="例如：09:30。")
    facts = words("经过", rows=5, most=4000)


STEPS: dict[str, Step] = {"take": Step("接班", TakeForm, actions.take_shift, moves.TAKE, "已接班。")}
