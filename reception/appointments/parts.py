"""What appointments add to the room, part by part."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from organizations.roles import Right
from reception.appointments import profiles
from reception.appointments.ledger import RECEPTIONS
from reception.appointments.moves import APPOINTMENT_CHANGED, SEAT_CALL
from reception.appointments.moves import VERBS as STEP_VERBS
from reception.appointments.profiles import to_consent
from reception.appointments.reading import named_to_me, unbriefed, unconfirmed, untold

__all__ = ["HANGING", "LEDGERS", "NAV", "REASONS", "RECORDS", "SCHEDULE", "TILES", "VERBS"]

_DESK, _NAMED = (Act.REGISTER,), (Right.REPORT_UNDERTAKING,)
_LIST = "reception:appointments"
NAV = (
    Entry(
        "约访",
        _LIST,
        "people",
        needs=(Act.REGISTER, Right.ARRANGE_RECEPTION, Right.REPORT_UNDERTAKING),
        group="领导接访",
        also=("reception:appointment", "reception:briefing", "reception:appointment_new"),
    ),
    Entry(
        "接访人员介绍",
        "reception:profiles",
        "person",
        needs=(Right.ARRANGE_RECEPTION,),
        group="领导接访",
        also=("reception:profile", "reception:profile_new"),
    ),
)
TILES = (
    Tile("约访变动待告知", untold, _LIST, "接访取消、改期，还没有告知信访人的", query="list=untold", needs=_DESK),
    Tile("改期待确认", unconfirmed, _LIST, "已优先另行安排、信访人还没有确认的", query="list=offered", needs=_DESK),
    Tile("接访要情待写", unbriefed, _LIST, "三天内的约访，还没有写接访要情的", needs=_DESK),
    Tile("接访交我落实", named_to_me, _LIST, "接访时交给我、还没有报告落实的", query="list=mine", needs=_NAMED),
    Tile("接访介绍待我同意", to_consent, "reception:profiles", "等我本人同意公开的接访介绍", needs=_NAMED),
)
VERBS = (*STEP_VERBS, *profiles.VERBS)
RECORDS = ("reception.appointment", "reception.receiverprofile")
HANGING = {"appointment": Hanging(), "seat": Hanging("appointment__case"), "undertaking": Hanging("appointment__case")}
REASONS = (APPOINTMENT_CHANGED, SEAT_CALL)
LEDGERS = (RECEPTIONS,)
SCHEDULE = {
    # Whoever lost his place hears of another one within five minutes.
    "offer-places": {
        "task": "reception.appointments.tasks.offer_places_task",
        "schedule": crontab(minute="*/2"),
        "options": {"expires": 100},
    }
}
