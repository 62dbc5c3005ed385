"""同一事项一并办理 for programs: what can be done together and why not, and the doing, with a result for each."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.shared_answers import SHARED_CHOICES, Target, do_together
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.letters import staff_of
from cases.api.rows import outcome
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.shared_answers import MOST_TARGETS, SourceForm, TogetherForm
from cases.lists.shared_answers import shared_work
from cases.models import Case
from cases.reading.read import read_case
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from organizations.api.queries import assert_known
from organizations.today import today


class TargetShape(serializers.Serializer[Any]):
    """A leg, and of it a demand where it is answered."""

    leg_id = serializers.IntegerField(min_value=1)
    demand = serializers.IntegerField(min_value=0, default=0, help_text="诉求序号；只在答复时")


class TogetherInput(serializers.Serializer[Any]):
    """Which act, on which targets."""

    act = serializers.ChoiceField(choices=SHARED_CHOICES)
    to = serializers.ListField(child=TargetShape(), min_length=1, max_length=MOST_TARGETS)
    note = serializers.CharField(required=False, allow_blank=True, help_text="送审说明、审签意见")

    def get_fields(self) -> dict[str, Any]:
        """Add `source`, a name that a serializer cannot have as an attribute."""
        said = TargetShape(required=False, help_text="照用本件哪一项的答复；只在答复时")
        return {**super().get_fields(), "source": said}


class MatterToldShape(TargetShape):
    """What became of one, or why it cannot be done."""

    code = serializers.CharField(allow_blank=True, help_text="空的即可以办理、已办理")
    message = serializers.CharField(allow_blank=True)


class ChoiceShape(MatterToldShape):
    """One that can be chosen, before anything is done."""

    act = serializers.ChoiceField(choices=SHARED_CHOICES)
    case_id = serializers.IntegerField()
    number = serializers.CharField()


_READ = dict.fromkeys((401, 404), ProblemShape)


class MatterTogether(APIView):
    """同一事项一并办理."""

    @extend_schema(
        operation_id="matter_choices",
        summary="同一事项里由调用者单位办理的件：能否照此答复、送审、签发，不能的说明原因",
        parameters=[
            OpenApiParameter("source", OpenApiTypes.STR, description="照用本件哪一项的答复：环节编号:诉求序号")
        ],
        responses={200: ChoiceShape(many=True), **_READ, 422: InputProblemShape},
    )
    def get(self, request: Request, case_id: int) -> Response:
        """List what can be done together. Raises Refused not_found; InputInvalid."""
        staff = staff_of(request)
        file = read_case(case_id, by=staff, on=today())
        assert_known(request.query_params, {"source"})
        source = valid(SourceForm({"source": request.query_params.get("source", "")})).cleaned_data["source"]
        work = shared_work(file, staff, today(), source)
        rows = [
            {
                **_told(each.target, each.refusal),
                "act": str(act),
                "case_id": each.leg.case_id,
                "number": each.leg.case.number,
            }
            for act, choices in work.choices.items()
            for each in choices
        ]
        return Response(ChoiceShape(rows, many=True).data)

    @extend_schema(
        operation_id="matter_together",
        summary="照本件的答复答复同一事项的其他件，或者一并送审、签发：每一件单独办理，不能办的说明原因",
        request=TogetherInput,
        responses={
            200: MatterToldShape(many=True),
            **dict.fromkeys((400, 401, 403, 404, 413, 415), ProblemShape),
            422: InputProblemShape,
        },
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Do one act on each. Raises InputInvalid; Refused not_found."""
        staff = staff_of(request)
        # What is out of reach is said before what is wrong with the input.
        if not Case.objects.visible_to(staff).filter(pk=case_id).exists():
            raise not_found()
        said = an_object(request.data)
        if faults := unknown(said, ("act", "source", "to", "note")):
            raise InputInvalid(faults)
        typed = valid(TogetherForm(said)).cleaned_data
        told = do_together(case_id, by=staff, **typed)
        return Response(MatterToldShape([_told(*each) for each in told], many=True).data)


def _told(target: Target, refused: Refused | None) -> dict[str, Any]:
    return {**target._asdict(), **outcome(refused)}
