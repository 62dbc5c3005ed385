"""Reports to congress and conference for programs."""

from typing import Any

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from organizations.api.queries import PAGED, assert_known
from organizations.today import today
from supervision.congress.actions import report_to
from supervision.congress.forms import STEPS, ReportToForm
from supervision.congress.reading import page_of_reports, report_of
from supervision.models.congress import CongressRemark, CongressReport
from supervision.tasks.step_doors import NEW, READING, WRITING, caller, step_door
from supervision.words.congress import ReportedTo, ReportState


class RemarkShape(serializers.ModelSerializer[CongressRemark]):
    """One remark with our reply."""

    class Meta:
        model = CongressRemark
        fields = ("id", "text", "remarked_on", "due_on", "reply", "replied_on")


class CongressReportShape(serializers.ModelSerializer[CongressReport]):
    """One report with what was said to it."""

    unit = serializers.CharField(source="unit.name")
    to = word(ReportedTo)
    state = word(ReportState)
    remarks = RemarkShape(many=True, read_only=True)

    class Meta:
        model = CongressReport
        fields = ("id", "unit", "to", "title", "content", "reported_on", "state", "remarks", "version")


class CongressReportPage(serializers.Serializer[Any]):
    """One page of reports."""

    results = CongressReportShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class CongressReports(APIView):
    """向人大政协的报告."""

    @extend_schema(
        operation_id="congress_reports_list",
        summary="向人大常委会、政协的报告，新的在前",
        responses={200: CongressReportPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List reports, paged by key. Raises Refused: filter_unknown, key_broken, one_direction."""
        query = request.query_params
        assert_known(query, {"after", "before"})
        page = page_of_reports(caller(request), after=query.get("after", ""), before=query.get("before", ""))
        return Response(CongressReportPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="congress_report_make",
        summary="登记向人大常委会、政协的报告",
        request=serializer_of(NEW, ReportToForm, "CongressReportMake"),
        responses={201: CongressReportShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Write down a report. Raises Refused as `report_to`."""
        staff = caller(request)
        made = report_to(by=staff, on=today(), **checked(NEW, ReportToForm, request.data, by=staff).arguments())
        return Response(CongressReportShape(made).data, status=201)


class CongressReportDetail(APIView):
    """一份报告."""

    @extend_schema(
        operation_id="congress_report_read",
        summary="一份报告、意见和回复",
        responses={200: CongressReportShape, **READING},
    )
    def get(self, request: Request, report_id: int) -> Response:
        """Read one report. Raises Refused not_found."""
        return Response(CongressReportShape(report_of(caller(request), report_id)).data)


urlpatterns: list[URLPattern] = [
    path("", CongressReports.as_view(), name="api-supervision-congress"),
    path("<int:report_id>/", CongressReportDetail.as_view(), name="api-supervision-congress-report"),
    *(
        path(
            f"<int:report_id>/{step.slug}/",
            step_door(step, "congress", "report_id", report_of, CongressReportShape).as_view(),
            name=f"api-supervision-congress-{step.slug}",
        )
        for step in STEPS
    ),
]
