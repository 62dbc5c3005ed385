"""Contact points, pledges and the diary for programs: the same steps as the pages."""

from collections.abc import Callable
from typing import Any

from django import forms
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked_form
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of_form
from cases.api.shapes import InputProblemShape, ProblemShape
from organizations.models import Staff
from supervision.contacts.forms import BareForm, CheckForm, DiaryForm, PledgeForm, PointForm, TargetForm
from supervision.contacts.reading import diary, pledge_of, pledges, point_of, points
from supervision.contacts.working import (
    add_target,
    check_target,
    draft_pledge,
    end_point,
    make_point,
    sign_pledge,
    write_line,
)
from supervision.models import ContactPoint, Pledge, PledgeTarget
from supervision.models.contacts import ContactState, DiarySource, PledgeState

READING = {**dict.fromkeys((401, 403, 404), ProblemShape), 422: InputProblemShape}
WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}


class ContactPointShape(serializers.ModelSerializer[ContactPoint]):
    """One contact point."""

    state = word(ContactState)
    who = serializers.CharField()
    unit = serializers.CharField(source="unit.name")
    place = serializers.CharField(source="place.name")

    class Meta:
        model = ContactPoint
        fields = ("id", "state", "who", "unit", "place", "phone", "duties", "from_day", "ended_on")


class PledgeTargetShape(serializers.ModelSerializer[PledgeTarget]):
    """One target of a pledge."""

    class Meta:
        model = PledgeTarget
        fields = ("id", "what", "wanted", "measure", "reached", "remark", "checked_on")


class PledgeShape(serializers.ModelSerializer[Pledge]):
    """One pledge with its targets."""

    state = word(PledgeState)
    unit = serializers.CharField(source="unit.name")
    targets = PledgeTargetShape(many=True)

    class Meta:
        model = Pledge
        fields = ("id", "unit", "year", "state", "drafted_on", "signed_on", "targets", "version")


class DiaryShape(serializers.Serializer[Any]):
    """One line of the caller's own diary."""

    on = serializers.DateField()
    kind = serializers.CharField(help_text="来处")
    place = serializers.CharField(allow_blank=True)
    text = serializers.CharField()


class ContactPoints(APIView):
    """挂点联系."""

    @extend_schema(
        operation_id="contact_points",
        summary="本区的挂点联系",
        responses={200: ContactPointShape(many=True), **READING},
    )
    def get(self, request: Request) -> Response:
        """List contact points."""
        return Response(ContactPointShape(points(staff_of(request)), many=True).data)

    @extend_schema(
        operation_id="contact_point_make",
        summary="确定挂点联系",
        request=serializer_of_form(PointForm, "ContactPointMake"),
        responses={201: ContactPointShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Let somebody keep in touch with a place. Raises Refused as `make_point`."""
        staff = staff_of(request)
        form = checked_form(PointForm, request.data, by=staff)
        return Response(ContactPointShape(make_point(by=staff, **form.cleaned_data)).data, status=201)


class ContactPointEnd(APIView):
    """结束挂点联系."""

    @extend_schema(
        operation_id="contact_point_end",
        summary="结束挂点联系",
        request=None,
        responses={200: ContactPointShape, **WRITING},
    )
    def post(self, request: Request, point_id: int) -> Response:
        """End a contact point. Raises Refused as `end_point`."""
        staff = staff_of(request)
        return Response(ContactPointShape(end_point(point_of(staff, point_id), by=staff)).data)


class Pledges(APIView):
    """责任状."""

    @extend_schema(operation_id="pledges", summary="本区的责任状", responses={200: PledgeShape(many=True), **READING})
    def get(self, request: Request) -> Response:
        """List pledges."""
        found = pledges(staff_of(request))
        return Response(PledgeShape(found, many=True).data)

    @extend_schema(
        operation_id="pledge_draft",
        summary="起草责任状",
        request=serializer_of_form(PledgeForm, "PledgeDraft"),
        responses={201: PledgeShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Draft a pledge. Raises Refused as `draft_pledge`."""
        staff = staff_of(request)
        form = checked_form(PledgeForm, request.data, by=staff)
        return Response(PledgeShape(draft_pledge(**form.cleaned_data, by=staff)).data, status=201)


_STEPS: dict[str, tuple[str, type[forms.Form], Callable[..., Pledge]]] = {
    "target": ("增加指标", TargetForm, add_target),
    "sign": ("签订责任状", BareForm, sign_pledge),
    "check": ("半年检查", CheckForm, check_target),
}


def pledge_door(slug: str) -> Any:
    """Return the view of one step of a pledge, with its own shape in the schema."""
    label, form_class, action = _STEPS[slug]

    class PledgeDoor(APIView):
        @extend_schema(
            operation_id=f"pledge_{slug}",
            summary=label,
            request=serializer_of_form(form_class, f"Pledge{slug.title()}Input"),
            responses={200: PledgeShape, **WRITING},
        )
        def post(self, request: Request, pledge_id: int) -> Response:
            staff: Staff = staff_of(request)
            found = pledge_of(staff, pledge_id)
            form = checked_form(form_class, request.data)
            action(found, **form.cleaned_data, by=staff)
            return Response(PledgeShape(pledge_of(staff, pledge_id)).data)

    PledgeDoor.__name__ = PledgeDoor.__qualname__ = f"Pledge{slug.title()}Door"
    PledgeDoor.__doc__ = f"{label}."
    return PledgeDoor


class Diary(APIView):
    """民情日记."""

    @extend_schema(operation_id="diary", summary="本人的民情日记", responses={200: DiaryShape(many=True), **READING})
    def get(self, request: Request) -> Response:
        """Read one's own diary."""
        return Response(DiaryShape(diary(staff_of(request)), many=True).data)

    @extend_schema(
        operation_id="diary_write",
        summary="记一行民情日记",
        request=serializer_of_form(DiaryForm, "DiaryWrite"),
        responses={201: DiaryShape(many=True), **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Write a line. Raises Refused as `write_line`."""
        staff = staff_of(request)
        typed = checked_form(DiaryForm, request.data).cleaned_data
        write_line(**{**typed, "source": DiarySource(typed["source"])}, by=staff)
        return Response(DiaryShape(diary(staff), many=True).data, status=201)
