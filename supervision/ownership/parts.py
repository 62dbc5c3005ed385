"""What case ownership adds to the room, part by part."""

from datetime import date

from cases.sight.hanging import Hanging
from cases.sight.querysets import ReadableQuerySet
from kit.rooms import Entry, Figure, Panel, Tile
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import OwnershipSheet
from supervision.models.ownership_words import OPEN, SheetState
from supervision.ownership.labels import SETTINGS
from supervision.ownership.ledger import OWNERSHIP_LEDGER
from supervision.ownership.presenting import read_panel
from supervision.ownership.reading import Shown, sheets
from supervision.ownership.repeats import REPEATS
from supervision.ownership.verbs import VERBS

__all__ = ["FIGURES", "HANGING", "LEDGERS", "NAV", "PANELS", "RECORDS", "SETTINGS", "TILES", "VERBS"]

_READS = (Right.SEE, Right.SEE_SEALED)
_GROUP = "包案化解"


def _of_mine(staff: Staff, _on: date) -> "ReadableQuerySet[OwnershipSheet]":
    return OwnershipSheet.objects.readable_by(staff).filter(leader=staff, state__in=OPEN)


def _to_accept(staff: Staff, on: date) -> "ReadableQuerySet[OwnershipSheet]":
    return _of_mine(staff, on).filter(state=SheetState.PROPOSED.value)


# Of the case itself: whoever does not read the sealed part of a case learns nothing of who owns it (Art. 30).
HANGING = {
    "ownershipsheet": Hanging("case"),
    **dict.fromkeys(
        ("ownerterm", "guarantee", "planstep", "progress", "limitchange", "returnvisit"), Hanging("sheet__case")
    ),
}
RECORDS = ("supervision.ownershipsheet",)
NAV = (
    Entry("我的包案", "supervision:my_ownerships", "flag", needs=(Right.OWN_CASES,), group=_GROUP),
    Entry(
        "包案",
        "supervision:ownerships",
        "flag",
        needs=_READS,
        group=_GROUP,
        also=("supervision:ownership", "supervision:ownership_new", "supervision:ownership_step"),
    ),
)
TILES = (
    Tile("我包的案", _of_mine, "supervision:my_ownerships", "本人包案、尚未销号的信访件", needs=(Right.OWN_CASES,)),
    Tile(
        "待我确认包案",
        _to_accept,
        "supervision:my_ownerships",
        "确定由本人包案、本人尚未确认",
        needs=(Right.OWN_CASES,),
    ),
    Tile(
        "包案超过时限",
        lambda staff, on: sheets(staff, Shown.LATE, on),
        "supervision:ownerships",
        "查看范围内超过时限、尚未销号的包案",
        query="show=late",
        needs=(Right.MANAGE_OWNERSHIP,),
    ),
    Tile(
        "包案申请销号",
        lambda staff, on: sheets(staff, Shown.REPORTED, on),
        "supervision:ownerships",
        "查看范围内申请销号、等候回访和销号的包案",
        query="show=reported",
        needs=(Right.MANAGE_OWNERSHIP,),
    ),
)
PANELS = (Panel("领导包案", "supervision/ownership/_panel.html", read_panel, icon="flag"),)
LEDGERS = (OWNERSHIP_LEDGER, REPEATS)
FIGURES = (
    Figure("包案未销号", "查看范围内尚未销号的包案，按信访件计", lambda staff, on: sheets(staff, Shown.OPEN, on)),
    Figure("包案超过时限", "尚未销号、超过现在时限的包案，按信访件计", lambda staff, on: sheets(staff, Shown.LATE, on)),
)
