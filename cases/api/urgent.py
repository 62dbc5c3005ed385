"""The major and urgent matters of a day for programs: the same rows as the page."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import valid
from cases.api.jurisdiction_shapes import LevelDecisionShape, UrgentReportShape
from cases.api.rows import word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.days import OneDayForm
from cases.lists.urgent_days import assert_sees, urgent_cases
from law.matters import ReportTo
from organizations.models import Staff
from organizations.today import today


class UrgentCaseShape(serializers.Serializer[Any]):
    """One urgent matter of the day."""

    case_id = serializers.IntegerField(source="case.pk")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField(source="case.subject")
    new = serializers.BooleanField(help_text="当天登记")
    reports = UrgentReportShape(many=True)
    receipts = UrgentReportShape(many=True)
    decisions = LevelDecisionShape(many=True)
    owed = serializers.ListField(child=word(ReportTo), help_text="尚未向谁报告")


class UrgentDayShape(serializers.Serializer[Any]):
    """The urgent matters of one day."""

    on = serializers.DateField()
    cases = UrgentCaseShape(many=True)


class UrgentDay(APIView):
    """重大紧急日报."""

    @extend_schema(
        operation_id="urgent_day",
        summary="某一天登记、报告、收到回执、作出决定的重大紧急事项，和尚未报告完的",
        parameters=[OpenApiParameter("on", OpenApiTypes.DATE, description="不写即今天；写了就须是日期，空的不行")],
        responses={200: UrgentDayShape, 401: ProblemShape, 403: ProblemShape, 422: InputProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List the urgent matters of a day. Raises Refused: not_permitted, input_invalid."""
        staff = assert_sees(cast(Staff, request.user))
        form = valid(OneDayForm({"on": request.query_params.get("on", today().isoformat())}))
        on = form.cleaned_data["on"]
        return Response(UrgentDayShape({"on": on, "cases": urgent_cases(staff, on)}).data)
