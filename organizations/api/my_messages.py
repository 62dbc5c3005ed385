"""What a person was told in the product, for his own programs."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from kit.messages.delivery import mark_read, told_to
from kit.messages.models import Message
from kit.messages.words import State
from organizations.api.problem import ProblemShape
from organizations.models import Staff
from organizations.outbox.reading import reason_words


class ToldShape(serializers.ModelSerializer[Message]):
    """One message to the caller himself."""

    label = serializers.SerializerMethodField(help_text="事由的名称")  # type: ignore[assignment]
    read = serializers.SerializerMethodField(help_text="已读")

    class Meta:
        model = Message
        fields = ("id", "due_at", "reason", "label", "subject", "text", "url", "read")

    def get_label(self, message: Message) -> str:
        """Return the word of the reason."""
        return reason_words(message.reason)

    def get_read(self, message: Message) -> bool:
        """Tell whether the caller has seen it."""
        return bool(message.state == State.DELIVERED)


class ToldListShape(serializers.Serializer[Any]):
    """The latest messages to the caller, the newest first."""

    results = ToldShape(many=True)


class MyMessages(APIView):
    """我的消息."""

    @extend_schema(
        operation_id="my_messages",
        summary="告知本人的消息，最近50条，新的在前；读取不算已读",
        responses={200: ToldListShape, 401: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List what the caller was told."""
        return Response(ToldListShape({"results": told_to(request.user)}).data)

    @extend_schema(
        operation_id="my_messages_read",
        summary="把告知本人的消息都记为已读",
        request=None,
        responses={200: ToldListShape, 401: ProblemShape, 403: ProblemShape},
    )
    def post(self, request: Request) -> Response:
        """Mark all that the caller was told as read."""
        staff = cast(Staff, request.user)
        mark_read(staff, told_to(staff))
        return Response(ToldListShape({"results": told_to(staff)}).data)
