"""The hall for programs (a machine that gives numbers, a screen): the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.registration import desk_of
from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.today import today
from reception.envelopes.reading import assert_registers
from reception.hall.actions import set_up_window, take_ticket
from reception.hall.forms import STEPS, WINDOW_STEPS, TakeForm, WindowForm
from reception.hall.reading import TicketList, page_of_tickets, ticket_of, window_of, windows
from reception.hall.waiting import expected_wait
from reception.models import HallWindow, Ticket, TicketState, WindowKind, WindowState


class WindowShape(serializers.ModelSerializer[HallWindow]):
    """One window."""

    unit = serializers.CharField(source="unit.name")
    state = word(WindowState)
    kind = word(WindowKind)
    clerk = serializers.CharField(source="clerk.name", allow_null=True, default=None)

    class Meta:
        model = HallWindow
        fields = ("id", "unit", "state", "name", "kind", "clerk", "version")


class TicketShape(serializers.ModelSerializer[Ticket]):
    """One number; it bears no name."""

    unit = serializers.CharField(source="unit.name")
    state = word(TicketState)
    kind = word(WindowKind)
    window = serializers.CharField(source="window.name", allow_null=True, default=None)

    class Meta:
        model = Ticket
        fields = (
            "id",
            "unit",
            "state",
            "number",
            "kind",
            "people",
            "first",
            "taken_on",
            "taken_at",
            "since",
            "expected",
            "window",
            "version",
        )


class TicketPage(serializers.Serializer[Any]):
    """One page of numbers."""

    results = TicketShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ExpectedShape(serializers.Serializer[Any]):
    """How long somebody may expect to wait who takes a number of a kind now."""

    kind = word(WindowKind)
    ahead = serializers.IntegerField(help_text="前面几号")
    minutes = serializers.IntegerField(allow_null=True, help_text="预计等候分钟；null 是还不能估计")
    error = serializers.IntegerField(allow_null=True, help_text="以前告知的平均误差（分钟）；null 是还没有记录")
    served = serializers.IntegerField(help_text="按最近几次接待估计")
    told = serializers.IntegerField(help_text="误差按最近几号计算")


class Windows(APIView):
    """窗口."""

    @extend_schema(operation_id="windows_list", summary="窗口", responses={200: WindowShape(many=True), **READING})
    def get(self, request: Request) -> Response:
        """List the windows of one's desks. Raises Refused not_permitted."""
        return Response(WindowShape(windows(assert_registers(staff_of(request))), many=True).data)

    @extend_schema(
        operation_id="window_set_up",
        summary="设置窗口",
        request=serializer_of(NEW, WindowForm, "SetUpWindow"),
        responses={201: WindowShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Set a window up. Raises Refused: input_invalid, and as `set_up_window`."""
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, WindowForm, request.data, by=staff).arguments()
        return Response(WindowShape(set_up_window(by=staff, **typed)).data, status=201)


class WindowStep(APIView):
    """窗口的一步."""

    @extend_schema(
        operation_id="window_step",
        summary="开窗、呼叫下一号、关窗",
        request=bodies_of(WINDOW_STEPS, "Window"),
        responses={200: WindowShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(WINDOW_STEPS))],
    )
    def post(self, request: Request, window_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(WINDOW_STEPS, step), window_of(staff, window_id), staff)
        return Response(WindowShape(window_of(staff, window_id)).data)


class Tickets(APIView):
    """排队号."""

    @extend_schema(
        operation_id="tickets_list",
        summary="排队号，新的在前",
        responses={200: TicketPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(TicketList), description="不写即等候和接待中的"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List numbers, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"list", *TURN})
        keys = turn_asked(query)
        page = page_of_tickets(staff, query.get("list", TicketList.NOW.value), today(), **keys)
        return Response(TicketPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="ticket_take",
        summary="取号",
        request=serializer_of(NEW, TakeForm, "TakeTicket"),
        responses={201: TicketShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Take a number. Raises Refused: input_invalid, and as `take_ticket`."""
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, TakeForm, request.data, by=staff).arguments()
        return Response(TicketShape(take_ticket(by=staff, **typed)).data, status=201)


class Waiting(APIView):
    """预计等候."""

    @extend_schema(
        operation_id="hall_waiting",
        summary="现在取号预计等候多久，和误差",
        responses={200: ExpectedShape(many=True), **READING},
    )
    def get(self, request: Request) -> Response:
        """Say what may be expected, kind by kind. Raises Refused not_permitted."""
        desk = desk_of(assert_registers(staff_of(request)))
        told = [(kind, expected_wait(desk, kind)) for kind in WindowKind]
        return Response(ExpectedShape([{"kind": kind, **vars(each)} for kind, each in told], many=True).data)


class TicketDetail(APIView):
    """一个排队号."""

    @extend_schema(operation_id="ticket_read", summary="读取一个排队号", responses={200: TicketShape, **READING})
    def get(self, request: Request, ticket_id: int) -> Response:
        """Read one number. Raises Refused not_found."""
        return Response(TicketShape(ticket_of(staff_of(request), ticket_id)).data)


class TicketStep(APIView):
    """排队号的一步."""

    @extend_schema(
        operation_id="ticket_step",
        summary="呼叫、开始接待、暂缓、恢复等候、接待完毕、已离开",
        request=bodies_of(STEPS, "Ticket"),
        responses={200: TicketShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, ticket_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), ticket_of(staff, ticket_id), staff)
        return Response(TicketShape(ticket_of(staff, ticket_id)).data)
