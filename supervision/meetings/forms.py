"""Forms of meetings."""

from typing import Any

from django import forms

from cases.forms.base import day, line, unit_field, words
from cases.forms.dispatching import NumbersField
from cases.places.whole_cases import whole_to
from organizations.models import Grant, Staff
from organizations.roles import Role
from organizations.today import today
from supervision.meetings.actions import cancel_meeting, draw_up, hold_meeting, invite, leave_out
from supervision.meetings.deciding import arbitrate_at, decide, issue_minutes, resolve
from supervision.meetings.difficult import candidates
from supervision.meetings.moves import ARBITRATE, CANCEL, DECIDE, DRAW_UP, HOLD, INVITE, LEAVE_OUT, MINUTE, RESOLVE
from supervision.models.meetings import AgendaCase
from supervision.tasks.steps import NothingForm, Step, StepForm
from supervision.words.meetings import Difficulty, MeetingKind

# Whom a meeting is for: who leads, and who works for the office that calls it.
ATTENDANTS = (Role.LEADER, Role.HEAD, Role.COORDINATOR, Role.SUPERVISOR, Role.DISPATCHER, Role.SEALED_DESK)


def attendants(by: Staff) -> dict[int, Staff]:
    """Return who may be invited in a person's district, unit by unit."""
    grants = Grant.objects.in_force(today()).filter(role__in=ATTENDANTS, staff__is_active=True)
    grants = grants.filter(unit__district=by.unit.district_id).select_related("staff__unit")
    return {grant.staff_id: grant.staff for grant in grants.order_by("staff__unit__path", "staff_id")}


def items_of(meeting: Any, by: Staff) -> list[AgendaCase]:
    """Return the cases of an agenda that a person may read."""
    rows = AgendaCase.objects.readable_by(by).filter(meeting=meeting)
    return list(rows.select_related("case").order_by("pk"))


class CallForm(StepForm):
    """召集会议."""

    kind = forms.ChoiceField(label="种类", choices=[("", "请选择"), *MeetingKind.choices()])
    title = line("名称", most=100, help_text="例如：2026年第四季度信访工作联席会议。")
    day = day("日期", required=True)
    at = line("时间", most=20, help_text="例如：9:00。")
    venue = line("地点", most=100)
    chair = line("主持人", most=60, help_text="姓名和职务。")
    topics = words(
        "听取和研究的事项",
        rows=3,
        most=3000,
        required=False,
        help_text="不涉及具体信访件的议题；信访件在会议页面列入议程。",
    )

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `call_meeting`."""
        given = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**given, "kind": MeetingKind(given["kind"])}


class DrawUpForm(StepForm):
    """列入议程."""

    cases = NumbersField("疑难信访件", required=False, help_text="按规则提出：争议、超期、包案、同一事项多次信访。")
    number = line("另外列入的信访件编号", required=False, most=40)

    def prepare(self) -> None:
        """Offer what the rules propose of what this person may read, without what stands on the agenda already."""
        known = {each.case_id for each in items_of(self.record, self.by)}
        self.proposed = {each.case.pk: each for each in candidates(self.by, self.today) if each.case.pk not in known}
        self.fields["cases"].choices = [(key, each.said) for key, each in self.proposed.items()]  # type: ignore[attr-defined]

    def clean_number(self) -> int | None:
        """Find the case by its number, as far as all of it is open to this person."""
        typed = self.cleaned_data["number"].strip()
        if not typed:
            return None
        found = whole_to(self.by).filter(number=typed).values_list("pk", flat=True).first()
        if found is None:
            raise forms.ValidationError("没有这个编号，或者不全在您的查看范围内。")
        return int(found)

    def arguments(self) -> dict[str, Any]:
        """Return the cases with the rules that proposed them."""
        given = super().arguments()
        chosen: dict[int, Difficulty] = {key: self.proposed[key].why for key in given.pop("cases", [])}
        if number := given.pop("number", None):
            chosen.setdefault(number, Difficulty.CHOSEN)
        return {**given, "cases": chosen}


class _OfItemsForm(StepForm):
    """Cases of the agenda at hand."""

    def choices(self) -> list[tuple[int, str]]:
        """Return the cases of the agenda that this person may read."""
        return [(each.pk, each.case.number) for each in items_of(self.record, self.by)]


class LeaveOutForm(_OfItemsForm):
    """移出议程."""

    items = NumbersField("信访件")

    def prepare(self) -> None:
        """Offer what stands on the agenda."""
        self.fields["items"].choices = self.choices()  # type: ignore[attr-defined]


class InviteForm(StepForm):
    """通知参会."""

    people = NumbersField("参会人员", help_text="每人收到一条站内通知；已经通知过的不再列出。")

    def prepare(self) -> None:
        """Offer leaders, heads and the office of the district, without those who were invited."""
        known = set(self.record.invitations.values_list("staff", flat=True)) if self.record else set()
        self.offered = {key: each for key, each in attendants(self.by).items() if key not in known}
        said = [(key, f"{each.name}（{each.unit.short_name}）") for key, each in self.offered.items()]
        self.fields["people"].choices = said  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Return the people themselves."""
        given = super().arguments()
        return {**given, "people": [self.offered[key] for key in given["people"]]}


