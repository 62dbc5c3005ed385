"""The outbox, for programs of those who run the system."""

from typing import Any, cast

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from kit.messages.models import Attempt, Message, Report
from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.models import Staff
from organizations.outbox.forms import MessagesForm
from organizations.outbox.reading import filtered, page_of_messages, readable_messages, reason_words, recipient_words
from organizations.outbox.resending import resend


class ReportShape(serializers.ModelSerializer[Report]):
    """What a channel reported on an attempt; one that did not count came too late to change anything."""

    class Meta:
        model = Report
        fields = ("at", "result", "counted")


class AttemptShape(serializers.ModelSerializer[Attempt]):
    """One attempt to send a message; ``result`` is empty where it was broken off."""

    result = serializers.CharField(allow_blank=True)
    why = serializers.CharField(allow_blank=True)
    reports = ReportShape(many=True)

    class Meta:
        model = Attempt
        fields = ("number", "began_at", "ended_at", "result", "why", "reports")


class MessageShape(serializers.ModelSerializer[Message]):
    """One message of the outbox, without its address and its words."""

    channel = serializers.CharField(help_text="product站内、mail电子邮件、sms短信、messenger政务即时通讯")
    state = serializers.CharField(help_text="waiting、sent、delivered、failed、unknown")
    why = serializers.CharField(allow_blank=True)
    label = serializers.SerializerMethodField(help_text="事由的名称")  # type: ignore[assignment]
    staff = serializers.IntegerField(source="staff_id", allow_null=True)
    recipient = serializers.SerializerMethodField(help_text="收件人的姓名；没有账号的不显示")
    attempts = AttemptShape(many=True)

    class Meta:
        model = Message
        fields = (
            "id",
            "channel",
            "reason",
            "label",
            "staff",
            "recipient",
            "state",
            "why",
            "tries",
            "queued_at",
            "due_at",
            "delivered_at",
            "attempts",
        )

    def get_label(self, message: Message) -> str:
        """Return the word of the reason."""
        return reason_words(message.reason)

    def get_recipient(self, message: Message) -> str:
        """Return who is told."""
        return recipient_words(message)


class MessagePageShape(serializers.Serializer[Any]):
    """One page of messages, the newest first; ``before`` asks for the next."""

    results = MessageShape(many=True)
    before = serializers.IntegerField(allow_null=True)


class Messages(APIView):
    """消息发送."""

    @extend_schema(
        operation_id="message_list",
        summary="消息的发送情况，新的在前；不写 state 即失败和结果不明的，all 为全部",
        responses={200: MessagePageShape, 401: ProblemShape, 403: ProblemShape, 422: ProblemShape},
        parameters=[OpenApiParameter(name, {"type": "string"}) for name in ("state", "channel", "reason")]
        + [OpenApiParameter("before", {"type": "integer", "minimum": 1})],
    )
    def get(self, request: Request) -> Response:
        """List messages. Raises Refused: not_permitted, filter_unknown, filter_invalid."""
        query = request.query_params
        rows = readable_messages(cast(Staff, request.user))
        assert_known(query, set(MessagesForm.base_fields))
        form = MessagesForm(query)
        if not form.is_valid():
            raise Refused("filter_invalid", f"有筛选条件看不懂：{'、'.join(form.errors)}。")
        page = page_of_messages(filtered(rows, form.cleaned_data), form.cleaned_data["before"])
        return Response(MessagePageShape({"results": page.messages, "before": page.older}).data)


class Resend(APIView):
    """再次发送."""

    @extend_schema(
        operation_id="message_resend",
        summary="再次发送失败或者结果不明的消息；系统管理员可以办理",
        request=None,
        responses={200: MessageShape, 401: ProblemShape, 403: ProblemShape, 404: ProblemShape, 409: ProblemShape},
    )
    def post(self, request: Request, message_id: int) -> Response:
        """Send one message again. Raises Refused: not_permitted, not_found, wrong_state."""
        return Response(MessageShape(resend(message_id, by=cast(Staff, request.user))).data)
