"""The hall's own day for programs: the same actions as the pages."""

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
from cases.lists.turns import Turn, turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from reception.envelopes.reading import assert_registers
from reception.models import DutyNote, HandoverState, NoteKind, ShiftHandover
from reception.shifts.actions import give_shift, note_event
from reception.shifts.forms import STEPS, GiveForm, NoteForm
from reception.shifts.reading import handover_of, page_of_handovers, page_of_notes


class HandoverShape(serializers.ModelSerializer[ShiftHandover]):
    """One handover, with what was open, counted."""

    unit = serializers.CharField(source="unit.name")
    state = word(HandoverState)
    given_by = serializers.CharField(source="given_by.name")
    given_to = serializers.CharField(source="given_to.name")
    counts = serializers.DictField(child=serializers.IntegerField(), help_text="交班时未了的各有多少")

    class Meta:
        model = ShiftHandover
        fields = ("id", "unit", "state", "given_on", "given_by", "given_to", "counts", "remarks", "taken_on", "version")


class DutyNoteShape(serializers.ModelSerializer[DutyNote]):
    """One note."""

    unit = serializers.CharField(source="unit.name")
    kind = word(NoteKind)
    noted_by = serializers.CharField(source="noted_by.name")

    class Meta:
        model = DutyNote
        fields = ("id", "unit", "kind", "happened_on", "happened_at", "facts", "noted_by")


class HandoverPage(serializers.Serializer[Any]):
    """One page of handovers."""

    results = HandoverShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class DutyNotePage(serializers.Serializer[Any]):
    """One page of notes."""

    results = DutyNoteShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


def _keys(request: Request) -> Turn:
    assert_known(request.query_params, set(TURN))
    return turn_asked(request.query_params)


class Handovers(APIView):
    """交接班."""

    @extend_schema(
        operation_id="handovers_list",
        summary="交接班，新的在前",
        responses={200: HandoverPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List handovers, paged by key. Raises Refused: not_permitted, key_broken."""
        page = page_of_handovers(assert_registers(staff_of(request)), **_keys(request))
        return Response(HandoverPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="handover_give",
        summary="交班；未了事项由系统统计",
        request=serializer_of(NEW, GiveForm, "GiveShift"),
        responses={201: HandoverShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Hand a shift over. Raises Refused: input_invalid, and as `give_shift`."""
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, GiveForm, request.data, by=staff).arguments()
        return Response(HandoverShape(give_shift(by=staff, **typed)).data, status=201)


class HandoverStep(APIView):
    """交接班的一步."""

    @extend_schema(
        operation_id="handover_step",
        summary="接班",
        request=bodies_of(STEPS, "Handover"),
        responses={200: HandoverShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, handover_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), handover_of(staff, handover_id), staff)
        return Response(HandoverShape(handover_of(staff, handover_id)).data)


class DutyNotes(APIView):
    """值班记事."""

    @extend_schema(
        operation_id="duty_notes_list",
        summary="值班记事，新的在前；不检索，不导出",
        responses={200: DutyNotePage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List notes, paged by key. Raises Refused: not_permitted, key_broken."""
        page = page_of_notes(assert_registers(staff_of(request)), **_keys(request))
        return Response(DutyNotePage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="duty_note_enter",
        summary="值班记事",
        request=serializer_of(NEW, NoteForm, "EnterDutyNote"),
        responses={201: DutyNoteShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Note what happened. Raises Refused: input_invalid, and as `note_event`."""
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, NoteForm, request.data, by=staff).arguments()
        return Response(DutyNoteShape(note_event(by=staff, **typed)).data, status=201)
