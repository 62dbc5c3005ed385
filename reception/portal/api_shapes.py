"""What programs are told of the desk's side of the portal."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import word
from reception.models import AssistedFiling, CitizenWord, ContactState, OnlineFiling, ReadBack, WordKind, WordState


class OnlineFilingShape(serializers.ModelSerializer[OnlineFiling]):
    """One online filing, without what the petitioner wrote."""

    unit = serializers.CharField(source="unit.name")
    state = word(ContactState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")

    class Meta:
        model = OnlineFiling
        fields = ("id", "unit", "state", "case", "case_number", "filed_on", "asked_on", "answer", "version")


class CitizenWordShape(serializers.ModelSerializer[CitizenWord]):
    """One question or report of a petitioner."""

    unit = serializers.CharField(source="unit.name")
    kind = word(WordKind)
    state = word(WordState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")

    class Meta:
        model = CitizenWord
        fields = (
            "id",
            "unit",
            "kind",
            "state",
            "case",
            "case_number",
            "said_on",
            "text",
            "answer",
            "answered_on",
            "version",
        )


class AssistedFilingShape(serializers.ModelSerializer[AssistedFiling]):
    """One petition written for somebody."""

    unit = serializers.CharField(source="unit.name")
    read_back = word(ReadBack)
    helper = serializers.CharField(source="helper.name")
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")

    class Meta:
        model = AssistedFiling
        fields = ("id", "unit", "case", "case_number", "filed_on", "helper", "read_back", "witness", "version")


class OnlineFilingPage(serializers.Serializer[Any]):
    """One page of online filings."""

    results = OnlineFilingShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class CitizenWordPage(serializers.Serializer[Any]):
    """One page of what petitioners said."""

    results = CitizenWordShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class AssistedFilingPage(serializers.Serializer[Any]):
    """One page of what was written for others."""

    results = AssistedFilingShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)
