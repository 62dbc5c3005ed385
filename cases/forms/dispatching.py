"""Forms of the desk: correct, split, link, refer, commission, keep, void, unmask."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db.models import Prefetch

from cases.actions.inputs import DemandInput
from cases.forms.base import ActForm, line, unit_field, words
from cases.forms.rows import RowsField
from cases.models import Case, Demand, Respondent
from kit.prefetching import is_kept
from law.privacy import LIGHT, Purpose
from law.vocabulary import Kind, Path
from organizations.models import Staff

APART = "不选表示本环节的全部诉求；选了其中几项的，其余诉求留在原环节继续办理。"
_PATHS = [("", "尚未确定"), *Path.choices()]


def demand_columns() -> dict[str, forms.Field]:
    """Return the columns of one demand row."""
    return {
        "text": forms.CharField(label="诉求", max_length=5000, widget=forms.Textarea(attrs={"rows": 2})),
        "kind": forms.ChoiceField(label="类别", choices=Kind.choices(), initial=Kind.APPEAL),
        "path": forms.ChoiceField(label="办理途径", choices=_PATHS, required=False, initial=""),
    }


def demand_row(text: str, kind: str, path: str) -> DemandInput:
    """Build one demand from its cleaned columns."""
    return DemandInput(text, Kind(kind), Path(path) if path else None)


class NumbersField(forms.TypedMultipleChoiceField):
    """Numbers of demands; the choices are those of the case at hand."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label=label, coerce=int, widget=forms.CheckboxSelectMultiple, **kwargs)


class SplitForm(ActForm):
    """拆分诉求."""

    demands = RowsField(demand_columns(), demand_row, label="诉求")
    hint = "只改尚未分流的诉求；已经交给责任单位的保持不变。"

    def prepare(self) -> None:
        """Begin with the demands that no unit has yet."""
        if self.case and not self.is_bound:
            free = self.case.demands.readable_by(self.by).filter(leg=None)
            self.initial["demands"] = [{"text": d.text, "kind": d.kind, "path": d.path} for d in free]


class LinkRespondentForm(ActForm):
    """关联被反映对象."""

    respondent_id = forms.IntegerField(label="登记时写的", required=False, min_value=1, widget=forms.Select)
    name = line("姓名或者名称", most=100)
    position = line("职务", required=False, most=60)
    demands = NumbersField("涉及的诉求", required=False, help_text="不选表示全部诉求。")
    unit = unit_field("关联到单位", "any", help_text="被反映的单位，或者被反映的人所在的单位。")
    staff = forms.ModelChoiceField(Staff.objects.filter(is_active=True), label="关联到工作人员", required=False)
    outside = forms.BooleanField(label="系统外的单位或人员，或者不明", required=False)
    optional_for_api = ("unit",)
    hint = "单位、工作人员、系统外三选一。关联后，被反映的单位及其下级、被反映的人都将看不到本件。"

    def prepare(self) -> None:
        """Offer the case's demands and the people of its district."""
        self.fields["unit"].required = False
        offer_demands(self, "demands", only_free=False)
        if self.case is None:
            return
        people = Staff.objects.filter(is_active=True, unit__district_id=self.case.district_id)
        self.fields["staff"].queryset = people.select_related("unit")  # type: ignore[attr-defined]
        self.fields["staff"].label_from_instance = _with_unit  # type: ignore[attr-defined]
        demands = Prefetch("demands", Demand.objects.readable_by(self.by))
        self._offer_named(list(self.case.respondents.readable_by(self.by).prefetch_related(demands)))

    def _offer_named(self, known: list[Respondent]) -> None:
        """Begin with the respondent asked for, or the first that is linked to nobody yet."""
        field = self.fields["respondent_id"]
        if not known:
            field.widget = forms.HiddenInput()
            return
        lines = [(each.pk, f"{each.name}（{'已关联，重新关联' if each.linked else '尚未关联'}）") for each in known]
        field.widget.choices = [("", "另外登记一名"), *lines]
        asked = str(self.initial.get("respondent_id", ""))
        first = next((r for r in known if str(r.pk) == asked), next((r for r in known if not r.linked), None))
        if first and not self.is_bound:
            numbers = [demand.number for demand in first.demands.all()]
            named = {"respondent_id": first.pk, "name": first.name, "position": first.position, "demands": numbers}
            self.initial.update(named)


class ReferForm(ActForm):
    """转送."""

    usual_reason = "该事项属于你单位职权范围，请依法按政策处理，并按期书面告知信访人。"
    demands = NumbersField("本次分流的诉求")
    unit = unit_field("责任单位", "refer", help_text="按名称、简称、曾用名或者拼音首字母查找。")
    reason = words("转送理由", rows=2, most=2000)
    extract = words("摘转内容", required=False, rows=3, help_text="含检举控告的信访件必填：只写本次分流的诉求。")

    def prepare(self) -> None:
        """Offer the demands that no unit has yet; ask for an extract only where the case is sealed."""
        offer_demands(self, "demands", only_free=True)
        self.initial.setdefault("reason", self.usual_reason)
        if self.case and not self.case.sealed and not self.is_bound:
            del self.fields["extract"]


