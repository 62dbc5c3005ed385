"""What the reception room adds to the house: the parts of its topics, in one list."""

from functools import partial
from types import ModuleType

from kit.rooms import Panel, Room
from kit.topics import by_name, of_all
from reception.calls import parts as calls
from reception.demonstration import live, show
from reception.envelopes import parts as envelopes
from reception.intake import parts as intake
from reception.on_case import read_panel, timeline
from reception.originals import parts as originals
from reception.recognition import parts as recognition

TOPICS: tuple[ModuleType, ...] = (intake, envelopes, recognition, calls, originals)
_of_all = partial(of_all, TOPICS)
_merged = partial(by_name, TOPICS)


ROOM = Room(
    name="reception",
    label="接收登记",
    floor=4,
    nav=_of_all("NAV"),
    tiles=_of_all("TILES"),
    panels=(Panel("材料、回电", "reception/_on_case.html", read_panel, icon="clip"),),
    timeline=timeline,
    hanging=_merged("HANGING"),
    verbs=_of_all("VERBS"),
    records=_of_all("RECORDS"),
    papers=_of_all("PAPERS"),
    settings=_of_all("SETTINGS"),
    jobs=_of_all("JOBS"),
    schedule=_merged("SCHEDULE"),
    intakes=_merged("INTAKES"),
    demo=show,
    simulate=live,
    urls="reception.urls",
    api="reception.api_urls",
)
