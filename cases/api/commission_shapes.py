"""What programs read of a commission: what a body above wants, and where the days of a case contradict each other."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cases.api.rows import word
from cases.models import SuperiorCommission
from cases.openings.upward import commission_above
from cases.reading.case_file import CaseFile
from cases.reading.commissions import feedback_warnings
from law.commission import Owed


class FromAboveShape(serializers.ModelSerializer[SuperiorCommission]):
    """The letter with which a body above commissioned the matter."""

    superior_id = serializers.IntegerField(allow_null=True)
    owes = word(Owed)
    report_number = serializers.CharField(source="report.number", allow_null=True, default=None)

    class Meta:
        model = SuperiorCommission
        fields = (
            "superior_id",
            "superior_name",
            "number",
            "dated_on",
            "report_by",
            "owes",
            "reported_on",
            "report_number",
            "cancelled_on",
        )


class CommissionedShape(serializers.Serializer[Any]):
    """The parts of a case file that come of commissions."""

    from_above = serializers.SerializerMethodField(help_text="上级交办；null 是没有，或者无权查看")
    warnings = serializers.SerializerMethodField(help_text="反馈、办结、上报日期互相矛盾的提醒，不影响办理")

    @extend_schema_field(FromAboveShape(allow_null=True))
    def get_from_above(self, file: CaseFile) -> Any:
        """Return the last commission from above, for who reads the file itself."""
        found = commission_above(file.case) if file.whole else None
        return FromAboveShape(found).data if found else None

    def get_warnings(self, file: CaseFile) -> list[str]:
        """Return what contradicts, for who reads the file itself."""
        return feedback_warnings(file.legs, file.clocks) if file.whole else []
