"""What programs read of reports on officials: only with the sealed part of a case."""

from rest_framework import serializers

from cases.api.rows import word
from cases.models import OfficialsReport
from law.officials import OfficialsTo


class OfficialsReportShape(serializers.ModelSerializer[OfficialsReport]):
    """One report of an official to the organisation department."""

    told = serializers.ListField(child=word(OfficialsTo))
    officials = serializers.CharField()
    content = serializers.CharField()
    number = serializers.CharField(source="document.number")

    class Meta:
        model = OfficialsReport
        fields = (
            "id",
            "officials",
            "told",
            "body",
            "major",
            "left_out",
            "content",
            "reported_on",
            "number",
            "receipt_on",
            "receipt_note",
        )
