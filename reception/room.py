"""What the reception room adds to the house: the parts of its topics, in one list."""

from types import ModuleType
from typing import Any

from kit.rooms import Panel, Room
from reception.calls import parts as calls
from reception.demonstration import live, show
from reception.envelopes import parts as envelopes
from reception.intake import parts as intake
from reception.on_case import read_panel, timeline
from reception.originals import parts as originals
from reception.passed_on import parts as passed_on
from reception.recognition import parts as recognition
from reception.reconciling import parts as reconciling
from reception.seeding import seed
from reception.senders import parts as senders

TOPICS: tuple[ModuleType, ...] = (intake, envelopes, recognition, calls, originals, passed_on, senders, reconciling)


def _of_all(name: str) -> tuple[Any, ...]:
    """Return what all topics add of a kind; a topic names what it has."""
    return tuple(each for topic in TOPICS for each in getattr(topic, name, ()))


def _merged(name: str) -> dict[str, Any]:
    """Return what all topics add of a kind by name."""
    return {key: value for topic in TOPICS for key, value in getattr(topic, name, {}).items()}


ROOM = Room(
    name="reception",
    label="接收登记",
    floor=4,
    nav=_of_all("NAV"),
    tiles=_of_all("TILES"),
    panels=(Panel("来件、材料、回电", "reception/_on_case.html", read_panel, icon="clip"),),
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
    seed=seed,
    simulate=live,
    urls="reception.urls",
    api="reception.api_urls",
)
