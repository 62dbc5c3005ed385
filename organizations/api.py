"""The API of the organizations floor: the calculator of deadlines, open to everybody, and the units to choose from."""

from typing import Any, cast

from django.urls import path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.errors import Refused
from law.periods import MAX_DESIGNATED_DAYS
from law.vocabulary import Duty
from organizations.api_problem import ProblemShape
from organizations.calculator import as_data, calculate
from organizations.models import Staff, Unit
from organizations.unit_options import MOST, PURPOSES, matching_units
from organizations.vocabulary import Level, UnitKind


class CountedDayShape(serializers.Serializer[Any]):
    """One day on the way to a date."""

    date = serializers.DateField()
    counts = serializers.BooleanField(help_text="是否计入")
    number = serializers.IntegerField(allow_null=True, help_text="第几日")
    why = serializers.CharField()


class DeadlineShape(serializers.Serializer[Any]):
    """A legal date and why it falls where it does."""

    code = serializers.CharField(help_text="期限代码")
    starts_on = serializers.DateField(help_text="起算日")
    due_on = serializers.DateField(allow_null=True, help_text="届满日；条例未规定天数的为空")
    reason = serializers.CharField()
    article = serializers.CharField()
    provisional = serializers.BooleanField(help_text="所涉年份的放假通知尚未公布")
    days = CountedDayShape(many=True)


class Deadlines(APIView):
    """期限计算器."""

    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []

    @extend_schema(
        operation_id="deadline",
        summary="期限计算器：无需登录",
        auth=[],
        responses={200: DeadlineShape, 422: ProblemShape},
        parameters=[
            OpenApiParameter("code", OpenApiTypes.STR, required=True, enum=[str(duty) for duty in Duty]),
            OpenApiParameter("starts_on", OpenApiTypes.DATE, required=True),
            OpenApiParameter(
                "days",
                {"type": "integer", "minimum": 0, "maximum": MAX_DESIGNATED_DAYS},
                description="指定的天数，不超过条例的；不写即按条例",
            ),
        ],
    )
    def get(self, request: Request) -> Response:
        """Compute one date. Raises Refused: duty_unknown, date_invalid, days_invalid, days_too_many."""
        query = request.query_params
        found = calculate(query.get("code", ""), query.get("starts_on", ""), query.get("days"))
        return Response(DeadlineShape(as_data(found)).data)


class UnitShape(serializers.ModelSerializer[Unit]):
    """One unit; its id is what the acts ask for."""

    kind = serializers.ChoiceField(choices=UnitKind.choices())
    level = serializers.ChoiceField(choices=Level.choices())
    parent = serializers.IntegerField(  # type: ignore[assignment]
        source="parent_id", allow_null=True, help_text="上级单位"
    )

    class Meta:
        model = Unit
        fields = ("id", "name", "short_name", "kind", "level", "parent")


class UnitsShape(serializers.Serializer[Any]):
    """The units that match, the nearest first; ``more``: there are others, type more of the name."""

    results = UnitShape(many=True)
    more = serializers.BooleanField()


class Units(APIView):
    """可选的单位."""

    @extend_schema(
        operation_id="units_list",
        summary=f"按全称、简称或者拼音首字母查找单位，一次最多{MOST}个",
        responses={200: UnitsShape, 401: ProblemShape, 403: ProblemShape, 422: ProblemShape},
        parameters=[
            OpenApiParameter("q", str, description="全称、简称或者拼音首字母的一段；不写即最前面的几个"),
            OpenApiParameter("for", str, enum=PURPOSES[1:], description="用于转送交办、下派、征求意见；不写即任何用途"),
        ],
    )
    def get(self, request: Request) -> Response:
        """List the units a person can choose from. Raises Refused: filter_unknown, unknown_purpose."""
        query, staff = request.query_params, cast(Staff, request.user)
        unknown = sorted(name[:40] for name in set(query) - {"q", "for"})
        if unknown:
            raise Refused("filter_unknown", f"没有这些筛选条件：{'、'.join(unknown[:10])}。可用：for、q。")
        found = matching_units(staff, query.get("q", ""), query.get("for", ""))
        return Response(UnitsShape({"results": found[:MOST], "more": len(found) > MOST}).data)


urlpatterns = [
    path("deadlines/", Deadlines.as_view(), name="api-deadlines"),
    path("units/", Units.as_view(), name="api-units"),
]
