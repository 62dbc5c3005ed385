"""One person of a registration put right by programs; of the case itself the act `correct` takes one field as it is."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.correcting import correct
from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.written import PREFERENCES, WRITTEN, written
from cases.models import Party
from cases.reading.acts_open import assert_open
from cases.reading.read import read_case
from cases.record_steps import WRITING
from law.vocabulary import Act
from organizations.today import today
from reception.corrections.forms import OF_A_PERSON, OnePersonForm, fields_of
from reception.corrections.opening import correction_spot, person_of


class CorrectPerson(APIView):
    """更正一位信访人的一栏."""

    @extend_schema(
        operation_id="person_correct",
        summary="更正一位信访人的一栏，其余不变",
        request={"application/json": {"type": "object", "additionalProperties": True}},
        responses={200: WRITTEN, **WRITING},
        parameters=[OpenApiParameter("field", str, "path", enum=list(OF_A_PERSON)), *PREFERENCES],
    )
    def post(self, request: Request, case_id: int, person_id: int, field: str) -> Response:
        """Put one thing of one person right. Raises Refused: not_found, input_invalid, and as `correct`."""
        staff, on = staff_of(request), today()
        file = read_case(case_id, by=staff, on=on)
        assert_open(correction_spot(file, staff, on))
        _, only = fields_of(OF_A_PERSON, field)
        person: Party = person_of(file, staff, person_id)
        form = checked(Act.CORRECT, OnePersonForm, request.data, by=staff, only=only, person=person)
        return written(correct(case_id, by=staff, **form.arguments()), request, by=staff)
