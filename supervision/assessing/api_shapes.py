"""What programs read of assessments."""

from typing import Any

from rest_framework import serializers

from cases.api.rows import word
from supervision.assessing.figures import total_of
from supervision.models import AssessmentItem, AssessmentObjection, AssessmentResult, AssessmentScheme, AssessmentScore
from supervision.words.assessing import (
    AssessedDuty,
    AssessedGroup,
    Formula,
    PublishedTo,
    ResultState,
    SchemeState,
    SpotDuty,
)


class AssessmentItemShape(serializers.ModelSerializer[AssessmentItem]):
    """One item; without `formula` it is scored by hand."""

    duty = word(AssessedDuty)
    formula = word(Formula, allow_blank=True)

    class Meta:
        model = AssessmentItem
        fields = ("id", "title", "duty", "formula", "weight", "evidence")


class AssessmentShape(serializers.ModelSerializer[AssessmentScheme]):
    """One assessment."""

    unit = serializers.CharField(source="unit.name")
    group = word(AssessedGroup)
    state = word(SchemeState)
    published_to = word(PublishedTo, allow_blank=True)

    class Meta:
        model = AssessmentScheme
        fields = (
            "id",
            "title",
            "unit",
            "year",
            "group",
            "state",
            "made_on",
            "fixed_on",
            "objections_until",
            "published_on",
            "published_to",
            "version",
        )


class AssessmentPageShape(serializers.Serializer[Any]):
    """One page of assessments; `after` and `before` are the keys of the neighbouring pages."""

    results = AssessmentShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class AssessmentObjectionShape(serializers.ModelSerializer[AssessmentObjection]):
    """An objection of the unit and what was decided."""

    class Meta:
        model = AssessmentObjection
        fields = ("text", "raised_on", "upheld", "said", "answered_on")


class AssessmentScoreShape(serializers.ModelSerializer[AssessmentScore]):
    """One score; `points` null: nothing was owed, or the item does not fit the unit. Not fixed yet: as of now."""

    title = serializers.CharField(source="item.title")
    weight = serializers.IntegerField(source="item.weight")
    objections = AssessmentObjectionShape(many=True)

    class Meta:
        model = AssessmentScore
        fields = ("id", "item", "title", "weight", "owed", "good", "points", "seen", "settled", "objections")


class AssessmentResultShape(serializers.ModelSerializer[AssessmentResult]):
    """What came of one unit."""

    unit_name = serializers.CharField(source="unit.name")
    state = word(ResultState)
    scores = AssessmentScoreShape(many=True)
    earned = serializers.SerializerMethodField(help_text="得分")
    possible = serializers.SerializerMethodField(help_text="可得分")

    class Meta:
        model = AssessmentResult
        fields = (
            "id",
            "scheme",
            "unit",
            "unit_name",
            "state",
            "fixed_on",
            "earned",
            "possible",
            "scores",
            "commended_for",
            "commended_number",
            "commended_on",
            "version",
        )

    def get_earned(self, row: AssessmentResult) -> str:
        """Return the points of all items that have any."""
        return str(total_of(row.scores.all()).earned)

    def get_possible(self, row: AssessmentResult) -> int:
        """Return what these items could have given."""
        return total_of(row.scores.all()).possible


class AssessmentFileShape(AssessmentShape):
    """One assessment with its items and the results that the reader may read."""

    items = AssessmentItemShape(many=True)
    results = AssessmentResultShape(many=True, source="read_results")

    class Meta(AssessmentShape.Meta):
        fields = (*AssessmentShape.Meta.fields, "items", "results")  # type: ignore[assignment]


class AssessmentRowShape(serializers.Serializer[Any]):
    """One row behind a figure."""

    case = serializers.IntegerField(allow_null=True)
    number = serializers.CharField(allow_blank=True)
    what = serializers.CharField()
    due_on = serializers.DateField()
    done_on = serializers.DateField(allow_null=True)
    good = serializers.BooleanField()


class AssessmentRowPageShape(serializers.Serializer[Any]):
    """One page of the rows behind a figure; `hidden`: how many of them the reader may not read."""

    results = AssessmentRowShape(many=True)
    hidden = serializers.IntegerField()
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class SpotShape(serializers.Serializer[Any]):
    """One thing that was due on the day and not done on it."""

    duty = word(SpotDuty)
    unit = serializers.IntegerField(source="unit.pk")
    unit_name = serializers.CharField(source="unit.name")
    what = serializers.CharField()
    url = serializers.CharField()
    done_on = serializers.DateField(allow_null=True, help_text="后来哪天办的")
    who = serializers.CharField(allow_blank=True, help_text="承诺人")
