"""What follows from orders for programs: decisions of the joint conference, and what came of measures, recommendations, leads."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from law.vocabulary import Act
from organizations.models import Staff
from supervision.models import Advice, ConferenceDecision, Lead, Measure, OrderAccount, SupervisionOrder
from supervision.orders.following import record_decision
from supervision.orders.following_forms import DecisionForm
from supervision.orders.following_reading import accounts_of, advice_of, leads_of, measures_of
from supervision.orders.reading import assert_orders, order_of
from supervision.orders.taking import FOLLOWING, following_of
from supervision.words.orders import Account, AccountState, AdviceKind, MeasureKind, Uptake

READING = dict.fromkeys((401, 403, 404, 422), ProblemShape)
WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
# A form without a case takes what registering takes: no ids, no version.
NEW = Act.REGISTER
MOST = 200


class DecisionShape(serializers.ModelSerializer[ConferenceDecision]):
    """One decision of the joint conference; its file is read at its page."""

    class Meta:
        model = ConferenceDecision
        fields = ("id", "number", "held_on", "version")


class MeasureShape(serializers.ModelSerializer[Measure]):
    """One measure, with the decision it rests on."""

    kind = word(MeasureKind)
    decision_number = serializers.CharField(source="decision.number")

    class Meta:
        model = Measure
        fields = ("id", "kind", "decision", "decision_number", "text", "due_on", "done_on", "done", "state")


class AdviceShape(serializers.ModelSerializer[Advice]):
    """One recommendation with its uptake."""

    kind = word(AdviceKind)
    uptake = word(Uptake, allow_blank=True)

    class Meta:
        model = Advice
        fields = ("id", "kind", "addressee", "number", "text", "made_on", "uptake", "uptake_on", "uptake_text", "state")


class AccountShape(serializers.ModelSerializer[OrderAccount]):
    """One account that a unit was called to give."""

    state = word(AccountState)
    said = word(Account, allow_blank=True)
    order_number = serializers.CharField(source="order.number")
    unit = serializers.CharField(source="unit.name")

    class Meta:
        model = OrderAccount
        fields = ("id", "order", "order_number", "unit", "due_on", "said", "text", "wanted", "given_on", "state")


class LeadShape(serializers.ModelSerializer[Lead]):
    """One lead, for who may read it."""

    class Meta:
        model = Lead
        fields = ("id", "body", "text", "handed_on", "receipt", "receipt_on", "receiver", "state")


class FollowingShape(serializers.Serializer[Any]):
    """What follows from one order, as far as the caller may read it."""

    measures = MeasureShape(many=True)
    advice = AdviceShape(many=True)
    accounts = AccountShape(many=True)
    leads = LeadShape(many=True)


class DecisionList(APIView):
    """联席会议决定."""

    @extend_schema(
        operation_id="supervision_decisions_list",
        summary="登记过的联席会议决定，新的在前",
        responses={200: DecisionShape(many=True), **READING},
    )
    def get(self, request: Request) -> Response:
        """List decisions. Raises Refused not_permitted."""
        staff = assert_orders(staff_of(request))
        return Response(DecisionShape(ConferenceDecision.objects.readable_by(staff)[:MOST], many=True).data)

    @extend_schema(
        operation_id="supervision_decision_record",
        summary="登记联席会议决定，附纪要或者决定的文件",
        request=serializer_of(NEW, DecisionForm, "ConferenceDecisionInput"),
        responses={201: DecisionShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Record a decision. Raises InputInvalid; Refused as `record_decision`."""
        staff = assert_orders(staff_of(request))
        typed = checked(NEW, DecisionForm, request.data, by=staff).arguments()
        return Response(DecisionShape(record_decision(by=staff, **typed)).data, status=201)


class OrderFollowing(APIView):
    """一件督办的措施、建议、交账和线索."""

    @extend_schema(
        operation_id="supervision_order_following",
        summary="一件督办的联席会议措施、建议、交账和责任线索",
        responses={200: FollowingShape, **READING},
    )
    def get(self, request: Request, order_id: int) -> Response:
        """Read what follows from one order. Raises Refused not_found."""
        staff = staff_of(request)
        return Response(FollowingShape(_following(order_of(staff, order_id), staff)).data)


def following_door(kind: str) -> type[APIView]:
    """Return the door for what came of one kind of record that follows from an order."""
    _, step = FOLLOWING[kind]

    @extend_schema(
        operation_id=f"supervision_following_{kind}",
        summary=step.label,
        request=serializer_of(NEW, step.form, f"Following{kind.title()}Input"),
        responses={200: FollowingShape, **WRITING},
    )
    def post(self: APIView, request: Request, following_id: int) -> Response:
        """Take the step. Raises InputInvalid; Refused as the step does."""
        staff = staff_of(request)
        record, chosen = following_of(staff, kind, following_id)
        chosen.take(record, staff, checked(NEW, chosen.form, request.data, by=staff).arguments())
        return Response(FollowingShape(_following(record.order, staff)).data)

    return type(f"Following{kind.title()}", (APIView,), {"post": post, "__doc__": step.label})


def _following(order: SupervisionOrder, staff: Staff) -> dict[str, Any]:
    return {
        "measures": measures_of(order, staff),
        "advice": advice_of(order, staff),
        "accounts": accounts_of(order, staff),
        "leads": leads_of(order, staff),
    }


def staff_of(request: Request) -> Staff:
    """Return who calls."""
    return cast(Staff, request.user)
