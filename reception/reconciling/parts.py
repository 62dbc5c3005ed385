"""What comparisons add to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from reception.reconciling.moves import VERBS
from reception.reconciling.reading import open_differences

__all__ = ["HANGING", "NAV", "RECORDS", "TILES", "VERBS"]

NAV = (
    Entry(
        "对账差异",
        "reception:differences",
        "sort",
        needs=(Act.REGISTER,),
        group="来件对账",
        also=("reception:difference", "reception:comparison"),
    ),
)
TILES = (
    Tile(
        "对账差异待处理",
        open_differences,
        "reception:differences",
        "对方清单与我方不一致、还没有人处理的",
        needs=(Act.REGISTER,),
    ),
)
RECORDS = ("reception.comparison", "reception.difference")
HANGING = {"difference": Hanging()}
