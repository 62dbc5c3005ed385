"""A running deadline, and why it falls where it does, as the API says it."""

from rest_framework import serializers

from cases.api.rows import word
from cases.models import Clock
from law.vocabulary import Act, Duty


class ClockLine(serializers.ModelSerializer[Clock]):
    """One deadline."""

    duty = word(Duty)
    duty_label = serializers.CharField(source="get_duty_display", read_only=True)
    ended_by = word(Act, allow_blank=True)
    orientation = serializers.BooleanField(read_only=True, help_text="参照其他法律的提醒，不是条例的期限，不计超期")
    before_regulation = serializers.BooleanField(read_only=True, help_text="起算日早于条例施行之日2022-05-01")

    class Meta:
        model = Clock
        fields = (
            "id",
            "leg",
            "duty",
            "duty_label",
            "starts_on",
            "due_on",
            "met_on",
            "waived_on",
            "waived_reason",
            "ended_on",
            "ended_by",
            "extended_days",
            "simple_days",
            "provisional",
            "orientation",
            "before_regulation",
        )
        read_only_fields = fields


class WhyShape(serializers.ModelSerializer[Clock]):
    """One deadline, day by day."""

    duty = word(Duty)
    duty_label = serializers.CharField(source="get_duty_display", read_only=True)
    article = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    days = serializers.ListField(child=serializers.DictField(), help_text="date, counts, number, why")

    class Meta:
        model = Clock
        fields = (*ClockLine.Meta.fields, "article", "reason", "days")
        read_only_fields = fields
