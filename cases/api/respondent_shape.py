"""The shape of who is complained of, in the answers of the API."""

from typing import Any

from rest_framework import serializers

from cases.models import Respondent


class RespondentShape(serializers.ModelSerializer[Respondent]):
    """A unit or person complained of, as the page names it; `id` is what link-respondent asks for."""

    demands: serializers.SlugRelatedField[Any] = serializers.SlugRelatedField(
        slug_field="number", many=True, read_only=True, help_text="第几项诉求"
    )
    unit_id = serializers.IntegerField(allow_null=True, help_text="关联到的单位")
    staff_id = serializers.IntegerField(allow_null=True, help_text="关联到的工作人员")
    linked = serializers.BooleanField(help_text="已关联到单位、工作人员，或者注明系统外；关联前不能分流")

    class Meta:
        model = Respondent
        fields = ("id", "name", "position", "accused", "demands", "unit_id", "staff_id", "outside", "linked")
