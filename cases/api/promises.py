"""Promises for programs: the same lists and figures as the pages."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.rows import word
from cases.api.shapes import ProblemShape
from cases.lists.promise_asking import ASKED, asked_promises
from cases.lists.promises import PromiseFigure, assert_reads_promises, figures_of_units, page_of_promises
from cases.models import Promise
from kit.masking import mask_name
from law.promises import Evidence, Occasion, PromiseState, TellWay, VisitResult
from organizations.api.queries import TURN, assert_known
from organizations.models import Staff
from organizations.today import today

_READING = {200: None, **dict.fromkeys((401, 403, 422), ProblemShape)}


class PromiseShape(serializers.Serializer[Promise]):
    """One promise: who, what, by when, told to whom, and what became of it."""

    id = serializers.IntegerField()
    case_id = serializers.IntegerField()
    number = serializers.CharField(source="case.number")
    state = word(PromiseState)
    promiser = serializers.CharField(source="promiser.name")
    unit = serializers.CharField(source="unit.name", help_text="承诺单位")
    text = serializers.CharField(help_text="承诺内容")
    occasion = word(Occasion)
    told_to = serializers.SerializerMethodField(help_text="告知对象，遮名；空的即来访的各位")
    told_way = word(TellWay)
    promised_on = serializers.DateField()
    first_due_on = serializers.DateField(help_text="最初承诺的完成日期，统计按它计算")
    due_on = serializers.DateField()
    kept_on = serializers.DateField(allow_null=True)
    evidence = word(Evidence, allow_blank=True)
    withdrawn_on = serializers.DateField(allow_null=True)
    drawn = serializers.SerializerMethodField(help_text="抽到回访")
    visited_on = serializers.DateField(allow_null=True)
    visit_result = word(VisitResult, allow_blank=True)

    def get_told_to(self, row: Promise) -> str:
        """Return the person told by his masked name."""
        return mask_name(row.told_to)

    def get_drawn(self, row: Promise) -> bool:
        """Tell whether the lot fell on it."""
        return row.draw_id is not None


class PromisePage(serializers.Serializer[Any]):
    """One page of promises, the soonest first."""

    results = PromiseShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class UnitFigures(serializers.Serializer[Any]):
    """The figures of one unit."""

    unit_id = serializers.IntegerField()
    unit = serializers.CharField()
    figures = serializers.DictField(
        child=serializers.IntegerField(), help_text="、".join(f"{each.value} {each.label}" for each in PromiseFigure)
    )


class PromiseList(APIView):
    """承诺."""

    @extend_schema(
        operation_id="promises_list",
        summary="承诺：本人的、本单位的、待回访的，或者一个月的一个统计项后面的清单",
        responses={**_READING, 200: PromisePage},
        parameters=[OpenApiParameter(name, OpenApiTypes.STR) for name in (*ASKED, *TURN)],
    )
    def get(self, request: Request) -> Response:
        """List promises, paged by key. Raises Refused: not_permitted, filter_unknown, filter_invalid, key_broken."""
        query, staff = request.query_params, assert_reads_promises(cast(Staff, request.user))
        assert_known(query, {*ASKED, *TURN})
        asked = asked_promises(staff, query, today())
        page = page_of_promises(asked.rows, after=query.get("after", ""), before=query.get("before", ""))
        return Response(PromisePage({"results": page.rows, "after": page.after, "before": page.before}).data)


class PromiseFigures(APIView):
    """承诺按月统计."""

    @extend_schema(
        operation_id="promise_figures",
        summary="一个月的承诺统计，一个单位一行；各项的清单用 promises_list 的 figure、month、unit",
        responses={**_READING, 200: UnitFigures(many=True)},
        parameters=[
            OpenApiParameter("month", OpenApiTypes.STR, description="那个月的任何一天，不写即本月"),
            OpenApiParameter("occasion", OpenApiTypes.STR, description="只计一种承诺场合的"),
        ],
    )
    def get(self, request: Request) -> Response:
        """Return the figures of a month. Raises Refused: not_permitted, filter_unknown, filter_invalid."""
        query, staff = request.query_params, assert_reads_promises(cast(Staff, request.user))
        assert_known(query, {"month", "occasion"})
        asked = asked_promises(staff, query, today())
        return Response(UnitFigures(figures_of_units(staff, asked.month, asked.occasion), many=True).data)
