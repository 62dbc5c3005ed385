"""The forms of reports: one tap where nothing happened; the questions of a theme only where there is one."""

from typing import Any

from django import forms

from cases.forms.base import line
from cases.forms.dispatching import NumbersField
from cases.record_steps import RecordForm, Step
from organizations.models import Unit
from screening.client_ids import SentForm
from screening.models import Round
from screening.models.words import ReportSource
from screening.reports import approving, moves
from screening.reports.actions import ReportInput

_QUESTION = "question_"


class ReportForm(SentForm):
    """填报排查. ``unit`` and ``round_`` are told by the address."""

    zero = forms.BooleanField(label="本期无情况（零报告）", required=False)
    told_by = line("谁来电报告", required=False, most=60, help_text="代报的填写；自己填报的不填。")
    phoned = NumbersField("来电报告的组", required=False)
    with_disputes = NumbersField("有情况的组", required=False)

    def __init__(
        self,
        *args: Any,
        round_: Round | None = None,
        groups: list[Unit] | None = None,
        own: bool = False,
        **kwargs: Any,
    ) -> None:
        self.round_, self.groups, self.own = round_, groups or [], own
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the groups of the village and ask what the theme asks."""
        super().prepare()
        offered = [(str(group.pk), group.short_name) for group in self.groups]
        for name in ("phoned", "with_disputes"):
            if offered:
                self.fields[name].choices = offered  # type: ignore[attr-defined]
            else:
                del self.fields[name]
        if self.own:
            # Who reports for his own unit is not asked who phoned.
            self.fields["told_by"].widget = forms.HiddenInput()
        for place, question in enumerate(self._questions):
            self.fields[f"{_QUESTION}{place}"] = line(question)

    @property
    def _questions(self) -> list[str]:
        theme = self.round_.theme if self.round_ else None
        return list(theme.questions) if theme else []

    def said(self, source: ReportSource) -> ReportInput:
        """Return what was typed."""
        typed = self.cleaned_data
        found = set(typed.get("with_disputes", ()))
        phoned = set(typed.get("phoned", ()))
        named = [
            {"unit": group.pk, "nothing": group.pk not in found, "phoned": group.pk in phoned}
            for group in self.groups
            if group.pk in found | phoned
        ]
        answers = {question: typed[f"{_QUESTION}{place}"] for place, question in enumerate(self._questions)}
        return ReportInput(
            zero=typed["zero"],
            told_by=typed["told_by"],
            groups=named,
            answers=answers,
            sent_at=typed["sent_at"],
            source=source,
        )


class ReopenForm(RecordForm):
    """重新开启."""

    reason = line("理由", help_text="例如：某村漏报了一起纠纷。")
    danger = True


APPROVAL_STEPS: dict[str, Step] = {
    "reopen": Step("重新开启", ReopenForm, approving.reopen_grid, moves.REOPEN, "已重新开启，各村可以补报、更正。")
}
