"""Senders for programs: the same actions as the pages."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from reception.envelopes.reading import assert_registers
from reception.models import Sender, SenderKind, SenderState
from reception.senders.actions import add_sender
from reception.senders.forms import STEPS, SenderForm
from reception.senders.reading import assert_compares, sender_of, senders


class SenderShape(serializers.ModelSerializer[Sender]):
    """One sender with how its lists are read."""

    unit = serializers.CharField(source="unit.name")
    state = word(SenderState)
    kind = word(SenderKind)
    owes = serializers.CharField(allow_blank=True, help_text="要求上报的内容：conclusion、result，空为不要求")
    columns = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))
    header = serializers.ListField(child=serializers.CharField(allow_blank=True), help_text="最近一次清单的列")

    class Meta:
        model = Sender
        fields = (
            "id",
            "unit",
            "state",
            "name",
            "kind",
            "owes",
            "columns",
            "header",
            "done_words",
            "compared_on",
            "version",
        )


class Senders(APIView):
    """来件渠道."""

    @extend_schema(
        operation_id="senders_list",
        summary="来件渠道，使用中的在前",
        responses={200: SenderShape(many=True), **READING},
    )
    def get(self, request: Request) -> Response:
        """List the senders of the caller's desks. Raises Refused not_permitted."""
        return Response(SenderShape(senders(assert_registers(staff_of(request))), many=True).data)

    @extend_schema(
        operation_id="sender_add",
        summary="建立来件渠道（columns 是列对应文件：JSON，我方栏目和对方表头）",
        request=serializer_of(NEW, SenderForm, "AddSender"),
        responses={201: SenderShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Name a sender. Raises Refused: input_invalid, and as `add_sender`."""
        staff = assert_compares(staff_of(request))
        typed = checked(NEW, SenderForm, request.data, by=staff).arguments()
        return Response(SenderShape(add_sender(by=staff, **typed)).data, status=201)


class SenderDetail(APIView):
    """一个来件渠道."""

    @extend_schema(operation_id="sender_read", summary="读取一个来件渠道", responses={200: SenderShape, **READING})
    def get(self, request: Request, sender_id: int) -> Response:
        """Read one sender. Raises Refused not_found."""
        return Response(SenderShape(sender_of(staff_of(request), sender_id)).data)


class SenderStep(APIView):
    """来件渠道的一步."""

    @extend_schema(
        operation_id="sender_step",
        summary="更改列对应、停用、恢复使用",
        request=bodies_of(STEPS, "Sender"),
        responses={200: SenderShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, sender_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), sender_of(staff, sender_id), staff)
        return Response(SenderShape(sender_of(staff, sender_id)).data)
