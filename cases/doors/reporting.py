"""Acts that report upwards: urgent matters (Art. 25), officials (Art. 30)."""

from cases.actions import officials, urgent
from cases.forms import officials as officials_forms
from cases.forms import urgent as urgent_forms
from cases.openings import reporting
from cases.places.acting_units import at_the_desk, at_the_desk_or_a_leg
from kit.doors import Door, Topic
from law.vocabulary import Act

REPORTING: tuple[Door, ...] = (
    Door(
        act=Act.REPORT_URGENT,
        facts=("bodies", "kind", "reported_on"),
        action=urgent.report_urgent,
        form=urgent_forms.ReportUrgentForm,
        place=at_the_desk_or_a_leg,
        opening=reporting.urgent,
        said="已记录报告。",
        icon="flag",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.RECORD_URGENT_RECEIPT,
        facts=("received_on", "report"),
        action=urgent.record_urgent_receipt,
        form=urgent_forms.UrgentReceiptForm,
        place=at_the_desk_or_a_leg,
        opening=reporting.urgent_receipt_waits,
        icon="inbox",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.REPORT_OFFICIALS,
        facts=("document", "reported_on", "told"),
        action=officials.report_officials,
        form=officials_forms.ReportOfficialsForm,
        place=at_the_desk,
        opening=reporting.accusing_at_the_office,
        said="通报已记录，情况通报已生成，只有检举控告专管范围内的人员看得到。",
        icon="lock",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.RECORD_OFFICIALS_RECEIPT,
        facts=("received_on", "report"),
        action=officials.record_officials_receipt,
        form=officials_forms.OfficialsReceiptForm,
        place=at_the_desk,
        opening=reporting.officials_receipt_waits,
        icon="inbox",
        topic=Topic.RECORD,
    ),
)
