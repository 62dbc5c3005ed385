"""The forms of filing on a phone: a dispute, and what accuses one's own village or town; nothing is chosen beforehand."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import line, words
from cases.forms.upload import FilesField
from kit.files import CheckedFile
from kit.photos import ACCEPTED, bare_photos
from kit.plain_forms import PlainForm
from law.errors import Refused
from law.matters import Tier
from organizations.models import Staff, Unit
from organizations.today import today
from screening.client_ids import SentForm
from screening.disputes.filing import DisputeInput
from screening.disputes.sheet import Sheet, read_sheet
from screening.models.words import DisputeKind, DisputeSource
from screening.reports.actions import groups_of

CHOOSE = ("", "请选择")
_MOST_PEOPLE = 100_000
_MOST_TEXT, _MOST_SAID = 1_000_000, 50


def choice(label: str, word: Any, *, required: bool = True, help_text: str = "") -> forms.ChoiceField:
    """One of the words of a vocabulary; none is chosen beforehand."""
    return forms.ChoiceField(label=label, choices=[CHOOSE, *word.choices()], required=required, help_text=help_text)


class PhotosField(FilesField):
    """Photographs, kept without where they were taken."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(accept=ACCEPTED, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[CheckedFile]:
        """Check and strip every photograph. Raises ValidationError with the words of the refusal."""
        try:
            return bare_photos(super().clean(data, initial))
        except Refused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused


class DisputeForm(SentForm):
    """登记矛盾纠纷. ``unit``: where it was found, told by the address."""

    kind = choice("类型", DisputeKind)
    source = choice("来源", DisputeSource)
    people = forms.IntegerField(label="牵涉人数", min_value=1, max_value=_MOST_PEOPLE)
    households = forms.IntegerField(label="户数", required=False, min_value=0, max_value=_MOST_PEOPLE)
    group = forms.ModelChoiceField(Unit.objects.none(), label="组", required=False)
    spot = line("地点", required=False, most=100, help_text="例如：村口水渠旁；不写谁家。")
    facts = words("主要情况", rows=3, most=2000, help_text="为什么事、现在怎么样；只写事，不写人的动向。")
    tier = choice("怎么办", Tier, help_text="本级能马上化解的马上办，要几天的限时办，本级化解不了的提级办。")
    hurt = forms.BooleanField(label="有人受伤", required=False)
    at_risk = forms.BooleanField(label="有人身、房屋等现实危险", required=False)
    measures = words("做了什么", required=False, rows=2, most=1000)
    help_needed = line("需要什么帮助", required=False, most=300)
    names = line("当事人姓名", required=False, most=200, help_text="办理确实需要的才填；销账24个月后删除。")
    photos = PhotosField(label="照片", required=False, help_text="不拍人脸、不拍住处；位置信息自动去掉。")

    def __init__(self, *args: Any, unit: Unit | None = None, **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the groups of the village."""
        super().prepare()
        groups = groups_of(self.unit, today()) if self.unit else []
        if groups:
            cast(Any, self.fields["group"]).queryset = Unit.objects.filter(pk__in=[group.pk for group in groups])
        else:
            del self.fields["group"]

    def said(self) -> DisputeInput:
        """Return what was typed."""
        typed = dict(self.arguments())
        for name in ("client_id", "sent_at", "seen"):
            typed.pop(name, None)
        typed |= {
            "kind": DisputeKind(typed["kind"]),
            "source": DisputeSource(typed["source"]),
            "tier": Tier(typed["tier"]),
        }
        return DisputeInput(**typed)


class AccusationForm(SentForm):
    """反映本村（社区）、本镇的问题: goes to the sealed desk."""

    accused = forms.ChoiceField(
        label="反映的是谁", choices=[CHOOSE, ("unit", "本村（社区）"), ("above", "本镇（街道）")]
    )
    facts = words("反映的内容", rows=4, most=5000)
    name = line("反映人姓名", required=False, most=60, help_text="愿意留名的才填，加密保存。")
    hint = "提交后直接转检举控告专管员，不作为矛盾纠纷保存，本页和本设备不再显示。"


class DisputeSheetForm(PlainForm):
    """导入矛盾纠纷台账. ``shown``: the lines that the list on the screen was of."""

    file = forms.FileField(
        label="文件",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text="csv或者xlsx，第一行是表头：排查日、村（社区）、组、类型、户数、人数、主要情况、措施；没有情况的，主要情况写“无”。",
    )
    lines = words("逐行", required=False, rows=10, most=_MOST_TEXT, help_text="列与列之间用制表符，从表格复制即可。")
    shown = forms.CharField(required=False, max_length=_MOST_TEXT, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.sheet = by, Sheet()

    def clean_lines(self) -> str:
        """Read the lines. Raises ValidationError with every fault, line by line."""
        text: str = self.cleaned_data["lines"]
        self.sheet = read_sheet(text, self.by, today())
        if self.sheet.faults:
            raise ValidationError([ValidationError(fault) for fault in self.sheet.faults[:_MOST_SAID]])
        return text

    def previewed(self) -> bool:
        """Tell whether the person has seen what just these lines hold."""
        return bool(str(self.cleaned_data["shown"]).split() == str(self.cleaned_data["lines"]).split())
