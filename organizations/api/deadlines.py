"""The calculator of deadlines, open to everybody."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.periods import MAX_DESIGNATED_DAYS
from law.vocabulary import Duty
from organizations.api.problem import ProblemShape
from organizations.calculator import as_data, calculate


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
