"""What programs read of the matter of a case: its marks, and the other cases within the caller's reach."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import marks_field, word
from law.vocabulary import Channel, State


class FirstShape(serializers.Serializer[Any]):
    """Who first took a case up."""

    unit = serializers.CharField(source="first_unit.name")
    handler = serializers.CharField(source="first_handler.name", allow_null=True, default=None)


class MatterCaseShape(serializers.Serializer[Any]):
    """Another case of the same matter, as far as the caller may know it."""

    id = serializers.IntegerField(source="case.pk")
    number = serializers.CharField(source="case.number")
    subject = serializers.CharField()
    channel = word(Channel, source="case.channel")
    received_on = serializers.DateField(source="case.received_on")
    state = word(State)
    first = FirstShape(many=True, help_text="首办单位、首办责任人")
    reviewed = serializers.ListField(child=serializers.CharField(), help_text="复核意见文号")


class MatterShape(serializers.Serializer[Any]):
    """What a case is beside the others of its matter."""

    marks = marks_field()
    matter = MatterCaseShape(source="related", many=True, help_text="同一事项的其他件；只列调用者能查看的")
