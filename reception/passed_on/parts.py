"""What was passed on adds to the room, part by part."""

from cases.sight.hanging import Hanging
from kit.rooms import Entry
from law.vocabulary import Act
from reception.passed_on.forms import PAGE_CODE
from reception.passed_on.moves import VERBS

__all__ = ["HANGING", "INTAKES", "NAV", "RECORDS", "VERBS"]

INTAKES = {PAGE_CODE: "reception:passed_on_new"}
NAV = (
    Entry(
        "登记来件",
        "reception:passed_on_new",
        "intake",
        needs=(Act.REGISTER,),
        group="来件对账",
        also=("reception:passed_on", "reception:passed_on_link"),
    ),
)
RECORDS = ("reception.passedon",)
HANGING = {"passedon": Hanging()}
