"""Inspections for programs: the same functions as the pages."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.paging import page_by
from organizations.api.queries import PAGED, assert_known
from supervision.models import Inspection
from supervision.orders.api_following import NEW, READING, WRITING, staff_of
from supervision.orders.inspecting import report_inspection, start_inspection
from supervision.orders.inspection_forms import InspectionForm, InspectionReportForm
from supervision.orders.sampling_reading import BY_DAY_MADE, inspection_of, inspections
from supervision.words.orders import InspectionKind, InspectionState


class InspectionShape(serializers.ModelSerializer[Inspection]):
    """One inspection."""

    unit = serializers.CharField(source="unit.name")
    kind = word(InspectionKind)
    state = word(InspectionState)

    class Meta:
        model = Inspection
        fields = ("id", "unit", "kind", "mandate", "from_day", "to_day", "made_on", "report", "reported_on", "state")


class InspectionPage(serializers.Serializer[Any]):
    """One page of inspections, the newest first."""

    results = InspectionShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class InspectionList(APIView):
    """督查."""

    @extend_schema(
        operation_id="supervision_inspections_list",
        summary="您能查看的督查，新的在前",
        responses={200: InspectionPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List inspections, paged by key. Raises Refused: filter_unknown, key_broken."""
        staff, query = staff_of(request), request.query_params
        assert_known(query, {"after", "before"})
        page = page_by(BY_DAY_MADE, inspections(staff), after=query.get("after", ""), before=query.get("before", ""))
        return Response(InspectionPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="supervision_inspection_start",
        summary="组织督查：成员凭期限内的临时查阅看一个单位经手的信访件",
        request=serializer_of(NEW, InspectionForm, "InspectionInput"),
        responses={201: InspectionShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Send a team. Raises InputInvalid; Refused as `start_inspection`."""
        staff = staff_of(request)
        typed = checked(NEW, InspectionForm, request.data, by=staff).arguments()
        return Response(InspectionShape(start_inspection(by=staff, **typed)).data, status=201)


class InspectionReport(APIView):
    """反馈督查情况."""

    @extend_schema(
        operation_id="supervision_inspection_report",
        summary="反馈督查情况，收回成员的临时查阅",
        request=serializer_of(NEW, InspectionReportForm, "InspectionReportInput"),
        responses={200: InspectionShape, **WRITING},
    )
    def post(self, request: Request, inspection_id: int) -> Response:
        """Report an inspection. Raises InputInvalid; Refused as `report_inspection`."""
        staff = staff_of(request)
        typed = checked(NEW, InspectionReportForm, request.data, by=staff).arguments()
        inspection = inspection_of(staff, inspection_id)
        return Response(InspectionShape(report_inspection(inspection, by=staff, **typed)).data)
