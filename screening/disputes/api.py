"""Disputes for programs: the same actions as the pages."""

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
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from law.matters import Tier
from organizations.api.queries import PAGED, assert_known
from organizations.roles import Right
from organizations.today import today
from screening.disputes.filing import file_dispute, known_dispute
from screening.disputes.forms import AccusationForm, DisputeForm
from screening.disputes.pages import accuse
from screening.disputes.reading import DisputeList, cases_of, dispute_of, page_of_disputes
from screening.disputes.steps import STEPS
from screening.models import Dispute
from screening.models.words import DisputeKind, DisputeOutcome, DisputeSource, DisputeState, Grade, Settler
from screening.people import assert_reads, unit_at


class DisputeShape(serializers.ModelSerializer[Dispute]):
    """One dispute; nobody's name."""

    unit_name = serializers.CharField(source="unit.name")
    found_at_name = serializers.CharField(source="found_at.name")
    state = word(DisputeState)
    kind = word(DisputeKind)
    source = word(DisputeSource)  # type: ignore[assignment]
    grade = word(Grade)
    tier = word(Tier)
    settler = word(Settler)
    reasons = serializers.ListField(child=serializers.CharField())
    outcome = word(DisputeOutcome, allow_blank=True)

    class Meta:
        model = Dispute
        fields = (
            "id",
            "number",
            "client_id",
            "state",
            "unit",
            "unit_name",
            "found_at",
            "found_at_name",
            "round",
            "found_on",
            "kind",
            "source",
            "people",
            "households",
            "facts",
            "grade",
            "reasons",
            "tier",
            "settler",
            "due_on",
            "measures",
            "outcome",
            "settled_on",
            "closed_on",
            "version",
        )


class DisputeFileShape(serializers.Serializer[Any]):
    """A dispute, and the number of the case that it became, for who may know of that case."""

    dispute = DisputeShape()
    case_number = serializers.CharField(allow_blank=True)


class DisputePageShape(serializers.Serializer[Any]):
    """One page of disputes."""

    results = DisputeShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class Disputes(APIView):
    """矛盾纠纷."""

    @extend_schema(
        operation_id="disputes",
        summary="查看范围内的矛盾纠纷",
        parameters=[OpenApiParameter("list", str, enum=list(DisputeList), description="不写即办理中"), *PAGED],
        responses={200: DisputePageShape, **READING},
    )
    def get(self, request: Request) -> Response:
        """List disputes, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_reads(staff_of(request)), request.query_params
        assert_known(query, {"list", "after", "before"})
        what, keys = query.get("list", DisputeList.OPEN.value), {n: query.get(n, "") for n in ("after", "before")}
        page = page_of_disputes(staff, what, today(), **keys)
        return Response(DisputePageShape({"results": page.rows, "after": page.after, "before": page.before}).data)


class DisputesOfUnit(APIView):
    """登记矛盾纠纷."""

    @extend_schema(
        operation_id="dispute_file",
        summary="登记一起矛盾纠纷；同一个 client_id 发两次只算一起",
        request=serializer_of(NEW, DisputeForm, "DisputeFile"),
        responses={201: DisputeShape, 200: DisputeShape, **WRITING},
    )
    def post(self, request: Request, unit_id: int) -> Response:
        """File a dispute. Raises Refused: not_found, input_invalid, and as `file_dispute`."""
        staff = staff_of(request)
        unit = unit_at(staff, unit_id, Right.REPORT_SCREENING)
        form = checked(NEW, DisputeForm, request.data, by=staff, unit=unit)
        assert isinstance(form, DisputeForm)
        key = form.cleaned_data["client_id"]
        known = known_dispute(key, unit, staff)
        made = known or file_dispute(unit, form.said(), client_id=key, by=staff)
        return Response(DisputeShape(made).data, status=200 if known else 201)


class Accusations(APIView):
    """反映本村（社区）、本镇的问题."""

    @extend_schema(
        operation_id="dispute_accusation",
        summary="转检举控告专管员（第三十条），不作为矛盾纠纷保存；同一个 client_id 发两次只算一件",
        request=serializer_of(NEW, AccusationForm, "ScreeningAccusation"),
        responses={204: None, **WRITING},
    )
    def post(self, request: Request, unit_id: int) -> Response:
        """Pass an accusation on; nothing is answered of it. Raises Refused: not_found, input_invalid, as `accuse`."""
        staff = staff_of(request)
        unit = unit_at(staff, unit_id, Right.REPORT_SCREENING)
        form = checked(NEW, AccusationForm, request.data, by=staff)
        assert isinstance(form, AccusationForm)
        accuse(staff, unit, form)
        return Response(status=204)


class DisputeDetail(APIView):
    """一起矛盾纠纷."""

    @extend_schema(
        operation_id="dispute_read", summary="读取一起矛盾纠纷", responses={200: DisputeFileShape, **READING}
    )
    def get(self, request: Request, dispute_id: int) -> Response:
        """Read one dispute. Raises Refused not_found."""
        staff = staff_of(request)
        row = dispute_of(staff, dispute_id)
        became = cases_of(staff, [row.pk]).get(row.pk)
        return Response(DisputeFileShape({"dispute": row, "case_number": became.case.number if became else ""}).data)


class DisputeStep(APIView):
    """矛盾纠纷的一步."""

    @extend_schema(
        operation_id="dispute_step",
        summary="登记措施、登记结果、上报、接收、退回、研判、转有关单位、转信访、标为再次发生、回访、销账",
        request=bodies_of(STEPS, "Dispute"),
        responses={200: DisputeShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, dispute_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), dispute_of(staff, dispute_id), staff)
        return Response(DisputeShape(dispute_of(staff, dispute_id)).data)
