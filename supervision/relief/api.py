"""Relief for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceKind, AssistanceState, FundState
from supervision.relief.actions import case_of, open_fund, propose_assistance
from supervision.relief.balances import balances
from supervision.relief.forms import FundForm, ProposeForm
from supervision.relief.reading import assert_works, assistance_read, fund_read, funds_of, page_of_assistance
from supervision.relief.steps import FUND_STEPS, RELIEF_STEPS


class AssistanceShape(serializers.ModelSerializer[Assistance]):
    """One piece of assistance; the amount in 分."""

    number = serializers.CharField(source="case.number")
    unit = serializers.CharField(source="unit.name")
    kind = word(AssistanceKind)
    state = word(AssistanceState)

    class Meta:
        model = Assistance
        fields = (
            "id",
            "case",
            "number",
            "unit",
            "fund",
            "kind",
            "state",
            "basis",
            "content",
            "amount",
            "proposed_on",
            "decided_on",
            "said",
            "paid_on",
            "voucher",
            "version",
        )


class AssistancePageShape(serializers.Serializer[Any]):
    """One page of assistance; `after` and `before` are the keys of the neighbouring pages."""

    results = AssistanceShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class FundShape(serializers.ModelSerializer[ReliefFund]):
    """One fund with its balance; all amounts in 分."""

    unit = serializers.CharField(source="unit.name")
    state = word(FundState)
    paid = serializers.IntegerField(source="balance.paid", help_text="已支付")
    approved = serializers.IntegerField(source="balance.approved", help_text="已批准待支付")
    free = serializers.IntegerField(source="balance.free", help_text="还可以批准")

    class Meta:
        model = ReliefFund
        fields = (
            "id",
            "unit",
            "name",
            "year",
            "basis",
            "budget",
            "carried",
            "carried_from",
            "paid",
            "approved",
            "free",
            "state",
            "closed_on",
            "version",
        )


class AssistanceList(APIView):
    """帮扶."""

    @extend_schema(
        operation_id="assistance_list",
        summary="帮扶，新的在前",
        responses={200: AssistancePageShape, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List assistance, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = _staff(request), request.query_params
        assert_works(staff)
        assert_known(query, set(TURN))
        page = page_of_assistance(staff, after=query.get("after", ""), before=query.get("before", ""))
        shown = {"results": page.rows, "after": page.after, "before": page.before}
        return Response(AssistancePageShape(shown).data)


class AssistanceNew(APIView):
    """申请帮扶."""

    @extend_schema(
        operation_id="assistance_propose",
        summary="为一件信访件申请帮扶；金额单位为元",
        responses={201: AssistanceShape, **WRITING},
        request=serializer_of(NEW, ProposeForm, "AssistancePropose"),
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Propose assistance. Raises Refused as `propose_assistance`."""
        staff = _staff(request)
        # What is out of reach is not there, whatever was sent.
        case_of(staff, case_id)
        typed = checked(NEW, ProposeForm, request.data, by=staff).arguments()
        row = propose_assistance(case_id, by=staff, on=today(), **typed)
        return Response(AssistanceShape(row).data, status=201)


class AssistanceFile(APIView):
    """一件帮扶."""

    @extend_schema(operation_id="assistance_read", summary="一件帮扶", responses={200: AssistanceShape, **READING})
    def get(self, request: Request, assistance_id: int) -> Response:
        """Read one piece of assistance. Raises Refused not_found."""
        return Response(AssistanceShape(assistance_read(_staff(request), assistance_id)).data)


class AssistanceStep(APIView):
    """帮扶的一步."""

    @extend_schema(
        operation_id="assistance_step",
        summary="办理帮扶的一步：approve、refuse、pay、withdraw",
        responses={200: AssistanceShape, **WRITING},
        request=bodies_of(RELIEF_STEPS, "AssistanceStepBody"),
    )
    def post(self, request: Request, assistance_id: int, step: str) -> Response:
        """Take a step of assistance. Raises Refused as the step does."""
        staff = _staff(request)
        take_step(request, step_named(RELIEF_STEPS, step), assistance_read(staff, assistance_id), staff)
        return Response(AssistanceShape(assistance_read(staff, assistance_id)).data)


class FundList(APIView):
    """专项资金."""

    @extend_schema(operation_id="fund_list", summary="专项资金和余额", responses={200: FundShape(many=True), **READING})
    def get(self, request: Request) -> Response:
        """List funds with their balances. Raises Refused not_permitted."""
        staff = _staff(request)
        assert_works(staff)
        return Response(FundShape(_balanced(funds_of(staff)), many=True).data)

    @extend_schema(
        operation_id="fund_open",
        summary="设立专项资金；金额单位为元",
        responses={201: FundShape, **WRITING},
        request=serializer_of(NEW, FundForm, "FundOpen"),
    )
    def post(self, request: Request) -> Response:
        """Open a fund. Raises Refused as `open_fund`."""
        staff = _staff(request)
        fund = open_fund(by=staff, on=today(), **checked(NEW, FundForm, request.data, by=staff).arguments())
        return Response(FundShape(_balanced([fund])[0]).data, status=201)


class FundFile(APIView):
    """一项专项资金."""

    @extend_schema(operation_id="fund_read", summary="一项专项资金", responses={200: FundShape, **READING})
    def get(self, request: Request, fund_id: int) -> Response:
        """Read one fund. Raises Refused not_found."""
        return Response(FundShape(_balanced([fund_read(_staff(request), fund_id)])[0]).data)


class FundStep(APIView):
    """专项资金的一步."""

    @extend_schema(
        operation_id="fund_step",
        summary="调整预算（budget）、结账（close）；金额单位为元",
        responses={200: FundShape, **WRITING},
        request=bodies_of(FUND_STEPS, "FundStepBody"),
    )
    def post(self, request: Request, fund_id: int, step: str) -> Response:
        """Take a step of a fund. Raises Refused as the step does."""
        staff = _staff(request)
        take_step(request, step_named(FUND_STEPS, step), fund_read(staff, fund_id), staff)
        return Response(FundShape(_balanced([fund_read(staff, fund_id)])[0]).data)


def _balanced(funds: list[ReliefFund]) -> list[Any]:
    """Return funds, each with its balance."""
    bound = balances(funds)
    for fund in funds:
        vars(fund)["balance"] = bound[fund.pk]
    return funds


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)
