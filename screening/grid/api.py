"""The grid and early warnings for programs: the same functions as the pages."""

from typing import Any

from django.db.models import F
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.letters import staff_of
from cases.api.rows import word
from cases.lists.paging import page_by
from cases.lists.turns import turn_asked
from cases.record_steps import READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, assert_known
from organizations.roles import Right
from organizations.today import today
from screening.grid.cells import CellState
from screening.grid.forms import WARNING_STEPS
from screening.grid.pages import LATEST_WARNED, day_asked, town_asked
from screening.grid.reading import town_grid, towns_of
from screening.grid.warning import warning_of
from screening.models import EarlyWarning
from screening.models.words import DisputeKind, WarningState
from screening.people import assert_reads, unit_at
from screening.reports.api import RoundShape


class CellShape(serializers.Serializer[Any]):
    """How a village stands in a round."""

    state = word(CellState)
    report = serializers.IntegerField(allow_null=True)


class VillageRowShape(serializers.Serializer[Any]):
    """One village with a cell for each round."""

    unit = serializers.IntegerField(source="unit.pk")
    unit_name = serializers.CharField(source="unit.name")
    cells = CellShape(many=True)


class GridShape(serializers.Serializer[Any]):
    """The grid of a town; ``older``: the day to ask for earlier rounds with, "" where there are none."""

    rounds = RoundShape(many=True)
    rows = VillageRowShape(many=True)
    older = serializers.CharField(allow_blank=True)


class EarlyWarningShape(serializers.ModelSerializer[EarlyWarning]):
    """One early warning."""

    state = word(WarningState)
    kind = word(DisputeKind)
    village_name = serializers.CharField(source="village.name")

    class Meta:
        model = EarlyWarning
        fields = (
            "id",
            "unit",
            "village",
            "village_name",
            "kind",
            "state",
            "drawn_on",
            "reports",
            "people",
            "answer_by",
            "measure",
            "act_by",
            "answered_on",
            "version",
        )


class EarlyWarningPageShape(serializers.Serializer[Any]):
    """One page of early warnings."""

    results = EarlyWarningShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class TownGridOf(APIView):
    """一个镇的排查情况."""

    @extend_schema(
        operation_id="screening_grid",
        summary="一个镇各村（社区）近13期的排查情况，新的在前",
        parameters=[OpenApiParameter("until", str, description="只看这一天以前开始的各期")],
        responses={200: GridShape, **READING},
    )
    def get(self, request: Request, unit_id: int) -> Response:
        """Read the grid of a town. Raises Refused: not_permitted, not_found, filter_unknown, day_unfit."""
        staff = assert_reads(staff_of(request))
        assert_known(request.query_params, {"until"})
        unit_at(staff, unit_id, Right.READ_SCREENING)
        town, _ = town_asked(towns_of(staff), str(unit_id))
        assert town is not None
        found = town_grid(staff, town, today(), day_asked(request.query_params.get("until", "")))
        return Response(GridShape(found).data)


class Warnings(APIView):
    """苗头预警."""

    @extend_schema(
        operation_id="early_warnings",
        summary="查看范围内的苗头预警，新的在前",
        parameters=PAGED,
        responses={200: EarlyWarningPageShape, **READING},
    )
    def get(self, request: Request) -> Response:
        """List early warnings, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_reads(staff_of(request)), request.query_params
        assert_known(query, {"after", "before"})
        rows = EarlyWarning.objects.readable_by(staff).select_related("village").annotate(place=F("drawn_on"))
        page = page_by(LATEST_WARNED, rows, **turn_asked(query))
        return Response(EarlyWarningPageShape({"results": page.rows, "after": page.after, "before": page.before}).data)


class WarningDetail(APIView):
    """一项苗头预警."""

    @extend_schema(
        operation_id="early_warning_read", summary="读取一项苗头预警", responses={200: EarlyWarningShape, **READING}
    )
    def get(self, request: Request, warning_id: int) -> Response:
        """Read one early warning. Raises Refused not_found."""
        return Response(EarlyWarningShape(warning_of(staff_of(request), warning_id)).data)


class WarningStep(APIView):
    """苗头预警的一步."""

    @extend_schema(
        operation_id="early_warning_step",
        summary="答复苗头预警（answer）",
        request=bodies_of(WARNING_STEPS, "EarlyWarning"),
        responses={200: EarlyWarningShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(WARNING_STEPS))],
    )
    def post(self, request: Request, warning_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(WARNING_STEPS, step), warning_of(staff, warning_id), staff)
        return Response(EarlyWarningShape(warning_of(staff, warning_id)).data)
