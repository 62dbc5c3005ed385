"""The steps of a record for programs: one door a step, with the fields of its form."""

from collections.abc import Callable
from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from law.vocabulary import Act
from organizations.models import Staff
from supervision.tasks.steps import Step

READING = dict.fromkeys((401, 403, 404, 422), ProblemShape)
WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
# A form of a record takes what acts on a whole case take: the version seen, no leg; a new record has no version.
ON_RECORD, NEW = Act.CORRECT, Act.REGISTER
Shape = type[serializers.Serializer[Any]]


def caller(request: Request) -> Staff:
    """Return who asks."""
    return cast(Staff, request.user)


def step_door(
    step: Step,
    kind: str,
    key: str,
    find: Callable[[Staff, int], Any],
    shape: Shape,
    tell: Callable[[Any, Staff], Any] | None = None,
) -> type[APIView]:
    """Return the door of one step: ``kind`` names it in the schema, ``key`` its record in the address.

    ``tell(record, staff)`` answers with the record where its shape wants more than the row.
    """

    class Door(APIView):
        @extend_schema(
            operation_id=f"{kind}_{step.slug.replace('-', '_')}",
            summary=step.label,
            request=serializer_of(ON_RECORD, step.form, f"{kind.title()}{step.slug.title().replace('-', '')}"),
            responses={200: shape, **WRITING},
        )
        def post(self, request: Request, **keys: int) -> Response:
            staff = caller(request)
            record = find(staff, keys[key])
            typed = checked(ON_RECORD, step.form, request.data, by=staff, record=record).arguments()
            step.action(record, by=staff, **typed)
            # A step may make another record: what is told is the one it was taken on.
            found = find(staff, record.pk)
            return Response(tell(found, staff) if tell else shape(found).data)

    Door.__name__ = f"{kind.title()}{step.slug.title().replace('-', '')}Door"
    Door.__doc__ = f"{step.label}."
    return Door
