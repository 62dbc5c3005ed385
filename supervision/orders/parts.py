"""What orders add to the house: read by supervision/room.py, one name a kind."""

from datetime import date

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Panel, Tile
from law.vocabulary import Act
from organizations.roles import Right
from supervision.carrying_out import CARRY_OUT_DAYS
from supervision.orders.committees import COMMITTEES
from supervision.orders.doors import SUPERVISE
from supervision.orders.finding import FINDING_DAYS, find_failures
from supervision.orders.ledger import ORDER_LEDGER
from supervision.orders.letters import ADVICE_LETTER, ORDER_LETTER
from supervision.orders.presenting import read_orders_panel
from supervision.orders.reading import open_findings, owed_orders, waiting_orders
from supervision.orders.verbs import VERBS as VERBS
from supervision.words.orders import OrderState

_GROUP = "督查督办"
_CONCERNED = (Act.SUPERVISE, Right.REPLY_ORDER)

DOORS = (SUPERVISE,)
NAV = (
    Entry(
        "督办线索",
        "supervision:findings",
        "flag",
        needs=(Act.SUPERVISE,),
        group=_GROUP,
        also=("supervision:finding", "supervision:trace"),
    ),
    Entry(
        "督办件",
        "supervision:orders",
        "flag",
        needs=_CONCERNED,
        group=_GROUP,
        also=("supervision:order", "supervision:decisions", "supervision:decision", "supervision:accounts"),
    ),
    Entry(
        "督查、查账",
        "supervision:inspections",
        "search",
        needs=(Act.SUPERVISE, Right.GIVE_ACCESS),
        group=_GROUP,
        also=("supervision:inspection", "supervision:samples", "supervision:sample"),
        short="督查",
    ),
)
TILES = (
    Tile(
        "待回复督办",
        owed_orders,
        "supervision:orders",
        "发给本单位、还没有反馈或者还在整改的督办件",
        query="tab=owed",
        needs=(Right.REPLY_ORDER,),
    ),
    Tile("督办线索", open_findings, "supervision:findings", "规则找到、还没有决定是否督办的", needs=(Act.SUPERVISE,)),
    Tile(
        "督办待核查",
        lambda staff, _on: waiting_orders(staff, OrderState.REPLIED),
        "supervision:orders",
        "单位已经反馈，等另一人核查",
        query="tab=check",
        needs=(Right.CHECK_ORDER,),
    ),
    Tile(
        "督办待销号",
        lambda staff, _on: waiting_orders(staff, OrderState.CHECKED),
        "supervision:orders",
        "核查属实，等发出人以外的人销号",
        query="tab=close",
        needs=(Right.CHECK_ORDER,),
    ),
)
PANELS = (Panel("督办", "supervision/orders/_panel.html", read_orders_panel, icon="flag"),)
RECORDS = (
    "supervision.finding",
    "supervision.supervisionorder",
    "supervision.conferencedecision",
    "supervision.measure",
    "supervision.advice",
    "supervision.lead",
    "supervision.sample",
    "supervision.inspection",
    "supervision.orderaccount",
)
LEDGERS = (ORDER_LEDGER,)
PAPERS = (ORDER_LETTER, ADVICE_LETTER)
SETTINGS = (CARRY_OUT_DAYS, FINDING_DAYS, COMMITTEES)
HANGING = {
    **dict.fromkeys(("finding", "supervisionorder", "samplerow"), Hanging("case", "leg__held_accusation")),
    **dict.fromkeys(
        ("measure", "advice", "lead", "orderaccount"), Hanging("order__case", "order__leg__held_accusation")
    ),
}
SCHEDULE = {
    "find-failures": {
        "task": "supervision.orders.tasks.find_failures_task",
        "schedule": crontab(hour=2, minute=10),
        "options": {"expires": 3600},
    }
}


def seed(_count: int, on: date) -> int:
    """Return how much the rules find in a seeded district."""
    return find_failures(on)
