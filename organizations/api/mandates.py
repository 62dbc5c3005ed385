"""Acting for somebody, for programs: the caller's own mandates, given and held."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.errors import Refused
from organizations.access import account_named
from organizations.api.problem import ProblemShape
from organizations.mandates import end_mandate, give_mandate, mandates_of
from organizations.models import Mandate, Staff
from organizations.models.mandate import MandateKind

_PROBLEMS = {401: ProblemShape, 403: ProblemShape, 422: ProblemShape}


class MandateShape(serializers.ModelSerializer[Mandate]):
    """One mandate; its id goes into the header X-Acting-For."""

    kind = serializers.ChoiceField(choices=MandateKind.choices())
    person = serializers.CharField(source="person.username", help_text="代谁办理")
    hand = serializers.CharField(source="hand.username", help_text="由谁办理")

    class Meta:
        model = Mandate
        fields = ("id", "kind", "person", "hand", "from_day", "to_day", "reason", "given_on")


class MandatesShape(serializers.Serializer[Any]):
    """The caller's mandates that are not over."""

    results = MandateShape(many=True)


class MandateInput(serializers.Serializer[Any]):
    """A mandate to give; ``person`` is the caller where it is not said."""

    kind = serializers.ChoiceField(choices=MandateKind.choices())
    person = serializers.CharField(required=False, max_length=40, help_text="代谁办理的账号；不写即本人")
    hand = serializers.CharField(max_length=40, help_text="由谁办理的账号")
    from_day = serializers.DateField()
    to_day = serializers.DateField()
    reason = serializers.CharField(max_length=100)


class Mandates(APIView):
    """代办."""

    @extend_schema(
        operation_id="mandates_list", summary="本人指定的和承担的代办", responses={200: MandatesShape, **_PROBLEMS}
    )
    def get(self, request: Request) -> Response:
        """List the caller's mandates."""
        return Response(MandatesShape({"results": mandates_of(_self(request))}).data)

    @extend_schema(
        operation_id="mandate_give",
        summary="指定代办",
        request=MandateInput,
        responses={201: MandateShape, **_PROBLEMS},
    )
    def post(self, request: Request) -> Response:
        """Give a mandate. Raises Refused as `give_mandate` does, account_unknown."""
        asked = MandateInput(data=request.data)
        if not asked.is_valid():
            raise Refused("input_invalid", f"这些栏目不对：{'、'.join(asked.errors)}。")
        said, me = asked.validated_data, _self(request)
        person = account_named(said["person"]) if said.get("person") else me
        given = give_mandate(
            MandateKind(said["kind"]),
            person,
            account_named(said["hand"]),
            said["from_day"],
            said["to_day"],
            said["reason"],
            by=me,
        )
        return Response(MandateShape(given).data, status=201)


@extend_schema(
    operation_id="mandate_end",
    summary="结束代办，立即生效",
    request=None,
    responses={204: None, 404: ProblemShape, **_PROBLEMS},
)
@api_view(["POST"])
def ended(request: Request, mandate_id: int) -> Response:
    """End a mandate that the caller gave or holds. Raises Refused not_found."""
    end_mandate(mandate_id, by=_self(request))
    return Response(status=204)


def _self(request: Request) -> Staff:
    staff = cast(Staff, request.user)
    return staff.hand or staff
