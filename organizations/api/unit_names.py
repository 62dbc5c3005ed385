"""Former and everyday names of units for programs: the same people, functions and form as the page."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.models import Staff, Unit, UnitName
from organizations.unit_name_forms import UnitNameForm
from organizations.unit_names import drop_name, name_unit, names_of, unit_managed
from organizations.vocabulary import NameKind

_PROBLEMS = dict.fromkeys((401, 403, 404), ProblemShape)


class UnitNameShape(serializers.ModelSerializer[UnitName]):
    """One name by which a unit is also found."""

    kind = serializers.ChoiceField(choices=NameKind.choices())

    class Meta:
        model = UnitName
        fields = ("id", "name", "kind", "used_from", "used_to")


class UnitNamesShape(serializers.Serializer[Any]):
    """The other names of a unit."""

    results = UnitNameShape(many=True)


class UnitNameInput(serializers.Serializer[Any]):
    """A name to add."""

    name = serializers.CharField(max_length=100)
    kind = serializers.ChoiceField(choices=NameKind.choices())
    used_from = serializers.DateField(required=False, allow_null=True)
    used_to = serializers.DateField(required=False, allow_null=True)


class UnitNames(APIView):
    """单位的曾用名和别称."""

    @extend_schema(
        operation_id="unit_names_list",
        summary="单位的曾用名和别称（系统管理员）",
        responses={200: UnitNamesShape, **_PROBLEMS},
    )
    def get(self, request: Request, unit_id: int) -> Response:
        """List the other names of a unit. Raises Refused: not_permitted, not_found."""
        return _names(unit_managed(unit_id, cast(Staff, request.user)), 200)

    @extend_schema(
        operation_id="unit_name_add",
        summary="增加单位的曾用名或者别称：查找单位时也按它找，文书不变",
        request=UnitNameInput,
        responses={201: UnitNamesShape, **_PROBLEMS, **dict.fromkeys((400, 409, 413, 415, 422), ProblemShape)},
    )
    def post(self, request: Request, unit_id: int) -> Response:
        """Add a name. Raises Refused: input_invalid, and as `name_unit` does."""
        staff = cast(Staff, request.user)
        unit = unit_managed(unit_id, staff)
        form = UnitNameForm(request.data if isinstance(request.data, dict) else {})
        if unknown := sorted(str(name)[:60] for name in form.data if name not in form.fields):
            raise Refused("input_invalid", f"没有这些字段：{'、'.join(unknown[:10])}。")
        if not form.is_valid():
            said = "；".join(f"{name}：{' '.join(map(str, every))}" for name, every in form.errors.items())
            raise Refused("input_invalid", f"请检查填写内容。{said}")
        name_unit(unit.pk, by=staff, **form.arguments())
        return _names(unit, 201)


@extend_schema(
    operation_id="unit_name_drop",
    summary="删去单位的一个曾用名或者别称",
    request=None,
    responses={204: None, **_PROBLEMS},
)
@api_view(["POST"])
def dropped(request: Request, name_id: int) -> Response:
    """Take a name away. Raises Refused: not_permitted, not_found."""
    drop_name(name_id, by=cast(Staff, request.user))
    return Response(status=204)


def _names(unit: Unit, status: int) -> Response:
    return Response(UnitNamesShape({"results": names_of(unit)}).data, status=status)
