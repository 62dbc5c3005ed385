"""Where the gateway of a channel tells what became of a message it took; it has no account, but a secret of its own."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.outbox.reports import channels_of, take_report

_DELIVERED, _FAILED = "delivered", "failed"


class ReportInput(serializers.Serializer[Any]):
    """One report: our number for the attempt, as the gateway got it, and what became of it."""

    reference = serializers.CharField(max_length=64, help_text="提交消息时给出的编号")
    result = serializers.ChoiceField(
        choices=[(_DELIVERED, "已送达"), (_FAILED, "未能送达")], help_text="delivered已送达、failed未能送达"
    )


class Reports(APIView):
    """送达回执."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="message_report",
        summary="短信、政务即时通讯网关报告一条消息送达或者未能送达；同一回执重复报送不重复记录",
        request=ReportInput,
        responses={204: None, **dict.fromkeys((400, 401, 404, 413, 415, 422), ProblemShape)},
        parameters=[
            OpenApiParameter("X-Channel-Secret", str, OpenApiParameter.HEADER, description="这种发送方式的回执密钥")
        ],
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """Take one report. Raises NotAuthenticated; Refused: input_invalid, not_found."""
        channels = channels_of(request.headers.get("X-Channel-Secret", ""))
        if not channels:
            raise NotAuthenticated
        asked = ReportInput(data=request.data)
        if not asked.is_valid():
            raise Refused("input_invalid", f"这些栏目不对：{'、'.join(asked.errors)}。")
        said = asked.validated_data
        take_report(said["reference"], delivered=said["result"] == _DELIVERED, channels=channels)
        return Response(status=204)
