"""What the hall's own day adds to the room, part by part."""

from kit.rooms import Entry, Tile
from law.vocabulary import Act
from reception.shifts.moves import VERBS
from reception.shifts.reading import to_take

__all__ = ["NAV", "RECORDS", "TILES", "VERBS"]

_GROUP = "来访接待"
NAV = (
    Entry(
        "交接班",
        "reception:handovers",
        "refresh",
        needs=(Act.REGISTER,),
        group=_GROUP,
        also=("reception:handover", "reception:handover_new"),
    ),
    Entry(
        "值班记事",
        "reception:duty_notes",
        "book",
        needs=(Act.REGISTER,),
        group=_GROUP,
        also=("reception:duty_note", "reception:duty_note_new"),
    ),
)
TILES = (Tile("待我接班", to_take, "reception:handovers", "交给我、还没有确认的交接班", needs=(Act.REGISTER,)),)
RECORDS = ("reception.shifthandover", "reception.dutynote")
