"""What programs read of objections, side exits and urgent reports."""

from rest_framework import serializers

from cases.api.rows import word
from cases.models import Escalation, LevelDecision, Objection, Redirect, SideExit, UrgentReport
from law.matters import Destination, ReportKind, ReportTo, Ruling
from law.vocabulary import Act, Path


class ObjectionShape(serializers.ModelSerializer[Objection]):
    """One objection of a unit, and what was decided."""

    proposed = serializers.CharField(source="proposed.name", allow_null=True, default=None)
    arbiter = serializers.CharField(source="arbiter.name", allow_null=True, default=None)
    named = serializers.CharField(source="named.name", allow_null=True, default=None)
    ruling = word(Ruling, allow_blank=True)
    demands = serializers.ListField(child=serializers.IntegerField())

    class Meta:
        model = Objection
        fields = (
            "filed_on",
            "reason",
            "proposed",
            "demands",
            "second",
            "disputed",
            "arbiter",
            "ruling",
            "decided_on",
            "words",
            "materials",
            "named",
        )


class ExitShape(serializers.ModelSerializer[SideExit]):
    """Why and where a leg left the procedure."""

    act = word(Act)
    path = word(Path, allow_blank=True)
    destination = word(Destination, allow_blank=True)

    class Meta:
        model = SideExit
        fields = (
            "act",
            "ground",
            "path",
            "destination",
            "body",
            "limit",
            "how",
            "earlier",
            "reason",
            "receipt_on",
            "receipt_number",
            "earlier_elsewhere",
            "told_orally",
            "held_by",
            "held_until",
            "asked_on",
            "approved",
            "decided_on",
            "decided_words",
            "reopened_on",
            "reopened_reason",
        )


class UrgentReportShape(serializers.ModelSerializer[UrgentReport]):
    """One report upward."""

    kind = word(ReportKind)
    bodies = serializers.ListField(child=word(ReportTo))

    class Meta:
        model = UrgentReport
        fields = ("id", "kind", "bodies", "reported_on", "reported_at", "content", "receipt_on", "receipt_note")


class LevelDecisionShape(serializers.ModelSerializer[LevelDecision]):
    """A matter put to the own level, and the decision."""

    class Meta:
        model = LevelDecision
        fields = ("asked_on", "proposal", "decided_on", "decided_by", "number", "decision")


class EscalationShape(serializers.ModelSerializer[Escalation]):
    """One request that a higher unit takes a leg over, and what was decided."""

    asked_unit = serializers.CharField(source="asked_unit.name")
    proposed = serializers.CharField(source="proposed.name")

    class Meta:
        model = Escalation
        fields = ("asked_unit", "proposed", "reason", "asked_on", "agreed", "decided_on", "words")


class RedirectShape(serializers.ModelSerializer[Redirect]):
    """One request that a leg not accepted yet goes to another unit, and what the other side decided."""

    asked_unit = serializers.CharField(source="asked_unit.name")
    proposed = serializers.CharField(source="proposed.name", allow_null=True, default=None)

    class Meta:
        model = Redirect
        fields = ("asked_unit", "proposed", "reason", "asked_on", "agreed", "decided_on", "words")
