"""Lots of return visits for programs."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.schema import serializer_of
from cases.record_steps import NEW, READING, WRITING
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.visits.api import staff_of
from supervision.visits.forms import DrawForm
from supervision.visits.lists import assert_arranges, lot_of, lot_visits, page_of_lots
from supervision.visits.lots import draw_again, draw_lot
from supervision.visits.shapes import LotFileShape, LotPageShape


class LotList(APIView):
    """回访批次."""

    @extend_schema(
        operation_id="visit_lot_list",
        summary="抽取过的批次，新的在前",
        responses={200: LotPageShape, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List lots, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = staff_of(request), request.query_params
        assert_arranges(staff)
        assert_known(query, set(TURN))
        page = page_of_lots(staff, after=query.get("after", ""), before=query.get("before", ""))
        return Response(LotPageShape({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="visit_lot_draw",
        summary="抽取一批回访",
        responses={201: LotFileShape, **WRITING},
        request=serializer_of(NEW, DrawForm, "VisitLotDraw"),
    )
    def post(self, request: Request) -> Response:
        """Draw a lot. Raises Refused as `draw_lot`."""
        staff = staff_of(request)
        lot = draw_lot(by=staff, on=today(), **checked(NEW, DrawForm, request.data, by=staff).arguments())
        return Response(_file(staff, lot.pk), status=201)


class LotFile(APIView):
    """一个批次."""

    @extend_schema(
        operation_id="visit_lot_read",
        summary="一个批次：怎样抽取的、重新抽取是否相符、有哪些回访",
        responses={200: LotFileShape, **READING},
    )
    def get(self, request: Request, lot_id: int) -> Response:
        """Read one lot with its visits. Raises Refused not_found."""
        return Response(_file(staff_of(request), lot_id))


def _file(staff: Staff, key: int) -> Any:
    lot = lot_of(staff, key)
    return LotFileShape({"lot": lot, "again": draw_again(lot, staff), "visits": lot_visits(staff, lot)}).data
