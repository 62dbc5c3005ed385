"""What the topics of the room do in the demonstration and on each day of a simulation: one line of this file a topic."""

from datetime import date
from random import Random

from organizations.simulated import World
from supervision.assessing.shown import show_assessment
from supervision.demonstration import show_supervision
from supervision.forecast.shown import show_forecasts
from supervision.instructions.simulated import live_with_instructions
from supervision.meetings.simulated import live_with_meetings
from supervision.orders.simulated import show as show_orders
from supervision.orders.simulated import simulate as live_with_orders
from supervision.ownership.shown import own_some, show_ownership
from supervision.relief.shown import show_relief
from supervision.visits.simulated import live_visits, show_visits
from supervision.warnings.simulated import first_warnings, read_warnings

SHOWN = (
    show_ownership,
    show_supervision,
    show_visits,
    show_forecasts,
    show_relief,
    show_orders,
    first_warnings,
    show_assessment,
)
LIVED = (own_some, live_with_instructions, live_with_meetings, live_visits, live_with_orders, read_warnings)


def show(day: date) -> int:
    """Make what the demonstration shows of every topic."""
    return sum(each(day) for each in SHOWN)


def live(day: date, random: Random, world: World) -> int:
    """Let the people of every topic do their work of a day."""
    return sum(each(day, random, world) for each in LIVED)
