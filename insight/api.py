"""Insight for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.registration import desk_of
from cases.api.shapes import ProblemShape
from cases.intake.similar import similar_cases
from cases.reading.read import read_case
from insight.categories.suggesting import suggested_terms
from insight.figures import followed_by_month
from insight.handling.on_case import handling_of
from insight.handling.suggesting import Asked, Handling, suggested_kinds
from insight.on_case import alike_of
from insight.urgency import signs_of
from organizations.models import Staff
from organizations.today import today

_READING = dict.fromkeys((401, 403, 404), ProblemShape)


class TypedShape(serializers.Serializer[Any]):
    """What stands in a registration so far."""

    subject = serializers.CharField(allow_blank=True, max_length=200, default="")
    content = serializers.CharField(allow_blank=True, max_length=200_000, default="")


class AlikeLine(serializers.Serializer[Any]):
    """A case that may be of the same matter."""

    case = serializers.IntegerField(source="line.id")
    number = serializers.CharField(source="line.number")
    received_on = serializers.DateField(source="line.received_on")
    units = serializers.CharField(source="line.units", help_text="办理的单位")
    registered_by = serializers.CharField(source="elsewhere", help_text="由其他机关登记的，是哪一个")
    why = serializers.CharField()


class SuggestedTermLine(serializers.Serializer[Any]):
    """A category that may fit."""

    code = serializers.CharField(source="term.code")
    path = serializers.CharField(source="term.path")
    words = serializers.ListField(child=serializers.CharField(), help_text="依据的词")
    learned = serializers.BooleanField(help_text="由已登记分类的件学得")


class SignLine(serializers.Serializer[Any]):
    """A fact of the matter that may not wait, and where the text says so."""

    sign = serializers.CharField(source="kind")
    passage = serializers.CharField()


class ChoiceLine(serializers.Serializer[Any]):
    """A choice that may fit, and why."""

    kind = serializers.CharField(help_text="建议的事项：kind诉求类别、path办理途径、unit责任单位、tier分级")
    code = serializers.CharField(help_text="词的代码，或者单位的编号")
    label = serializers.CharField()  # type: ignore[assignment]
    reason = serializers.CharField()


class SuggestionsShape(serializers.Serializer[Any]):
    """What is suggested for a text; nothing is decided by it."""

    alike = AlikeLine(many=True)
    categories = SuggestedTermLine(many=True)
    signs = SignLine(many=True)
    handling = ChoiceLine(many=True, help_text="可能的类别、途径")


class FollowedLine(serializers.Serializer[Any]):
    """The hints of a month."""

    month = serializers.DateField()
    kind = serializers.CharField(source="kind.value")
    learned = serializers.BooleanField()
    shown = serializers.IntegerField()
    followed = serializers.IntegerField()


class Suggestions(APIView):
    """登记提示."""

    @extend_schema(
        operation_id="insight_suggest",
        summary="按写了一半的内容提示：可能的同一事项、内容分类、紧急的情况",
        request=TypedShape,
        responses={200: SuggestionsShape, **_READING, 422: ProblemShape},
    )
    def post(self, request: Request) -> Response:
        """Suggest for a text. Raises Refused not_permitted."""
        staff = cast(Staff, request.user)
        desk_of(staff)
        typed = TypedShape(data=request.data)
        typed.is_valid(raise_exception=True)
        text = "\n".join(said for said in typed.validated_data.values() if said)
        found: dict[str, Any] = {
            "alike": similar_cases(staff, (), text, today()),
            "categories": suggested_terms(staff.unit.district_id, text, today()),
            "signs": signs_of(text),
        }
        keys = [each.line.id for each in found["alike"]]
        found["handling"] = _choices(suggested_kinds(staff, Asked(text, keys)))
        return Response(SuggestionsShape(found).data)


class AlikeCases(APIView):
    """可能的同一事项."""

    @extend_schema(
        operation_id="insight_alike",
        summary="可能与一件是同一事项的件，只限能查看的",
        responses={200: AlikeLine(many=True), **_READING},
    )
    def get(self, request: Request, case_id: int) -> Response:
        """List what may be of the same matter. Raises Refused: not_found, not_permitted."""
        staff = cast(Staff, request.user)
        found = alike_of(read_case(case_id, by=staff, on=today()), staff, today())
        return Response(AlikeLine(found, many=True).data)


class HandlingOfCase(APIView):
    """办理提示."""

    @extend_schema(
        operation_id="insight_handling",
        summary="待分流的件可能怎样办理：类别、途径、责任单位、分级，各有依据；只是提示",
        responses={200: ChoiceLine(many=True), **_READING},
    )
    def get(self, request: Request, case_id: int) -> Response:
        """Say how a case may be handled. Raises Refused: not_found, not_permitted."""
        staff = cast(Staff, request.user)
        found = handling_of(read_case(case_id, by=staff, on=today()), staff, today())
        return Response(ChoiceLine(_choices(found), many=True).data)


class HintFigures(APIView):
    """提示采用情况."""

    @extend_schema(
        operation_id="insight_figures",
        summary="提示采用情况，按月",
        responses={200: FollowedLine(many=True), **_READING},
    )
    def get(self, request: Request) -> Response:
        """Count the hints of the last twelve months. Raises Refused not_permitted."""
        return Response(FollowedLine(followed_by_month(cast(Staff, request.user), today()), many=True).data)


def _choices(found: Handling) -> list[dict[str, str]]:
    return [
        {"kind": kind.value, "code": each.code, "label": each.label, "reason": each.reason}
        for kind, suggestions in found.by_kind.items()
        for each in suggestions
    ]
