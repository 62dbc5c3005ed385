"""The opening register for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.registration import already_registered
from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.api.written import PREFERENCES, WRITTEN, written
from cases.forms.intake import IntakeForm
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from law.vocabulary import Act, Channel
from organizations.api.queries import PAGED, assert_known
from reception.envelopes.actions import open_batch, register_letter
from reception.envelopes.forms import OpenBatchForm
from reception.envelopes.reading import EnvelopeList, batch_of, envelope_of, envelopes_in, page_of_envelopes
from reception.envelopes.steps import STEPS
from reception.models import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition


class EnvelopeShape(serializers.ModelSerializer[Envelope]):
    """One envelope; who wrote is not told to programs."""

    unit = serializers.CharField(source="unit.name")
    state = word(EnvelopeState)
    kind = word(EnvelopeKind)
    why = serializers.CharField(allow_blank=True, help_text=f"不作登记的原因：{'、'.join(NoPetition)}")
    case = serializers.IntegerField(source="case_id", allow_null=True)
    case_number = serializers.CharField(source="case.number", default=None, allow_null=True)

    class Meta:
        model = Envelope
        fields = (
            "id",
            "number",
            "unit",
            "batch",
            "state",
            "kind",
            "received_on",
            "postmarked_on",
            "mail_number",
            "case",
            "case_number",
            "why",
            "remark",
            "settled_on",
            "version",
        )


class EnvelopePage(serializers.Serializer[Any]):
    """One page of envelopes."""

    results = EnvelopeShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class BatchShape(serializers.ModelSerializer[EnvelopeBatch]):
    """One batch with the envelopes of it that the caller may read."""

    unit = serializers.CharField(source="unit.name")
    opened_by = serializers.CharField(source="opened_by.name")
    envelopes = EnvelopeShape(many=True)

    class Meta:
        model = EnvelopeBatch
        fields = ("id", "unit", "received_on", "opened_by", "witness", "count", "envelopes")


class Envelopes(APIView):
    """来信信封."""

    @extend_schema(
        operation_id="envelopes_list",
        summary="来信信封：待登记的早收到的在前，其余新收到的在前",
        responses={200: EnvelopePage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(EnvelopeList), description="不写即待登记"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List envelopes, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query = request.query_params
        assert_known(query, {"list", "after", "before"})
        what = query.get("list", EnvelopeList.OPENED.value)
        page = page_of_envelopes(staff_of(request), what, **turn_asked(query))
        return Response(EnvelopePage({"results": page.rows, "after": page.after, "before": page.before}).data)


class EnvelopeDetail(APIView):
    """一个信封."""

    @extend_schema(operation_id="envelope_read", summary="读取一个信封", responses={200: EnvelopeShape, **READING})
    def get(self, request: Request, envelope_id: int) -> Response:
        """Read one envelope. Raises Refused not_found."""
        return Response(EnvelopeShape(envelope_of(staff_of(request), envelope_id)).data)


class EnvelopeStep(APIView):
    """信封的一步."""

    @extend_schema(
        operation_id="envelope_step",
        summary="附上扫描件、不作登记、恢复待登记",
        request=bodies_of(STEPS, "Envelope"),
        responses={200: EnvelopeShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, envelope_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), envelope_of(staff, envelope_id), staff)
        return Response(EnvelopeShape(envelope_of(staff, envelope_id)).data)


class EnvelopeLetter(APIView):
    """按信封登记来信."""

    @extend_schema(
        operation_id="envelope_register",
        summary="按信封登记来信（登记的内容同“登记”，形式总是来信；信封的扫描件成为附件）",
        request=serializer_of(Act.REGISTER, IntakeForm, "RegisterLetter"),
        parameters=PREFERENCES,
        responses={201: WRITTEN, 200: WRITTEN, **WRITING},
    )
    def post(self, request: Request, envelope_id: int) -> Response:
        """Register the letter in an envelope. Raises Refused: not_found, input_invalid, and as `register_letter`."""
        staff = staff_of(request)
        envelope = envelope_of(staff, envelope_id)
        typed = checked(Act.REGISTER, IntakeForm, request.data, by=staff).arguments() | {"channel": Channel.LETTER}
        known = already_registered(by=staff, **typed)
        case = known or register_letter(envelope, by=staff, **typed)
        return written(case, request, by=staff, new=known is None)


class Batches(APIView):
    """拆封登记."""

    @extend_schema(
        operation_id="batch_open",
        summary="登记一批拆封的信",
        request=serializer_of(NEW, OpenBatchForm, "OpenBatch"),
        responses={201: BatchShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Enter what was opened together. Raises Refused: input_invalid, and as `open_batch`."""
        staff = staff_of(request)
        batch = open_batch(by=staff, **checked(NEW, OpenBatchForm, request.data, by=staff).arguments())
        return Response(_batch(staff, batch), status=201)


class BatchDetail(APIView):
    """一批拆封的信."""

    @extend_schema(operation_id="batch_read", summary="读取一批拆封的信", responses={200: BatchShape, **READING})
    def get(self, request: Request, batch_id: int) -> Response:
        """Read one batch. Raises Refused not_found."""
        staff = staff_of(request)
        return Response(_batch(staff, batch_of(staff, batch_id)))


def _batch(staff: Any, batch: EnvelopeBatch) -> Any:
    told = {name: getattr(batch, name) for name in ("id", "unit", "received_on", "opened_by", "witness", "count")}
    return BatchShape({**told, "envelopes": envelopes_in(staff, batch)}).data  # type: ignore[arg-type]
