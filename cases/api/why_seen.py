"""为什么能看到, for programs of an auditor."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import valid
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.why_seen import WhySeenForm
from cases.reading.why_seen import assert_auditor, why_seen
from organizations.models import Staff


class WhySeenShape(serializers.Serializer[Any]):
    """Whether an account sees a case, and by which of its roles; nothing of the case."""

    number = serializers.CharField()
    name = serializers.CharField(help_text="账号的姓名和单位")
    sees = serializers.BooleanField()
    sealed_open = serializers.BooleanField(help_text="检举控告内容对其公开")
    walled = serializers.BooleanField(help_text="按回避和保密的规定挡住")
    ways = serializers.ListField(child=serializers.CharField(), help_text="范围包含这件的授权")


class WhySeenDetail(APIView):
    """为什么能看到."""

    @extend_schema(
        operation_id="why_seen",
        summary="一个账号为什么能看到一件信访件；安全审计员可以查询",
        responses={200: WhySeenShape, 401: ProblemShape, 403: ProblemShape, 422: InputProblemShape},
        parameters=[
            OpenApiParameter("case", OpenApiTypes.STR, required=True, description="信访件编号"),
            OpenApiParameter("account", OpenApiTypes.STR, required=True, description="账号"),
        ],
    )
    def get(self, request: Request) -> Response:
        """Answer one question. Raises InputInvalid; Refused: not_permitted, case_unknown, account_unknown."""
        staff = cast(Staff, request.user)
        assert_auditor(staff)
        form = valid(WhySeenForm(request.query_params))
        found = why_seen(form.cleaned_data["case"], form.cleaned_data["account"], by=staff)
        return Response(WhySeenShape(found).data)
