"""What consultations add to the room, part by part."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Figure, Tile
from law.vocabulary import Act
from reception.consultations.moves import ONCE_NOTICE, VERBS
from reception.consultations.reading import (
    consultations_of_month,
    my_consultations,
    petitions_of_month,
    to_check,
    to_register,
)
from reception.consultations.settings import SETTINGS

__all__ = ["FIGURES", "HANGING", "NAV", "PAPERS", "RECORDS", "SCHEDULE", "SETTINGS", "TILES", "VERBS"]

NAV = (
    Entry(
        "咨询登记",
        "reception:consultations",
        "chat",
        needs=(Act.REGISTER,),
        group="来访接待",
        also=("reception:consultation", "reception:consultation_new"),
    ),
)
TILES = (
    Tile(
        "咨询待我办理",
        my_consultations,
        "reception:consultations",
        "没有当场办完、由我办理的咨询",
        query="list=mine",
        needs=(Act.REGISTER,),
    ),
    Tile(
        "咨询抽查待核对",
        to_check,
        "reception:consultations",
        "每周抽中、由没有经手的人核对的咨询",
        query="list=drawn",
        needs=(Act.REGISTER,),
    ),
    Tile(
        "咨询应登记为信访件",
        to_register,
        "reception:consultations",
        "核对认为应当登记为信访件、还没有登记的咨询",
        query="list=all",
        needs=(Act.REGISTER,),
    ),
)
FIGURES = (
    Figure("咨询登记", "咨询日期在本月的咨询条数，后来登记为信访件的也在内", consultations_of_month),
    Figure("咨询抽查应登记的", "咨询日期在本月、抽查认为应当登记为信访件的条数", petitions_of_month),
)
RECORDS = ("reception.consultation",)
HANGING = {"consultation": Hanging()}
PAPERS = (ONCE_NOTICE,)
SCHEDULE = {
    "draw-consultations": {
        "task": "reception.tasks.draw_consultations_task",
        "schedule": crontab(hour=5, minute=40, day_of_week="mon"),
    }
}
