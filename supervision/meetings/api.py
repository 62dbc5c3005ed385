"""Meetings for programs: the same functions as the pages."""

from typing import Any

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from organizations.api.queries import PAGED, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.meetings.actions import call_meeting
from supervision.meetings.forms import STEPS, CallForm
from supervision.meetings.reading import (
    agenda_lines,
    cadence_rows,
    meeting_of,
    minutes_of,
    page_of_meetings,
    people_lines,
)
from supervision.models.meetings import Meeting, Minutes
from supervision.tasks.step_doors import NEW, READING, WRITING, caller, step_door
from supervision.words.meetings import MeetingKind, MeetingState


class MeetingShape(serializers.ModelSerializer[Meeting]):
    """One meeting."""

    unit = serializers.CharField(source="unit.name", help_text="召集单位")
    kind = word(MeetingKind)
    state = word(MeetingState)

    class Meta:
        model = Meeting
        fields = ("id", "unit", "kind", "title", "on", "at", "venue", "chair", "topics", "others", "state", "version")


class AgendaShape(serializers.Serializer[Any]):
    """One case of an agenda that the caller may read."""

    id = serializers.IntegerField(help_text="议程上的编号，记录议定意见时用")
    number = serializers.CharField()
    subject = serializers.CharField()
    why = serializers.CharField(help_text="列入原因")
    decision = serializers.CharField(allow_blank=True, help_text="议定意见")


class AttendantShape(serializers.Serializer[Any]):
    """One of those invited."""

    name = serializers.CharField()
    unit = serializers.CharField()
    came = serializers.CharField(help_text="已通知、到会、缺席")


class MeetingFileShape(serializers.Serializer[Any]):
    """One meeting with what the caller may read of its agenda."""

    meeting = MeetingShape()
    agenda = AgendaShape(many=True)
    people = AttendantShape(many=True)


class CadenceShape(serializers.Serializer[Any]):
    """How one kind of meeting stands this year."""

    kind = word(MeetingKind, source="code")
    times = serializers.IntegerField(help_text="每年次数")
    held = serializers.IntegerField(help_text="今年已开")
    due = serializers.IntegerField(help_text="到今天应开")
    missing = serializers.IntegerField(help_text="欠开")
    next_by = serializers.DateField(allow_null=True, help_text="下一次最迟")


class MeetingPage(serializers.Serializer[Any]):
    """One page of meetings."""

    results = MeetingShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class MinutesShape(serializers.ModelSerializer[Minutes]):
    """The minutes of a meeting; their letter hangs on them (/records/letters/)."""

    meeting = serializers.IntegerField(source="meeting_id")

    class Meta:
        model = Minutes
        fields = ("id", "meeting", "summary", "issued_on", "version")


def told(meeting: Meeting, staff: Staff) -> Any:
    """Return one meeting as a program reads it."""
    return MeetingFileShape(
        {"meeting": meeting, "agenda": agenda_lines(meeting, staff), "people": people_lines(meeting)}
    ).data


class MeetingList(APIView):
    """会议."""

    @extend_schema(
        operation_id="meetings_list",
        summary="会议，新的在前",
        responses={200: MeetingPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List meetings, paged by key. Raises Refused: filter_unknown, key_broken, one_direction."""
        query = request.query_params
        assert_known(query, {"after", "before"})
        page = page_of_meetings(caller(request), after=query.get("after", ""), before=query.get("before", ""))
        return Response(MeetingPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="meeting_call",
        summary="召集会议",
        request=serializer_of(NEW, CallForm, "MeetingCall"),
        responses={201: MeetingFileShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Call a meeting. Raises Refused as `call_meeting`."""
        staff = caller(request)
        made = call_meeting(by=staff, on=today(), **checked(NEW, CallForm, request.data, by=staff).arguments())
        return Response(told(made, staff), status=201)


class MeetingDetail(APIView):
    """一次会议."""

    @extend_schema(
        operation_id="meeting_read",
        summary="一次会议、您可以查看的议程和参会人员",
        responses={200: MeetingFileShape, **READING},
    )
    def get(self, request: Request, meeting_id: int) -> Response:
        """Read one meeting. Raises Refused not_found."""
        staff = caller(request)
        return Response(told(meeting_of(staff, meeting_id), staff))


class MinutesDetail(APIView):
    """会议纪要."""

    @extend_schema(operation_id="minutes_read", summary="读取会议纪要", responses={200: MinutesShape, **READING})
    def get(self, request: Request, minutes_id: int) -> Response:
        """Read the minutes of a meeting. Raises Refused not_found."""
        return Response(MinutesShape(minutes_of(caller(request), minutes_id)).data)


class Cadences(APIView):
    """会议次数."""

    @extend_schema(
        operation_id="meeting_cadences",
        summary="各种会议今年应开、已开、欠开和下一次最迟的日期",
        responses={200: CadenceShape(many=True), **READING},
    )
    def get(self, request: Request) -> Response:
        """Read how each kind of meeting stands. Raises Refused not_permitted."""
        return Response(CadenceShape(cadence_rows(caller(request), today()), many=True).data)


urlpatterns: list[URLPattern] = [
    path("", MeetingList.as_view(), name="api-supervision-meetings"),
    path("cadences/", Cadences.as_view(), name="api-supervision-cadences"),
    path("minutes/<int:minutes_id>/", MinutesDetail.as_view(), name="api-supervision-minutes"),
    path("<int:meeting_id>/", MeetingDetail.as_view(), name="api-supervision-meeting"),
    *(
        path(
            f"<int:meeting_id>/{step.slug}/",
            step_door(step, "meeting", "meeting_id", meeting_of, MeetingFileShape, told).as_view(),
            name=f"api-supervision-meeting-{step.slug}",
        )
        for step in STEPS
    ),
]
