"""The proposals that wait for a person, for programs: the same queue as the page, and its approval."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.approving_many import approve_proposals
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.letters import staff_of
from cases.api.rows import outcome, word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.filings import ApproveManyForm
from cases.lists.approvals import approvals, assert_approves, chosen_approvals, exits_waiting
from law.vocabulary import Act


class ApprovalShape(serializers.Serializer[Any]):
    """One proposal of the queue."""

    case_id = serializers.IntegerField(source="case.pk")
    proposal_id = serializers.IntegerField(source="proposal.pk")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField()
    urgent = serializers.BooleanField(source="case.urgent")
    act = word(Act, source="proposal.act", help_text="拟办理的")
    demands = serializers.ListField(child=serializers.IntegerField(), source="proposal.demands")
    unit = serializers.CharField(source="proposal.goes_to", help_text="转送、交办、转出到哪里")
    days = serializers.IntegerField(source="proposal.days", allow_null=True, help_text="交办的反馈期限")
    text = serializers.CharField(source="proposal.text", help_text="拟办意见")
    reason = serializers.CharField(source="proposal.reason", help_text="写入文书的理由")
    proposed_on = serializers.DateField(source="proposal.proposed_on")
    by = serializers.CharField(source="proposal.by.name", help_text="拟办人")
    own = serializers.BooleanField(help_text="本人呈报，由另一人批准")


class ExitWaitingShape(serializers.Serializer[Any]):
    """One leg that was turned away; approve it by `approve-exit` of its case."""

    case_id = serializers.IntegerField(source="case.pk")
    leg_id = serializers.IntegerField(source="leg.pk")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField()
    act = word(Act, source="leg.exit.act")
    ground = serializers.CharField(source="leg.exit.ground")
    reason = serializers.CharField(source="leg.exit.reason")
    asked_on = serializers.DateField(source="leg.exit.asked_on", allow_null=True)


class ApprovalsShape(serializers.Serializer[Any]):
    """What waits for the caller's approval."""

    proposals = ApprovalShape(many=True)
    exits = ExitWaitingShape(many=True, help_text="不予受理、不再受理、存查：逐件核准，或者在存查清单上签字")


class ApproveManyInput(serializers.Serializer[Any]):
    """Which proposals are approved: their ids."""

    proposals = serializers.ListField(child=serializers.IntegerField(min_value=1), min_length=1, max_length=200)


class ApprovedShape(serializers.Serializer[Any]):
    """What became of one of them: approved and done, or why not."""

    proposal_id = serializers.IntegerField()
    code = serializers.CharField(allow_blank=True, help_text="空的即已批准并办理")
    message = serializers.CharField(allow_blank=True)


class Approvals(APIView):
    """拟办待批."""

    @extend_schema(
        operation_id="approvals",
        summary="等候批准的拟办意见，和等候另一人核准的不予受理、不再受理、存查",
        responses={200: ApprovalsShape, 401: ProblemShape, 403: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List what waits. Raises Refused not_permitted."""
        staff = assert_approves(staff_of(request))
        return Response(ApprovalsShape({"proposals": approvals(staff), "exits": exits_waiting(staff)}).data)

    @extend_schema(
        operation_id="approve_many",
        summary="批准拟办意见：每一件单独批准并办理，不能批准的说明原因",
        request=ApproveManyInput,
        responses={
            200: ApprovedShape(many=True),
            **dict.fromkeys((400, 401, 403, 404, 413, 415), ProblemShape),
            422: InputProblemShape,
        },
    )
    def post(self, request: Request) -> Response:
        """Approve proposals that wait. Raises InputInvalid; Refused: not_permitted, not_found, nothing_chosen."""
        staff = assert_approves(staff_of(request))
        said = an_object(request.data)
        if faults := unknown(said, ("proposals",)):
            raise InputInvalid(faults)
        chosen = chosen_approvals(staff, valid(ApproveManyForm(said)).cleaned_data["proposals"])
        results = approve_proposals([(each.case.pk, each.proposal.pk) for each in chosen], by=staff)
        told = [{"proposal_id": key, **outcome(refused)} for key, refused in results]
        return Response(ApprovedShape(told, many=True).data)
