"""Forms of the portal: filing, looking up, and the code that arrived by SMS."""

from typing import Any
from uuid import UUID, uuid4

from django import forms

from cases.actions.inputs import PartyInput, RespondentInput
from cases.forms.base import line, words
from cases.models.party import PartyRole
from kit.plain_forms import PlainForm
from law.errors import Refused
from law.vocabulary import Kind
from reception.portal.filing import Petition, desks
from reception.portal.people import FiledAs, people_of
from reception.portal.uploads import ACCEPT, CitizenFilesField

MOST_OTHERS = 50
_KINDS = (
    (Kind.APPEAL.value, "请求解决问题（申诉求决）"),
    (Kind.SUGGESTION.value, "提出意见建议"),
    (Kind.ACCUSATION.value, "检举控告公职人员违纪违法（内容密封，被反映的单位和个人看不到）"),
)


class FilingForm(PlainForm):
    """网上提出信访事项. ``key``: the form's own; sent twice, it is one filing."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    desk = forms.ChoiceField(label="向哪里提出")
    draft = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    guide = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    filed_as = forms.TypedChoiceField(label="您是", choices=FiledAs.choices(), coerce=FiledAs, widget=forms.RadioSelect)
    name = line("您的姓名", required=False, most=100, help_text="应当写真实姓名；没有写明的也登记，但可能无法告知您。")
    phone = line(
        "手机号码",
        required=False,
        most=30,
        help_text="发送核对码，告知办理情况。没有手机的可以不填，登记单位用书面方式与您核对。",
    )
    address = line("住址", required=False, help_text="寄送告知书、意见书用。")
    id_number = line("身份证号码", required=False, most=40, help_text="可以不填。")
    principal = line("信访人姓名", required=False, most=100, help_text="代理人、监护人填写：替谁提出。")
    principal_phone = line("信访人电话", required=False, most=30)
    principal_address = line("信访人住址", required=False)
    mandate = line(
        "委托事项和权限，或者监护关系", required=False, help_text="代理人、监护人填写；委托书、关系证明请作为附件上传。"
    )
    others = words(
        "共同提出的其他信访人",
        required=False,
        rows=2,
        most=5000,
        help_text="每行一人：姓名，电话。每个人的查询码由本人带证件到窗口领取。",
    )
    kind = forms.TypedChoiceField(label="您要", choices=_KINDS, coerce=Kind, widget=forms.RadioSelect)
    content = words("请求、事实和理由", rows=8, help_text="什么时间、什么地点、发生了什么，希望怎样解决。")
    location = line("问题发生地", required=False, help_text="乡镇（街道）、村（社区）。")
    respondent = line("被反映人姓名", required=False, most=100, help_text="检举控告的填写。")
    respondent_post = line("被反映人单位、职务", required=False, most=100)
    attachments: forms.Field = CitizenFilesField(label="照片、材料", accept=ACCEPT)
    agreed = forms.BooleanField(
        label="我已阅读隐私告知，同意按告知的范围使用我的信息",
        error_messages={"required": "请先阅读隐私告知，同意的打勾；不同意的，可以来信、来访、来电。"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desks = {str(unit.pk): unit for unit in desks()}
        offered = [(key, unit.formal_name) for key, unit in self.desks.items()]
        field: Any = self.fields["desk"]
        field.choices = [("", "请选择"), *offered]
        if not self.is_bound:
            self.initial.setdefault("key", uuid4())
        if len(offered) == 1:
            # Nothing to choose.
            field.widget, self.initial["desk"] = forms.HiddenInput(), offered[0][0]

    def clean_content(self) -> str:
        """Return the words with line ends of one form."""
        return str(self.cleaned_data["content"]).replace("\r\n", "\n")

    def petition(self) -> Petition:
        """Return what was typed as a filing."""
        typed = self.cleaned_data
        people = [*people_of(typed), *_others(typed["others"])]
        petitioners = sum(each.role != PartyRole.AGENT for each in people)
        return Petition(
            desk=self.desks[typed["desk"]],
            key=typed["key"],
            content=typed["content"],
            kind=typed["kind"],
            people=people,
            location=typed["location"].strip(),
            count=max(petitioners, 1),
            respondents=_respondents(typed),
            files=typed["attachments"],
            guide=typed["guide"],
        )


def _others(text: str) -> list[PartyInput]:
    rows = [each.replace(",", "，").partition("，") for each in text.splitlines() if each.strip()]
    return [PartyInput(name.strip()[:100], phone=phone.strip()[:30]) for name, _, phone in rows[:MOST_OTHERS]]


def _respondents(typed: dict[str, Any]) -> list[RespondentInput]:
    name, post = typed["respondent"].strip(), typed["respondent_post"].strip()
    if typed["kind"] is not Kind.ACCUSATION or not (name or post):
        return []
    return [RespondentInput(name or "（没有写明）", post)]


class LookUpForm(PlainForm):
    """查询办理情况."""

    number = line("信访件编号", most=40)
    code = forms.CharField(
        label="查询码",
        max_length=40,
        help_text="16位，不分大小写，空格可以不打。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ContactForm(PlainForm):
    """核对手机."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    code = forms.CharField(
        label="短信核对码",
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


def key_of(typed: Any) -> UUID:
    """Return the key of a form that was sent. Raises Refused not_found."""
    try:
        return UUID(str(typed))
    except ValueError:
        raise Refused("not_found", "没有这次登记。") from None
