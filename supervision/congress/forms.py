"""Forms of reports to congress and conference."""

from typing import Any

from django import forms

from cases.forms.base import day, line, words
from supervision.congress.actions import remark_on, reply_to
from supervision.congress.moves import REMARK, REPLY
from supervision.tasks.steps import Step, StepForm
from supervision.words.congress import ReportedTo


class ReportToForm(StepForm):
    """登记报告."""

    to = forms.ChoiceField(label="报告的机关", choices=[("", "请选择"), *ReportedTo.choices()])
    title = line("题目", most=100)
    reported_on = day("报告日期", required=True)
    content = words("报告内容", rows=8, most=20000, help_text="全面工作的报告；不写具体信访件和信访人。")

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `report_to`."""
        given = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**given, "to": ReportedTo(given["to"])}


class RemarkForm(StepForm):
    """登记审议、协商意见."""

    text = words("审议、协商意见", rows=4, most=10000)
    remarked_on = day("提出日期", required=True)
    due_on = day("回复时限", required=True)


class ReplyForm(StepForm):
    """登记回复."""

    remark = forms.TypedChoiceField(label="回复哪一条", coerce=int)
    reply = words("回复", rows=4, most=10000)
    replied_on = day("回复日期", required=True)

    def prepare(self) -> None:
        """Offer the remarks that nobody has replied to."""
        rows = self.record.remarks.filter(replied_on=None)
        said = [(each.pk, f"{each.remarked_on:%Y-%m-%d} {each.text[:30]}") for each in rows]
        self.fields["remark"].choices = [("", "请选择"), *said]  # type: ignore[attr-defined]


STEPS = (
    Step(slug="remark", move=REMARK, form=RemarkForm, action=remark_on, said="意见已登记。"),
    Step(slug="reply", move=REPLY, form=ReplyForm, action=reply_to, said="回复已登记。", tone="primary"),
)
