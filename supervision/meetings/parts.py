"""What meetings add to the room: entries, figures, verbs, records, settings."""

from kit.rooms import Entry, Tile
from organizations.roles import Right
from supervision.meetings.cadence import CADENCE
from supervision.meetings.moves import MEETING_CALLED, MINUTES_PAPER, MOVES
from supervision.meetings.reading import without_minutes

GROUP = "批示会议"
NAV = (
    Entry(
        "会议",
        "supervision:meetings",
        "people",
        needs=(Right.CONVENE, Right.CHECK_TASKS, Right.INSTRUCT),
        group=GROUP,
        also=("supervision:meeting", "supervision:meeting_new", "supervision:minutes"),
    ),
)
TILES = (
    Tile(
        "待出纪要",
        without_minutes,
        "supervision:meetings",
        "本单位召集、已经召开、还没有出会议纪要的",
        needs=(Right.CONVENE,),
    ),
)
VERBS = tuple(move.verb for move in MOVES)
RECORDS = ("supervision.meeting", "supervision.minutes")
PAPERS = (MINUTES_PAPER,)
REASONS = (MEETING_CALLED,)
SETTINGS = tuple(CADENCE.values())
