"""What disputes add to the room, part by part."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Panel, Tile
from organizations.roles import Right
from screening.disputes.accusing import SOURCE
from screening.disputes.ledger import DISPUTES
from screening.disputes.on_case import read_dispute_panel
from screening.disputes.reading import late_ones, to_close, to_take
from screening.disputes.settings import SETTINGS
from screening.disputes.texts import DISPUTE_TEXT
from screening.disputes.verbs import VERBS

__all__ = [
    "HANGING",
    "LEDGERS",
    "NAV",
    "PANELS",
    "RECORDS",
    "SCHEDULE",
    "SETTINGS",
    "SOURCES",
    "TEXTS",
    "TILES",
    "VERBS",
]

NAV = (
    Entry(
        "矛盾纠纷",
        "screening:disputes",
        "people",
        needs=(Right.READ_SCREENING,),
        group="矛盾纠纷排查",
        also=("screening:dispute", "screening:dispute_new", "screening:accusation_new", "screening:dispute_sheet"),
    ),
)
TILES = (
    Tile(
        "矛盾纠纷待接收",
        to_take,
        "screening:disputes",
        "上报、转来本单位，还没有决定接收或者退回的",
        query="list=passed",
        needs=(Right.WORK_DISPUTE,),
    ),
    Tile(
        "矛盾纠纷超时限",
        late_ones,
        "screening:disputes",
        "本单位办理、过了时限还没有结果的",
        query="list=late",
        needs=(Right.WORK_DISPUTE,),
    ),
    Tile(
        "待回访销账",
        to_close,
        "screening:disputes",
        "已有结果、等另一位回访、销账的；本人登记结果的不计",
        query="list=settled",
        needs=(Right.CHECK_SCREENING,),
    ),
)
PANELS = (Panel("矛盾纠纷排查", "screening/_on_case.html", read_dispute_panel, icon="village"),)
LEDGERS = (DISPUTES,)
RECORDS = ("screening.dispute",)
HANGING = {"disputecase": Hanging()}
SOURCES = {SOURCE: "矛盾纠纷排查"}
TEXTS = (DISPUTE_TEXT,)
SCHEDULE = {
    "forget-names": {
        "task": "screening.tasks.forget_names_task",
        "schedule": crontab(hour=3, minute=40),
        "options": {"expires": 3600 * 12},
    }
}
