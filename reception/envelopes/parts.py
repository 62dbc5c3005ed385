"""What the opening register adds to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from reception.envelopes.moves import VERBS
from reception.envelopes.reading import to_register

__all__ = ["HANGING", "NAV", "RECORDS", "TILES", "VERBS"]

NAV = (
    Entry(
        "拆封登记",
        "reception:envelopes",
        "letter",
        needs=(Act.REGISTER,),
        group="来信来电",
        also=(
            "reception:envelope",
            "reception:batches",
            "reception:batch",
            "reception:batch_new",
            "reception:batch_slips",
        ),
    ),
)
TILES = (
    Tile(
        "来信待登记",
        to_register,
        "reception:envelopes",
        "已经拆封、还没有登记，也没有记为不作登记的来信",
        needs=(Act.REGISTER,),
    ),
)
RECORDS = ("reception.envelopebatch", "reception.envelope")
HANGING = {"envelope": Hanging()}
