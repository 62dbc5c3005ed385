"""机构改革 for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.reforms import ReformForm
from cases.reading.succession import preview_of_reform
from law.vocabulary import Act
from organizations.models import Reform, Staff
from organizations.reforms import approve_reform, cancel_reform, reforms_of, register_reform
from organizations.settings_in_force import assert_manager
from organizations.today import today

MOST_LISTED = 100
_READING = dict.fromkeys((401, 403), ProblemShape)
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 413, 415), ProblemShape), 422: InputProblemShape}
# A form without a case takes what registering takes: no ids, no version.
_NEW = Act.REGISTER
_Input = serializer_of(_NEW, ReformForm, "ReformRegister")


class ReformShape(serializers.ModelSerializer[Reform]):
    """One reform: which unit is closed, who takes over, where it stands, how many cases went over."""

    unit_name = serializers.CharField(source="unit.name")
    successor_name = serializers.CharField(source="successor.name")
    standing = serializers.CharField()

    class Meta:
        model = Reform
        fields = (
            "id",
            "unit",
            "unit_name",
            "successor",
            "successor_name",
            "on",
            "basis",
            "standing",
            "registered_on",
            "approved_on",
            "cancelled_on",
            "done_on",
            "moved",
            "withheld",
        )


class MovingShape(serializers.Serializer[Any]):
    """How many of a kind go over."""

    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()


class ReformPreviewShape(serializers.Serializer[Any]):
    """What goes over as things are today, and what cannot, in sentences."""

    moving = MovingShape(many=True)
    cannot = serializers.ListField(child=serializers.CharField())


class ReformList(APIView):
    """机构改革."""

    @extend_schema(
        operation_id="reforms_list",
        summary="本区登记的机构改革，新的在前（系统管理员、安全管理员）",
        responses={200: ReformShape(many=True), **_READING},
    )
    def get(self, request: Request) -> Response:
        """List the reforms of the district. Raises Refused not_permitted."""
        return Response(ReformShape(reforms_of(_staff(request))[:MOST_LISTED], many=True).data)

    @extend_schema(
        operation_id="reform_register",
        summary="登记：撤销一个单位，由另一个承接职责；须另一人核准",
        request=_Input,
        responses={201: ReformShape, **_WRITING},
    )
    def post(self, request: Request) -> Response:
        """Register a reform. Raises Refused as `register_reform`."""
        staff = assert_manager(_staff(request))
        made = register_reform(**_typed(request, staff), by=staff, on=today())
        return Response(ReformShape(made).data, status=201)


class ReformPreviewed(APIView):
    """预览机构改革."""

    @extend_schema(
        operation_id="reform_preview",
        summary="看会移交什么、什么不能移交，不保存",
        request=_Input,
        responses={200: ReformPreviewShape, **_WRITING},
    )
    def post(self, request: Request) -> Response:
        """Say what would go over. Raises Refused as `preview_of_reform`."""
        typed = _typed(request, assert_manager(_staff(request)))
        found = preview_of_reform(typed["unit"], typed["successor"], typed["effective"])
        return Response(ReformPreviewShape(found).data)


class ReformApproval(APIView):
    """核准机构改革."""

    @extend_schema(
        operation_id="reform_approve",
        summary="核准（安全管理员）：到生效日期由系统移交",
        request=None,
        responses={200: ReformShape, **_WRITING},
    )
    def post(self, request: Request, reform_id: int) -> Response:
        """Approve a reform. Raises Refused as `approve_reform`."""
        return Response(ReformShape(approve_reform(reform_id, by=_staff(request), on=today())).data)


class ReformCancellation(APIView):
    """撤回机构改革."""

    @extend_schema(
        operation_id="reform_cancel", summary="在执行以前撤回", request=None, responses={200: ReformShape, **_WRITING}
    )
    def post(self, request: Request, reform_id: int) -> Response:
        """Take a reform back. Raises Refused as `cancel_reform`."""
        return Response(ReformShape(cancel_reform(reform_id, by=_staff(request), on=today())).data)


def _typed(request: Request, staff: Staff) -> dict[str, Any]:
    return checked(_NEW, ReformForm, request.data, by=staff).arguments()


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)
