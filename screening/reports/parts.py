"""What reports add to the room, part by part."""

from kit.rooms import Entry, Tile
from organizations.roles import Right
from screening.reports.reading import to_report
from screening.reports.verbs import VERBS

__all__ = ["GROUP", "NAV", "RECORDS", "TILES", "VERBS"]

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
TILES = (
    Tile("排查待填报", to_report, "screening:home", "本单位现在应报、还没有报的期次", needs=(Right.REPORT_SCREENING,)),
)
RECORDS = ("screening.report", "screening.gridapproval")
