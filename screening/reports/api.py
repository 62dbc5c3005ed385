"""Rounds and reports for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, assert_known
from organizations.roles import Right
from organizations.today import today
from organizations.vocabulary import UnitKind
from screening.models import GridApproval, Report, Round
from screening.models.words import ApprovalState, ReportSource, RoundState
from screening.people import assert_reads, own_units, round_at, unit_at
from screening.reports.actions import groups_of, known_report, report_round
from screening.reports.approving import approve_grid
from screening.reports.forms import APPROVAL_STEPS, ReportForm
from screening.reports.reading import approval_of, owed_by, page_of_reports, report_of


class RoundShape(serializers.ModelSerializer[Round]):
    """One round."""

    kind = word(UnitKind)
    state = word(RoundState)

    class Meta:
        model = Round
        fields = ("id", "kind", "label", "first_day", "last_day", "due_on", "state", "theme")


class ScreeningReportShape(serializers.ModelSerializer[Report]):
    """One report; ``current``: no later one corrects it."""

    unit_name = serializers.CharField(source="unit.name")
    source = word(ReportSource)  # type: ignore[assignment]
    reported_by = serializers.CharField(source="reported_by.name")
    groups = serializers.JSONField()

    class Meta:
        model = Report
        fields = (
            "id",
            "client_id",
            "round",
            "unit",
            "unit_name",
            "zero",
            "late",
            "current",
            "corrects",
            "reported_on",
            "reported_by",
            "proxy",
            "source",
            "groups",
            "sent_at",
        )


class OwedShape(serializers.Serializer[Any]):
    """One round that a unit reports in, and the report that stands for it."""

    unit = serializers.IntegerField(source="unit.pk")
    unit_name = serializers.CharField(source="unit.name")
    round = RoundShape()
    report = ScreeningReportShape(allow_null=True)


class ScreeningReportPageShape(serializers.Serializer[Any]):
    """One page of reports."""

    results = ScreeningReportShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class GridApprovalShape(serializers.ModelSerializer[GridApproval]):
    """A town's approval of a round."""

    state = word(ApprovalState)

    class Meta:
        model = GridApproval
        fields = ("id", "round", "unit", "state", "approved_on", "expected", "on_time", "late", "zero", "version")


class Owes(APIView):
    """应报的排查."""

    @extend_schema(
        operation_id="screening_owed",
        summary="本人所在单位现在应报的各期，先到期的在前",
        responses={200: OwedShape(many=True), **READING},
    )
    def get(self, request: Request) -> Response:
        """List what this person's units report in now. Raises Refused: not_permitted, filter_unknown."""
        staff = assert_reads(staff_of(request))
        assert_known(request.query_params, set())
        return Response(OwedShape(owed_by(own_units(staff), today()), many=True).data)


class ReportOfUnit(APIView):
    """填报排查."""

    @extend_schema(
        operation_id="screening_report",
        summary="填报一期；同一个 client_id 发两次只算一份，换一个 client_id 就是更正",
        request=serializer_of(NEW, ReportForm, "ScreeningReport"),
        responses={201: ScreeningReportShape, 200: ScreeningReportShape, **WRITING},
    )
    def post(self, request: Request, round_id: int, unit_id: int) -> Response:
        """Report a round for a unit. Raises Refused: not_found, input_invalid, and as `report_round`."""
        staff = staff_of(request)
        round_, unit = round_at(staff, round_id), unit_at(staff, unit_id, Right.REPORT_SCREENING)
        given = {"by": staff, "round_": round_, "groups": groups_of(unit, today())}
        form = checked(NEW, ReportForm, request.data, **given)
        assert isinstance(form, ReportForm)
        key = form.cleaned_data["client_id"]
        known = known_report(key, unit, round_, staff)
        made = known or report_round(round_, unit, form.said(ReportSource.PROGRAM), client_id=key, by=staff)
        return Response(ScreeningReportShape(made).data, status=200 if known else 201)


class Reports(APIView):
    """排查报告."""

    @extend_schema(
        operation_id="screening_reports",
        summary="查看范围内的排查报告，新的在前",
        parameters=PAGED,
        responses={200: ScreeningReportPageShape, **READING},
    )
    def get(self, request: Request) -> Response:
        """List reports, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_reads(staff_of(request)), request.query_params
        assert_known(query, {"after", "before"})
        page = page_of_reports(staff, **turn_asked(query))
        return Response(
            ScreeningReportPageShape({"results": page.rows, "after": page.after, "before": page.before}).data
        )


class ReportFile(APIView):
    """一份排查报告."""

    @extend_schema(
        operation_id="screening_report_read",
        summary="读取一份排查报告",
        responses={200: ScreeningReportShape, **READING},
    )
    def get(self, request: Request, screening_report_id: int) -> Response:
        """Read one report. Raises Refused not_found."""
        return Response(ScreeningReportShape(report_of(staff_of(request), screening_report_id)).data)


class Approve(APIView):
    """镇审核."""

    @extend_schema(
        operation_id="screening_approve",
        summary="镇审核锁定一期：一次审核全镇各村",
        request=None,
        responses={200: GridApprovalShape, **WRITING},
    )
    def post(self, request: Request, round_id: int, unit_id: int) -> Response:
        """Approve a round of a town. Raises Refused: not_found, and as `approve_grid`."""
        staff = staff_of(request)
        town = unit_at(staff, unit_id, Right.CHECK_SCREENING)
        return Response(GridApprovalShape(approve_grid(round_at(staff, round_id), town, by=staff)).data)


class ApprovalStep(APIView):
    """镇审核的一步."""

    @extend_schema(
        operation_id="screening_approval_step",
        summary="重新开启已经审核锁定的一期（reopen）",
        request=bodies_of(APPROVAL_STEPS, "ScreeningApproval"),
        responses={200: GridApprovalShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(APPROVAL_STEPS))],
    )
    def post(self, request: Request, approval_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(APPROVAL_STEPS, step), approval_of(staff, approval_id), staff)
        return Response(GridApprovalShape(approval_of(staff, approval_id)).data)
