"""Originals for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, assert_known
from reception.envelopes.reading import assert_registers
from reception.models import OriginalsReceipt, OriginalsState
from reception.on_case import whole_case
from reception.originals.actions import take_originals
from reception.originals.forms import STEPS, TakeOriginalsForm
from reception.originals.reading import originals_of, page_of_originals


class OriginalsShape(serializers.ModelSerializer[OriginalsReceipt]):
    """One receipt; who handed in and who took back is not told to programs."""

    unit = serializers.CharField(source="unit.name")
    state = word(OriginalsState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")
    taken_by = serializers.CharField(source="taken_by.name")

    class Meta:
        model = OriginalsReceipt
        fields = (
            "id",
            "unit",
            "state",
            "case",
            "case_number",
            "items",
            "taken_on",
            "taken_by",
            "returned_on",
            "version",
        )


class OriginalsPage(serializers.Serializer[Any]):
    """One page of receipts."""

    results = OriginalsShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class OriginalsList(APIView):
    """保管中的原件."""

    @extend_schema(
        operation_id="originals_list",
        summary="保管中的原件材料，早收的在前",
        responses={200: OriginalsPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List what is held, paged by key. Raises Refused: not_permitted, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"after", "before"})
        page = page_of_originals(staff, **turn_asked(query))
        return Response(OriginalsPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class OriginalsOfCase(APIView):
    """收下原件材料."""

    @extend_schema(
        operation_id="originals_take",
        summary="为一件信访件收下原件材料，同时出具材料收据",
        request=serializer_of(NEW, TakeOriginalsForm, "TakeOriginals"),
        responses={201: OriginalsShape, **WRITING},
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Take originals in. Raises Refused: input_invalid, and as `take_originals`."""
        case = whole_case(staff_of(request), case_id)
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, TakeOriginalsForm, request.data, by=staff).arguments()
        return Response(OriginalsShape(take_originals(case.pk, by=staff, **typed)).data, status=201)


class Originals(APIView):
    """一份材料收据."""

    @extend_schema(
        operation_id="originals_read", summary="读取一份材料收据", responses={200: OriginalsShape, **READING}
    )
    def get(self, request: Request, originals_id: int) -> Response:
        """Read one receipt. Raises Refused not_found."""
        return Response(OriginalsShape(originals_of(staff_of(request), originals_id)).data)


class OriginalsStep(APIView):
    """材料收据的一步."""

    @extend_schema(
        operation_id="originals_step",
        summary="退还原件材料",
        request=bodies_of(STEPS, "Originals"),
        responses={200: OriginalsShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, originals_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), originals_of(staff, originals_id), staff)
        return Response(OriginalsShape(originals_of(staff, originals_id)).data)
