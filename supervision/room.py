"""What the supervision room adds to the house: the parts of its topics, in one list."""

from typing import Any

from cases.sight.hanging import Hanging
from kit.rooms import Room
from supervision.instructions import parts as instructions
from supervision.instructions.reading import instruction_events


def _timeline(file: Any, staff: Any) -> list[dict[str, Any]]:
    return [*instruction_events(file, staff)]


ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=(*instructions.NAV,),
    tiles=(*instructions.TILES,),
    panels=(*instructions.PANELS,),
    timeline=_timeline,
    hanging={**dict.fromkeys(("submittedcase", "task"), Hanging())},
    verbs=(*instructions.VERBS,),
    records=(*instructions.RECORDS,),
    papers=(*instructions.PAPERS,),
    urls="supervision.urls",
    api="supervision.api_urls",
)
