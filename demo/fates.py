"""The 300 fates: how many cases come to each point of the procedure, and how long they have been there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from demo import stories
from demo.courses import Course, Stage
from demo.stories.story import TOWN, Story
from law.vocabulary import Path

Pool = tuple[Story, ...]


class Entry(StrEnum):
    """Where a petition came in."""

    OFFICE = "office"
    DESK = "desk"
    VILLAGE = "village"


class Turn(StrEnum):
    """What else happens to a case as a whole."""

    NONE = ""
    WAITS = "waits"  # registered, not dispatched yet
    PARTLY = "partly"  # one demand still waits for dispatch
    UNLINKED = "unlinked"  # the accused are known by name only
    LINKED = "linked"  # they have been linked since, and wait for dispatch
    VOID_ASKED = "void_asked"
    VOIDED = "voided"
    VOID_REFUSED = "void_refused"


@dataclass(frozen=True)
class Fate:
    """``rest``: days since the last act; ``since_accepted``: instead, days since acceptance."""

    count: int
    course: Course
    rest: tuple[int, int]
    pool: Pool = stories.APPEALS
    entry: Entry = Entry.OFFICE
    turn: Turn = Turn.NONE
    since_accepted: bool = False


def _of(test: Callable[[Story], bool], pool: Pool = stories.APPEALS) -> Pool:
    return tuple(story for story in pool if test(story))


def _path_six(story: Story) -> bool:
    return all(ask.path is Path.PETITION_PROCEDURE for ask in story.asks)


SINGLE = _of(lambda story: len(story.asks) == 1)
SEVERAL = _of(lambda story: len(story.asks) > 1)
TOWNS_OWN = _of(lambda story: len(story.asks) == 1 and story.asks[0].to == TOWN)
WITH_TOWN = _of(lambda story: any(ask.to == TOWN for ask in story.asks))
SIXTY = _of(_path_six)
TWO_UNITS_ACCUSING = _of(lambda story: len(story.asks) > 1, stories.ACCUSATIONS)
OFFICE_ACCUSED: Pool = (stories.AGAINST_THE_OFFICE,)

_WAIT = Course(Stage.SENT)
FATES: tuple[Fate, ...] = (
    Fate(18, _WAIT, (0, 9), turn=Turn.WAITS),
    Fate(5, _WAIT, (12, 15), turn=Turn.WAITS),
    Fate(4, _WAIT, (16, 22), turn=Turn.WAITS),
    Fate(6, Course(Stage.INQUIRED), (2, 8), SEVERAL, turn=Turn.PARTLY),
    Fate(14, Course(Stage.SENT), (0, 2)),
    Fate(4, Course(Stage.SENT), (17, 24)),
    Fate(12, Course(Stage.OPENED), (0, 5)),
    Fate(10, Course(Stage.SENT, commissioned=True), (0, 3)),
    Fate(8, Course(Stage.SENT), (0, 6), SINGLE, Entry.DESK),
    Fate(5, Course(Stage.NOTIFIED), (0, 6), TOWNS_OWN, Entry.VILLAGE),
    Fate(8, Course(Stage.ACCEPTED), (0, 5)),
    Fate(3, Course(Stage.ACCEPTED), (15, 20)),
    Fate(6, Course(Stage.NOTIFIED), (0, 4)),
    Fate(8, Course(Stage.TAKEN), (0, 6)),
    Fate(10, Course(Stage.INQUIRED), (1, 10)),
    Fate(6, Course(Stage.INQUIRED), (53, 60), SIXTY, since_accepted=True),
    Fate(6, Course(Stage.DRAFTED, remind=True), (63, 78), SIXTY, since_accepted=True),
    Fate(12, Course(Stage.ASKED, delegate=True), (1, 6), WITH_TOWN),
    Fate(5, Course(Stage.LEARNT, delegate=True), (0, 3), WITH_TOWN),
    Fate(8, Course(Stage.ASKED, consult=True), (1, 8)),
    Fate(6, Course(Stage.DRAFTED), (0, 2)),
    Fate(6, Course(Stage.TAKEN, remind=True), (0, 3)),
    Fate(14, Course(Stage.SUBMITTED), (0, 3)),
    Fate(6, Course(Stage.SUBMITTED, send_back=True), (0, 3)),
    Fate(8, Course(Stage.ISSUED), (0, 2)),
    Fate(10, Course(Stage.SERVED), (0, 5)),
    Fate(14, Course(Stage.RECEIVED, commissioned=True), (3, 25)),
    Fate(12, Course(Stage.CLOSED, commissioned=True), (0, 12)),
    Fate(16, Course(Stage.CLOSED), (0, 12)),
    Fate(8, Course(Stage.CLOSED), (0, 12), SINGLE, Entry.DESK),
    Fate(4, _WAIT, (0, 2), turn=Turn.VOID_ASKED),
    Fate(4, _WAIT, (3, 60), turn=Turn.VOIDED),
    Fate(2, _WAIT, (0, 4), turn=Turn.VOID_REFUSED),
    Fate(2, _WAIT, (0, 8), stories.ACCUSATIONS, turn=Turn.UNLINKED),
    Fate(1, _WAIT, (0, 8), stories.ACCUSATIONS, turn=Turn.LINKED),
    Fate(4, Course(Stage.SENT), (0, 5), TWO_UNITS_ACCUSING),
    Fate(5, Course(Stage.INQUIRED), (1, 15), stories.ACCUSATIONS),
    Fate(3, Course(Stage.CLOSED), (0, 10), stories.ACCUSATIONS),
    Fate(2, Course(Stage.TAKEN), (1, 9), OFFICE_ACCUSED),
    Fate(4, Course(Stage.INQUIRED), (1, 9), stories.SUGGESTIONS),
    Fate(3, Course(Stage.DRAFTED), (0, 5), stories.SUGGESTIONS),
    Fate(8, Course(Stage.CLOSED), (0, 50), stories.SUGGESTIONS),
)
WANTED = sum(fate.count for fate in FATES)
