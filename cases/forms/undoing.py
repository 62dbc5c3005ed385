"""Forms of undoing what was written down of a service by mistake."""

from django import forms

from cases.forms.base import ActForm, words
from cases.openings.undoing import recorded_lately
from cases.places.spot import Spot
from law.vocabulary import Act
from organizations.papers.serving import service_words


class AskUndoingForm(ActForm):
    """申请撤销送达登记."""

    document = forms.TypedChoiceField(label="登记有误的文书", coerce=int)
    reason = words("理由", rows=2, most=500, help_text="哪里登记错了，实际情况是什么。")
    hint = "撤销这份文书最近一次登记（发出，或者收到）；由登记人、申请人以外的人核准，核准之前各项期限照常计算。"

    def prepare(self) -> None:
        """Offer the letters with an entry of the last days, each with what was written down."""
        field = self.fields["document"]
        field.choices = self._young() if self._offers else self._all()  # type: ignore[attr-defined]

    @property
    def _offers(self) -> bool:
        # What is sent is judged by the act, in its own words.
        return bool(self.leg and self.case and not self.is_bound)

    def _young(self) -> list[tuple[int, str]]:
        assert self.case
        spot = Spot(Act.ASK_UNDOING, self.case, self.by, self.today, on_leg=self.leg)
        return [(d.pk, f"{d.title}{d.number}（{service_words(sent)}）") for d, sent in recorded_lately(spot)]

    def _all(self) -> list[tuple[int, str]]:
        return [(d.pk, f"{d.title}{d.number}") for d in self.leg.documents.all()] if self.leg else []


class UndoServiceForm(ActForm):
    """撤销送达登记."""

    note = words("核准意见", required=False, rows=2, most=2000)
    danger = True


class RefuseUndoingForm(ActForm):
    """不准撤销送达登记."""

    reason = words("理由", rows=2, most=2000)
