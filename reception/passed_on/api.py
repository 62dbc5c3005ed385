"""What was passed on, for programs: the same actions as the pages."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.api.written import PREFERENCES, WRITTEN, written
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from law.vocabulary import Act
from reception.envelopes.reading import assert_registers
from reception.models import PassedOn, PassedOnState
from reception.on_case import whole_case
from reception.passed_on.actions import link_number, passed_on_before, register_passed_on
from reception.passed_on.forms import STEPS, LinkForm, PassedOnForm
from reception.passed_on.reading import passed_on_of
from reception.senders.reading import sender_of


class PassedOnShape(serializers.ModelSerializer[PassedOn]):
    """The number that a sender gave a case."""

    unit = serializers.CharField(source="unit.name")
    state = word(PassedOnState)
    sender_name = serializers.CharField(source="sender.name")
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")

    class Meta:
        model = PassedOn
        fields = (
            "id",
            "unit",
            "state",
            "sender",
            "sender_name",
            "number",
            "case",
            "case_number",
            "linked_on",
            "version",
        )


class PassedOnCases(APIView):
    """登记来件."""

    @extend_schema(
        operation_id="passed_on_register",
        summary="登记一个渠道转来的件（内容同“登记”，加对方编号；来文日期、要求上报的日期即对方的）",
        request=serializer_of(Act.REGISTER, PassedOnForm, "RegisterPassedOn"),
        parameters=PREFERENCES,
        responses={201: WRITTEN, 200: WRITTEN, **WRITING},
    )
    def post(self, request: Request, sender_id: int) -> Response:
        """Register what a sender passed on. Raises Refused: not_found, input_invalid, and as `register_passed_on`."""
        staff = staff_of(request)
        sender = sender_of(staff, sender_id)
        typed = checked(Act.REGISTER, PassedOnForm, request.data, by=staff).arguments()
        known = passed_on_before(sender, by=staff, **typed)
        case = known or register_passed_on(sender, by=staff, **typed)
        return written(case, request, by=staff, new=known is None)


class PassedOnOfCase(APIView):
    """登记来件编号."""

    @extend_schema(
        operation_id="passed_on_link",
        summary="登记一件信访件在来件渠道的编号",
        request=serializer_of(NEW, LinkForm, "LinkPassedOn"),
        responses={201: PassedOnShape, **WRITING},
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Write a number down. Raises Refused: not_found, input_invalid, and as `link_number`."""
        case = whole_case(staff_of(request), case_id)
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, LinkForm, request.data, by=staff).arguments()
        return Response(PassedOnShape(link_number(case=case, by=staff, **typed)).data, status=201)


class PassedOnDetail(APIView):
    """一个来件编号."""

    @extend_schema(operation_id="passed_on_read", summary="读取一个来件编号", responses={200: PassedOnShape, **READING})
    def get(self, request: Request, passed_on_id: int) -> Response:
        """Read one number. Raises Refused not_found."""
        return Response(PassedOnShape(passed_on_of(staff_of(request), passed_on_id)).data)


class PassedOnStep(APIView):
    """来件编号的一步."""

    @extend_schema(
        operation_id="passed_on_step",
        summary="取消来件编号",
        request=bodies_of(STEPS, "PassedOn"),
        responses={200: PassedOnShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, passed_on_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), passed_on_of(staff, passed_on_id), staff)
        return Response(PassedOnShape(passed_on_of(staff, passed_on_id)).data)
