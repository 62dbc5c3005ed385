"""What reports add to the room, part by part."""

from kit.rooms import Entry
from organizations.roles import Right
from screening.reports.verbs import VERBS

__all__ = ["GROUP", "NAV", "RECORDS", "VERBS"]

GROUP = "矛盾纠纷排查"
NAV = (
    Entry(
        "排查填报",
        "screening:home",
        "pen",
        needs=(Right.REPORT_SCREENING,),
        group=GROUP,
        short="排查",
        also=("screening:report", "screening:report_page", "screening:reports"),
    ),
)
RECORDS = ("screening.report", "screening.gridapproval")
