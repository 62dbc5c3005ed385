"""Appointments and profiles for programs: the same actions as the pages."""

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
from reception.appointments.booking import book
from reception.appointments.forms import BookForm, ProfileForm
from reception.appointments.profile_pages import page_of_profiles
from reception.appointments.profiles import profile_of, propose_profile
from reception.appointments.reading import (
    AppointmentList,
    appointment_of,
    page_of_appointments,
    seats_of,
    undertakings_of,
)
from reception.appointments.steps import PROFILE_STEPS, STEPS
from reception.models import Appointment, ReceiverProfile, Seat, Undertaking
from reception.models.day_words import AppointmentKind, AppointmentState, ProfileState, SeatRole
from reception.on_case import whole_case


class AppointmentShape(serializers.ModelSerializer[Appointment]):
    """One appointment; how the visitor rated it is not told to programs (a unit sees months of five and more)."""

    unit = serializers.CharField(source="unit.name")
    state = word(AppointmentState)
    kind = word(AppointmentKind)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")
    day = serializers.IntegerField(source="day_id")
    at = serializers.TimeField(source="slot.at", allow_null=True, default=None)

    class Meta:
        model = Appointment
        fields = (
            "id",
            "unit",
            "state",
            "kind",
            "case",
            "case_number",
            "day",
            "on",
            "at",
            "people",
            "booked_on",
            "briefed_on",
            "told_on",
            "received_on",
            "settled_on",
            "version",
        )


class SeatShape(serializers.ModelSerializer[Seat]):
    """One seat: who is called, who came."""

    role = word(SeatRole)

    class Meta:
        model = Seat
        fields = ("id", "role", "name", "body", "called_at", "arrived_at")


class UndertakingShape(serializers.ModelSerializer[Undertaking]):
    """Who does what for a demand by which day."""

    demand = serializers.IntegerField(source="demand.number", allow_null=True, default=None)
    level = word(SeatRole)
    person = serializers.CharField(source="person.name")

    class Meta:
        model = Undertaking
        fields = ("id", "demand", "level", "what", "person", "due_on", "done_on", "done_note")


class AppointmentFileShape(serializers.Serializer[Any]):
    """One appointment with its seats and owners."""

    appointment = AppointmentShape()
    briefing = serializers.CharField(allow_blank=True)
    seats = SeatShape(many=True)
    undertakings = UndertakingShape(many=True)


class AppointmentPage(serializers.Serializer[Any]):
    """One page of appointments."""

    results = AppointmentShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ProfileShape(serializers.ModelSerializer[ReceiverProfile]):
    """One profile."""

    person = serializers.CharField(source="person.name")
    state = word(ProfileState)

    class Meta:
        model = ReceiverProfile
        fields = ("id", "person", "state", "title", "charge", "languages", "consented_on", "version")


class ProfilePage(serializers.Serializer[Any]):
    """One page of profiles."""

    results = ProfileShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class Appointments(APIView):
    """约访."""

    @extend_schema(
        operation_id="appointments_list",
        summary="约访：未接访、变动待告知、改期待确认、跟踪办理、交给我的、全部",
        responses={200: AppointmentPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(AppointmentList), description="不写即未接访"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List appointments, paged by key. Raises Refused: filter_unknown, key_broken."""
        query = request.query_params
        assert_known(query, {"list", *TURN})
        what = query.get("list", AppointmentList.AHEAD.value)
        page = page_of_appointments(staff_of(request), what, today(), **turn_asked(query))
        return Response(AppointmentPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class AppointmentOfCase(APIView):
    """为一件信访件约访."""

    @extend_schema(
        operation_id="appointment_book",
        summary="为一件信访件约访；一个时段只给一件，后到的得到 409 slot_taken",
        request=serializer_of(NEW, BookForm, "BookAppointment"),
        responses={201: AppointmentShape, **WRITING},
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Book a place. Raises Refused: input_invalid, and as `book`."""
        staff = staff_of(request)
        case = whole_case(staff, case_id)
        typed = checked(NEW, BookForm, request.data, by=staff, desk=desk_of(staff)).arguments()
        row = book(case.pk, by=staff, **typed)
        return Response(AppointmentShape(appointment_of(staff, row.pk)).data, status=201)


class AppointmentDetail(APIView):
    """一次约访."""

    @extend_schema(
        operation_id="appointment_read",
        summary="读取一次约访：要情、席位、落实分工",
        responses={200: AppointmentFileShape, **READING},
    )
    def get(self, request: Request, appointment_id: int) -> Response:
        """Read one appointment. Raises Refused not_found."""
        staff = staff_of(request)
        row = appointment_of(staff, appointment_id)
        found = {"appointment": row, "briefing": row.briefing}
        found |= {"seats": seats_of(row, staff), "undertakings": undertakings_of(row, staff)}
        return Response(AppointmentFileShape(found).data)


class AppointmentStep(APIView):
    """约访的一步."""

    @extend_schema(
        operation_id="appointment_step",
        summary="确认、改约、取消、席位、落实人、承诺、答复、跟踪、报告、核对、评价",
        request=bodies_of(STEPS, "Appointment"),
        responses={200: AppointmentShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, appointment_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), appointment_of(staff, appointment_id), staff)
        return Response(AppointmentShape(appointment_of(staff, appointment_id)).data)


class Profiles(APIView):
    """接访人员介绍."""

    @extend_schema(
        operation_id="receiver_profiles_list",
        summary="接访人员介绍，新的在前",
        responses={200: ProfilePage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List profiles, paged by key. Raises Refused key_broken."""
        assert_known(request.query_params, set(TURN))
        page = page_of_profiles(staff_of(request), **turn_asked(request.query_params))
        return Response(ProfilePage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="receiver_profile_propose",
        summary="拟写接访人员介绍，等本人同意",
        request=serializer_of(NEW, ProfileForm, "ProposeProfile"),
        responses={201: ProfileShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Propose a profile. Raises Refused: input_invalid, and as `propose_profile`."""
        staff = staff_of(request)
        typed = checked(NEW, ProfileForm, request.data, by=staff).arguments()
        return Response(ProfileShape(propose_profile(by=staff, **typed)).data, status=201)


class ProfileStep(APIView):
    """接访人员介绍的一步."""

    @extend_schema(
        operation_id="receiver_profile_step",
        summary="本人同意公开、不再公开",
        request=bodies_of(PROFILE_STEPS, "ReceiverProfile"),
        responses={200: ProfileShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(PROFILE_STEPS))],
    )
    def post(self, request: Request, profile_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(PROFILE_STEPS, step), profile_of(staff, profile_id), staff)
        return Response(ProfileShape(profile_of(staff, profile_id)).data)
