"""The forms of projects and campaigns, and a sheet of projects: each line is read by the form of one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import day, line, words
from cases.record_steps import RecordForm
from kit.plain_forms import PlainForm
from organizations.models import Staff
from supervision.models.livelihood import ProjectKind, PublicityForm
from supervision.relief.yuan_field import YuanField

_CHOOSE = ("", "请选择")
_MOST_TEXT, _MOST_LINES, _MOST_SAID, _MOST_PEOPLE = 1_000_000, 500, 50, 10_000_000


def _number(label: str, *, required: bool = False) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=required, min_value=0, max_value=_MOST_PEOPLE)


class ProjectForm(RecordForm):
    """登记民生项目."""

    name = line("项目名称", most=100)
    kind = forms.ChoiceField(label="类别", choices=[_CHOOSE, *ProjectKind.choices()])
    location = line("地点", most=100)
    basis = line("依据", help_text="例如：年度民生实事清单的文号。")
    invested = YuanField(label="投资", required=False)
    started_on = day("开工日期")
    planned_on = day("计划完成日期", required=True)
    households = _number("受益户数")
    people = _number("受益人数")
    progress = line("进展", required=False, most=500)

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `enter_project`."""
        typed = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**typed, "kind": ProjectKind(typed["kind"])}


class ProgressForm(RecordForm):
    """登记进展."""

    progress = line("进展", most=500)


class DoneForm(RecordForm):
    """登记完成."""

    done_on = day("完成日期", required=True)


class CampaignForm(RecordForm):
    """登记法治宣传."""

    title = line("主题", most=100)
    form = forms.ChoiceField(label="方式", choices=[_CHOOSE, *PublicityForm.choices()])
    location = line("地点", most=100)
    from_day = day("开始日期", required=True)
    to_day = day("结束日期", required=True)
    reach = _number("覆盖人数", required=True)

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `enter_campaign`."""
        typed = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**typed, "form": PublicityForm(typed["form"])}


COLUMNS = (
    "name",
    "kind",
    "location",
    "basis",
    "invested",
    "started_on",
    "planned_on",
    "households",
    "people",
    "progress",
)
_LABELS = tuple(str(ProjectForm.base_fields[name].label) for name in COLUMNS)
_KINDS = {kind.label: kind.value for kind in ProjectKind}


class ProjectSheetForm(PlainForm):
    """导入民生项目. ``shown``: the lines that the list on the screen was of."""

    file = forms.FileField(
        label="文件",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=f"csv或者xlsx，各列依次是{'、'.join(_LABELS)}；上传后在下面逐行显示，可以改",
    )
    lines = words(
        "逐条录入",
        required=False,
        rows=12,
        most=_MOST_TEXT,
        help_text="每行一个项目，列与列之间用制表符（从表格复制即可）。",
    )
    shown = forms.CharField(required=False, max_length=_MOST_TEXT, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.projects: list[dict[str, Any]] = []

    def clean_lines(self) -> str:
        """Read the lines. Raises ValidationError with every fault, line by line."""
        text: str = self.cleaned_data["lines"]
        rows = [(number, each) for number, each in enumerate(text.splitlines(), 1) if each.strip()]
        rows = [(number, each) for number, each in rows if each.split("\t")[0].strip() not in (_LABELS[0], "序号")]
        if not rows or len(rows) > _MOST_LINES:
            raise ValidationError(f"请录入1至{_MOST_LINES}行。")
        faults = [fault for number, each in rows for fault in self._read(number, each.split("\t"))]
        if faults:
            raise ValidationError([ValidationError(fault) for fault in faults[:_MOST_SAID]])
        return text

    def _read(self, number: int, cells: list[str]) -> list[str]:
        """Read one line into ``projects``; return what is wrong with it."""
        # The ledger that goes out begins with a running number, and says more than a sheet has to.
        numbered = len(cells) > len(COLUMNS) and cells[0].strip().isdecimal()
        typed = dict(zip(COLUMNS, [cell.strip() for cell in cells[numbered:]], strict=False))
        form = ProjectForm({**typed, "kind": _KINDS.get(typed.get("kind", ""), "")}, by=self.by)
        if form.is_valid():
            self.projects.append(form.arguments())
            return []
        return [
            f"第{number}行“{form.fields[name].label}”：{' '.join(map(str, said))}" for name, said in form.errors.items()
        ]

    def previewed(self) -> bool:
        """Tell whether the person has seen what just these lines hold."""
        return bool(str(self.cleaned_data["shown"]).split() == str(self.cleaned_data["lines"]).split())
