"""The calendar for programs: the days entered, what more would move, and entering them; same functions as the page."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.recounting import Moves, change_days, moves_with
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.rows import word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.calendar_days import DaysForm
from law.vocabulary import Duty
from organizations.calendar_days import entered_days
from organizations.models import CalendarDay, Staff
from organizations.settings_in_force import MOST_WHY, assert_manager
from organizations.today import today
from organizations.vocabulary import DayChange, DayKind

_PROBLEMS = {401: ProblemShape, 403: ProblemShape}
WRITING = {**dict.fromkeys((400, 401, 403, 413, 415), ProblemShape), 422: InputProblemShape}
_FIELDS = ("first", "last", "kind", "name", "why")


class EnteredDayShape(serializers.ModelSerializer[CalendarDay]):
    """One day entered by people."""

    kind = word(DayKind)

    class Meta:
        model = CalendarDay
        fields = ("on", "kind", "name")


class DaysInput(serializers.Serializer[Any]):
    """Days in a row; ``last`` left out: one day; ``name`` is not needed to take an entry back."""

    first = serializers.DateField()
    last = serializers.DateField(required=False, allow_null=True)
    kind = word(DayChange)
    name = serializers.CharField(required=False, allow_blank=True, max_length=40)
    why = serializers.CharField(max_length=MOST_WHY)


class MoveShape(serializers.Serializer[Any]):
    """One running clock that would move; the number is empty where it is not for the administrator's eyes."""

    number = serializers.CharField(allow_blank=True)
    duty = word(Duty, source="clock.duty")
    former = serializers.DateField()
    due_on = serializers.DateField()


class MovesShape(serializers.Serializer[Any]):
    """How many clocks would move, and the first of them; ``whole``: all were looked at."""

    count = serializers.IntegerField()
    whole = serializers.BooleanField()
    listed = MoveShape(many=True)


class CalendarDays(APIView):
    """日历."""

    @extend_schema(
        operation_id="calendar_days",
        summary="今天以后由人录入的日子（系统管理员）",
        responses={200: EnteredDayShape(many=True), **_PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """List the days entered from today on. Raises Refused not_permitted."""
        _keeper(request)
        return Response(EnteredDayShape(entered_days(today()), many=True).data)

    @extend_schema(
        operation_id="calendar_days_set",
        summary="录入放假、调休，或者取消；正在走的期限在后台重新计算",
        request=DaysInput,
        responses={201: EnteredDayShape(many=True), **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Enter days. Raises Refused as `change_days`."""
        staff, form = _keeper(request), _typed(request)
        change_days(form.entry(), why=form.cleaned_data["why"], by=staff, on=today())
        return Response(EnteredDayShape(entered_days(today()), many=True).data, status=201)


class CalendarPreview(APIView):
    """预览日历调整."""

    @extend_schema(
        operation_id="calendar_days_preview",
        summary="看录入会移动哪些正在走的期限，不保存",
        request=DaysInput,
        responses={200: MovesShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Say what days would move. Raises Refused as `moves_with`."""
        staff, form = _keeper(request), _typed(request)
        moves: Moves = moves_with(form.entry(), staff, today())
        return Response(MovesShape(moves).data)


def _keeper(request: Request) -> Staff:
    return assert_manager(cast(Staff, request.user))


def _typed(request: Request) -> DaysForm:
    """Return the valid form over what was sent. Raises InputInvalid: unknown field, wrong type, or what the form says."""
    said = an_object(request.data)
    faults = unknown(said, _FIELDS)
    faults |= {name: ["应为文字。"] for name in _FIELDS if not isinstance(said.get(name), str | None)}
    if faults:
        raise InputInvalid(faults)
    return valid(DaysForm(said))
