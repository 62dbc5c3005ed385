"""What the reception room adds to the house: the parts of its topics, in one list."""

from functools import partial
from types import ModuleType

from kit.rooms import Panel, Room
from kit.topics import by_name, of_all
from reception.appointments import parts as appointments
from reception.appointments.on_case import read_appointments
from reception.calls import parts as calls
from reception.consultations import parts as consultations
from reception.days import parts as days
from reception.demonstration import live, show
from reception.envelopes import parts as envelopes
from reception.hall import parts as hall
from reception.intake import parts as intake
from reception.on_case import read_panel, timeline
from reception.originals import parts as originals
from reception.passed_on import parts as passed_on
from reception.portal import parts as portal
from reception.recognition import parts as recognition
from reception.reconciling import parts as reconciling
from reception.seeding import seed
from reception.senders import parts as senders
from reception.shifts import parts as shifts
from reception.visits import parts as visits
from reception.visits.on_case import read_visits

TOPICS: tuple[ModuleType, ...] = (
    intake,
    envelopes,
    recognition,
    calls,
    originals,
    hall,
    visits,
    consultations,
    shifts,
    days,
    appointments,
    portal,
    passed_on,
    senders,
    reconciling,
)

_of_all = partial(of_all, TOPICS)
_merged = partial(by_name, TOPICS)


ROOM = Room(
    name="reception",
    label="接收登记",
    floor=4,
    nav=_of_all("NAV"),
    tiles=_of_all("TILES"),
    panels=(
        Panel("来件、材料、回电", "reception/_on_case.html", read_panel, icon="clip"),
        Panel("来访接待", "reception/_visits_on_case.html", read_visits, icon="visit"),
        Panel("约访、接访", "reception/_on_case.html", read_appointments, icon="people"),
    ),
    timeline=timeline,
    hanging=_merged("HANGING"),
    verbs=_of_all("VERBS"),
    records=_of_all("RECORDS"),
    papers=_of_all("PAPERS"),
    reasons=_of_all("REASONS"),
    sources=_merged("SOURCES"),
    settings=_of_all("SETTINGS"),
    figures=_of_all("FIGURES"),
    ledgers=_of_all("LEDGERS"),
    jobs=_of_all("JOBS"),
    schedule=_merged("SCHEDULE"),
    intakes=_merged("INTAKES"),
    demo=show,
    simulate=live,
    seed=seed,
    urls="reception.urls",
    api="reception.api_urls",
)
