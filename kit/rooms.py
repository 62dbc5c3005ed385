"""What a room adds to the house: one value in each app's room.py, collected from settings.ROOMS.

Lower rooms never import upper ones: what they show of them they ask here. A room left out of the settings is gone.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from random import Random
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from kit.doors import Door
from kit.feed import Source
from kit.jobs.kinds import JobKind
from kit.ledgers.declaring import Ledger
from kit.letters import RecordPaper, Variable
from kit.reasons import Reason
from kit.settings import Setting
from kit.texts import Alike, Beside, Text
from kit.verbs import Verb
from law.errors import Refused
from law.vocabulary import Act, Letter

# A right or an act of organizations/roles.py; kit stands below it.
Needs = tuple[Any, ...]
_YES = ("1", "true", "yes", "on")


@dataclass(frozen=True)
class Entry:
    """One entry of the navigation; ``needs`` (any of them) empty: for every member of staff.

    ``besides(staff)``: who may open it without any of them, asked only then.
    ``also``: pages that belong to it. ``short``: its word in the phone's bottom bar. ``training_only``: only where the training clock is.
    """

    label: str
    url_name: str
    icon: str
    needs: Needs = ()
    group: str = ""
    training_only: bool = False
    besides: Callable[[Any], bool] | None = None
    also: tuple[str, ...] = ()
    short: str = ""


@dataclass(frozen=True)
class Tile:
    """One figure on my desk: ``rows(staff, on)`` is a queryset, so that the count and the list behind it agree.

    It depends on nothing but the person, where he stands and the day: what it asks is written down once and kept.

    ``needs`` (any of them): who could ever have such a thing; ``url_name`` and ``query``: the list; ``tone``: its
    colour while not zero, for what is shown even where it is zero.
    """

    label: str
    rows: Callable[[Any, date], Any]
    url_name: str
    definition: str
    query: str = ""
    needs: Needs = ()
    tone: str | None = None

    @property
    def url(self) -> str:
        """Return the address of the list behind the figure."""
        return f"{reverse(self.url_name)}?{self.query}" if self.query else reverse(self.url_name)


@dataclass(frozen=True)
class Panel:
    """A block on the case page: ``read(file, staff, on)`` returns its context with its own queries, None for no block."""

    title: str
    template: str
    read: Callable[[Any, Any, date], Mapping[str, Any] | None]
    icon: str = "list"


@dataclass(frozen=True)
class Figure:
    """A number that reports may print: ``rows(staff, on)`` is a queryset through ``readable_by``; its formula in words."""

    label: str
    formula: str
    rows: Callable[[Any, date], Any]


@dataclass(frozen=True)
class Room:
    """Everything one app adds to the house; a newcomer who opens room.py has seen the app.

    ``hanging``: how its records hang on a case, by the name of the model (cases/sight/hanging.py), for ``readable_by``.
    ``letters``: whose words a site may edit, with their variables. ``papers``: the letters it makes of its records. ``timeline(file, staff)``: lines among the events of a case, as components/timeline.html draws them.
    ``verbs``: what it notes in the journal. ``reasons``: why it tells somebody something (the outbox). ``feed``: its rows with a place in the feed. ``records``: the labels of its records, so that the feed tells of them. ``health``: figures of the health page by their names, each 0 where all is well, None where nobody knows. ``notices(staff, on)``: lines among the notices of the desk. ``printed``: commands that print a document from the
    code. ``demo(day)`` and ``seed(count, on)``: what the demonstration, or a test district of ``count`` cases, gets.
    ``sources``: what its codes in the column 来源 of a case are called, "" for what means nothing to people.
    ``intakes``: its own pages of registration, by the code of the channel.
    ``alike(record, words, rows, district, beside)``: by key, those of these rows of a record whose open text is like the
    words; ``beside``: few rows that are read through, whatever the index says. The field ``beside`` of the room: blocks at the registration.
    ``jobs``: kinds of work that takes longer than a page. ``ledgers``: its fixed ledgers.
    ``simulate(day, random, world)``: what its people do on one day of a simulation, after the acts on cases; how many
    deeds. Its ``random`` is its own, ``world`` an organizations.simulated.World. ``urls``, ``api``: its addresses below / and /api/v1/.
    """

    name: str
    label: str
    floor: int
    nav: tuple[Entry, ...] = ()
    tiles: tuple[Tile, ...] = ()
    panels: tuple[Panel, ...] = ()
    timeline: Callable[[Any, Any], list[dict[str, Any]]] | None = None
    doors: tuple[Door, ...] = ()
    letters: Mapping[Letter, tuple[Variable, ...]] = field(default_factory=dict)
    papers: tuple[RecordPaper, ...] = ()
    hanging: Mapping[str, Any] = field(default_factory=dict)
    verbs: tuple[Verb, ...] = ()
    reasons: tuple[Reason, ...] = ()
    feed: tuple[Source, ...] = ()
    records: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    notices: Callable[[Any, date], list[dict[str, Any]]] | None = None
    schedule: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    settings: tuple[Setting, ...] = ()
    texts: tuple[Text, ...] = ()
    beside: tuple[Beside, ...] = ()
    alike: Callable[..., Mapping[int, Alike]] | None = None
    figures: tuple[Figure, ...] = ()
    intakes: Mapping[str, str] = field(default_factory=dict)
    jobs: tuple[JobKind, ...] = ()
    ledgers: tuple[Ledger, ...] = ()
    printed: tuple[str, ...] = ()
    demo: Callable[[date], int] | None = None
    seed: Callable[[int, date], int] | None = None
    simulate: Callable[[date, Random, Any], int] | None = None
    health: Mapping[str, Callable[[], int | None]] = field(default_factory=dict)
    urls: str = ""
    api: str = ""


@cache
def _loaded(names: tuple[str, ...]) -> tuple[Room, ...]:
    rooms = [import_string(f"{name}.room.ROOM") for name in names]
    return tuple(sorted(rooms, key=lambda room: room.floor))


def rooms() -> tuple[Room, ...]:
    """Return the rooms that the settings name, from the ground up."""
    return _loaded(tuple(settings.ROOMS))


@cache
def _doors(names: tuple[str, ...]) -> dict[Act, Door]:
    found: dict[Act, Door] = {}
    for room in _loaded(names):
        for door in room.doors:
            if door.act in found:
                raise ValueError(f"{door.act} has two rows")
            found[door.act] = door
    return {act: found[act] for act in Act if act in found}


def doors() -> dict[Act, Door]:
    """Return the row of every act that the rooms of this house do, in the order of the procedure."""
    return _doors(tuple(settings.ROOMS))


def door_of(act: Act) -> Door:
    """Return the row of an act. Raises Refused not_built: no room of this house does it."""
    try:
        return doors()[act]
    except KeyError:
        raise Refused("not_built", f"本系统没有启用办理“{act.label}”的模块。") from None


def all_of(part: str) -> Iterator[Any]:
    """Return what every room adds of one kind (nav, tiles, panels …), room by room from the ground up."""
    for room in rooms():
        found: Sequence[Any] = getattr(room, part)
        yield from found


def finder_of_alike() -> Callable[..., Mapping[int, Alike]] | None:
    """Return what finds texts like another one, None where no room of this house does."""
    return next((room.alike for room in rooms() if room.alike), None)


def letters() -> dict[Letter, tuple[Variable, ...]]:
    """Return the letters whose words a site may edit, each with the variables that it may use beside the common ones."""
    return {kind: variables for room in rooms() for kind, variables in room.letters.items()}


def intake_urls() -> dict[str, str]:
    """Return the pages of registration of one channel each, by the code of the channel; the highest room's counts."""
    return {channel: url_name for room in rooms() for channel, url_name in room.intakes.items()}


