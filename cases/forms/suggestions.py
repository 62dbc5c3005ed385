"""Forms of what becomes of suggestions (Art. 29)."""

from typing import Any

from django import forms

from cases.actions.suggestions import THANKING
from cases.forms.base import ActForm, day, line, words
from cases.models.suggestion import AwardKind
from cases.openings.after_answer import adopted
from law.vocabulary import ServiceMethod


class AwardForm(ActForm):
    """登记奖励."""

    demand = forms.TypedChoiceField(label="采纳的建议", coerce=int)
    kind = forms.ChoiceField(label="奖励方式", choices=AwardKind.choices())
    recipient = line("奖励对象", most=100)
    body = line("奖励机关", most=100)
    contribution = words("贡献", rows=3, most=2000, help_text="对发展、改进工作或者保护公共利益有什么贡献。")
    awarded_on = day("奖励日期", help_text="不填即今天。")
    thanks = forms.ChoiceField(
        label="感谢信",
        required=False,
        choices=[("", "不附感谢信"), *((each.value, f"{each.label}感谢信") for each in THANKING)],
    )
    hint = "按照有关规定给予奖励；条例没有规定方式和天数。"

    def prepare(self) -> None:
        """Offer the adopted suggestions of this leg."""
        rows = [d for d in self.leg.demands.all() if adopted(d)] if self.leg else []
        sealed = bool(self.case and self.case.sealed)
        choices = [(d.number, f"{d.number}．{((d.extract if sealed else d.text) or '建议')[:60]}") for d in rows]
        self.fields["demand"].choices = choices  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        typed = super().arguments()
        thanks = {"thanks": ServiceMethod(typed["thanks"])} if "thanks" in typed else {}
        return {**typed, "kind": AwardKind(typed["kind"]), **thanks}
