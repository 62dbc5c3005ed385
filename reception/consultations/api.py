"""Consultations for programs: the same actions as the pages."""

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
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.today import today
from reception.consultations.actions import consult
from reception.consultations.forms import STEPS, ConsultForm
from reception.consultations.reading import ConsultationList, consultation_of, page_of_consultations
from reception.envelopes.reading import assert_registers
from reception.models import Consultation, ConsultationState, Service, Verdict


class ConsultationShape(serializers.ModelSerializer[Consultation]):
    """One consultation; who asked is not kept."""

    unit = serializers.CharField(source="unit.name")
    state = word(ConsultationState)
    service = word(Service)
    verdict = word(Verdict)
    case = serializers.IntegerField(source="case_id", allow_null=True)
    first_asked = serializers.CharField(source="first_asked.name", help_text="首问责任人")
    owner = serializers.CharField(source="owner.name", help_text="办理人")

    class Meta:
        model = Consultation
        fields = (
            "id",
            "unit",
            "state",
            "asked_on",
            "about",
            "answer",
            "service",
            "first_asked",
            "owner",
            "due_on",
            "done_on",
            "tries",
            "case",
            "drawn_on",
            "verdict",
            "version",
        )


class ConsultationPage(serializers.Serializer[Any]):
    """One page of consultations."""

    results = ConsultationShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class Consultations(APIView):
    """咨询登记."""

    @extend_schema(
        operation_id="consultations_list",
        summary="咨询：由我办理的、办理中的按期限早的在前，抽查待核对的，全部的新的在前",
        responses={200: ConsultationPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(ConsultationList), description="不写即办理中"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List consultations, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"list", *TURN})
        keys = turn_asked(query)
        page = page_of_consultations(staff, query.get("list", ConsultationList.OPEN.value), today(), **keys)
        return Response(ConsultationPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="consultation_enter",
        summary="咨询登记；投诉、请求、意见建议一律登记为信访件",
        request=serializer_of(NEW, ConsultForm, "EnterConsultation"),
        responses={201: ConsultationShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Enter a consultation. Raises Refused: input_invalid, and as `consult`."""
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, ConsultForm, request.data, by=staff).arguments()
        return Response(ConsultationShape(consult(by=staff, **typed)).data, status=201)


class ConsultationDetail(APIView):
    """一条咨询."""

    @extend_schema(
        operation_id="consultation_read", summary="读取一条咨询", responses={200: ConsultationShape, **READING}
    )
    def get(self, request: Request, consultation_id: int) -> Response:
        """Read one consultation. Raises Refused not_found."""
        return Response(ConsultationShape(consultation_of(staff_of(request), consultation_id)).data)


class ConsultationStep(APIView):
    """咨询的一步."""

    @extend_schema(
        operation_id="consultation_step",
        summary="办完、一次性告知单、转由他人办理、联系不上、核对",
        request=bodies_of(STEPS, "Consultation"),
        responses={200: ConsultationShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, consultation_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), consultation_of(staff, consultation_id), staff)
        return Response(ConsultationShape(consultation_of(staff, consultation_id)).data)
