"""The 300 fates: how many cases come to each point of the procedure, and how long they have been there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from demo import stories
from demo.courses import Aside, Course, Stage
from demo.stories.story import TOWN, Story
from law.vocabulary import Outcome, Path
from law.ways import WAYS

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
    REPORTED = "reported"  # urgent: reported upward, not dispatched yet
    DECISION_ASKED = "decision_asked"
    DECIDED = "decided"
    TRANSFERRED = "transferred"
    FILED = "filed"
    FILING = "filing"  # waits for the second person's signature
    NO_LONGER = "no_longer"
    GUIDED = "guided"  # led to the statutory way at the desk


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
# Both demands at the unit of the first, where one may be answered before the other.
AT_ONE_UNIT: Pool = tuple(
    replace(story, asks=tuple(replace(ask, to=story.asks[0].to) for ask in story.asks))
    for story in _of(_path_six, SEVERAL)
)
SIXTY_ALONE = _of(_path_six, SINGLE)
BY_LAW = _of(lambda story: len(story.asks) == 1 and story.asks[0].path in WAYS)
ADOPTED = _of(
    lambda story: len(story.asks) == 1 and story.asks[0].outcome in (Outcome.ADOPTED, Outcome.PARTLY_ADOPTED),
    stories.SUGGESTIONS,
)
DISPUTES = _of(lambda story: len(story.asks) == 1 and story.asks[0].to in ("zhujian", TOWN))
TWO_UNITS_ACCUSING = _of(lambda story: len(story.asks) > 1, stories.ACCUSATIONS)
OFFICE_ACCUSED: Pool = (stories.AGAINST_THE_OFFICE,)

_WAIT = Course(Stage.SENT)
FATES: tuple[Fate, ...] = (
    Fate(13, _WAIT, (0, 9), turn=Turn.WAITS),
    Fate(5, _WAIT, (12, 15), turn=Turn.WAITS),
    Fate(4, _WAIT, (16, 22), turn=Turn.WAITS),
    Fate(6, Course(Stage.INQUIRED), (2, 8), SEVERAL, turn=Turn.PARTLY),
    Fate(10, Course(Stage.SENT), (0, 2)),
    Fate(4, Course(Stage.SENT), (17, 24)),
    Fate(9, Course(Stage.OPENED), (0, 5)),
    Fate(8, Course(Stage.SENT, commissioned=True), (0, 3)),
    Fate(8, Course(Stage.SENT), (0, 6), SINGLE, Entry.DESK),
    Fate(5, Course(Stage.NOTIFIED), (0, 6), TOWNS_OWN, Entry.VILLAGE),
    Fate(4, Course(Stage.ACCEPTED), (0, 5)),
    Fate(3, Course(Stage.ACCEPTED), (15, 20)),
    Fate(5, Course(Stage.NOTIFIED), (0, 4)),
    Fate(5, Course(Stage.TAKEN), (0, 6)),
    Fate(1, Course(Stage.TAKEN, aside=Aside.RECLASSIFIED), (0, 6), BY_LAW),
    Fate(2, Course(Stage.INQUIRED), (1, 10)),
    Fate(2, Course(Stage.INQUIRED, aside=Aside.PROMISED), (0, 9), SIXTY_ALONE),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.PROMISE_KEPT), (0, 4), SIXTY_ALONE),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.SET_APART), (0, 4), AT_ONE_UNIT),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.DISSUADED), (0, 4), SINGLE),
    Fate(6, Course(Stage.INQUIRED), (53, 60), SIXTY, since_accepted=True),
    Fate(6, Course(Stage.DRAFTED, remind=True), (63, 78), SIXTY, since_accepted=True),
    Fate(6, Course(Stage.ASKED, delegate=True), (1, 6), WITH_TOWN),
    Fate(5, Course(Stage.LEARNT, delegate=True), (0, 3), WITH_TOWN),
    Fate(8, Course(Stage.ASKED, consult=True), (1, 8)),
    Fate(5, Course(Stage.DRAFTED), (0, 2)),
    Fate(6, Course(Stage.TAKEN, remind=True), (0, 3)),
    Fate(7, Course(Stage.SUBMITTED), (0, 3)),
    Fate(6, Course(Stage.SUBMITTED, send_back=True), (0, 3)),
    Fate(5, Course(Stage.ISSUED), (0, 2)),
    Fate(7, Course(Stage.SERVED), (0, 5)),
    Fate(7, Course(Stage.RECEIVED, commissioned=True), (3, 25)),
    Fate(8, Course(Stage.CLOSED, commissioned=True), (0, 12)),
    Fate(7, Course(Stage.CLOSED), (0, 12)),
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
    Fate(6, Course(Stage.CLOSED), (0, 50), stories.SUGGESTIONS),
    Fate(2, Course(Stage.INQUIRED, aside=Aside.EXTENSION_ASKED), (0, 2), SIXTY_ALONE),
    Fate(3, Course(Stage.INQUIRED, aside=Aside.EXTENDED), (1, 12), SIXTY_ALONE),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.NOT_EXTENDED), (0, 3), SIXTY_ALONE),
    Fate(2, Course(Stage.INQUIRED, aside=Aside.HEARING), (0, 5), SIXTY_ALONE),
    Fate(2, Course(Stage.SENT, aside=Aside.OBJECTED), (0, 1), SINGLE),
    Fate(1, Course(Stage.OPENED, aside=Aside.OBJECTION_REFUSED), (0, 2), SINGLE),
    Fate(1, Course(Stage.SENT, aside=Aside.RETURNED), (0, 3), SINGLE),
    Fate(1, Course(Stage.OPENED, aside=Aside.REDIRECTED), (0, 3), SINGLE),
    Fate(2, Course(Stage.OPENED, aside=Aside.NOT_ACCEPTED), (0, 9), SIXTY_ALONE),
    Fate(3, Course(Stage.OPENED, aside=Aside.DIVERTED), (0, 9), BY_LAW),
    Fate(2, Course(Stage.TAKEN, aside=Aside.MATERIAL), (0, 5), SIXTY_ALONE),
    Fate(2, Course(Stage.INQUIRED, aside=Aside.CO_HANDLED), (0, 5), SIXTY_ALONE),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.MEDIATED), (0, 2), DISPUTES),
    Fate(2, Course(Stage.INQUIRED, aside=Aside.AGREED), (0, 20), DISPUTES),
    Fate(2, Course(Stage.TAKEN, aside=Aside.WITHDRAWAL_ASKED), (0, 1), SINGLE),
    Fate(2, Course(Stage.TAKEN, aside=Aside.WITHDRAWN), (2, 10), SINGLE),
    Fate(1, Course(Stage.TAKEN, aside=Aside.WITHDRAWAL_REVOKED), (0, 4), SINGLE),
    Fate(1, Course(Stage.TAKEN, aside=Aside.RECUSAL), (0, 4), SINGLE),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.RELIEF), (0, 6), SIXTY_ALONE),
    Fate(2, Course(Stage.SERVED, aside=Aside.MAIL_CAME_BACK), (0, 3), SIXTY_ALONE),
    Fate(1, Course(Stage.RECEIVED, aside=Aside.CARRIED_OUT), (0, 9), SIXTY_ALONE),
    Fate(1, Course(Stage.RECEIVED, aside=Aside.RATED), (0, 9), SIXTY_ALONE),
    Fate(3, Course(Stage.RECEIVED, aside=Aside.REEXAMINATION_ASKED), (0, 8), SIXTY_ALONE),
    Fate(2, Course(Stage.RECEIVED, aside=Aside.REEXAMINED), (0, 8), SIXTY_ALONE),
    Fate(2, Course(Stage.RECEIVED, aside=Aside.REMANDED), (0, 8), SIXTY_ALONE),
    Fate(1, Course(Stage.RECEIVED, aside=Aside.REVIEW_ASKED), (0, 8), SIXTY_ALONE),
    Fate(1, Course(Stage.RECEIVED, aside=Aside.REVIEWED), (0, 4), SIXTY_ALONE),
    Fate(1, Course(Stage.RECEIVED, aside=Aside.PUBLISHED), (0, 4), SIXTY_ALONE),
    Fate(4, Course(Stage.CLOSED, aside=Aside.ARCHIVED), (0, 2), SINGLE),
    Fate(2, Course(Stage.INQUIRED, aside=Aside.GUIDED), (0, 5), SIXTY_ALONE),
    Fate(1, Course(Stage.INQUIRED, aside=Aside.ESCALATION_ASKED), (0, 3), TOWNS_OWN),
    Fate(2, Course(Stage.SERVED, aside=Aside.AWARDED), (0, 9), ADOPTED),
    Fate(1, _WAIT, (0, 9), BY_LAW, turn=Turn.GUIDED),
    Fate(2, _WAIT, (0, 2), turn=Turn.REPORTED),
    Fate(1, _WAIT, (0, 2), SEVERAL, turn=Turn.DECISION_ASKED),
    Fate(1, _WAIT, (0, 2), SEVERAL, turn=Turn.DECIDED),
    Fate(1, _WAIT, (0, 20), SINGLE, turn=Turn.TRANSFERRED),
    Fate(1, _WAIT, (0, 20), stories.SUGGESTIONS, turn=Turn.FILED),
    Fate(1, _WAIT, (0, 3), stories.SUGGESTIONS, turn=Turn.FILING),
    Fate(1, _WAIT, (0, 20), SINGLE, turn=Turn.NO_LONGER),
    Fate(1, Course(Stage.INQUIRED, commissioned=True, aside=Aside.ABOVE_WAITS), (0, 3), SIXTY_ALONE),
    Fate(1, Course(Stage.RECEIVED, commissioned=True, aside=Aside.REPORTED_ABOVE), (0, 5), SIXTY_ALONE),
)
WANTED = sum(fate.count for fate in FATES)
