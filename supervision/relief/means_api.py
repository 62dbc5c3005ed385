"""Livelihood projects and legal publicity for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.models import LivelihoodProject, PublicityCampaign
from supervision.models.livelihood import ProjectKind, PublicityForm
from supervision.relief.means import enter_campaign, enter_project
from supervision.relief.means_forms import CampaignForm, ProjectForm
from supervision.relief.means_reading import PROJECT_STEPS, page_of_campaigns, page_of_projects, project_of
from supervision.relief.reading import assert_works


class ProjectShape(serializers.ModelSerializer[LivelihoodProject]):
    """One project; the investment in 分."""

    unit = serializers.CharField(source="unit.name")
    kind = word(ProjectKind)

    class Meta:
        model = LivelihoodProject
        fields = (
            "id",
            "unit",
            "name",
            "kind",
            "location",
            "basis",
            "invested",
            "started_on",
            "planned_on",
            "done_on",
            "households",
            "people",
            "progress",
            "recorded_on",
            "version",
        )


class PublicityShape(serializers.ModelSerializer[PublicityCampaign]):
    """One campaign of legal publicity."""

    unit = serializers.CharField(source="unit.name")
    form = word(PublicityForm)

    class Meta:
        model = PublicityCampaign
        fields = ("id", "unit", "title", "form", "location", "from_day", "to_day", "reach")


class ProjectPageShape(serializers.Serializer[Any]):
    """One page of projects."""

    results = ProjectShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class PublicityPageShape(serializers.Serializer[Any]):
    """One page of campaigns."""

    results = PublicityShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ProjectList(APIView):
    """民生项目."""

    @extend_schema(
        operation_id="project_list",
        summary="民生项目，新登记的在前",
        responses={200: ProjectPageShape, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List projects, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        page = page_of_projects(*_reader(request))
        return Response(ProjectPageShape({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="project_enter",
        summary="登记民生项目；投资单位为元",
        responses={201: ProjectShape, **WRITING},
        request=serializer_of(NEW, ProjectForm, "ProjectEnter"),
    )
    def post(self, request: Request) -> Response:
        """Enter a project. Raises Refused as `enter_project`."""
        staff = cast(Staff, request.user)
        typed = checked(NEW, ProjectForm, request.data, by=staff).arguments()
        return Response(ProjectShape(enter_project(by=staff, on=today(), **typed)).data, status=201)


class ProjectStep(APIView):
    """民生项目的一步."""

    @extend_schema(
        operation_id="project_step",
        summary="登记进展（progress）、完成（done）",
        responses={200: ProjectShape, **WRITING},
        request=bodies_of(PROJECT_STEPS, "ProjectStepBody"),
    )
    def post(self, request: Request, project_id: int, step: str) -> Response:
        """Take a step of a project. Raises Refused as the step does."""
        staff = cast(Staff, request.user)
        take_step(request, step_named(PROJECT_STEPS, step), project_of(staff, project_id), staff)
        return Response(ProjectShape(project_of(staff, project_id)).data)


class PublicityList(APIView):
    """法治宣传."""

    @extend_schema(
        operation_id="publicity_list",
        summary="法治宣传，新的在前",
        responses={200: PublicityPageShape, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List campaigns, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        page = page_of_campaigns(*_reader(request))
        return Response(PublicityPageShape({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="publicity_enter",
        summary="登记法治宣传",
        responses={201: PublicityShape, **WRITING},
        request=serializer_of(NEW, CampaignForm, "CampaignEnter"),
    )
    def post(self, request: Request) -> Response:
        """Enter a campaign. Raises Refused as `enter_campaign`."""
        staff = cast(Staff, request.user)
        typed = checked(NEW, CampaignForm, request.data, by=staff).arguments()
        return Response(PublicityShape(enter_campaign(by=staff, on=today(), **typed)).data, status=201)


def _reader(request: Request) -> tuple[Staff, str, str]:
    staff = cast(Staff, request.user)
    assert_works(staff)
    assert_known(request.query_params, set(TURN))
    return staff, request.query_params.get("after", ""), request.query_params.get("before", "")
