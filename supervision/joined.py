"""What the topics add where the room gives the house one function: one line of a tuple a topic."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from cases.reading.case_file import CaseFile
from organizations.models import Staff
from organizations.simulated import World
from supervision.forecast.shown import show_forecasts
from supervision.relief.shown import show_relief
from supervision.visits.on_cases import visit_lines
from supervision.visits.simulated import live_visits, show_visits

_TIMELINE: tuple[Callable[[CaseFile, Staff], list[dict[str, Any]]], ...] = (visit_lines,)
_SIMULATED: tuple[Callable[[date, Random, World], int], ...] = (live_visits,)
_SHOWN: tuple[Callable[[date], int], ...] = (show_visits, show_forecasts, show_relief)


def timeline(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return the lines of all topics among the events of a case."""
    return [line for lines in _TIMELINE for line in lines(file, staff)]


def simulate(day: date, random: Random, world: World) -> int:
    """Let the people of all topics do what they do on a day of a simulation; returns how many deeds."""
    return sum(live(day, random, world) for live in _SIMULATED)


def demo(day: date) -> int:
    """Make what the demonstration shows of all topics, and return how much was made."""
    return sum(show(day) for show in _SHOWN)
