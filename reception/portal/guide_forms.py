"""Forms of those who keep the guide, and what their office publishes."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cases.forms.base import day, line, words
from cases.record_steps import RecordForm
from law.vocabulary import Path
from organizations.dictionaries import CONTENT
from organizations.models import Term, Unit
from organizations.today import today
from organizations.vocabulary import DEPARTMENTS, UnitKind
from reception.models import GuideRow, Matters
from reception.portal.guide import matters, places

_CHOOSE = [("", "请选择")]
_KINDS = (
    *DEPARTMENTS,
    UnitKind.TOWN,
    UnitKind.PETITION_OFFICE,
    UnitKind.DISCIPLINE,
    UnitKind.COURT,
    UnitKind.PROCURATORATE,
)


def labels_of(rows: Iterable[GuideRow]) -> dict[str, str]:
    """Return what the categories of rows are called."""
    terms = Term.objects.of(CONTENT).filter(code__in={row.category for row in rows})
    return dict(terms.values_list("code", "path"))


class GuideForm(RecordForm):
    """保存导引条目."""

    category = forms.ChoiceField(label="事项（内容分类）")
    place = forms.ChoiceField(label="地点", required=False, help_text="不选即全区。")
    unit = forms.ChoiceField(label="责任单位")
    path = forms.ChoiceField(label="法定途径", choices=[*_CHOOSE, *Path.choices()])
    papers = words("应带材料", required=False, rows=3, most=2000, help_text="一行一样。")
    remark = line("说明", required=False, most=300)
    valid_from = day("生效日期", help_text="不填即今天；已经过去的日子不能改。")
    ended = forms.BooleanField(label="自生效日期起停用这一条", required=False)

    def prepare(self) -> None:
        """Offer what this district has."""
        district = self.by.unit.district
        units = Unit.objects.valid_on(today()).filter(district=district, kind__in=_KINDS).order_by("path")
        self.units = {str(unit.pk): unit for unit in units}
        self.places = {str(town.pk): town for town in places(district)} if district else {}
        self._offer("category", [(term.code, term.path) for term in matters()])
        self._offer("place", [(key, town.name) for key, town in self.places.items()])
        self._offer("unit", [(key, unit.name) for key, unit in self.units.items()])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [*_CHOOSE, *choices]

    def arguments(self) -> dict[str, Any]:
        """Turn keys and codes into units and words."""
        typed = super().arguments()
        typed |= {"unit": self.units[typed["unit"]], "path": Path(typed["path"])}
        return {**typed, "place": self.places[typed["place"]]} if "place" in typed else typed


class PublishForm(RecordForm):
    """公布."""

    unit = forms.ChoiceField(label="单位")
    matter = forms.ChoiceField(label="事项", choices=[*_CHOOSE, *Matters.choices()])
    text = words("内容", rows=5, most=5000)

    def __init__(self, *args: Any, offices: list[Unit], **kwargs: Any) -> None:
        self.offices = {str(unit.pk): unit for unit in offices}
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the offices that this person keeps."""
        field: Any = self.fields["unit"]
        field.choices = [*_CHOOSE, *((key, unit.name) for key, unit in self.offices.items())]

    def arguments(self) -> dict[str, Any]:
        """Turn key and code into unit and word."""
        typed = super().arguments()
        return {**typed, "unit": self.offices[typed["unit"]], "matter": Matters(typed["matter"])}