def paper_of(code: str) -> RecordPaper:
    """Return a letter of records by its code. Raises Refused not_found: no room of this house makes it."""
    found: RecordPaper | None = next((each for each in all_of("papers") if each.code == code), None)
    if found is None:
        raise Refused("not_found", "没有这种文书，或者用到它的模块没有启用。")
    return found


def job_kinds() -> dict[str, JobKind]:
    """Return every kind of long work that the rooms of this house do, by its code."""
    return {kind.code: kind for kind in all_of("jobs")}


def ledgers() -> dict[str, Ledger]:
    """Return the ledgers of all rooms by their codes, room by room."""
    return {ledger.code: ledger for ledger in all_of("ledgers")}


def source_words(source: str) -> str:
    """Return what people call where a case came from: a room's own code in words, the name of another system as it is."""
    return next((room.sources[source] for room in rooms() if source in room.sources), source)


def declared(key: str) -> Setting:
    """Return a setting by its key. Raises Refused not_found: no room of this house has it."""
    found: Setting | None = next((each for each in all_of("settings") if each.key == key), None)
    if found is None:
        raise Refused("not_found", "没有这个参数，或者用到它的模块没有启用。")
    return found


def setting(key: str) -> Any:
    """Return what the environment has set for a room, or its default.

    What is set from a day on comes before it (organizations/settings_in_force.py).
    """
    found = declared(key)
    said = getattr(settings, "ROOM_SETTINGS", {}).get(key, os.environ.get(f"XINFANG_{key}", found.default))
    if not isinstance(said, str) or isinstance(found.default, str):
        return said
    return said.strip().lower() in _YES if isinstance(found.default, bool) else type(found.default)(said)
