"""What the hall adds to the room, part by part."""

from kit.rooms import Entry, Tile
from law.vocabulary import Act
from reception.hall.moves import VERBS
from reception.hall.reading import waiting_today

__all__ = ["NAV", "RECORDS", "TILES", "VERBS"]

NAV = (
    Entry(
        "接待大厅",
        "reception:hall",
        "people",
        needs=(Act.REGISTER,),
        group="来访接待",
        also=(
            "reception:hall_screen",
            "reception:window_new",
            "reception:window",
            "reception:ticket_new",
            "reception:ticket",
        ),
    ),
)
TILES = (
    Tile(
        "大厅等候", waiting_today, "reception:hall", "今天取了号、还没有呼叫的", query="list=now", needs=(Act.REGISTER,)
    ),
)
RECORDS = ("reception.hallwindow", "reception.ticket")
