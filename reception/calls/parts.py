"""What the telephone adds to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act, Channel
from reception.calls.moves import VERBS
from reception.calls.reading import due_calls, to_erase
from reception.calls.settings import SETTINGS

__all__ = ["HANGING", "INTAKES", "NAV", "RECORDS", "SETTINGS", "TILES", "VERBS"]

_GROUP = "来信来电"
INTAKES = {Channel.CALL.value: "reception:call_new"}
NAV = (
    Entry(
        "回电",
        "reception:call_backs",
        "phone",
        needs=(Act.REGISTER,),
        group=_GROUP,
        also=("reception:call_back", "reception:call_back_new"),
    ),
    Entry(
        "通话录音", "reception:recordings", "phone", needs=(Act.REGISTER,), group=_GROUP, also=("reception:recording",)
    ),
)
TILES = (
    Tile(
        "今天要回电", due_calls, "reception:call_backs", "约定由我回电，今天到期或者已经过了的", needs=(Act.REGISTER,)
    ),
    Tile(
        "录音期满待删除", to_erase, "reception:recordings", "保存期满、还没有登记删除的通话录音", needs=(Act.REGISTER,)
    ),
)
RECORDS = ("reception.callback", "reception.callrecording")
HANGING = {"callback": Hanging(), "callrecording": Hanging()}
