"""Orders and findings for programs: the same functions as the pages."""

from typing import Any, cast

from django.http import QueryDict
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked, valid
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from law.vocabulary import Act
from organizations.api.queries import PAGED, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.models import SupervisionOrder
from supervision.orders.api_shapes import FindingPage, FindingShape, OrderPage, OrderShape
from supervision.orders.forms import SetAsideForm
from supervision.orders.making import set_aside
from supervision.orders.reading import (
    FindingFilter,
    OrderFilter,
    assert_concerned,
    assert_orders,
    finding_of,
    findings_asked,
    order_of,
    orders_asked,
    page_of_findings,
    page_of_orders,
)
from supervision.orders.taking import OrderStep, step_named
from supervision.words.orders import Failure

_READING = dict.fromkeys((401, 403, 404, 422), ProblemShape)
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
# A form of a record takes what correcting a case takes: the version that was seen, no leg and no hand-off.
_OF_A_RECORD = Act.CORRECT


_NARROWING = [
    OpenApiParameter("failure", OpenApiTypes.STR, enum=[failure.value for failure in Failure]),
    OpenApiParameter("unit", {"type": "integer", "minimum": 1}),
]


class OrderList(APIView):
    """督办件."""

    @extend_schema(
        operation_id="supervision_orders_list",
        summary="与本人有关的督办件，新的在前；督办一件用信访件的 supervise",
        responses={200: OrderPage, **_READING},
        parameters=[
            OpenApiParameter("tab", OpenApiTypes.STR, enum=["owed", "check", "close", "closed", "all"]),
            *_NARROWING,
            *PAGED,
        ],
    )
    def get(self, request: Request) -> Response:
        """List orders, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_concerned(_staff(request)), request.query_params
        assert_known(query, {"tab", "failure", "unit", "after", "before"})
        rows = orders_asked(staff, valid(OrderFilter(query)).cleaned_data)
        page = page_of_orders(rows, **_place(query))
        return Response(OrderPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class OrderDetail(APIView):
    """一件督办."""

    @extend_schema(operation_id="supervision_order_read", summary="一件督办", responses={200: OrderShape, **_READING})
    def get(self, request: Request, order_id: int) -> Response:
        """Read one order. Raises Refused not_found."""
        return Response(OrderShape(order_of(_staff(request), order_id)).data)


def step_door(slug: str) -> type[APIView]:
    """Return the door of one step of an order: its form is what it takes."""
    step = step_named(slug)

    @extend_schema(
        operation_id=f"supervision_order_{slug.replace('-', '_')}",
        summary=f"督办件：{step.label}",
        request=serializer_of(_OF_A_RECORD, step.form, f"Order{slug.title().replace('-', '')}"),
        responses={200: OrderShape, **_WRITING},
    )
    def post(self: APIView, request: Request, order_id: int) -> Response:
        """Take the step. Raises InputInvalid; Refused as the step does."""
        return Response(OrderShape(_taken(step, _staff(request), order_id, request.data)).data)

    return type(f"Order{slug.title().replace('-', '')}", (APIView,), {"post": post, "__doc__": step.label})


def _taken(step: OrderStep, staff: Staff, order_id: int, data: Any) -> SupervisionOrder:
    order = order_of(staff, order_id)
    step.take(order, staff, checked(_OF_A_RECORD, step.form, data, by=staff).arguments())
    return order_of(staff, order_id)


class FindingList(APIView):
    """督办线索."""

    @extend_schema(
        operation_id="supervision_findings_list",
        summary="规则找到、待处理的督办线索，应办日期近的在前",
        responses={200: FindingPage, **_READING},
        parameters=[*_NARROWING, *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List findings, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_orders(_staff(request)), request.query_params
        assert_known(query, {"failure", "unit", "after", "before"})
        rows = findings_asked(staff, valid(FindingFilter(query)).cleaned_data, today())
        page = page_of_findings(rows, **_place(query))
        return Response(FindingPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class FindingSetAside(APIView):
    """不予督办."""

    @extend_schema(
        operation_id="supervision_finding_set_aside",
        summary="一条线索不予督办，写明理由",
        request=serializer_of(_OF_A_RECORD, SetAsideForm, "FindingSetAsideInput"),
        responses={200: FindingShape, **_WRITING},
    )
    def post(self, request: Request, finding_id: int) -> Response:
        """Set a finding aside. Raises InputInvalid; Refused as `set_aside`."""
        staff = _staff(request)
        finding = finding_of(assert_orders(staff), finding_id)
        typed = checked(_OF_A_RECORD, SetAsideForm, request.data, by=staff).arguments()
        return Response(FindingShape(set_aside(finding, by=staff, **typed)).data)


def _place(query: QueryDict) -> dict[str, Any]:
    return {name: query.get(name, "") for name in ("after", "before")}


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)
