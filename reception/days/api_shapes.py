"""The shapes of rules, reception days and shortfalls for programs."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import word
from reception.appointments.slots import free_slots
from reception.models import ReceptionDay, ReceptionRule, ReceptionShortfall, ReceptionSlot
from reception.models.day_words import Attendance, Cadence, DayState, ReceptionKind, ReceptionPost, RuleState


class SlotShape(serializers.ModelSerializer[ReceptionSlot]):
    """One place that nobody holds."""

    class Meta:
        model = ReceptionSlot
        fields = ("id", "number", "at")


class ReceptionDayLineShape(serializers.ModelSerializer[ReceptionDay]):
    """One day in a list."""

    unit = serializers.CharField(source="unit.name")
    state = word(DayState)
    kind = word(ReceptionKind)
    post = word(ReceptionPost)
    attendance = word(Attendance, allow_blank=True)
    free = serializers.IntegerField(help_text="没有人约的时段数")

    class Meta:
        model = ReceptionDay
        fields = (
            "id",
            "unit",
            "state",
            "kind",
            "post",
            "title",
            "name",
            "on",
            "at",
            "until",
            "venue",
            "places",
            "free",
            "published_on",
            "counts",
            "attendance",
            "stand_in",
            "cancel_reason",
            "version",
        )


class ReceptionDayShape(ReceptionDayLineShape):
    """One day with its free places."""

    slots = serializers.SerializerMethodField()

    class Meta(ReceptionDayLineShape.Meta):
        fields = (*ReceptionDayLineShape.Meta.fields, "slots")  # type: ignore[assignment]

    def get_slots(self, day: ReceptionDay) -> list[dict[str, Any]]:
        """Return the places that nobody holds."""
        rows = free_slots().filter(day=day).order_by("number")
        return [dict(SlotShape(row).data) for row in rows]


class ReceptionDayPage(serializers.Serializer[Any]):
    """One page of days."""

    results = ReceptionDayLineShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ReceptionRuleShape(serializers.ModelSerializer[ReceptionRule]):
    """One rule."""

    unit = serializers.CharField(source="unit.name")
    state = word(RuleState)
    post = word(ReceptionPost)
    cadence = word(Cadence)

    class Meta:
        model = ReceptionRule
        fields = (
            "id",
            "unit",
            "state",
            "post",
            "title",
            "name",
            "cadence",
            "number",
            "market_days",
            "venue",
            "at",
            "until",
            "places",
            "from_day",
            "to_day",
            "version",
        )


class ReceptionRulePage(serializers.Serializer[Any]):
    """One page of rules."""

    results = ReceptionRuleShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ShortfallShape(serializers.ModelSerializer[ReceptionShortfall]):
    """One period in which a rule was not kept."""

    unit = serializers.CharField(source="rule.unit.name")
    title = serializers.CharField(source="rule.title")
    name = serializers.CharField(source="rule.name")

    class Meta:
        model = ReceptionShortfall
        fields = ("id", "rule", "unit", "title", "name", "since", "until", "expected", "held", "found_on")


class ShortfallPage(serializers.Serializer[Any]):
    """One page of what fell short."""

    results = ShortfallShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class OpenDayShape(serializers.ModelSerializer[ReceptionDay]):
    """One published day, as everybody may read it."""

    unit = serializers.CharField(source="unit.name")
    state = word(DayState)
    kind = word(ReceptionKind)
    free = serializers.IntegerField(help_text="没有人约的时段数")

    class Meta:
        model = ReceptionDay
        fields = ("unit", "state", "kind", "title", "name", "on", "at", "until", "venue", "free", "cancel_reason")
