"""The running clocks for programs: the same rows, filters and order as the page."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.rows import word
from cases.api.shapes import ProblemShape
from cases.lists.running_clocks import ClockFilters, page_of_clocks, running_clocks
from law.errors import Refused
from law.vocabulary import Duty
from organizations.api.queries import TURN, assert_known
from organizations.models import Staff


class RunningClock(serializers.Serializer[Any]):
    """One running clock."""

    id = serializers.IntegerField()
    case_id = serializers.IntegerField()
    number = serializers.CharField(source="case.number")
    leg_id = serializers.IntegerField(allow_null=True)
    duty = word(Duty)
    unit = serializers.CharField(source="unit.name", default="", help_text="义务单位；信访人的期限为空")
    starts_on = serializers.DateField()
    due_on = serializers.DateField()
    provisional = serializers.BooleanField()
    extended_days = serializers.IntegerField()
    rule_version = serializers.CharField()


class ClockPage(serializers.Serializer[Any]):
    """One page of running clocks, the soonest first."""

    results = RunningClock(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ClockList(APIView):
    """期限一览."""

    @extend_schema(
        operation_id="clocks_list",
        summary="正在计算的期限（在调用者查看范围内），急的在前",
        responses={200: ClockPage, 401: ProblemShape, 403: ProblemShape, 422: ProblemShape},
        parameters=[OpenApiParameter(name, OpenApiTypes.STR) for name in (*ClockFilters.base_filters, *TURN)],
    )
    def get(self, request: Request) -> Response:
        """List clocks, filtered and paged by key. Raises Refused: filter_unknown, filter_invalid, key_broken."""
        query, staff = request.query_params, cast(Staff, request.user)
        known = {*ClockFilters.base_filters, *TURN}
        assert_known(query, known)
        filters = ClockFilters(query, queryset=running_clocks(staff), staff=staff)
        if not filters.is_valid():
            raise Refused("filter_invalid", f"有筛选条件看不懂：{'、'.join(filters.form.errors)}。")
        page = page_of_clocks(filters.qs, after=query.get("after", ""), before=query.get("before", ""))
        return Response(ClockPage({"results": page.rows, "after": page.after, "before": page.before}).data)
