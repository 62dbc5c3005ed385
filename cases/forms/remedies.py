"""Forms of re-examination and review, and of sending a report back."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, unit_field, words
from cases.places.deciders import deciders_said, possible_deciders, proposed_decider
from law.remedies import AFTER_REVOCATION, MOST_REMAND_DAYS, OPINIONS, RefusalGround, RemedyDecision
from law.vocabulary import Channel
from organizations.vocabulary import UnitKind


class RequestRemedyForm(ActForm):
    """提出复查请求、提出复核请求."""

    request = words(
        "请求和理由", rows=4, most=10_000, help_text="按信访人的原意填写；含检举控告的信访件只写对意见书的意见。"
    )
    unit = unit_field("复查（复核）机关", "consult", help_text="上一级机关、单位；不选即按单位层级推定的机关。")
    applicant = line("申请人", required=False, most=60, help_text="不填即登记的全体信访人。")
    channel = forms.ChoiceField(label="提出方式", choices=Channel.choices(), initial=Channel.LETTER)
    requested_on = day("提出日期", help_text="当面提出的日期，邮寄的以交邮日为准；不填即收到日期。")
    received_on = day("复查（复核）机关收到日期", help_text="三十日从这一天起算；不填即今天。")
    late_reason = words("逾期的正当理由", required=False, rows=2, most=2000, help_text="在期限内提出的不填。")
    hint = "是否请求由信访人自己决定；工作人员不得阻拦，也不得代为决定。"
    optional_for_api = ("unit", "channel")

    def prepare(self) -> None:
        """Propose the deciding unit from the tree; it may be left out."""
        self.fields["unit"].required = self.fields["channel"].required = False
        if self.leg is None or self.case is None or self.is_bound:
            return
        opinions = [document for document in self.leg.documents.all() if document.kind in OPINIONS]
        below = opinions[-1].unit if opinions else self.leg.unit
        if proposed := proposed_decider(self.case, below):
            self.initial.setdefault("unit", proposed.pk)
        self.fields[
            "unit"
        ].help_text = f"“{below.name}”的上一级机关、单位。{deciders_said(possible_deciders(self.case, below))}"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        typed = super().arguments()
        return {**typed, "channel": Channel(typed["channel"])} if "channel" in typed else typed


class DraftRemedyForm(ActForm):
    """草拟复查复核意见."""

    decision = forms.ChoiceField(label="结果", choices=[("", "请选择"), *RemedyDecision.choices()])
    followed_by = forms.ChoiceField(
        label="撤销之后",
        choices=[("", "请选择"), *((word.value, word.label) for word in AFTER_REVOCATION)],
        required=False,
        help_text="只在撤销时填写：同时变更，或者责令重新办理；不能只撤销。",
    )
    remand_days = forms.IntegerField(
        label="重新办理的期限（日）",
        min_value=1,
        max_value=MOST_REMAND_DAYS,
        required=False,
        help_text="只在责令重新办理（包括撤销并责令重新办理）时填写。",
    )
    facts = words("认定的事实", rows=5)
    opinion = words("意见", rows=4)
    legal_basis = words("依据", rows=2, most=5000, help_text="法律、法规、规章或者政策的名称和条款。")
    hint = "草拟后由本机关负责人决定；办理过本件的人应当回避。逾期的请求，草拟即视为理由正当、予以受理。"

    def prepare(self) -> None:
        """Begin with the draft that is there."""
        drafted = [r for r in self.leg.remedies.all() if r.open and r.drafted_on] if self.leg else []
        if drafted and not self.is_bound:
            draft, names = drafted[-1], ("decision", "remand_days", "facts", "opinion", "legal_basis")
            self.initial.update({name: getattr(draft, name) for name in names})
            if draft.revoked:
                self.initial.update(decision=RemedyDecision.REVOKE, followed_by=draft.decision)

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        typed = super().arguments()
        return {**typed, **{name: RemedyDecision(typed[name]) for name in ("decision", "followed_by") if name in typed}}


class _LetterOutside(ActForm):
    """A decision whose letter a body outside may have numbered itself."""

    number = line("文号", required=False, most=60, help_text="只在由系统外机关作出时填写其意见书的文号。")

    def prepare(self) -> None:
        """Ask for the number only where a body outside decides."""
        remedies = list(self.leg.remedies.all()) if self.leg else []
        inside = remedies and remedies[-1].unit.kind != UnitKind.EXTERNAL
        if inside and not self.is_bound:
            del self.fields["number"]


class DecideRemedyForm(_LetterOutside):
    """作出复查意见、作出复核意见."""

    note = words("审签意见", required=False, rows=2, most=2000)
    hint = "作出后自动生成意见书，请及时送达信访人。"


class RemandForm(_LetterOutside):
    """责令重新办理."""

    note = words("审签意见", required=False, rows=2, most=2000)
    hint = (
        "原办理单位在指定期限内重新办理，原答复留存备查，不得作出相同的意见；意见书由原办理单位“送达告知书”转交信访人。"
    )


class RefuseRemedyForm(_LetterOutside):
    """不予受理复查复核."""

    ground = forms.ChoiceField(
        label="不予受理的情形",
        choices=RefusalGround.choices(),
        help_text="只有这几种，每一种都要有本件的办理记录证明。",
    )
    reason = words("不予受理的理由", rows=3, most=2000)
    danger = True
    hint = "情形和理由写入告知书；信访人申请的期限按原起算日恢复。不予受理不当的，由作出机关或者它的上级“恢复受理复查复核”。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "ground": RefusalGround(self.cleaned_data["ground"])}


class ReadmitRemedyForm(_LetterOutside):
    """恢复受理复查复核."""

    reason = words("恢复受理的理由", rows=3, most=2000, help_text="原来的不予受理为什么不当；写入告知书。")
    hint = "请求仍按原提出日期计算，复查、复核期限从原起算日继续，可能已经超期。"


class RejectConclusionForm(ActForm):
    """退回重办."""

    reason = words("退回理由", rows=3, most=2000)
    hint = "办理期限和反馈期限从原起算日继续，不重新计算；信访人申请复查的期限不受影响，到新的意见书送达时由新的三十日接替。"
