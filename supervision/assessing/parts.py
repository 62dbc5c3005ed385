"""What assessments add to the room: entries, figures, verbs, records, sheets, settings."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Tile
from law.vocabulary import Act
from organizations.roles import Right
from supervision.assessing.reading import CONCERNED, to_answer, to_look_at
from supervision.assessing.settings import SETTINGS
from supervision.assessing.sheets import SHEETS
from supervision.assessing.verbs import VERBS

_GROUP = "督查督办"
NAV = (
    Entry(
        "考核",
        "supervision:assessments",
        "chart",
        needs=CONCERNED,
        group=_GROUP,
        also=(
            "supervision:assessment",
            "supervision:assessment_results",
            "supervision:assessment_result",
            "supervision:assessment_rows",
        ),
    ),
    Entry("日抽查", "supervision:spot_check", "search", needs=(Act.SUPERVISE,), group=_GROUP),
)
TILES = (
    Tile(
        "考核异议待核",
        to_answer,
        "supervision:assessment_results",
        "单位提出异议、还没有核定的考核结果；本人定稿的不计",
        query="list=answer",
        needs=(Right.DECIDE_ASSESSMENT,),
    ),
    Tile(
        "考核待核对",
        to_look_at,
        "supervision:assessment_results",
        "本单位的考核结果在征求意见，可以提出异议",
        query="list=look",
        needs=(Right.OBJECT_ASSESSMENT,),
    ),
)
RECORDS = ("supervision.assessmentscheme", "supervision.assessmentresult")
HANGING = {"assessmentfact": Hanging()}
LEDGERS = SHEETS
__all__ = ["HANGING", "LEDGERS", "NAV", "RECORDS", "SETTINGS", "TILES", "VERBS"]
