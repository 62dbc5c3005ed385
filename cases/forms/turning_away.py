"""Forms of what turns a petition away, and of the second person over it: the grounds and what proves them."""

from typing import Any

from django import forms

from cases.actions.same_matter import Pending
from cases.forms.base import ActForm, day, line, words
from cases.forms.dispatching import APART, NumbersField, offer_of_leg
from cases.forms.exits import EXTRACT_HELP, OfDemandsForm
from cases.forms.upload import FilesField
from law.admission import GROUNDS
from law.admission import choices as grounds_for
from law.filing import FilingGround
from law.vocabulary import Act
from organizations.limits import legal_limits

_PENDING = {"number": "pending_number", "unit": "pending_unit", "until": "pending_until", "papers": "papers"}
_TWO = "须由另一人核准，核准后生成告知书；核准以前各项期限照常计算。"


def _offer_grounds(form: ActForm, act: Act) -> None:
    """Offer the grounds of the Regulation, and the local ones that the limits in force name (off by default)."""
    if not form.is_bound:
        granted = legal_limits().on(form.today).local.grounds
        known = {each.code for each in GROUNDS if not each.local or each.code in granted}
        form.fields["ground"].choices = [choice for choice in grounds_for(act) if choice[0] in known]  # type: ignore[attr-defined]


class _PendingForm(ActForm):
    """What proves that the same matter is pending below: only for that ground."""

    pending_number = line(
        "正在办理同一事项的信访件编号",
        required=False,
        most=60,
        help_text="以“同一事项已经受理或者正在办理”不予受理的必填；在系统外办理的，写对方的编号。",
    )
    pending_unit = line("系统外办理的单位", required=False, help_text="只在系统外办理的填写，写全称。")
    pending_until = day("系统外办理的期限届满日", help_text="受理告知书写明的日期；已经届满的不能以此不予受理。")
    papers = FilesField(label="证明材料", help_text="在系统外办理的必附，例如对方的受理告知书。")

    def arguments(self) -> dict[str, Any]:
        """Put together what says where the matter is pending."""
        found = super().arguments()
        said = {name: found.pop(field) for name, field in _PENDING.items() if field in found}
        return {**found, "pending": Pending(**said)}


class NotAcceptForm(_PendingForm):
    """不予受理."""

    ground = forms.ChoiceField(label="不予受理的理由", choices=grounds_for(Act.NOT_ACCEPT))
    reason = words("事实和依据", rows=3, most=5000, help_text="写入告知书。")
    where = line("应当向哪里提出", help_text="有权处理的机关名称、地点。")
    demands = NumbersField("只对其中的诉求不予受理", required=False, help_text=APART)
    field_order = ("ground", "reason", "where", "demands")
    hint = _TWO

    def prepare(self) -> None:
        """Offer the grounds that hold here, and the demands of the leg."""
        offer_of_leg(self, "demands")
        _offer_grounds(self, Act.NOT_ACCEPT)


class NoLongerAcceptForm(OfDemandsForm):
    """不再受理."""

    demands = NumbersField("不再受理的诉求")
    ground = forms.ChoiceField(label="不再受理的理由", choices=grounds_for(Act.NO_LONGER_ACCEPT))
    earlier = line("原复核意见文号", most=60, help_text="按地方规定不再受理的，写最后一份意见书的文号。")
    elsewhere = line(
        "系统外作出的说明",
        required=False,
        help_text="只在文号不是本系统登记的同一事项的复核意见时填写：由谁、何时作出，在哪里核对过；并附上复核意见书。",
    )
    papers = FilesField(label="复核意见书", help_text="不是本系统登记的复核意见必附。")
    reason = words(
        "核对情况", rows=3, most=5000, help_text="与原来的事实和理由如何相同；有新的事实、理由的应当受理。写入告知书。"
    )
    extract = words("摘转内容", required=False, rows=3, help_text=EXTRACT_HELP)
    hint = f"信访件照常登记，不再受理要书面告知理由。{_TWO}"

    def prepare(self) -> None:
        """Offer the free demands, and the grounds that hold here."""
        super().prepare()
        _offer_grounds(self, Act.NO_LONGER_ACCEPT)


class DeclineForm(_PendingForm, OfDemandsForm):
    """分流时不予受理."""

    demands = NumbersField("不予受理的诉求")
    ground = forms.ChoiceField(label="不予受理的理由", choices=grounds_for(Act.NOT_ACCEPT))
    reason = words("事实和依据", rows=3, most=5000, help_text="写入告知书。")
    where = line("应当向哪里提出", help_text="有权处理的机关名称、地点。")
    extract = words("摘转内容", required=False, rows=3, help_text=EXTRACT_HELP)
    field_order = ("demands", "ground", "reason", "where", "extract")
    hint = f"信访件照常登记，不予受理要书面告知理由和应当向哪里提出。属于下级或者其他单位职权的，应当转送。{_TWO}"

    def prepare(self) -> None:
        """Offer the free demands, and the grounds that hold here."""
        super().prepare()
        _offer_grounds(self, Act.NOT_ACCEPT)


class FileOnlyForm(OfDemandsForm):
    """存查."""

    demands = NumbersField("存查的诉求")
    ground = forms.ChoiceField(label="存查的理由", choices=FilingGround.choices(), widget=forms.RadioSelect)
    duplicate_of = line(
        "与哪一件完全重复", required=False, most=40, help_text="完全重复的必填，写先登记的那一件的信访件编号。"
    )
    reason = words("说明", required=False, rows=3, most=2000, help_text="以“其他”存查的必填。")
    danger = True
    hint = (
        "存查即不再办理，也没有告知书，须由另一人签字。具名的建议意见、检举控告、申诉求决，涉诉事项，"
        "重大紧急事项不能存查；确实没有提出请求的，先“拆分诉求”把类别改为“看不出请求”。"
    )

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "ground": FilingGround(self.cleaned_data["ground"])}


class ApproveExitForm(ActForm):
    """核准去向."""

    note = words("核准意见", required=False, rows=2, most=2000)
    hint = "核对理由和证明材料；核准后生成告知书（存查没有告知书），发出后才满足告知期限。"


class RefuseExitForm(ActForm):
    """不准去向."""

    reason = words("不准的理由", rows=3, most=2000)
    hint = "回到决定以前的状态，继续办理；期限从未停止。"


class ReopenExitForm(ActForm):
    """恢复办理."""

    reason = words("理由", rows=3, most=2000, help_text="后来怎样证明原来的理由不成立。")
    hint = "被终止的期限从原起算日继续计算，可能已经超期；请另行告知信访人。"
