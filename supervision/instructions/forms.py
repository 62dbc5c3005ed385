"""Forms of what is submitted to leaders."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.forms.base import day, unit_field, words
from cases.forms.dispatching import NumbersField
from cases.forms.upload import FilesField
from cases.models import Case
from cases.places.whole_cases import whole_to
from organizations.models import Grant, Staff
from organizations.papers.scans import SCANNED
from organizations.roles import Right, roles_with
from organizations.today import today
from supervision.instructions.actions import MOST_CASES, instruct, record_paper, take_back
from supervision.instructions.giving import GIVE_TASKS, give_tasks
from supervision.instructions.moves import INSTRUCT, RECORD_RETURN, TAKE_BACK
from supervision.tasks.steps import NothingForm, Step, StepForm
from supervision.words.instructions import Decision

_DECISIONS = [("", "请选择"), *Decision.choices()]


def leaders_of(by: Staff) -> list[Staff]:
    """Return the leaders of a person's district."""
    roles = roles_with(Right.INSTRUCT)
    grants = Grant.objects.in_force(today()).filter(role__in=roles, staff__is_active=True)
    grants = grants.filter(unit__district=by.unit.district_id).select_related("staff__unit").order_by("staff_id")
    return list({grant.staff_id: grant.staff for grant in grants}.values())


class SubmitForm(StepForm):
    """呈阅领导."""

    numbers = words(
        "信访件编号", rows=2, most=1000, help_text=f"一件或者几件，每件一行或者用逗号隔开，最多{MOST_CASES}件。"
    )
    leader = forms.TypedChoiceField(label="呈阅领导", coerce=int)
    digest = words("要点", rows=6, most=3000, help_text="是什么事、办到哪一步、卡在哪里。不写信访人的姓名、电话。")
    asks = words("拟办建议", rows=3, most=2000, required=False, help_text="请领导定什么；只是请阅知的不填。")

    def prepare(self) -> None:
        """Offer the leaders of the district; none is preset."""
        self.leaders = {each.pk: each for each in leaders_of(self.by)}
        said = [(key, f"{each.name}（{each.position or each.unit.short_name}）") for key, each in self.leaders.items()]
        self.fields["leader"].choices = [("", "请选择"), *said]  # type: ignore[attr-defined]

    def clean_numbers(self) -> list[Case]:
        """Find the cases by their numbers, as far as all of each is open to who submits."""
        typed = self.cleaned_data["numbers"].replace("，", ",").replace("、", ",").replace("\n", ",").split(",")
        asked = list(dict.fromkeys(number.strip() for number in typed if number.strip()))
        found = {case.number: case for case in whole_to(self.by).filter(number__in=asked)}
        if missing := [number for number in asked if number not in found]:
            raise ValidationError(f"没有这些编号，或者不全在您的查看范围内：{'、'.join(missing)}。")
        return [found[number] for number in asked]

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `submit_to_leader`."""
        given = super().arguments()
        cases, leader = given["numbers"], self.leaders[given["leader"]]
        return {"cases": cases, "leader": leader, "digest": given["digest"], "asks": given.get("asks", "")}


class InstructForm(StepForm):
    """作出批示."""

    decision = forms.ChoiceField(label="意见", choices=_DECISIONS)
    instruction = words("批示内容", rows=3, most=2000, required=False)


class RecordPaperForm(StepForm):
    """登记批示批回."""

    decision = forms.ChoiceField(label="领导的意见", choices=_DECISIONS)
    instruction = words("批示内容", rows=3, most=2000, required=False, help_text="照呈阅单上的原话录入。")
    instructed_on = day("批示日期", required=True)
    uploads = FilesField(
        label="呈阅单扫描件", required=True, accept=",".join((*SCANNED, ".jpeg")), help_text="PDF、JPG 或者 PNG。"
    )


class GiveTasksForm(StepForm):
    """下达任务."""

    cases = NumbersField("信访件", help_text="每件各成一项任务。")
    unit = unit_field("承办单位", "any", help_text="经手过这件的单位。")
    what = words("要做什么", rows=3, most=2000, help_text="照批示写成一件能核实的事。")
    due_on = day("时限", required=True)

    def prepare(self) -> None:
        """Offer the cases of the submission; where there is only one, it is meant."""
        rows = Case.objects.visible_to(self.by).filter(submissions__submission=self.record)
        choices = [(case.pk, case.number) for case in rows]
        field: Any = self.fields["cases"]
        field.choices = choices
        if len(choices) == 1:
            field.required = False
            field.empty_value = [choices[0][0]]
            field.widget = forms.MultipleHiddenInput()
            self.initial["cases"] = [choices[0][0]]


STEPS = (
    Step(slug="instruct", move=INSTRUCT, form=InstructForm, action=instruct, said="批示已录入。", tone="primary"),
    Step(slug="return", move=RECORD_RETURN, form=RecordPaperForm, action=record_paper, said="批回已登记。"),
    Step(slug="give", move=GIVE_TASKS, form=GiveTasksForm, action=give_tasks, said="任务已下达。", tone="primary"),
    Step(slug="take-back", move=TAKE_BACK, form=NothingForm, action=take_back, said="已撤回。"),
)
