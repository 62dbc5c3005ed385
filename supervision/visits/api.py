"""Return visits for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.record_steps import READING, WRITING, bodies_of, step_named, take_step
from law.errors import Refused
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from supervision.models import VisitCall
from supervision.visits.lists import VisitList, assert_visits, page_of_visits
from supervision.visits.shapes import FeedbackShape, VisitFileShape, VisitPageShape
from supervision.visits.steps import FEEDBACK_STEPS, VISIT_STEPS, feedback_of, visit_of


class VisitPageView(APIView):
    """回访."""

    @extend_schema(
        operation_id="visit_list",
        summary="回访：待回访、待指派、待反馈、建议重新办理或者全部；抽取晚的在前",
        responses={200: VisitPageShape, **READING},
        parameters=[OpenApiParameter("list", OpenApiTypes.STR, enum=[each.value for each in VisitList]), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List visits, paged by key. Raises Refused: not_permitted, filter_unknown, list_unknown, key_broken."""
        staff, query = staff_of(request), request.query_params
        assert_visits(staff)
        assert_known(query, {"list", *TURN})
        if query.get("list", VisitList.MINE) not in set(VisitList):
            raise Refused("list_unknown", f"没有这种清单，可用：{'、'.join(VisitList)}。")
        what = VisitList(query.get("list", VisitList.MINE))
        page = page_of_visits(staff, what, after=query.get("after", ""), before=query.get("before", ""))
        return Response(VisitPageShape({"results": page.rows, "after": page.after, "before": page.before}).data)


class VisitFile(APIView):
    """一次回访."""

    @extend_schema(operation_id="visit_read", summary="一次回访", responses={200: VisitFileShape, **READING})
    def get(self, request: Request, visit_id: int) -> Response:
        """Read one visit. Raises Refused not_found."""
        return Response(_file(staff_of(request), visit_id))


class VisitStep(APIView):
    """回访的一步."""

    @extend_schema(
        operation_id="visit_step",
        summary="办理回访的一步：assign、call、result、feed-back、finish、decide、drop",
        responses={200: VisitFileShape, **WRITING},
        request=bodies_of(VISIT_STEPS, "VisitStepBody"),
    )
    def post(self, request: Request, visit_id: int, step: str) -> Response:
        """Take a step of a visit. Raises Refused as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(VISIT_STEPS, step), visit_of(staff, visit_id), staff)
        return Response(_file(staff, visit_id))


class FeedbackFile(APIView):
    """一件回访反馈."""

    @extend_schema(
        operation_id="visit_feedback_read", summary="一件回访反馈", responses={200: FeedbackShape, **READING}
    )
    def get(self, request: Request, feedback_id: int) -> Response:
        """Read one piece of feedback. Raises Refused not_found."""
        return Response(FeedbackShape(feedback_of(staff_of(request), feedback_id)).data)


class FeedbackStep(APIView):
    """回访反馈的一步."""

    @extend_schema(
        operation_id="visit_feedback_step",
        summary="办理回访反馈的一步：reply、check",
        responses={200: FeedbackShape, **WRITING},
        request=bodies_of(FEEDBACK_STEPS, "FeedbackStepBody"),
    )
    def post(self, request: Request, feedback_id: int, step: str) -> Response:
        """Take a step of a piece of feedback. Raises Refused as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(FEEDBACK_STEPS, step), feedback_of(staff, feedback_id), staff)
        return Response(FeedbackShape(feedback_of(staff, feedback_id)).data)


def _file(staff: Staff, key: int) -> Any:
    """Return a visit as it now reads; who has just given it away may not read it any more."""
    visit: Any = visit_of(staff, key)
    visit.seen_calls = list(VisitCall.objects.readable_by(staff).filter(visit=visit))
    return VisitFileShape(visit).data


def staff_of(request: Request) -> Staff:
    """Return who asks."""
    return cast(Staff, request.user)
