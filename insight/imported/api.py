"""Pairs for programs: the same functions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.letters import staff_of
from cases.api.rows import word
from cases.record_steps import READING, WRITING, bodies_of, step_named, take_step
from insight.imported.pages import STEPS
from insight.imported.reading import assert_joins, page_of_repeats, repeat_of
from insight.models import FoundRepeat, FoundState
from organizations.api.queries import PAGED, assert_known


class FoundShape(serializers.ModelSerializer[FoundRepeat]):
    """A case that was imported, and one that it may repeat."""

    state = word(FoundState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")
    other = serializers.IntegerField(source="other_id")
    other_number = serializers.CharField(source="other.number")

    class Meta:
        model = FoundRepeat
        fields = (
            "id",
            "state",
            "case",
            "case_number",
            "other",
            "other_number",
            "closeness",
            "found_on",
            "decided_on",
            "version",
        )


class FoundPage(serializers.Serializer[Any]):
    """One page of pairs."""

    results = FoundShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class FoundRepeats(APIView):
    """导入后可能的重复."""

    @extend_schema(
        operation_id="found_repeats_list",
        summary="导入后可能的重复：待核对的早找到的在前",
        responses={200: FoundPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(FoundState), description="不写即待核对"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List pairs, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_joins(staff_of(request))
        assert_known(query, {"list", "after", "before"})
        what = query.get("list", FoundState.OPEN.value)
        page = page_of_repeats(staff, what, after=query.get("after", ""), before=query.get("before", ""))
        return Response(FoundPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class FoundDetail(APIView):
    """一对可能重复的件."""

    @extend_schema(operation_id="found_repeat_read", summary="读取一对", responses={200: FoundShape, **READING})
    def get(self, request: Request, found_id: int) -> Response:
        """Read one pair. Raises Refused not_found."""
        return Response(FoundShape(repeat_of(staff_of(request), found_id)).data)


class FoundStep(APIView):
    """一对的一步."""

    @extend_schema(
        operation_id="found_repeat_step",
        summary="不是同一事项（是同一事项的，办理“并入同一事项”）",
        request=bodies_of(STEPS, "FoundRepeat"),
        responses={200: FoundShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, found_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), repeat_of(staff, found_id), staff)
        return Response(FoundShape(repeat_of(staff, found_id)).data)
