"""The telephone for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.registration import already_registered
from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.api.written import PREFERENCES, WRITTEN, written
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from law.vocabulary import Act
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.today import today
from reception.calls.actions import plan_call_back, register_call
from reception.calls.forms import CALL_STEPS, RECORDING_STEPS, CallForm, PlanForm
from reception.calls.reading import CallList, call_of, page_of_calls, page_of_recordings, recording_of
from reception.envelopes.reading import assert_registers
from reception.models import CallBack, CallBackState, CallRecording, RecordingState
from reception.on_case import whole_case


class CallBackShape(serializers.ModelSerializer[CallBack]):
    """One call back."""

    unit = serializers.CharField(source="unit.name")
    state = word(CallBackState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")
    who = serializers.CharField(source="who.name")

    class Meta:
        model = CallBack
        fields = (
            "id",
            "unit",
            "state",
            "case",
            "case_number",
            "who",
            "due_on",
            "about",
            "tries",
            "outcome",
            "done_on",
            "version",
        )


class CallBackPage(serializers.Serializer[Any]):
    """One page of calls back."""

    results = CallBackShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class RecordingShape(serializers.ModelSerializer[CallRecording]):
    """One recording, by its number in the telephone system."""

    unit = serializers.CharField(source="unit.name")
    state = word(RecordingState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")

    class Meta:
        model = CallRecording
        fields = (
            "id",
            "unit",
            "state",
            "case",
            "case_number",
            "number",
            "recorded_on",
            "keep_until",
            "erased_on",
            "version",
        )


class RecordingPage(serializers.Serializer[Any]):
    """One page of recordings."""

    results = RecordingShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class Calls(APIView):
    """登记来电."""

    @extend_schema(
        operation_id="call_register",
        summary="登记来电（登记的内容同“登记”，形式总是来电；可以同时约定回电、登记录音）",
        request=serializer_of(Act.REGISTER, CallForm, "RegisterCall"),
        parameters=PREFERENCES,
        responses={201: WRITTEN, 200: WRITTEN, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Register a call. Raises Refused: input_invalid, and as `register_call`."""
        staff = assert_registers(staff_of(request))
        typed = checked(Act.REGISTER, CallForm, request.data, by=staff).arguments()
        call = typed.pop("call")
        known = already_registered(by=staff, **typed)
        case = known or register_call(by=staff, call=call, **typed)
        return written(case, request, by=staff, new=known is None)


class CallBacks(APIView):
    """回电."""

    @extend_schema(
        operation_id="call_backs_list",
        summary="回电：由我回电的、待回电的按日期早的在前，已了结的新的在前",
        responses={200: CallBackPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(CallList), description="不写即待回电"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List calls back, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"list", *TURN})
        what, keys = query.get("list", CallList.OPEN.value), turn_asked(query)
        page = page_of_calls(staff, what, today(), **keys)
        return Response(CallBackPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class CallBackOfCase(APIView):
    """约定回电."""

    @extend_schema(
        operation_id="call_back_plan",
        summary="约定给一件信访件的信访人回电",
        request=serializer_of(NEW, PlanForm, "PlanCallBack"),
        responses={201: CallBackShape, **WRITING},
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Plan a call back. Raises Refused: input_invalid, and as `plan_call_back`."""
        case = whole_case(staff_of(request), case_id)
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, PlanForm, request.data, by=staff).arguments()
        return Response(CallBackShape(plan_call_back(case.pk, by=staff, **typed)).data, status=201)


class CallBackDetail(APIView):
    """一次回电."""

    @extend_schema(operation_id="call_back_read", summary="读取一次回电", responses={200: CallBackShape, **READING})
    def get(self, request: Request, call_id: int) -> Response:
        """Read one call back. Raises Refused not_found."""
        return Response(CallBackShape(call_of(staff_of(request), call_id)).data)


class CallBackStep(APIView):
    """回电的一步."""

    @extend_schema(
        operation_id="call_back_step",
        summary="已回电、未接通、转由他人回电、未能联系上",
        request=bodies_of(CALL_STEPS, "CallBack"),
        responses={200: CallBackShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(CALL_STEPS))],
    )
    def post(self, request: Request, call_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(CALL_STEPS, step), call_of(staff, call_id), staff)
        return Response(CallBackShape(call_of(staff, call_id)).data)


class Recordings(APIView):
    """通话录音."""

    @extend_schema(
        operation_id="recordings_list",
        summary="保存中的通话录音，先期满的在前",
        responses={200: RecordingPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List recordings, paged by key. Raises Refused: not_permitted, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, set(TURN))
        page = page_of_recordings(staff, **turn_asked(query))
        return Response(RecordingPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class RecordingStep(APIView):
    """通话录音的一步."""

    @extend_schema(
        operation_id="recording_step",
        summary="登记录音已删除",
        request=bodies_of(RECORDING_STEPS, "Recording"),
        responses={200: RecordingShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(RECORDING_STEPS))],
    )
    def post(self, request: Request, recording_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(RECORDING_STEPS, step), recording_of(staff, recording_id), staff)
        return Response(RecordingShape(recording_of(staff, recording_id)).data)
