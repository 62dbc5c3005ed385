"""Forms of the end of a leg: finalisation, after-care, corrections of letters, the archive."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, words
from cases.openings.letters import corrects
from law.endings import CareKind, FinalizationGround, Retention
from law.vocabulary import ServiceMethod


class ProposeFinalizationForm(ActForm):
    """提请终结认定."""

    ground = forms.ChoiceField(label="终结情形", choices=FinalizationGround.choices())
    reason = words("认定理由", rows=4, most=5000)
    hint = "由另一人核准。终结不影响信访人以新的事实和理由提出，也不免除后续帮扶。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "ground": FinalizationGround(self.cleaned_data["ground"])}


class FinalizeForm(ActForm):
    """核准终结."""

    note = words("核准意见", required=False, rows=2, most=2000)
    hint = "核准后自动生成《终结认定表》。"


class AfterCareForm(ActForm):
    """登记后续帮扶."""

    kind = forms.ChoiceField(label="方式", choices=CareKind.choices())
    held_on = day("日期", help_text="不填即今天。")
    text = words("情况", rows=4, most=5000)
    hint = "只记为信访人做了什么，不记对信访人的评价。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "kind": CareKind(self.cleaned_data["kind"])}


class CorrectLetterForm(ActForm):
    """更正文书."""

    document = forms.TypedChoiceField(label="文书", coerce=int)
    wrong = line("原文", help_text="照文书原文填写需要更正的文字。")
    right = line("更正为")
    reason = line("理由")
    method = forms.ChoiceField(
        label="更正单送达方式", choices=[("", "原文书尚未送达"), *ServiceMethod.choices()], required=False
    )
    hint = "已签发的文书不改动，另发更正单；只更正笔误，不改变结论，不影响期限。"

    def prepare(self) -> None:
        """Offer the letters of this leg that this person's unit issued."""
        rows = list(self.leg.documents.all()) if self.leg else []
        # What is sent is judged by the act, in its own words.
        if self.case and not self.is_bound:
            rows = [letter for letter in rows if corrects(self.by, letter, self.case)]
        choices = [(d.pk, f"{d.get_kind_display()} {d.number}") for d in rows]
        self.fields["document"].choices = choices  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        typed = super().arguments()
        return {**typed, "method": ServiceMethod(typed["method"])} if "method" in typed else typed


class ArchiveForm(ActForm):
    """归档."""

    retention = forms.ChoiceField(label="保管期限", choices=Retention.choices(), initial=Retention.TEN_YEARS)
    danger = True
    hint = "归档后自动生成《归档目录》，本环节只能查阅，不能再办理任何事项。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "retention": Retention(self.cleaned_data["retention"])}
