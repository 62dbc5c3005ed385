"""A room of several topics: each topic's parts.py names what it adds, and the room gathers it."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any


def of_all(topics: Sequence[ModuleType], name: str) -> tuple[Any, ...]:
    """Return what all topics add of a kind; a topic names what it has."""
    return tuple(each for topic in topics for each in getattr(topic, name, ()))


def by_name(topics: Sequence[ModuleType], name: str) -> dict[str, Any]:
    """Return what all topics add of a kind under names of their own."""
    return {key: value for topic in topics for key, value in getattr(topic, name, {}).items()}
