"""A whole holiday notice for programs: what it would move, and entering it; same functions as the page."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.recounting import change_all_days, moves_with_all
from cases.api.calendar import WRITING, EnteredDayShape, MovesShape
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.forms.holiday_notice import HolidayNoticeForm
from organizations.calendar_days import entered_days
from organizations.models import Staff
from organizations.settings_in_force import MOST_WHY, assert_manager
from organizations.today import today


class NoticeInput(serializers.Serializer[Any]):
    """A notice as text: a line a day with date, kind and name."""

    days = serializers.CharField(help_text="每行一天：日期，性质（放假、调休上班），名称")
    why = serializers.CharField(max_length=MOST_WHY)


class HolidayNotices(APIView):
    """放假通知."""

    @extend_schema(
        operation_id="holiday_notice_set",
        summary="整份录入放假通知，有一行不对就都不录入；正在走的期限在后台重新计算",
        request=NoticeInput,
        responses={201: EnteredDayShape(many=True), **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Enter a notice. Raises InputInvalid; Refused as `change_all_days`."""
        staff = assert_manager(cast(Staff, request.user))
        form = _typed(request)
        change_all_days(form.entries, why=form.cleaned_data["why"], by=staff, on=today())
        return Response(EnteredDayShape(entered_days(today()), many=True).data, status=201)


class HolidayNoticePreview(APIView):
    """预览放假通知."""

    @extend_schema(
        operation_id="holiday_notice_preview",
        summary="看一份放假通知会移动哪些正在走的期限，不保存",
        request=NoticeInput,
        responses={200: MovesShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Say what a notice would move. Raises InputInvalid; Refused as `moves_with_all`."""
        staff = assert_manager(cast(Staff, request.user))
        return Response(MovesShape(moves_with_all(_typed(request).entries, staff, today())).data)


def _typed(request: Request) -> HolidayNoticeForm:
    said = an_object(request.data)
    faults = unknown(said, ("days", "why"))
    faults |= {name: ["应为文字。"] for name in ("days", "why") if not isinstance(said.get(name), str)}
    if faults:
        raise InputInvalid(faults)
    return valid(HolidayNoticeForm(said))
