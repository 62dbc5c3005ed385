"""What the portal adds to the room, part by part."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from reception.portal import limits
from reception.portal.contact import CONTACT_CODE
from reception.portal.desk_work import to_check
from reception.portal.filing import SOURCE
from reception.portal.moves import QUESTION, VERBS
from reception.portal.uploads import CLAMD

__all__ = ["HANGING", "NAV", "PAPERS", "REASONS", "RECORDS", "SCHEDULE", "SETTINGS", "SOURCES", "TILES", "VERBS"]

NAV = (
    Entry(
        "网上信访",
        "reception:online_filings",
        "web",
        needs=(Act.REGISTER,),
        group="来信来电",
        also=("reception:online_filing", "reception:codes"),
    ),
)
TILES = (
    Tile(
        "网上信访待核对",
        to_check,
        "reception:online_filings",
        "网上提交、联系方式还没有核对的信访件",
        needs=(Act.REGISTER,),
    ),
)
RECORDS = ("reception.onlinefiling",)
HANGING = {"onlinefiling": Hanging(), "querycode": Hanging()}
PAPERS = (QUESTION,)
REASONS = (CONTACT_CODE,)
SOURCES = {SOURCE: ""}
SETTINGS = (*limits.SETTINGS, CLAMD)
SCHEDULE = {"make-anchors": {"task": "reception.tasks.make_anchors_task", "schedule": crontab(hour=0, minute=20)}}
