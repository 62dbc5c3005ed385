"""Forms of contact points, pledges and the diary."""

from typing import Any

from django import forms

from cases.forms.base import day, line, words
from kit.plain_forms import PlainForm
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.today import today
from organizations.unit_field import UnitField
from organizations.vocabulary import UnitKind
from supervision.models.contacts import DiarySource
from supervision.ownership.people import person_named

_PLACES = (UnitKind.TOWN, UnitKind.VILLAGE)
_NONE = (UnitKind.AREA, UnitKind.VILLAGE_GROUP, UnitKind.EXTERNAL)


class _OfUnits(PlainForm):
    """A form that names units of the person's district."""

    def __init__(self, *args: Any, by: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        here = Unit.objects.valid_on(today()).filter(district=by.unit.district_id)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = here.filter(kind__in=_PLACES) if name == "place" else here.exclude(kind__in=_NONE)
                field.empty_label = "请选择"


class PointForm(_OfUnits):
    """确定挂点联系."""

    unit = UnitField(Unit.objects.none(), label="联系单位", help_text="领导所在单位，或者联系的部门。")
    leader = line("联系领导", required=False, most=40, help_text="姓名或者账号；由部门联系的不填。")
    place = UnitField(Unit.objects.none(), label="联系的镇村")
    phone = line("公布的电话", required=False, most=40)
    duties = line("联系职责", required=False)

    def clean(self) -> dict[str, Any]:
        """Find the leader."""
        typed: dict[str, Any] = super().clean() or {}
        name = typed.get("leader", "")
        try:
            typed["leader"] = person_named(name, self.by.unit.district_id) if name.strip() else None
        except Refused as refused:
            self.add_error("leader", refused.message)
        return typed


class PledgeForm(_OfUnits):
    """起草责任状."""

    unit = UnitField(Unit.objects.none(), label="签订单位")
    year = forms.IntegerField(label="年度", min_value=2020, max_value=2100)


class TargetForm(PlainForm):
    """增加指标."""

    what = line("指标", most=100, help_text="只写干部该做的事，例如：按期答复率。")
    wanted = forms.IntegerField(label="目标值", min_value=0, max_value=1_000_000)
    measure = line("单位", most=10, help_text="%、天、次、件。")


class CheckForm(PlainForm):
    """半年检查."""

    target = forms.IntegerField(label="指标", min_value=1, widget=forms.HiddenInput)
    reached = forms.IntegerField(label="半年完成值", min_value=0, max_value=1_000_000)
    remark = line("检查情况", required=False)


class BareForm(PlainForm):
    """Nothing to fill in."""


class DiaryForm(PlainForm):
    """记民情日记."""

    text = words("内容", rows=3, most=2000, help_text="群众反映了什么、怎么答复的；不写姓名、住址、行踪。")
    source = forms.ChoiceField(label="来处", choices=[("", "请选择"), *DiarySource.choices()])
    place = line("镇村", required=False, most=60)
    on = day("日期", help_text="不写即今天。")