class HoldForm(StepForm):
    """登记到会."""

    came = NumbersField("到会人员", help_text="没有选的登记为缺席。")
    others = line("列席人员", required=False, most=300, help_text="没有账号的人、代会的人，写姓名和单位。")

    def prepare(self) -> None:
        """Offer who was invited."""
        rows = self.record.invitations.select_related("staff__unit")
        said = [(each.staff_id, f"{each.staff.name}（{each.staff.unit.short_name}）") for each in rows]
        self.fields["came"].choices = said  # type: ignore[attr-defined]


class _OfItemForm(_OfItemsForm):
    """One case of the agenda at hand."""

    item = forms.TypedChoiceField(label="信访件", coerce=int, empty_value=None)

    def prepare(self) -> None:
        """Offer what stands on the agenda; none is preset."""
        self.fields["item"].choices = [("", "请选择"), *self.choices()]  # type: ignore[attr-defined]


class DecideForm(_OfItemForm):
    """记录议定意见."""

    decision = words("议定意见", rows=3, most=3000)


class ResolveForm(_OfItemForm):
    """下达会议任务."""

    unit = unit_field("承办单位", "any")
    what = words("要做什么", rows=3, most=2000)
    due_on = day("时限", required=True)
    field_order = ("item", "unit", "what", "due_on")

    def prepare(self) -> None:
        """A task may be of no case at all."""
        super().prepare()
        self.fields["item"].required = False
        self.fields["item"].help_text = "与议程上的一件有关的选择；一般工作的不选。"


class ArbitrateAtForm(_OfItemForm):
    """会议指定办理单位."""

    unit = unit_field("指定的办理单位", "refer", required=False, help_text="不选即仍由现在的单位办理。")
    reason = words("决定和理由", rows=3, most=1500)


class MinutesForm(StepForm):
    """出会议纪要."""

    summary = words("会议情况", rows=5, most=5000, help_text="听取了什么、总的要求；议定意见和任务自动列在后面。")


STEPS = (
    Step(slug="draw-up", move=DRAW_UP, form=DrawUpForm, action=draw_up, said="已列入议程。"),
    Step(slug="leave-out", move=LEAVE_OUT, form=LeaveOutForm, action=leave_out, said="已移出议程。"),
    Step(slug="invite", move=INVITE, form=InviteForm, action=invite, said="已通知。"),
    Step(slug="hold", move=HOLD, form=HoldForm, action=hold_meeting, said="已登记到会。"),
    Step(slug="decide", move=DECIDE, form=DecideForm, action=decide, said="议定意见已记录。", tone="primary"),
    Step(slug="resolve", move=RESOLVE, form=ResolveForm, action=resolve, said="任务已下达。"),
    Step(slug="arbitrate", move=ARBITRATE, form=ArbitrateAtForm, action=arbitrate_at, said="已指定办理单位。"),
    Step(slug="minutes", move=MINUTE, form=MinutesForm, action=issue_minutes, said="会议纪要已印发。"),
    Step(slug="cancel", move=CANCEL, form=NothingForm, action=cancel_meeting, said="会议已取消。", tone="grave"),
)
