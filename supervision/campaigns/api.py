"""Campaigns for programs: the same preview and the same steps as the pages."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import InputInvalid, an_object, checked_form, unknown
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of_form
from cases.api.shapes import InputProblemShape, ProblemShape
from organizations.api.queries import PAGED
from organizations.today import today
from supervision.campaigns.forms import CampaignForm, RuleForm
from supervision.campaigns.gathering import MOST_AT_ONCE, by_rule
from supervision.campaigns.reading import campaign_of, campaigns, page_of_cases, unmatched_of
from supervision.campaigns.working import GATHER, end_campaign, gather_by_numbers, gather_by_rule, make_campaign, not_in
from supervision.models import Campaign
from supervision.models.campaigns import CampaignState, Gathered
from supervision.rights import assert_manages, assert_reads

READING = {**dict.fromkeys((401, 403, 404), ProblemShape), 422: InputProblemShape}
WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}


class CampaignShape(serializers.ModelSerializer[Campaign]):
    """One campaign."""

    state = word(CampaignState)
    unit = serializers.CharField(source="unit.name")

    class Meta:
        model = Campaign
        fields = ("id", "name", "source", "until", "state", "unit", "made_on", "ended_on", "version")


class CampaignCaseShape(serializers.Serializer[Any]):
    """One case of a campaign within the caller's reach."""

    case_id = serializers.IntegerField(source="case.pk")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField()
    received_on = serializers.DateField(source="case.received_on")
    how = serializers.ChoiceField(source="row.how", choices=Gathered.choices())
    added_on = serializers.DateField(source="row.added_on")
    ownership_id = serializers.IntegerField(source="sheet.pk", allow_null=True, default=None)


class CampaignPage(serializers.Serializer[Any]):
    """A campaign with a page of its cases, and the superior's numbers that no case here has."""

    campaign = CampaignShape()
    results = CampaignCaseShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)
    unmatched = serializers.ListField(child=serializers.CharField())


class CampaignPreview(serializers.Serializer[Any]):
    """What a rule would take in: send `expected` with the same rule to take it in."""

    campaign = CampaignShape()
    expected = serializers.IntegerField(help_text="符合的件数；已列入的为0")
    numbers = serializers.ListField(child=serializers.CharField())


class NumbersInput(serializers.Serializer[Any]):
    """Numbers of a superior's list."""

    numbers = serializers.ListField(child=serializers.CharField(max_length=80), min_length=1, max_length=5000)


def _numbers(data: Any) -> list[str]:
    said = an_object(data)
    faults, numbers = unknown(said, ("numbers",)), said.get("numbers")
    if not isinstance(numbers, list) or not all(isinstance(each, str) for each in numbers):
        faults["numbers"] = ["应为文字的列表。"]
    if faults:
        raise InputInvalid(faults)
    return list(said["numbers"])


class Campaigns(APIView):
    """专项."""

    @extend_schema(
        operation_id="campaigns_list", summary="本区的积案专项", responses={200: CampaignShape(many=True), **READING}
    )
    def get(self, request: Request) -> Response:
        """List campaigns. Raises Refused not_permitted."""
        return Response(CampaignShape(campaigns(assert_reads(staff_of(request))), many=True).data)

    @extend_schema(
        operation_id="campaign_make",
        summary="建立专项",
        request=serializer_of_form(CampaignForm, "CampaignMake"),
        responses={201: CampaignShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Begin a campaign. Raises Refused as `make_campaign`."""
        staff = assert_manages(staff_of(request))
        form = checked_form(CampaignForm, request.data)
        return Response(CampaignShape(make_campaign(**form.cleaned_data, by=staff)).data, status=201)


class OneCampaign(APIView):
    """一个专项."""

    @extend_schema(
        operation_id="campaign_read",
        summary="一个专项和它的信访件（在调用者查看范围内）",
        parameters=PAGED,
        responses={200: CampaignPage, **READING},
    )
    def get(self, request: Request, campaign_id: int) -> Response:
        """Read one campaign. Raises Refused: not_found, key_broken."""
        staff, asked = staff_of(request), request.query_params
        found = campaign_of(staff, campaign_id)
        listed, page = page_of_cases(found, staff, after=asked.get("after", ""), before=asked.get("before", ""))
        told = {"after": page.after, "before": page.before, "unmatched": unmatched_of(found, staff)}
        return Response(CampaignPage({"campaign": found, "results": listed, **told}).data)


class CampaignRule(APIView):
    """按规则列入."""

    @extend_schema(
        operation_id="campaign_rule",
        summary="按规则列入：不带 expected 只预览，带上预览的件数才列入",
        request=serializer_of_form(RuleForm, "CampaignRuleInput"),
        responses={200: CampaignPreview, **WRITING},
    )
    def post(self, request: Request, campaign_id: int) -> Response:
        """Preview a rule or take in what it finds. Raises Refused as `gather_by_rule`."""
        staff = staff_of(request)
        found = campaign_of(staff, campaign_id)
        form = checked_form(RuleForm, request.data)
        expected = form.cleaned_data["expected"]
        if expected is not None:
            done = gather_by_rule(found, rule=form.rule, expected=expected, by=staff)
            return Response(CampaignPreview({"campaign": done, "expected": 0, "numbers": []}).data)
        if refusal := GATHER.refusal(found, staff, today()):
            raise refusal
        cases = list(not_in(found, by_rule(staff, form.rule, today()))[: MOST_AT_ONCE + 1])
        told = {"expected": len(cases), "numbers": [case.number for case in cases]}
        return Response(CampaignPreview({"campaign": found, **told}).data)


class CampaignNumbers(APIView):
    """按上级编号列入."""

    @extend_schema(
        operation_id="campaign_numbers",
        summary="按上级的编号列入；没有对上的编号留在专项里",
        request=NumbersInput,
        responses={200: CampaignShape, **WRITING},
    )
    def post(self, request: Request, campaign_id: int) -> Response:
        """Take in the cases of these numbers. Raises Refused as `gather_by_numbers`."""
        staff = staff_of(request)
        found = campaign_of(staff, campaign_id)
        numbers = _numbers(request.data)
        return Response(CampaignShape(gather_by_numbers(found, numbers=numbers, by=staff)).data)


class CampaignEnd(APIView):
    """结束专项."""

    @extend_schema(
        operation_id="campaign_end", summary="结束专项", request=None, responses={200: CampaignShape, **WRITING}
    )
    def post(self, request: Request, campaign_id: int) -> Response:
        """End a campaign. Raises Refused as `end_campaign`."""
        staff = staff_of(request)
        return Response(CampaignShape(end_campaign(campaign_of(staff, campaign_id), by=staff)).data)
