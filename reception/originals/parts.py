"""What originals add to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from reception.originals.moves import RECEIPT, VERBS
from reception.originals.reading import ORIGINALS_DAYS, held_too_long

__all__ = ["HANGING", "NAV", "PAPERS", "RECORDS", "SETTINGS", "TILES", "VERBS"]

NAV = (
    Entry(
        "原件材料",
        "reception:originals_list",
        "clip",
        needs=(Act.REGISTER,),
        group="来信来电",
        also=("reception:originals", "reception:originals_new"),
    ),
)
TILES = (
    Tile(
        "原件待退还",
        held_too_long,
        "reception:originals_list",
        "收下原件超过参数规定的天数、还没有退还的",
        needs=(Act.REGISTER,),
    ),
)
RECORDS = ("reception.originalsreceipt",)
HANGING = {"originalsreceipt": Hanging()}
PAPERS = (RECEIPT,)
SETTINGS = (ORIGINALS_DAYS,)
