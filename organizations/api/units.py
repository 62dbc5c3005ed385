"""The units to choose from."""

from typing import Any, cast

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.models import Staff, Unit
from organizations.unit_options import MOST, PURPOSES, matching_units
from organizations.vocabulary import Level, UnitKind


class UnitShape(serializers.ModelSerializer[Unit]):
    """One unit; its id is what the acts ask for."""

    kind = serializers.ChoiceField(choices=UnitKind.choices())
    level = serializers.ChoiceField(choices=Level.choices())
    parent = serializers.IntegerField(  # type: ignore[assignment]
        source="parent_id", allow_null=True, help_text="上级单位"
    )

    class Meta:
        model = Unit
        fields = ("id", "name", "short_name", "kind", "level", "parent")


class UnitsShape(serializers.Serializer[Any]):
    """The units that match, the nearest first; ``more``: there are others, type more of the name."""

    results = UnitShape(many=True)
    more = serializers.BooleanField()


class Units(APIView):
    """可选的单位."""

    @extend_schema(
        operation_id="units_list",
        summary=f"按全称、简称、曾用名、别称或者拼音首字母查找单位，一次最多{MOST}个",
        responses={200: UnitsShape, 401: ProblemShape, 403: ProblemShape, 422: ProblemShape},
        parameters=[
            OpenApiParameter("q", str, description="全称、简称、曾用名、别称或者拼音首字母的一段；不写即最前面的几个"),
            OpenApiParameter(
                "for", str, enum=PURPOSES[1:], description="用于转送交办、下派、征求意见、问题属地；不写即任何用途"
            ),
        ],
    )
    def get(self, request: Request) -> Response:
        """List the units a person can choose from. Raises Refused: filter_unknown, unknown_purpose."""
        query, staff = request.query_params, cast(Staff, request.user)
        assert_known(query, {"q", "for"})
        found = matching_units(staff, query.get("q", ""), query.get("for", ""))
        return Response(UnitsShape({"results": found[:MOST], "more": len(found) > MOST}).data)
