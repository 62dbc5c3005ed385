"""The feed, for programs that keep up with what happens."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.feed.reading import MOST_LINES, read_feed
from organizations.models import Staff


class FeedLineShape(serializers.Serializer[Any]):
    """One line of the feed; which of the other fields it has depends on its kind."""

    kind = serializers.CharField(
        help_text="event：办理；arrival：信访件到了本人的单位，以前的办理请读取该件；"
        "entry：本人的授权变动，能看到的范围随之变动，或者能看到的记录的变动"
    )
    case = serializers.IntegerField(required=False)
    number = serializers.CharField(required=False, help_text="信访件编号")
    record = serializers.CharField(required=False, help_text="记录的种类")
    key = serializers.IntegerField(required=False, help_text="记录的编号")
    leg = serializers.IntegerField(required=False, allow_null=True)
    act = serializers.CharField(required=False)
    verb = serializers.CharField(required=False)
    on = serializers.DateField(required=False)
    at = serializers.DateTimeField(required=False)
    by = serializers.IntegerField(required=False, allow_null=True)
    for_whom = serializers.IntegerField(required=False, allow_null=True, help_text="代谁办理")
    party = serializers.IntegerField(required=False, allow_null=True, help_text="信访人本人办理的，当事人编号")
    unit = serializers.IntegerField(required=False, allow_null=True)
    from_state = serializers.CharField(required=False, allow_blank=True)
    to_state = serializers.CharField(required=False, allow_blank=True)
    article = serializers.CharField(required=False, allow_blank=True)
    facts = serializers.DictField(
        required=False, child=serializers.JSONField(allow_null=True), help_text="见 docs/feed.md"
    )


class FeedShape(serializers.Serializer[Any]):
    """A part of the feed, in the order in which it was committed."""

    results = FeedLineShape(many=True)
    cursor = serializers.CharField(help_text="下一次从这里读起；只供本账号使用")
    more = serializers.BooleanField(help_text="后面还有，可以马上再取")


class Feed(APIView):
    """变动."""

    @extend_schema(
        operation_id="feed",
        summary="在调用者查看范围内的变动，按提交的先后；从游标读起，不漏不重",
        responses={200: FeedShape, 401: ProblemShape, 403: ProblemShape, 422: ProblemShape},
        parameters=[
            OpenApiParameter("cursor", OpenApiTypes.STR, description="上一次得到的游标；不写即从头读起"),
            OpenApiParameter(
                "most", {"type": "integer", "minimum": 1, "maximum": MOST_LINES}, description="最多几条，默认100"
            ),
        ],
    )
    def get(self, request: Request) -> Response:
        """Return what comes after a cursor. Raises Refused: filter_unknown, cursor_broken, most_invalid."""
        query = request.query_params
        assert_known(query, {"cursor", "most"})
        most = query.get("most", "100")
        number = int(most) if most.isascii() and most.isdecimal() and len(most) < 5 else 0
        part = read_feed(cast(Staff, request.user), query.get("cursor", ""), number)
        return Response(FeedShape({"results": part.lines, "cursor": part.cursor, "more": part.more}).data)
