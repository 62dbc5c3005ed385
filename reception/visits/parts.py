"""What visits add to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Figure, Tile
from law.vocabulary import Act, Channel
from reception.visits.moves import PAPERS, VERBS
from reception.visits.reading import collective_of_month, late_visits, my_open_visits, visits_of_month
from reception.visits.settings import SETTINGS

__all__ = ["FIGURES", "HANGING", "INTAKES", "NAV", "PAPERS", "RECORDS", "SETTINGS", "TILES", "VERBS"]

GROUP = "来访接待"
INTAKES = {Channel.VISIT.value: "reception:visit_new"}
NAV = (
    Entry(
        "来访",
        "reception:hall_visits",
        "visit",
        needs=(Act.REGISTER,),
        group=GROUP,
        also=("reception:hall_visit", "reception:visitors", "reception:visit_of_case"),
    ),
)
TILES = (
    Tile(
        "来访待我答复",
        my_open_visits,
        "reception:hall_visits",
        "没有当场答复、由我答复的来访批次",
        query="list=mine",
        needs=(Act.REGISTER,),
    ),
    Tile(
        "来访过期未答复",
        late_visits,
        "reception:hall_visits",
        "过了约定的日期、还没有答复的来访批次",
        query="list=open",
        needs=(Act.REGISTER,),
    ),
)
FIGURES = (
    Figure("来访批次", "来访日期在本月的批次，一次来访一批", visits_of_month),
    Figure("集体访批次", "来访日期在本月、登记时达到集体访人数的批次", collective_of_month),
)
RECORDS = ("reception.hallvisit", "reception.visitorlist")
HANGING = {"hallvisit": Hanging(), "visitorlist": Hanging("visit__case"), "visitrating": Hanging("visit__case")}
