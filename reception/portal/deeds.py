"""What a petitioner does himself on his own case: each is the case's own act, done by him (law/party_acts.py), on the day of doing it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from cases.forms.base import line, words
from cases.models import Leg, Party
from cases.models.recusal import RecusalSource
from cases.openings.promises import open_promises
from kit.plain_forms import PlainForm
from kit.rooms import doors
from law.errors import Refused
from law.ratings import Rated, Score
from law.vocabulary import Act, Channel
from organizations.authority import may
from organizations.models import Staff
from organizations.roles import Role
from reception.portal.own_case import OwnCase
from reception.portal.uploads import ACCEPT, CitizenFilesField

_CHOOSE = [("", "请选择")]


class DeedForm(PlainForm):
    """A form of one deed; ``own`` and ``leg``: the case as he reads it, and where it is done."""

    hint = ""

    def __init__(self, *args: Any, own: OwnCase, leg: Leg | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own, self.leg = own, leg
        self.prepare()

    def prepare(self) -> None:
        """Offer what this case has."""

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the act's keyword arguments."""
        return dict(self.cleaned_data)


class AddForm(DeedForm):
    """补充材料."""

    title = line("材料名称", most=60, help_text="例如：承包合同复印件。")
    uploads: forms.Field = CitizenFilesField(label="照片、文件", required=True, accept=ACCEPT)


class MaterialForm(DeedForm):
    """交来要求补正的材料."""

    received = words("交来了什么", rows=3, help_text="照补正告知书逐项写。文件请另用“补充材料”上传。")


class ReasonForm(DeedForm):
    """A reason in the petitioner's own words."""

    reason = words("理由", rows=3, most=2000)


class WithdrawForm(ReasonForm):
    """申请撤回."""

    hint = "由您自己决定，任何人不得要求您撤回。办理单位以外的人员会向您核实；撤回后15日内可以反悔。"


class RevokeForm(ReasonForm):
    """不撤回了."""

    hint = "恢复办理，期限从原来的起算日继续计算。"


class RemedyForm(DeedForm):
    """请求复查、复核."""

    request = words("请求和理由", rows=5, most=10_000, help_text="对哪一点不服，希望怎样。")
    hint = "向原办理机关的上一级机关提出，30日内作出书面意见。"

    def arguments(self) -> dict[str, Any]:
        """It came in online."""
        return {**self.cleaned_data, "channel": Channel.ONLINE}


class RateForm(DeedForm):
    """评价."""

    rated = forms.TypedChoiceField(label="评价谁", choices=[*_CHOOSE, *Rated.choices()], coerce=Rated)
    score = forms.TypedChoiceField(label="您的评价", choices=Score.choices(), coerce=Score, widget=forms.RadioSelect)
    words = words("想说的话", required=False, rows=2, most=500)
    hint = "被评价的单位看不到单件评价，只看得到汇总数字。评一次，不能更改；不评也可以。"


class RecusalForm(DeedForm):
    """申请回避."""

    person = forms.ChoiceField(label="请谁回避")
    reason = words("理由", rows=3, most=2000, help_text="例如：是被反映人的亲属，或者与本件有利害关系。")

    def prepare(self) -> None:
        """Offer who works on it, by what he is and not by name."""
        self.people = people_of(self.leg) if self.leg else []
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            *_CHOOSE,
            *((str(place), label) for place, (_, label) in enumerate(self.people)),
        ]

    def arguments(self) -> dict[str, Any]:
        """Turn what he is into the person."""
        person, _ = self.people[int(self.cleaned_data["person"])]
        return {"person": person, "source": RecusalSource.PETITIONER, "reason": self.cleaned_data["reason"]}


class KeptForm(DeedForm):
    """确认承诺已经兑现."""

    promise = forms.ChoiceField(label="哪一项承诺")
    note = words("说明", required=False, rows=2, most=500)

    def prepare(self) -> None:
        """Offer what was promised of the parts that he reads."""
        keys = {leg.pk for leg in self.own.legs}
        open_ones = [row for row in open_promises(self.own.case) if row.leg_id is None or row.leg_id in keys]
        self.fields["promise"].choices = [*_CHOOSE, *((str(row.pk), row.text[:60]) for row in open_ones)]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """The promise by its key."""
        return {**self.cleaned_data, "promise": int(self.cleaned_data["promise"])}


@dataclass(frozen=True)
class Own:
    """How one act is offered to him."""

    label: str
    form: Callable[..., DeedForm]
    said: str


OWN: dict[Act, Own] = {
    Act.ADD_FILE: Own("补充材料", AddForm, "材料已收下。"),
    Act.RECORD_MATERIAL: Own("交来要求补正的材料", MaterialForm, "已登记您交来的材料。"),
    Act.RATE: Own("评价", RateForm, "评价已登记，谢谢您。"),
    Act.REQUEST_REEXAMINATION: Own("请求复查", RemedyForm, "复查请求已登记。"),
    Act.REQUEST_REVIEW: Own("请求复核", RemedyForm, "复核请求已登记。"),
    Act.REQUEST_RECUSAL: Own("申请回避", RecusalForm, "回避申请已登记，等候决定。"),
    Act.KEEP_PROMISE: Own("确认承诺已经兑现", KeptForm, "已登记。"),
    Act.ASK_WITHDRAWAL: Own("申请撤回", WithdrawForm, "撤回申请已登记，等候办理单位以外的人员向您核实。"),
    Act.REVOKE_WITHDRAWAL: Own("不撤回了", RevokeForm, "已恢复办理。"),
}


def people_of(leg: Leg) -> list[tuple[Staff, str]]:
    """Return who works on a leg, each with what he is: its handler, and the heads who sign (Art. 28)."""
    found = [(leg.handler, "承办人")] if leg.handler else []
    heads = (
        Staff.objects.filter(grants__unit=leg.unit, grants__role=Role.HEAD, is_active=True).distinct().order_by("pk")
    )
    able = [head for head in heads if head != leg.handler and may(head, Act.ISSUE, at=leg.unit)]
    return found + [(head, f"单位负责人{place if len(able) > 1 else ''}") for place, head in enumerate(able, 1)]


def do(party: Party, act: Act, leg: Leg | None, form: DeedForm) -> None:
    """Let a person do his deed by the act itself. Raises Refused as the act does."""
    at = {"leg_id": leg.pk} if leg else {}
    doors()[act].action(party.case_id, by=party, **at, **form.arguments())


def offered(own: OwnCase, act: str, leg_id: int) -> tuple[Act, Leg | None]:
    """Return what is asked for, where it is open to him now. Raises Refused not_found."""
    found = next((deed for deed in own.deeds if deed.act == act and (deed.leg.pk if deed.leg else 0) == leg_id), None)
    if found is None or found.act not in OWN:
        raise Refused("not_found", "这一项现在不能办理。请回到办理情况，看现在可以办理什么。")
    return found.act, found.leg
