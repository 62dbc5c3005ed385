"""What the supervision room adds to the house: the parts of its topics, in one list."""

from datetime import date
from functools import partial
from types import ModuleType

from cases.sight.hanging import Hanging
from kit.rooms import Room
from kit.topics import by_name, of_all
from supervision.assessing import parts as assessing
from supervision.campaigns import parts as campaigns
from supervision.congress import parts as congress
from supervision.contacts import parts as contacts
from supervision.forecast import parts as forecast
from supervision.in_demonstrations import live, show
from supervision.instructions import parts as instructions
from supervision.meetings import parts as meetings
from supervision.orders import parts as orders
from supervision.ownership import parts as ownership
from supervision.relief import parts as relief
from supervision.timeline import timeline
from supervision.visits import parts as visits
from supervision.warnings import parts as warnings

TOPICS: tuple[ModuleType, ...] = (
    warnings,
    ownership,
    campaigns,
    contacts,
    instructions,
    meetings,
    congress,
    orders,
    visits,
    forecast,
    relief,
    assessing,
)
_of_all = partial(of_all, TOPICS)
_by_name = partial(by_name, TOPICS)


def _seed(count: int, on: date) -> int:
    """Make what a test district gets of every topic."""
    return sum(topic.seed(count, on) for topic in TOPICS if hasattr(topic, "seed"))


ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=_of_all("NAV"),
    tiles=_of_all("TILES"),
    panels=_of_all("PANELS"),
    timeline=timeline,
    hanging={**_by_name("HANGING"), **dict.fromkeys(("submittedcase", "task", "agendacase"), Hanging())},
    doors=_of_all("DOORS"),
    verbs=_of_all("VERBS"),
    records=_of_all("RECORDS"),
    papers=_of_all("PAPERS"),
    reasons=_of_all("REASONS"),
    ledgers=_of_all("LEDGERS"),
    figures=_of_all("FIGURES"),
    settings=_of_all("SETTINGS"),
    schedule=_by_name("SCHEDULE"),
    demo=show,
    health=_by_name("HEALTH"),
    seed=_seed,
    simulate=live,
    urls="supervision.urls",
    api="supervision.api_urls",
)
