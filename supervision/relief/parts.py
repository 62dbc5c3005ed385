"""What relief adds to the room: entries, a figure, a block on the case page, a ledger, verbs."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Panel, Tile
from organizations.roles import Right
from supervision.relief.ledger import ASSISTANCE
from supervision.relief.means_ledgers import CAMPAIGNS, PROJECTS
from supervision.relief.presenting import read_relief_panel
from supervision.relief.reading import to_decide
from supervision.relief.verbs import VERBS

_WORKS = (Right.PROPOSE_RELIEF, Right.APPROVE_RELIEF)
NAV = (
    Entry(
        "民生项目",
        "supervision:projects",
        "building",
        needs=_WORKS,
        group="包案化解",
        also=("supervision:project", "supervision:publicity"),
    ),
    Entry(
        "帮扶",
        "supervision:assistances",
        "people",
        needs=_WORKS,
        group="包案化解",
        also=("supervision:assistance", "supervision:funds", "supervision:fund"),
    ),
)
TILES = (
    Tile(
        "帮扶待审批",
        to_decide,
        "supervision:assistances",
        "申请了帮扶、等审批的；本人申请的不计",
        needs=(Right.APPROVE_RELIEF,),
    ),
)
PANELS = (Panel("帮扶", "supervision/relief/_panel.html", read_relief_panel, icon="people"),)
RECORDS = (
    "supervision.relieffund",
    "supervision.assistance",
    "supervision.livelihoodproject",
    "supervision.publicitycampaign",
)
HANGING = {"assistance": Hanging()}
LEDGERS = (ASSISTANCE, PROJECTS, CAMPAIGNS)
__all__ = ["HANGING", "LEDGERS", "NAV", "PANELS", "RECORDS", "TILES", "VERBS"]
