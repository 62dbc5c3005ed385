"""What the screening room adds to the house: the parts of its topics, in one list."""

from kit.rooms import Room
from kit.topics import by_name, of_all
from screening.demonstration import live, show
from screening.disputes import parts as disputes
from screening.disputes.on_case import dispute_lines
from screening.grid import parts as grid
from screening.reports import parts as reports
from screening.rounds import parts as rounds
from screening.seeding import seed

TOPICS = (reports, disputes, grid, rounds)

ROOM = Room(
    name="screening",
    label="矛盾纠纷排查",
    floor=4,
    nav=of_all(TOPICS, "NAV"),
    tiles=of_all(TOPICS, "TILES"),
    panels=of_all(TOPICS, "PANELS"),
    timeline=dispute_lines,
    hanging=by_name(TOPICS, "HANGING"),
    verbs=of_all(TOPICS, "VERBS"),
    reasons=of_all(TOPICS, "REASONS"),
    records=of_all(TOPICS, "RECORDS"),
    sources=by_name(TOPICS, "SOURCES"),
    settings=of_all(TOPICS, "SETTINGS"),
    schedule=by_name(TOPICS, "SCHEDULE"),
    ledgers=of_all(TOPICS, "LEDGERS"),
    demo=show,
    seed=seed,
    simulate=live,
    texts=of_all(TOPICS, "TEXTS"),
    urls="screening.urls",
    api="screening.api_urls",
)
