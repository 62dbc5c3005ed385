"""What programs read of return visits: the same as the pages show."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import word
from supervision.models import FollowUpVisit, VisitCall, VisitFeedback, VisitLot
from supervision.models.visit_words import (
    CallOutcome,
    FeedbackState,
    Reopening,
    VisitResult,
    VisitRule,
    VisitState,
    VisitWay,
)


class VisitShape(serializers.ModelSerializer[FollowUpVisit]):
    """One visit in a list."""

    number = serializers.CharField(source="case.number")
    unit = serializers.CharField(source="leg.unit.name", help_text="责任单位")
    state = word(VisitState)
    rule = word(VisitRule, source="lot.rule")
    assignee = serializers.CharField(
        source="assignee.username", default=None, allow_null=True, help_text="回访人的账号"
    )
    result = word(VisitResult, allow_blank=True, help_text="只供信访部门")
    reopening = word(Reopening, allow_blank=True)

    class Meta:
        model = FollowUpVisit
        fields = (
            "id",
            "case",
            "leg",
            "number",
            "unit",
            "lot",
            "rule",
            "answered",
            "drawn_on",
            "state",
            "assignee",
            "agreed_for",
            "visited_on",
            "result",
            "reopening",
            "version",
        )


class CallShape(serializers.ModelSerializer[VisitCall]):
    """One call before a visit."""

    outcome = word(CallOutcome)

    class Meta:
        model = VisitCall
        fields = ("on", "outcome", "agreed_for")


class VisitFileShape(VisitShape):
    """One visit with what was found."""

    way = word(VisitWay, allow_blank=True)
    calls = CallShape(many=True, source="seen_calls")

    class Meta(VisitShape.Meta):
        fields = (  # type: ignore[assignment]
            *VisitShape.Meta.fields,
            "way",
            "promised",
            "done",
            "missing",
            "words",
            "dropped_why",
            "reopening_why",
            "reopening_said",
            "calls",
        )


class VisitPageShape(serializers.Serializer[Any]):
    """One page of visits; `after` and `before` are the keys of the neighbouring pages."""

    results = VisitShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class FeedbackShape(serializers.ModelSerializer[VisitFeedback]):
    """What a unit was told after a visit."""

    number = serializers.CharField(source="case.number")
    unit = serializers.CharField(source="unit.name")
    state = word(FeedbackState)

    class Meta:
        model = VisitFeedback
        fields = (
            "id",
            "case",
            "leg",
            "number",
            "unit",
            "state",
            "text",
            "sent_on",
            "reply_by",
            "reply",
            "replied_on",
            "returned_why",
            "checked_on",
            "version",
        )


class LotShape(serializers.ModelSerializer[VisitLot]):
    """One lot: how it was drawn."""

    rule = word(VisitRule)
    drawn_by = serializers.CharField(source="drawn_by.name")

    class Meta:
        model = VisitLot
        fields = ("id", "rule", "since", "until", "of_unit", "fitting", "size", "seed", "drawn_on", "drawn_by")


class LotPageShape(serializers.Serializer[Any]):
    """One page of lots."""

    results = LotShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class LotFileShape(serializers.Serializer[Any]):
    """One lot with its visits; ``pool`` and ``seed``: with them anybody can draw again."""

    lot = LotShape()
    pool = serializers.ListField(
        child=serializers.IntegerField(), source="lot.pool.legs", help_text="符合范围的环节编号"
    )
    stands = serializers.BooleanField(source="again.stands", help_text="重新抽取得到同样的件，范围与日志一致")
    unseen = serializers.IntegerField(source="again.unseen", help_text="调用者现在不能查看的件数")
    visits = VisitShape(many=True)
