"""What programs read of the proceedings beside the work on a leg."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import word
from cases.reading.proceeding import ProceedingKind


class DetailShape(serializers.Serializer[Any]):
    """One labelled text of a proceeding."""

    name = serializers.CharField()
    text = serializers.CharField()


class ProceedingShape(serializers.Serializer[Any]):
    """What happened beside the work on a leg: an extension, a hearing."""

    kind = word(ProceedingKind)
    leg = serializers.IntegerField(source="leg_id", allow_null=True)
    on = serializers.DateField()
    by = serializers.CharField()
    status = serializers.CharField()
    ended_on = serializers.DateField(allow_null=True)
    details = DetailShape(many=True)
