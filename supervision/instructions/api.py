"""Leaders' instructions for programs: the same functions as the pages."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern, path
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from organizations.api.queries import PAGED, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.instructions.actions import submit_to_leader
from supervision.instructions.forms import STEPS, SubmitForm
from supervision.instructions.reading import SubmissionView, cases_of, page_of_submissions, submission_of
from supervision.models.instructions import Submission
from supervision.tasks.step_doors import NEW, READING, WRITING, caller, step_door
from supervision.words.instructions import SubmissionState


class SubmissionShape(serializers.ModelSerializer[Submission]):
    """One submission: which cases, to whom, and what he wrote."""

    unit = serializers.CharField(source="unit.name", help_text="呈阅单位")
    leader = serializers.CharField(source="leader.name")
    leader_account = serializers.CharField(source="leader.username")
    submitted_by = serializers.CharField(source="submitted_by.name")
    entered_by = serializers.CharField(source="entered_by.name", default=None, allow_null=True, help_text="录入人")
    state = word(SubmissionState)
    cases = serializers.SerializerMethodField(help_text="信访件编号")

    class Meta:
        model = Submission
        fields = (
            "id",
            "unit",
            "leader",
            "leader_account",
            "cases",
            "digest",
            "asks",
            "submitted_by",
            "submitted_on",
            "state",
            "instruction",
            "instructed_on",
            "on_paper",
            "entered_by",
            "entered_on",
            "version",
        )

    def get_cases(self, row: Submission) -> list[str]:
        """Return the numbers of its cases."""
        found: list[str] = self.context["numbers"].get(row.pk, [])
        return found


class SubmissionPage(serializers.Serializer[Any]):
    """One page of submissions."""

    results = SubmissionShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


def told(row: Submission, staff: Staff) -> Any:
    """Return one submission as programs read it."""
    return _told([row], staff)[0]


def _told(rows: Iterable[Submission], staff: Staff) -> Any:
    found = list(rows)
    numbers = {key: [case.number for case in cases] for key, cases in cases_of(found, staff).items()}
    return SubmissionShape(found, many=True, context={"numbers": numbers}).data


class SubmissionList(APIView):
    """领导批示."""

    @extend_schema(
        operation_id="instructions_list",
        summary="呈阅领导的信访件和批示，新的在前",
        responses={200: SubmissionPage, **READING},
        parameters=[OpenApiParameter("view", str, enum=list(SubmissionView), description="不写即待批示"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List submissions, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, caller(request)
        assert_known(query, {"view", "after", "before"})
        view = query.get("view", SubmissionView.WAITING.value)
        page = page_of_submissions(staff, view, after=query.get("after", ""), before=query.get("before", ""))
        return Response({"results": _told(page.rows, staff), "after": page.after, "before": page.before})

    @extend_schema(
        operation_id="instruction_submit",
        summary="呈阅领导：一件或者几件信访件，附要点和拟办建议；呈阅单随即生成",
        request=serializer_of(NEW, SubmitForm, "InstructionSubmit"),
        responses={201: SubmissionShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Submit to a leader. Raises Refused as `submit_to_leader`."""
        staff = caller(request)
        typed = checked(NEW, SubmitForm, request.data, by=staff).arguments()
        made = submit_to_leader(by=staff, on=today(), **typed)
        return Response(told(submission_of(staff, made.pk), staff), status=201)


class SubmissionDetail(APIView):
    """一件呈阅件."""

    @extend_schema(
        operation_id="instruction_read", summary="读取一件呈阅件和批示", responses={200: SubmissionShape, **READING}
    )
    def get(self, request: Request, submission_id: int) -> Response:
        """Read one submission. Raises Refused not_found."""
        staff = caller(request)
        return Response(told(submission_of(staff, submission_id), staff))


urlpatterns: list[URLPattern] = [
    path("", SubmissionList.as_view(), name="api-supervision-instructions"),
    path("<int:submission_id>/", SubmissionDetail.as_view(), name="api-supervision-instruction"),
    *(
        path(
            f"<int:submission_id>/{step.slug}/",
            step_door(step, "instruction", "submission_id", submission_of, SubmissionShape, told).as_view(),
            name=f"api-supervision-instruction-{step.slug}",
        )
        for step in STEPS
    ),
]
