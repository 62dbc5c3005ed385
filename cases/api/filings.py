"""The filings of a day for programs: the same list as the page, and its signature."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.filing import sign_filings
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.letters import staff_of
from cases.api.rows import outcome, word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.days import OneDayForm
from cases.forms.filings import SignForm
from cases.lists.filings import assert_signs, filings_of_day, waiting_legs
from law.filing import FilingGround
from organizations.today import today


class FilingShape(serializers.Serializer[Any]):
    """One filing of the list."""

    case_id = serializers.IntegerField(source="case.pk")
    leg_id = serializers.IntegerField(source="leg.pk")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField()
    ground = word(FilingGround)
    duplicate_of = serializers.CharField(source="left.earlier")
    reason = serializers.CharField(source="left.reason")
    asked_on = serializers.DateField(source="left.asked_on")
    decided_on = serializers.DateField(source="left.decided_on", allow_null=True)
    waits = serializers.BooleanField(help_text="等候签字")
    own = serializers.BooleanField(help_text="本人提出，由另一人签字")


class FilingsShape(serializers.Serializer[Any]):
    """The filings of one day."""

    on = serializers.DateField()
    filings = FilingShape(many=True)


class SignInput(serializers.Serializer[Any]):
    """Which filings are signed: their legs."""

    legs = serializers.ListField(child=serializers.IntegerField(min_value=1), min_length=1, max_length=200)


class SignedShape(serializers.Serializer[Any]):
    """What became of one of them: signed, or why not."""

    leg_id = serializers.IntegerField()
    code = serializers.CharField(allow_blank=True, help_text="空的即已签字")
    message = serializers.CharField(allow_blank=True)


class Filings(APIView):
    """存查清单."""

    @extend_schema(
        operation_id="filings",
        summary="某一天以四种理由存查的信访件，和以前等候签字的",
        parameters=[OpenApiParameter("on", OpenApiTypes.DATE, description="不写即今天；写了就须是日期，空的不行")],
        responses={200: FilingsShape, 401: ProblemShape, 403: ProblemShape, 422: InputProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List the filings of a day. Raises Refused: not_permitted, input_invalid."""
        staff = assert_signs(staff_of(request))
        form = valid(OneDayForm({"on": request.query_params.get("on", today().isoformat())}))
        on = form.cleaned_data["on"]
        return Response(FilingsShape({"on": on, "filings": filings_of_day(staff, on)}).data)

    @extend_schema(
        operation_id="sign_filings",
        summary="第二人在存查清单上签字：每一件单独核准，不能核准的说明原因",
        request=SignInput,
        responses={
            200: SignedShape(many=True),
            **dict.fromkeys((400, 401, 403, 404, 413, 415), ProblemShape),
            422: InputProblemShape,
        },
    )
    def post(self, request: Request) -> Response:
        """Sign filings that wait. Raises InputInvalid; Refused: not_permitted, not_found, nothing_chosen."""
        staff = assert_signs(staff_of(request))
        said = an_object(request.data)
        if faults := unknown(said, ("legs",)):
            raise InputInvalid(faults)
        legs = valid(SignForm(said)).cleaned_data["legs"]
        results = sign_filings(waiting_legs(staff, today(), legs), by=staff)
        told = [{"leg_id": leg, **outcome(refused)} for leg, refused in results]
        return Response(SignedShape(told, many=True).data)
