"""What the supervision room adds to the house: the parts of its topics, in one list."""

from datetime import date
from random import Random
from typing import Any

from cases.sight.hanging import Hanging
from kit.rooms import Room
from supervision.congress import parts as congress
from supervision.demonstration import show_supervision
from supervision.instructions import parts as instructions
from supervision.instructions.reading import instruction_events
from supervision.instructions.simulated import live_with_instructions
from supervision.meetings import parts as meetings
from supervision.meetings.reading import meeting_events
from supervision.meetings.simulated import live_with_meetings


def _timeline(file: Any, staff: Any) -> list[dict[str, Any]]:
    return [*instruction_events(file, staff), *meeting_events(file, staff)]


def _simulate(day: date, random: Random, world: Any) -> int:
    return sum(live(day, random, world) for live in (live_with_instructions, live_with_meetings))


ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=(*instructions.NAV, *meetings.NAV, *congress.NAV),
    tiles=(*instructions.TILES, *meetings.TILES, *congress.TILES),
    panels=(*instructions.PANELS,),
    timeline=_timeline,
    hanging={"submittedcase": Hanging(), "task": Hanging(), "agendacase": Hanging()},
    verbs=(*instructions.VERBS, *meetings.VERBS, *congress.VERBS),
    records=(*instructions.RECORDS, *meetings.RECORDS, *congress.RECORDS),
    papers=(*instructions.PAPERS, *meetings.PAPERS),
    reasons=(*meetings.REASONS,),
    settings=(*meetings.SETTINGS,),
    demo=show_supervision,
    simulate=_simulate,
    urls="supervision.urls",
    api="supervision.api_urls",
)
