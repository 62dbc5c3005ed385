"""What return visits add to the room: entries, figures, a block on the case page, a ledger, verbs, settings."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Panel, Tile
from organizations.roles import Right
from supervision.visits.ledger import VISITS
from supervision.visits.lists import to_assign, to_check, to_make, to_reply
from supervision.visits.on_cases import read_visits_panel
from supervision.visits.settings import SETTINGS
from supervision.visits.verbs import VERBS

_GROUP = "督查督办"
NAV = (
    Entry(
        "回访",
        "supervision:visits",
        "phone",
        needs=(Right.ARRANGE_VISITS, Right.VISIT),
        group=_GROUP,
        also=("supervision:visit", "supervision:visit_lots", "supervision:visit_lot"),
    ),
    Entry(
        "回访反馈",
        "supervision:visit_feedbacks",
        "chat",
        needs=(Right.REPLY_VISIT, Right.ARRANGE_VISITS),
        group=_GROUP,
        also=("supervision:visit_feedback",),
    ),
)
TILES = (
    Tile("待回访", to_make, "supervision:visits", "指派给我、还没有回访的", query="list=mine", needs=(Right.VISIT,)),
    Tile(
        "待指派回访",
        to_assign,
        "supervision:visits",
        "已经抽取、还没有指派回访人的",
        query="list=drawn",
        needs=(Right.ARRANGE_VISITS,),
    ),
    Tile(
        "回访反馈待回复",
        to_reply,
        "supervision:visit_feedbacks",
        "信访部门回访后反馈本单位、还没有回复的",
        needs=(Right.REPLY_VISIT,),
    ),
    Tile(
        "回访反馈待核对",
        to_check,
        "supervision:visit_feedbacks",
        "责任单位已经回复、还没有核对的",
        needs=(Right.ARRANGE_VISITS,),
    ),
)
PANELS = (Panel("回访", "supervision/visits/_panel.html", read_visits_panel, icon="phone"),)
RECORDS = ("supervision.visitlot", "supervision.followupvisit", "supervision.visitfeedback")
HANGING = {
    "followupvisit": Hanging("case", "leg__held_accusation"),
    "visitfeedback": Hanging("case", "leg__held_accusation"),
    "visitcall": Hanging("visit__case", "visit__leg__held_accusation"),
}
LEDGERS = (VISITS,)
__all__ = ["HANGING", "LEDGERS", "NAV", "PANELS", "RECORDS", "SETTINGS", "TILES", "VERBS"]
