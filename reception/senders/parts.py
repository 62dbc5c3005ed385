"""What senders add to the room, part by part."""

from kit.rooms import Entry, Tile
from law.vocabulary import Act
from organizations.roles import Right
from reception.senders.moves import VERBS
from reception.senders.reading import not_compared

__all__ = ["NAV", "RECORDS", "TILES", "VERBS"]

NAV = (
    Entry(
        "来件渠道",
        "reception:senders",
        "inbox",
        needs=(Act.REGISTER,),
        group="来件对账",
        also=("reception:sender", "reception:sender_new", "reception:compare", "reception:sender_export"),
    ),
)
TILES = (
    Tile(
        "今天还没有对账",
        not_compared,
        "reception:senders",
        "使用中的来件渠道，今天还没有上传清单对账的",
        needs=(Right.IMPORT,),
    ),
)
RECORDS = ("reception.sender",)
