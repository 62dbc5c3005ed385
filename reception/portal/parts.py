"""What the portal adds to the room, part by part."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from organizations.rights import Right
from reception.portal import limits, moves, words
from reception.portal.assisting import ASSISTED
from reception.portal.assisting import SOURCE as ASSISTED_SOURCE
from reception.portal.contact import CONTACT_CODE
from reception.portal.desk_work import to_check
from reception.portal.filing import SOURCE
from reception.portal.guide import GUIDE_KEPT
from reception.portal.moves import QUESTION
from reception.portal.publishing import PUBLISHED
from reception.portal.uploads import CLAMD
from reception.portal.word_work import open_words

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
    Entry(
        "信访人来言",
        "reception:citizen_words",
        "chat",
        needs=(Act.NOTIFY, Right.HEAR_RETALIATION),
        group="来信来电",
        also=("reception:citizen_word",),
    ),
    Entry(
        "代写信访事项",
        "reception:assisted",
        "pen",
        needs=(Act.REGISTER,),
        group="来信来电",
        also=("reception:assisted_new", "reception:assisted_filing"),
    ),
    Entry(
        "导引图",
        "reception:guide_rows",
        "help",
        needs=(Right.MANAGE_UNITS,),
        group="系统",
        also=("reception:guide_row_new",),
    ),
    Entry(
        "公布事项",
        "reception:publishing",
        "book",
        needs=(Right.KEEP_CONTACTS,),
        group="系统",
        also=("reception:publish_new",),
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
    Tile(
        "来言待答复",
        open_words,
        "reception:citizen_words",
        "信访人在网上询问、反映打击报复，还没有答复的",
        needs=(Act.NOTIFY, Right.HEAR_RETALIATION),
    ),
)
RECORDS = ("reception.onlinefiling", "reception.citizenword", "reception.assistedfiling")
# A report of retaliation is heard by whoever sees that the case is there, also where its accusing part is closed to him.
HANGING = {
    **dict.fromkeys(("onlinefiling", "querycode", "assistedfiling"), Hanging()),
    "citizenword": Hanging(every=True),
}
VERBS = (*moves.VERBS, *words.VERBS, GUIDE_KEPT, PUBLISHED, ASSISTED)
PAPERS = (QUESTION,)
REASONS = (CONTACT_CODE,)
SOURCES = {SOURCE: "", ASSISTED_SOURCE: ""}
SETTINGS = (*limits.SETTINGS, CLAMD)
SCHEDULE = {
    "purge-portal-drafts": {"task": "reception.tasks.purge_portal_drafts_task", "schedule": crontab(hour=0, minute=40)},
    "make-anchors": {"task": "reception.tasks.make_anchors_task", "schedule": crontab(hour=0, minute=20)},
}
