"""Case ownership for programs: the same list, sheet and steps as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked_form
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of_form
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.reading.case_file import readable_subject
from organizations.api.queries import PAGED
from organizations.today import today
from supervision.models import Guarantee, OwnershipSheet, PlanStep, Progress
from supervision.models.ownership_words import SheetState, Wording
from supervision.ownership.forms import MakeForm
from supervision.ownership.making import make_sheet
from supervision.ownership.reading import Shown, page_of_sheets, read_sheet, sheets
from supervision.ownership.steps import STEPS, Step, open_steps, sheet_of, take
from supervision.rights import assert_manages, assert_reads

READING = {**dict.fromkeys((401, 403, 404), ProblemShape), 422: InputProblemShape}
WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}


class SheetLine(serializers.ModelSerializer[OwnershipSheet]):
    """One sheet in a list."""

    number = serializers.CharField(source="case.number")
    subject = serializers.SerializerMethodField()
    state = word(SheetState)
    wording = word(Wording)
    leader = serializers.CharField(source="leader.name")
    first_leader = serializers.CharField(source="first_leader.name")
    procedure = serializers.CharField(source="procedure.name")
    coordination = serializers.CharField(source="coordination.name")
    settlement = serializers.CharField(source="settlement.name")
    settlement_unit = serializers.CharField(source="settlement.unit.name")

    class Meta:
        model = OwnershipSheet
        fields = (
            "id",
            "case_id",
            "number",
            "subject",
            "state",
            "wording",
            "leader",
            "first_leader",
            "procedure",
            "coordination",
            "settlement",
            "settlement_unit",
            "until",
            "first_until",
            "made_on",
            "accepted_on",
            "concluded_on",
            "resolved_on",
            "settled_on",
            "reported_on",
            "closed_on",
            "version",
        )

    def get_subject(self, sheet: OwnershipSheet) -> str:
        """Return the subject as its reader may have it."""
        return readable_subject(sheet.case)


class SheetPage(serializers.Serializer[Any]):
    """A page of sheets; `after` and `before` are the keys of its neighbours."""

    results = SheetLine(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class GuaranteeShape(serializers.ModelSerializer[Guarantee]):
    """One of the five guarantees."""

    # A plain code: its words stand at the step that takes it, where the schema names them once.
    kind = serializers.CharField()
    person = serializers.CharField(source="person.name")

    class Meta:
        model = Guarantee
        fields = ("kind", "requirement", "due_on", "person", "done_on")


class PlanStepShape(serializers.ModelSerializer[PlanStep]):
    """One step of the plan."""

    person = serializers.CharField(source="person.name")

    class Meta:
        model = PlanStep
        fields = ("id", "what", "due_on", "first_due_on", "person", "done_on", "put_off")


class ProgressShape(serializers.ModelSerializer[Progress]):
    """One entry of progress."""

    kind = serializers.CharField()
    by = serializers.CharField(source="by.name")
    hand = serializers.CharField(source="hand.name", allow_null=True, default=None)

    class Meta:
        model = Progress
        fields = ("id", "kind", "on", "text", "by", "hand")


class SheetShape(serializers.Serializer[Any]):
    """One sheet with its parts and the steps that are open to the caller."""

    sheet = SheetLine()
    scheme = serializers.CharField(source="sheet.scheme", allow_blank=True)
    opinion = serializers.CharField(source="sheet.opinion", allow_blank=True)
    guarantees = GuaranteeShape(many=True)
    steps = PlanStepShape(many=True)
    progress = ProgressShape(many=True)
    open = serializers.ListField(child=serializers.ChoiceField(choices=list(STEPS)), help_text="现在可以办理的步骤")


class Ownerships(APIView):
    """包案."""

    @extend_schema(
        operation_id="ownerships_list",
        summary="查看范围内的包案，时限急的在前",
        parameters=[
            OpenApiParameter("show", str, enum=[each.value for each in Shown], description="不写即未销号的"),
            OpenApiParameter("mine", bool, description="只列本人包案或者负责的"),
            *PAGED,
        ],
        responses={200: SheetPage, **READING},
    )
    def get(self, request: Request) -> Response:
        """List sheets. Raises Refused: not_permitted, key_broken."""
        staff, asked = assert_reads(staff_of(request)), request.query_params
        shown = next((each for each in Shown if each.value == asked.get("show")), Shown.OPEN)
        rows = sheets(staff, shown, today(), mine=asked.get("mine") in ("1", "true"))
        page = page_of_sheets(rows, after=asked.get("after", ""), before=asked.get("before", ""))
        return Response(SheetPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="ownership_make",
        summary="确定包案：六项，其余自动带出",
        request=serializer_of_form(MakeForm, "OwnershipMake"),
        responses={201: SheetLine, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Let a leader own a case. Raises Refused as `make_sheet`."""
        staff = assert_manages(staff_of(request))
        form = checked_form(MakeForm, request.data)
        return Response(SheetLine(make_sheet(**form.cleaned_data, by=staff)).data, status=201)


class OneOwnership(APIView):
    """一件包案."""

    @extend_schema(
        operation_id="ownership_read", summary="一件包案和它的方案、进展", responses={200: SheetShape, **READING}
    )
    def get(self, request: Request, sheet_id: int) -> Response:
        """Read one sheet. Raises Refused not_found."""
        staff = staff_of(request)
        file = read_sheet(staff, sheet_of(staff, sheet_id))
        able = [step.slug for step, why in open_steps(file.sheet, staff, today()) if why is None]
        told = {name: getattr(file, name) for name in ("sheet", "guarantees", "steps", "progress")}
        return Response(SheetShape({**told, "open": able}).data)


def step_door(step: Step) -> Any:
    """Return the view of one step, with its own shape in the schema."""
    name = f"Ownership{step.slug.title().replace('-', '')}"

    class StepDoor(APIView):
        @extend_schema(
            operation_id=f"ownership_{step.slug.replace('-', '_')}",
            summary=step.label,
            request=serializer_of_form(step.form, name),
            responses={200: SheetLine, **WRITING},
        )
        def post(self, request: Request, sheet_id: int) -> Response:
            staff = staff_of(request)
            sheet = sheet_of(staff, sheet_id)
            form = checked_form(step.form, request.data, sheet=sheet, by=staff)
            return Response(SheetLine(take(step, sheet, form, staff)).data)

    StepDoor.__name__ = StepDoor.__qualname__ = f"{name}Door"
    StepDoor.__doc__ = f"{step.label}."
    return StepDoor
