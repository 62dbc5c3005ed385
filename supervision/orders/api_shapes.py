"""What programs read of orders and findings."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import word
from organizations.today import today
from supervision.models import Finding, SupervisionOrder
from supervision.orders.rules import rule_of
from supervision.words.orders import (
    CheckResult,
    ExplainedHow,
    Failure,
    FindingState,
    OrderMethod,
    OrderSource,
    OrderState,
)


def _name(source: str) -> serializers.CharField:
    return serializers.CharField(source=source, default=None, allow_null=True)


class OrderShape(serializers.ModelSerializer[SupervisionOrder]):
    """One order with how far it is."""

    case_number = serializers.CharField(source="case.number")
    unit = serializers.CharField(source="unit.name")
    failure = word(Failure)
    article = serializers.SerializerMethodField(help_text="情形所依据的条款")
    source = word(OrderSource)  # type: ignore[assignment]
    method = word(OrderMethod)
    state = word(OrderState)
    result = word(CheckResult, allow_blank=True)
    explained_how = word(ExplainedHow, allow_blank=True)
    made_by = serializers.CharField(source="made_by.name")
    signed_by = serializers.CharField(source="signed_by.name")
    checked_by = _name("checked_by.name")
    closed_by = _name("closed_by.name")
    days_late = serializers.SerializerMethodField(help_text="首次反馈逾期的天数，尚未反馈的算到今天")

    class Meta:
        model = SupervisionOrder
        fields = (
            "id",
            "number",
            "case",
            "case_number",
            "leg",
            "unit",
            "finding",
            "failure",
            "article",
            "source",
            "committee",
            "method",
            "text",
            "made_on",
            "made_by",
            "signed_by",
            "reply_by",
            "received_on",
            "first_reply_on",
            "replied_on",
            "reply",
            "reply_number",
            "days_late",
            "result",
            "check_text",
            "checked_on",
            "checked_by",
            "rectification",
            "rectified_on",
            "further",
            "further_on",
            "explained_how",
            "explained_on",
            "closed_on",
            "closed_by",
            "state",
            "version",
        )

    def get_article(self, row: SupervisionOrder) -> str:
        """Return the article of the failure."""
        return rule_of(row.failure).article

    def get_days_late(self, row: SupervisionOrder) -> int:
        """Return by how many days the first reply is or was late."""
        return row.days_late(today())


class OrderPage(serializers.Serializer[Any]):
    """One page of orders, the newest first."""

    results = OrderShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class FindingShape(serializers.ModelSerializer[Finding]):
    """One finding as it was found; order about it by `supervise` of its case."""

    case_number = serializers.CharField(source="case.number")
    unit = serializers.CharField(source="unit.name")
    failure = word(Failure)
    article = serializers.SerializerMethodField(help_text="情形所依据的条款")
    state = word(FindingState)

    class Meta:
        model = Finding
        fields = (
            "id",
            "case",
            "case_number",
            "leg",
            "unit",
            "failure",
            "article",
            "missed_on",
            "found_on",
            "reason",
            "state",
            "version",
        )

    def get_article(self, row: Finding) -> str:
        """Return the article of the failure."""
        return rule_of(row.failure).article


class FindingPage(serializers.Serializer[Any]):
    """One page of open findings, the latest missed first."""

    results = FindingShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)
