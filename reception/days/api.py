"""Rules, reception days and shortfalls for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.schema import serializer_of
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.today import today
from reception.days.actions import make_day
from reception.days.api_shapes import (
    OpenDayShape,
    ReceptionDayPage,
    ReceptionDayShape,
    ReceptionRulePage,
    ReceptionRuleShape,
    ShortfallPage,
)
from reception.days.forms import DAY_STEPS, RULE_STEPS, DayForm, RuleForm
from reception.days.reading import (
    DayList,
    assert_arranges,
    day_of,
    open_days,
    page_of_days,
    page_of_rules,
    page_of_shortfalls,
    rule_of,
)
from reception.days.rules import make_rule


class Days(APIView):
    """接访日."""

    @extend_schema(
        operation_id="reception_days_list",
        summary="接访日：今天和以后的，待登记到场的，已过的",
        responses={200: ReceptionDayPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(DayList), description="不写即今天和以后"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List days, paged by key. Raises Refused: filter_unknown, key_broken."""
        query = request.query_params
        assert_known(query, {"list", *TURN})
        what = query.get("list", DayList.COMING.value)
        page = page_of_days(staff_of(request), what, today(), **turn_asked(query))
        return Response(ReceptionDayPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="reception_day_make",
        summary="安排接访日",
        request=serializer_of(NEW, DayForm, "MakeReceptionDay"),
        responses={201: ReceptionDayShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Plan one more day. Raises Refused: input_invalid, and as `make_day`."""
        staff = assert_arranges(staff_of(request))
        typed = checked(NEW, DayForm, request.data, by=staff).arguments()
        row = make_day(by=staff, **typed)
        return Response(ReceptionDayShape(day_of(staff, row.pk)).data, status=201)


class Day(APIView):
    """一个接访日."""

    @extend_schema(
        operation_id="reception_day_read", summary="读取一个接访日", responses={200: ReceptionDayShape, **READING}
    )
    def get(self, request: Request, day_id: int) -> Response:
        """Read one day with its places. Raises Refused not_found."""
        return Response(ReceptionDayShape(day_of(staff_of(request), day_id)).data)


class DayStep(APIView):
    """接访日的一步."""

    @extend_schema(
        operation_id="reception_day_step",
        summary="公布、确定接访人、登记到场、部门、取消",
        request=bodies_of(DAY_STEPS, "ReceptionDay"),
        responses={200: ReceptionDayShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(DAY_STEPS))],
    )
    def post(self, request: Request, day_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(DAY_STEPS, step), day_of(staff, day_id), staff)
        return Response(ReceptionDayShape(day_of(staff, day_id)).data)


class Rules(APIView):
    """接访安排."""

    @extend_schema(
        operation_id="reception_rules_list",
        summary="接访安排，新的在前",
        responses={200: ReceptionRulePage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List rules, paged by key. Raises Refused key_broken."""
        assert_known(request.query_params, set(TURN))
        page = page_of_rules(staff_of(request), **turn_asked(request.query_params))
        return Response(ReceptionRulePage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="reception_rule_make",
        summary="订立接访安排",
        request=serializer_of(NEW, RuleForm, "MakeReceptionRule"),
        responses={201: ReceptionRuleShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Write a rule down. Raises Refused: input_invalid, and as `make_rule`."""
        staff = assert_arranges(staff_of(request))
        typed = checked(NEW, RuleForm, request.data, by=staff).arguments()
        return Response(ReceptionRuleShape(make_rule(by=staff, **typed)).data, status=201)


class RuleStep(APIView):
    """接访安排的一步."""

    @extend_schema(
        operation_id="reception_rule_step",
        summary="排出接访日、停止接访安排",
        request=bodies_of(RULE_STEPS, "ReceptionRule"),
        responses={200: ReceptionRuleShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(RULE_STEPS))],
    )
    def post(self, request: Request, rule_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(RULE_STEPS, step), rule_of(staff, rule_id), staff)
        return Response(ReceptionRuleShape(rule_of(staff, rule_id)).data)


class Shortfalls(APIView):
    """接访缺口."""

    @extend_schema(
        operation_id="reception_shortfalls_list",
        summary="没有按安排接访的期间，新的在前",
        responses={200: ShortfallPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List what fell short, paged by key. Raises Refused: not_permitted, key_broken."""
        staff = assert_arranges(staff_of(request))
        assert_known(request.query_params, set(TURN))
        page = page_of_shortfalls(staff, **turn_asked(request.query_params))
        return Response(ShortfallPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class OpenDays(APIView):
    """公开的接访日."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="reception_open_days",
        summary="已公布的接访日（不需要账号）",
        responses={200: OpenDayShape(many=True)},
    )
    def get(self, request: Request) -> Response:
        """List the published days of the coming two months for everybody (Art. 18)."""
        found: list[Any] = open_days(today())
        return Response(OpenDayShape(found, many=True).data)
