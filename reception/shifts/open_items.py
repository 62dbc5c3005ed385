"""What is open at the desks of a person, counted: what one shift hands over to the next."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from organizations.models import Staff
from reception.calls.reading import open_calls
from reception.consultations.reading import open_consultations
from reception.envelopes.reading import to_register
from reception.hall.reading import waiting_today
from reception.originals.reading import held
from reception.visits.reading import open_visits

_COUNTED: dict[str, tuple[str, Callable[[Staff, date], QuerySet[Any]]]] = {
    "waiting": ("等候的号", waiting_today),
    "visits": ("待答复的来访批次", open_visits),
    "consultations": ("办理中的咨询", open_consultations),
    "letters": ("待登记的来信", to_register),
    "calls": ("待回电", open_calls),
    "originals": ("保管中的原件", lambda staff, _on: held(staff)),
}


def open_items(staff: Staff, on: date) -> dict[str, int]:
    """Return how many of each are open now, within the reach of a person."""
    return {name: rows(staff, on).count() for name, (_, rows) in _COUNTED.items()}


def items_words(counts: dict[str, int]) -> str:
    """Say what was handed over."""
    return "，".join(f"{label}{counts[name]}" for name, (label, _) in _COUNTED.items() if name in counts)
