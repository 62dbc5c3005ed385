"""Forms of publishing the opinion of a review."""

from cases.forms.base import ActForm, day, line, words
from cases.letters.names import masked_for_everybody
from cases.openings.publication import decided_review


class PublishReviewForm(ActForm):
    """公示复核意见."""

    text = words(
        "公示内容", rows=10, help_text="不写信访人和有关人员的姓名，称“信访人”；证件号码、电话、住址自动遮盖。"
    )
    place = line("公示地点（网站栏目、公开栏）", help_text="例如“区政府门户网站信访公开栏”。")
    shown_from = day("公示开始日期", help_text="不填即今天。")
    shown_to = day("公示结束日期", required=True)
    hint = "公示以后，任何人不用登录就能看到。请逐字核对，确认没有可以认出信访人的内容。"

    def prepare(self) -> None:
        """Propose what the opinion says, with numbers and addresses masked."""
        review = decided_review(self.leg) if self.leg and not self.is_bound else None
        if review and self.case:
            said = f"查明的事实：{review.facts}\n复核意见：{review.decision_words}。{review.opinion}\n依据：{review.legal_basis}"
            self.initial.setdefault("text", masked_for_everybody(said, self.case.parties.all()))


class EndPublicationForm(ActForm):
    """撤下公示."""

    reason = words("撤下的理由", rows=2, most=2000)
    hint = "撤下以后公众立即看不到；公示过的内容和日期留在本件里。"
