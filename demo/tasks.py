"""The worker's share of the demonstration: a few cases a task, safe twice and safe late."""

from datetime import date

from celery import shared_task

from demo.progress import note_progress
from demo.walk import make_cases, missing
from kit.rooms import rooms

CHUNK = 20


@shared_task(acks_late=True)
def make_cases_task(numbers: list[int], day: str) -> int:
    """Make these cases as of a day (ISO); those that are there already cost nothing."""
    on = date.fromisoformat(day)
    made = make_cases(numbers, on, after_each=note_progress).made
    if not missing(on):
        show_rooms(on)
        note_progress(finished=True)
    return made


def show_rooms(day: date) -> int:
    """Let the rooms above add what they show once all cases are there; each is safe twice. Returns what they made."""
    return sum(room.demo(day) for room in rooms() if room.demo)


def ask_for_cases(day: date) -> int:
    """Ask the worker for every case that is missing, a chunk a message; returns how many were asked for."""
    numbers = missing(day)
    if numbers:
        note_progress()
    for first in range(0, len(numbers), CHUNK):
        make_cases_task.delay(numbers[first : first + CHUNK], day.isoformat())
    return len(numbers)
