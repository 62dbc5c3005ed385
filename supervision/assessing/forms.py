"""What is typed about assessments; page and API read the same forms."""

from typing import Any

from django import forms

from cases.forms.base import line
from cases.forms.base import words as lines
from cases.forms.upload import FilesField
from cases.record_steps import RecordForm
from supervision.assessing.points_field import PointsField
from supervision.assessing.settings import MOST_WEIGHT
from supervision.models import AssessmentItem
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, PublishedTo

_CHOOSE = ("", "请选择")


class _ItemChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the items at hand."""

    def label_from_instance(self, row: AssessmentItem) -> str:
        """Return an item with its points."""
        return f"{row.title}（{row.weight}分）"


def _item() -> _ItemChoice:
    return _ItemChoice(AssessmentItem.objects.none(), label="考核内容")


def _weight() -> forms.IntegerField:
    return forms.IntegerField(label="分值", min_value=1, max_value=MOST_WEIGHT)


class _OnAnItem(RecordForm):
    """A form that names one item of the record at hand."""

    item = _item()

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        self.items = items
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the items at hand."""
        field: Any = self.fields["item"]
        field.queryset = self.items


class DrawUpForm(RecordForm):
    """拟定考核."""

    hint = "按参数带入各算式和分值，拟定以后可以增减、调整。只考核干部该做的事，不考核信访量、重复信访、息诉息访。"
    title = line("名称", most=100)
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    group = forms.ChoiceField(label="考核对象", choices=[_CHOOSE, *AssessedGroup.choices()])

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `draw_up`."""
        typed = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**typed, "group": AssessedGroup(typed["group"])}


class AddItemForm(RecordForm):
    """增加考核内容."""

    hint = "选算式的，只填分值；人工评分的，不选算式，填考核内容、职责和依据的材料。"
    formula = forms.ChoiceField(label="算式", required=False, choices=[("", "人工评分"), *Formula.choices()])
    title = line("考核内容", required=False, most=100)
    duty = forms.ChoiceField(label="职责", required=False, choices=[_CHOOSE, *AssessedDuty.choices()])
    evidence = line("依据的材料", required=False)
    weight = _weight()


class ChangeItemForm(_OnAnItem):
    """调整分值."""

    weight = _weight()


class DropItemForm(_OnAnItem):
    """删去考核内容."""

    danger = True
    hint = "这一项已经评的分一并删去。"


class ScoreForm(_OnAnItem):
    """人工评分."""

    points = PointsField(label="得分", help_text="这一项不适用于该单位的，不填，在依据里写明。")
    saw = lines("评分依据", rows=3, most=500, help_text="看了什么材料、做到什么程度。不写信访人的姓名。")
    uploads = FilesField(label="证明材料", help_text="PDF、JPG、PNG、DOCX、XLSX，每个不超过20MB，一次最多10个。")


class FixForm(RecordForm):
    """定稿征求意见."""

    danger = True
    hint = "各项数字和每一件依据从此固定，以后改动原始记录也不变；各单位看到本单位的结果，可以提出异议。"


class ObjectForm(_OnAnItem):
    """提出异议."""

    hint = "一项提一次，由评分、定稿的人以外的人核定。"
    text = lines("异议和理由", rows=3, most=1000, help_text="不写信访人的姓名。")


class AnswerForm(_OnAnItem):
    """核定异议."""

    hint = "核定的是得分；数字和每一件依据不变，已经超期的仍然是超期。"
    upheld = forms.ChoiceField(label="是否采纳", choices=[_CHOOSE, ("yes", "采纳"), ("no", "不采纳")])
    points = PointsField(label="核定的得分", help_text="采纳的才填。")
    said = lines("核实意见", rows=3, most=1000)

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `answer`."""
        typed = super().arguments()
        return {**typed, "upheld": typed["upheld"] == "yes"}


class PublishForm(RecordForm):
    """公布结果."""

    danger = True
    hint = "公布以后，结果不再改变。"
    published_to = forms.ChoiceField(label="公布范围", choices=[_CHOOSE, *PublishedTo.choices()])

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `publish`."""
        typed = super().arguments()
        return {**typed, "published_to": PublishedTo(typed["published_to"])}


class CommendForm(RecordForm):
    """登记表扬."""

    hint = "表扬的是单位履行职责的情况，不表扬信访量少、息诉息访多。"
    reason = lines("表扬事由", rows=2, most=500)
    number = line("表扬文号", most=80)
