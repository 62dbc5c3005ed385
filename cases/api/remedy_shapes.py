"""What programs read of remedies and of a leg that had to be handled anew, or is finished."""

from rest_framework import serializers

from cases.api.rows import word
from cases.clocks import accepted_late
from cases.models import AfterCare, Leg, PastAnswer, Remedy
from law.endings import CareKind, Retention
from law.remedies import RefusalGround, RemedyDecision, RemedyKind
from law.vocabulary import Outcome


class PastAnswerShape(serializers.ModelSerializer[PastAnswer]):
    """An answer as it stood when the leg had to be handled anew."""

    demand = serializers.IntegerField(source="demand.number")
    outcome = word(Outcome)

    class Meta:
        model = PastAnswer
        fields = ("demand", "outcome", "facts", "opinion", "legal_basis", "answered_on", "set_aside_on")
        read_only_fields = fields


class AfterCareShape(serializers.ModelSerializer[AfterCare]):
    """What was done for the petitioner after the end."""

    kind = word(CareKind)

    class Meta:
        model = AfterCare
        fields = ("kind", "on", "text")
        read_only_fields = fields


class LegEndShape(serializers.ModelSerializer[Leg]):
    """Whether a leg was accepted in time, what it answered before it was handled anew, what became of it after its end."""

    past_answers = PastAnswerShape(many=True, help_text="责令重新办理、退回重办之前的答复")
    after_cares = AfterCareShape(many=True)
    finalized_on = serializers.DateField(source="finalization.approved_on", allow_null=True, default=None)
    retention = serializers.ChoiceField(
        source="archiving.retention", choices=Retention.choices(), allow_null=True, default=None
    )
    accepted_late_days = serializers.SerializerMethodField(
        help_text="收到后超过15日才受理的天数；办结期限仍从受理之日起算"
    )

    def get_accepted_late_days(self, leg: Leg) -> int:
        """Return by how many days the acceptance came after the fifteen."""
        return accepted_late(leg)


class RemedyShape(serializers.ModelSerializer[Remedy]):
    """One request for re-examination or review, and what became of it."""

    kind = word(RemedyKind)
    decision = word(RemedyDecision, allow_blank=True)
    refuse_ground = word(RefusalGround, allow_blank=True)
    unit = serializers.CharField(source="unit.name")
    against = serializers.CharField(source="against.number", help_text="不服的意见书的文号")

    class Meta:
        model = Remedy
        fields = (
            "id",
            "leg",
            "kind",
            "unit",
            "against",
            "request",
            "requested_on",
            "received_on",
            "late",
            "late_reason",
            "admitted_on",
            "refused_on",
            "refuse_ground",
            "refuse_reason",
            "readmitted_on",
            "readmit_reason",
            "decision",
            "revoked",
            "remand_days",
            "facts",
            "opinion",
            "legal_basis",
            "decided_on",
        )
        read_only_fields = fields
