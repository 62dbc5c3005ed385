"""The answer of a write: slim, or the whole file where the caller prefers it; what the act took out of reach says so."""

from typing import Any

from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from cases.api.clock_shapes import ClockLine
from cases.api.rows import CaseLine, seen_at_a_glance
from cases.api.shapes import CaseShape, DoneShape, OpeningShape, case_answer
from cases.models import Case
from cases.reading.glance import Glance, glance_at
from cases.reading.read import read_case
from law.errors import Refused
from organizations.models import Staff
from organizations.today import today


class WrittenShape(serializers.Serializer[Any]):
    """What a write answers: the line of the case, its running clocks, what may be done next."""

    case = serializers.SerializerMethodField()
    clocks = ClockLine(many=True, help_text="正在计算的期限")
    acts = OpeningShape(
        source="openings", many=True, allow_null=True, help_text="此刻对调用者开放的行为；null 是没有查，请读取整件"
    )

    @extend_schema_field(CaseLine)
    def get_case(self, glance: Glance) -> Any:
        """Return the line of the case."""
        return _LINE.to_representation(seen_at_a_glance(glance))

    def to_representation(self, glance: Glance) -> dict[str, Any]:
        """Return the answer as plain data: the parts are made once a process, not for each answer."""
        opened = glance.openings
        said = (
            OpeningShape(opened, many=True, context={"version": glance.case.version}).data
            if opened is not None
            else None
        )
        return {
            "case": self.get_case(glance),
            "clocks": [_CLOCK.to_representation(clock) for clock in glance.clocks],
            "acts": said,
        }


# They hold nothing of what they show.
_LINE, _CLOCK = CaseLine(), ClockLine()
WHOLE = "return=representation"
WRITTEN = PolymorphicProxySerializer("WrittenCase", [WrittenShape, CaseShape, DoneShape], resource_type_field_name=None)
PREFERENCES = [
    OpenApiParameter(
        "Prefer", OpenApiTypes.STR, "header", description=f"写 {WHOLE} 则回答整件；不写只回答件、期限和可以办理的行为"
    ),
    OpenApiParameter("Preference-Applied", OpenApiTypes.STR, "header", description=WHOLE, response=[200, 201]),
    OpenApiParameter("Location", OpenApiTypes.URI_REF, "header", description="新登记的件的地址", response=[201]),
]


def written(case: Case, request: Request, *, by: Staff, new: bool = False) -> Response:
    """Answer with what has become of a case: 201 with its address where it is new.

    Where the act itself took it out of reach (Art. 30), only that it was done is said.
    """
    status = 201 if new else 200
    try:
        answer = Response(_said(case, _prefers_whole(request), by=by), status=status)
    except Refused:
        said = {"number": case.number, "message": "已办理；本件不在您的查看范围内。"}
        return Response(DoneShape(said).data, status=status)
    if new:
        answer["Location"] = reverse("api-case", args=[case.pk])
    if _prefers_whole(request):
        answer["Preference-Applied"] = WHOLE
    return answer


def _said(case: Case, whole: bool, *, by: Staff) -> Any:
    if whole:
        return case_answer(read_case(case.pk, by=by, on=today()))
    return WrittenShape().to_representation(glance_at(case, by=by, on=today()))


def _prefers_whole(request: Request) -> bool:
    """Tell whether the caller prefers the whole representation (RFC 7240); other preferences are no affair of ours."""
    named = (each.partition(";")[0] for each in request.headers.get("Prefer", "").split(","))
    return any(each.replace(" ", "").replace('"', "").lower() == WHOLE for each in named)