class CommissionForm(ReferForm):
    """交办."""

    usual_reason = "该事项需要反馈办理结果，请依法按政策处理，按期反馈并提交办结报告。"
    days = forms.IntegerField(label="反馈期限（日）", min_value=1, initial=30)


class KeepForm(ActForm):
    """本单位办理."""

    demands = NumbersField("本单位办理的诉求")
    reason = words("说明", required=False, rows=2, most=2000)
    extract = words("摘转内容", required=False, rows=3, help_text="含检举控告的信访件必填：只写本次分流的诉求。")

    def prepare(self) -> None:
        """Offer the demands that no unit has yet; ask for an extract only where the case is sealed."""
        offer_demands(self, "demands", only_free=True)
        if self.case and not self.case.sealed and not self.is_bound:
            del self.fields["extract"]


class RequestVoidForm(ActForm):
    """申请作废."""

    reason = words("作废理由", rows=2, most=2000)
    danger = True
    hint = "仅限登记错误。须由另一人核准；记录保留在办理链上，核准前期限照常计算。"


class ConfirmVoidForm(ActForm):
    """核准作废."""

    note = words("核准意见", required=False, rows=2, most=2000)
    danger = True


class RefuseVoidForm(ActForm):
    """不准作废."""

    reason = words("不准的理由", rows=2, most=2000)


class RemindForm(ActForm):
    """催办."""

    text = words("催办内容", rows=2, most=2000)


class UnmaskForm(ActForm):
    """查看完整信息."""

    purpose = forms.ChoiceField(
        label="查看事由",
        choices=[("", ""), *((each.value, each.label) for each in LIGHT)],
        required=False,
        help_text="承办人、登记人和制作文书的单位选一项即可。",
        widget=forms.HiddenInput,
    )
    reason = line(
        "查看理由", required=False, help_text="没有选查看事由的，必须写明。理由会记入办理链，当天内不再询问。"
    )
    document = forms.IntegerField(label="文书", required=False, min_value=1, widget=forms.HiddenInput)

    def arguments(self) -> dict[str, Any]:
        """The act takes a reason, or the key of a usual one with the letter that it is for; what was written counts first."""
        given = super().arguments()
        if given.get("reason", "").strip():
            given.pop("purpose", None)
        if "purpose" in given:
            given["purpose"] = Purpose(given["purpose"])
        return {name: given[name] for name in ("purpose", "reason", "document") if name in given}


def offer_demands(form: ActForm, field: str, *, only_free: bool) -> None:
    """Offer the demands of the case at hand, or those that no unit has yet."""
    if form.case is None:
        return
    # What was dispatched while this was typed stays a choice: the act says that it is taken, and by whom.
    free = only_free and not form.is_bound
    rows = _readable_demands(form.case, form.by)
    choices = [(d.number, _line_of(d)) for d in rows if not free or d.leg_id is None]
    form.fields[field].choices = choices  # type: ignore[attr-defined]
    if len(choices) == 1 and not form.is_bound:
        form.initial[field] = [choices[0][0]]


def offer_of_leg(form: ActForm, field: str) -> None:
    """Offer the demands of the leg at hand to act on by themselves; nothing to choose where there is only one."""
    choices = demands_of_leg(form)
    if len(choices) < 2 and form.leg and not form.is_bound:
        del form.fields[field]
    else:
        form.fields[field].choices = choices  # type: ignore[attr-defined]


def demands_of_leg(form: ActForm, said: Callable[[Demand], str] | None = None) -> list[tuple[int, str]]:
    """Return the demands of the leg at hand to choose from; ``said``: what stands behind each, its kind where not said."""
    if form.case is None or form.leg is None:
        return []
    rows = [demand for demand in _readable_demands(form.case, form.by) if demand.leg_id == form.leg.pk]
    said = said or (lambda row: Kind(row.kind).label)
    return [(row.number, f"{row.number}．{row.text[:60]}（{said(row)}）") for row in rows]


def _readable_demands(case: Case, by: Staff) -> Iterable[Demand]:
    """Return the demands that a person may read; those of a case that was read for him without asking again (Art. 30)."""
    if vars(case).get("read_by") != by.pk or not is_kept(case, "demands"):
        return case.demands.readable_by(by)
    return [demand for demand in case.demands.all() if case.sealed_open or demand.kind != Kind.ACCUSATION]


def _line_of(demand: Demand) -> str:
    taken = "，已分流" if demand.leg_id else ""
    return f"{demand.number}．{demand.text[:60]}（{Kind(demand.kind).label}{taken}）"


def _with_unit(staff: Staff) -> str:
    return f"{staff.name}（{staff.unit.short_name}）"
