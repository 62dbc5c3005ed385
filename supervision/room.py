"""What the supervision room adds to the house: the parts of its topics, in one list."""

from datetime import date
from random import Random
from typing import Any

from cases.sight.hanging import Hanging
from kit.rooms import Room
from supervision.congress import parts as congress
from supervision.demonstration import show_supervision
from supervision.forecast import parts as forecast
from supervision.instructions import parts as instructions
from supervision.instructions.reading import instruction_events
from supervision.instructions.simulated import live_with_instructions
from supervision.joined import demo, simulate, timeline
from supervision.meetings import parts as meetings
from supervision.meetings.reading import meeting_events
from supervision.meetings.simulated import live_with_meetings
from supervision.relief import parts as relief
from supervision.visits import parts as visits


def _timeline(file: Any, staff: Any) -> list[dict[str, Any]]:
    return [*instruction_events(file, staff), *meeting_events(file, staff), *timeline(file, staff)]


def _simulate(day: date, random: Random, world: Any) -> int:
    return sum(live(day, random, world) for live in (live_with_instructions, live_with_meetings, simulate))


def _demo(day: date) -> int:
    return show_supervision(day) + demo(day)


ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=(*instructions.NAV, *meetings.NAV, *congress.NAV, *visits.NAV, *forecast.NAV, *relief.NAV),
    tiles=(*instructions.TILES, *meetings.TILES, *congress.TILES, *visits.TILES, *relief.TILES),
    panels=(*instructions.PANELS, *visits.PANELS, *relief.PANELS),
    timeline=_timeline,
    hanging={
        "submittedcase": Hanging(),
        "task": Hanging(),
        "agendacase": Hanging(),
        **visits.HANGING,
        **forecast.HANGING,
        **relief.HANGING,
    },
    verbs=(*instructions.VERBS, *meetings.VERBS, *congress.VERBS, *visits.VERBS, *relief.VERBS),
    records=(*instructions.RECORDS, *meetings.RECORDS, *congress.RECORDS, *visits.RECORDS, *relief.RECORDS),
    papers=(*instructions.PAPERS, *meetings.PAPERS),
    reasons=(*meetings.REASONS,),
    ledgers=(*visits.LEDGERS, *relief.LEDGERS),
    schedule={**forecast.SCHEDULE},
    settings=(*meetings.SETTINGS, *visits.SETTINGS, *forecast.SETTINGS),
    demo=_demo,
    simulate=_simulate,
    urls="supervision.urls",
    api="supervision.api_urls",
)
