"""Assessments for programs: the same functions as the pages."""

from typing import cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked, valid
from cases.api.schema import serializer_of
from cases.lists.turns import Turn, turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.assessing.api_shapes import (
    AssessmentFileShape,
    AssessmentPageShape,
    AssessmentResultShape,
    AssessmentRowPageShape,
    AssessmentShape,
    SpotShape,
)
from supervision.assessing.forms import DrawUpForm
from supervision.assessing.making import draw_up
from supervision.assessing.reading import (
    assert_concerned,
    page_of_schemes,
    result_of,
    results_of,
    rows_behind,
    scheme_of,
    score_in,
)
from supervision.assessing.spot_check import assert_past, assert_supervises, spot_check
from supervision.assessing.spot_pages import DayForm
from supervision.assessing.steps import RESULT_STEPS, SCHEME_STEPS


class AssessmentList(APIView):
    """考核."""

    @extend_schema(
        operation_id="assessment_list",
        summary="考核，新拟定的在前",
        responses={200: AssessmentPageShape, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List assessments, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff = assert_concerned(_staff(request))
        page = page_of_schemes(staff, **_place(request))
        return Response(AssessmentPageShape({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="assessment_draw_up",
        summary="拟定考核，按参数带入算式和分值",
        responses={201: AssessmentShape, **WRITING},
        request=serializer_of(NEW, DrawUpForm, "AssessmentDrawUp"),
    )
    def post(self, request: Request) -> Response:
        """Draw up an assessment. Raises Refused as `draw_up`."""
        staff = assert_concerned(_staff(request))
        typed = checked(NEW, DrawUpForm, request.data, by=staff).arguments()
        return Response(AssessmentShape(draw_up(by=staff, on=today(), **typed)).data, status=201)


class AssessmentFile(APIView):
    """一次考核."""

    @extend_schema(
        operation_id="assessment_read",
        summary="一次考核：内容和可以查看的各单位结果；没有定稿的按现在的记录",
        responses={200: AssessmentFileShape, **READING},
    )
    def get(self, request: Request, assessment_id: int) -> Response:
        """Read one assessment. Raises Refused not_found."""
        return Response(_file(_staff(request), assessment_id))


class AssessmentStep(APIView):
    """考核的一步."""

    @extend_schema(
        operation_id="assessment_step",
        summary="办理考核的一步：add-item、change-item、drop-item、fix、publish",
        responses={200: AssessmentFileShape, **WRITING},
        request=bodies_of(SCHEME_STEPS, "AssessmentStepBody"),
    )
    def post(self, request: Request, assessment_id: int, step: str) -> Response:
        """Take a step of an assessment. Raises Refused as the step does."""
        staff = _staff(request)
        take_step(request, step_named(SCHEME_STEPS, step), scheme_of(staff, assessment_id), staff)
        return Response(_file(staff, assessment_id))


class ResultFile(APIView):
    """一个单位的考核结果."""

    @extend_schema(
        operation_id="assessment_result_read",
        summary="一个单位的考核结果",
        responses={200: AssessmentResultShape, **READING},
    )
    def get(self, request: Request, result_id: int) -> Response:
        """Read a unit's result. Raises Refused not_found."""
        return Response(AssessmentResultShape(result_of(_staff(request), result_id, today())).data)


class ResultStep(APIView):
    """考核结果的一步."""

    @extend_schema(
        operation_id="assessment_result_step",
        summary="办理考核结果的一步：score、object、answer、commend",
        responses={200: AssessmentResultShape, **WRITING},
        request=bodies_of(RESULT_STEPS, "AssessmentResultStepBody"),
    )
    def post(self, request: Request, result_id: int, step: str) -> Response:
        """Take a step of a unit's result. Raises Refused as the step does."""
        staff = _staff(request)
        take_step(request, step_named(RESULT_STEPS, step), result_of(staff, result_id, today()), staff)
        return Response(AssessmentResultShape(result_of(staff, result_id, today())).data)


class RowList(APIView):
    """数字后面的每一件."""

    @extend_schema(
        operation_id="assessment_rows",
        summary="一项数字后面的每一件，早的在前",
        responses={200: AssessmentRowPageShape, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request, result_id: int, score_id: int) -> Response:
        """List the rows behind a figure, paged by key. Raises Refused: not_found, filter_unknown, key_broken."""
        staff, on = _staff(request), today()
        result = result_of(staff, result_id, on)
        found = rows_behind(result, score_in(result, score_id, staff), staff, on, **_place(request))
        shown = {"results": found.rows, "hidden": found.hidden, "after": found.page.after, "before": found.page.before}
        return Response(AssessmentRowPageShape(shown).data)


class SpotCheck(APIView):
    """日抽查."""

    @extend_schema(
        operation_id="spot_check",
        summary="某天（不填为今天）应到会、应反馈、应兑现而当天没有办的",
        responses={200: SpotShape(many=True), **READING},
        parameters=[OpenApiParameter("day", OpenApiTypes.DATE)],
    )
    def get(self, request: Request) -> Response:
        """List what was due on a day and not done. Raises Refused: not_permitted, filter_unknown, input_invalid, day_unfit."""
        staff, on = assert_supervises(_staff(request)), today()
        assert_known(request.query_params, {"day"})
        day = valid(DayForm(request.query_params)).cleaned_data["day"] or on
        return Response(SpotShape(spot_check(staff, assert_past(day, on)), many=True).data)


def _file(staff: Staff, key: int) -> object:
    scheme = scheme_of(staff, key)
    vars(scheme)["read_results"] = results_of(scheme, staff, today())
    return AssessmentFileShape(scheme).data


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)


def _place(request: Request) -> Turn:
    assert_known(request.query_params, set(TURN))
    return turn_asked(request.query_params)
