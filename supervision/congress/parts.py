"""What the reports to congress and conference add to the room."""

from kit.rooms import Entry, Tile
from organizations.roles import Right
from supervision.congress.moves import MOVES
from supervision.congress.reading import to_reply

NAV = (
    Entry(
        "人大政协",
        "supervision:congress_reports",
        "building",
        needs=(Right.CONVENE, Right.CHECK_TASKS),
        group="批示会议",
        also=("supervision:congress_report", "supervision:congress_new"),
    ),
)
TILES = (
    Tile(
        "人大政协待回复",
        to_reply,
        "supervision:congress_reports",
        "人大常委会、政协提了意见、还没有回复的",
        needs=(Right.CONVENE,),
    ),
)
VERBS = tuple(move.verb for move in MOVES)
RECORDS = ("supervision.congressreport",)
