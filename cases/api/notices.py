"""The notices of the desk, for a person's own programs."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.shapes import ProblemShape
from cases.lists.notices import unread_notices
from cases.models import Notice
from cases.record.notices import mark_read
from organizations.models import Staff

MOST = 50


class NoticeShape(serializers.ModelSerializer[Notice]):
    """One unread notice: numbers and acts only."""

    case = serializers.IntegerField(source="case_id")
    act = serializers.CharField(source="event.act", help_text="办理行为")
    facts = serializers.JSONField(source="event.facts", help_text="办理记录的要素；期限变动的为期限、原来和新的届满日")

    class Meta:
        model = Notice
        fields = ("id", "case", "act", "facts", "text", "created_at")


class NoticesShape(serializers.Serializer[Any]):
    """The latest unread notices of the caller, the newest first."""

    results = NoticeShape(many=True)


class Notices(APIView):
    """提醒."""

    @extend_schema(
        operation_id="notices_list",
        summary="本人未读的提醒，最近50条，新的在前；读取不算已读",
        responses={200: NoticesShape, 401: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List the caller's unread notices of cases within reach."""
        rows = unread_notices(cast(Staff, request.user)).select_related("event").order_by("-id")
        return Response(NoticesShape({"results": rows[:MOST]}).data)


@extend_schema(
    operation_id="notice_read",
    summary="把一条提醒记为已读；不是本人的不变",
    request=None,
    responses={204: None, 401: ProblemShape, 403: ProblemShape},
)
@api_view(["POST"])
def read(request: Request, notice_id: int) -> Response:
    """Take one of the caller's notices off his desk."""
    mark_read(cast(Staff, request.user), notice_id)
    return Response(status=204)
