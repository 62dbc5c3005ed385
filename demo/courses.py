"""How far one leg comes, and what happens beside it on the way."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Stage(IntEnum):
    """How far a leg has come."""

    SENT = 0
    OPENED = 1
    ACCEPTED = 2
    NOTIFIED = 3
    TAKEN = 4
    INQUIRED = 5
    ASKED = 6
    LEARNT = 7
    DRAFTED = 8
    SUBMITTED = 9
    ISSUED = 10
    SERVED = 11
    RECEIVED = 12
    CLOSED = 13


class Aside(StrEnum):
    """What happens once a leg has come as far as its course goes, off the main way."""

    NONE = ""
    EXTENSION_ASKED = "extension_asked"
    EXTENDED = "extended"
    NOT_EXTENDED = "not_extended"
    HEARING = "hearing"
    OBJECTED = "objected"
    OBJECTION_REFUSED = "objection_refused"
    RETURNED = "returned"
    NOT_ACCEPTED = "not_accepted"
    DIVERTED = "diverted"
    MATERIAL = "material"
    CO_HANDLED = "co_handled"
    MEDIATED = "mediated"
    AGREED = "agreed"
    WITHDRAWAL_ASKED = "withdrawal_asked"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL_REVOKED = "withdrawal_revoked"
    RECUSAL = "recusal"
    RELIEF = "relief"
    MAIL_CAME_BACK = "mail_came_back"
    CARRIED_OUT = "carried_out"
    GUIDED = "guided"
    ESCALATION_ASKED = "escalation_asked"
    AWARDED = "awarded"
    REEXAMINATION_ASKED = "reexamination_asked"
    REEXAMINED = "reexamined"
    REMANDED = "remanded"
    REVIEW_ASKED = "review_asked"
    REVIEWED = "reviewed"
    ARCHIVED = "archived"
    RECLASSIFIED = "reclassified"
    SET_APART = "set_apart"
    REDIRECTED = "redirected"
    PUBLISHED = "published"
    RATED = "rated"
    DISSUADED = "dissuaded"
    PROMISED = "promised"
    PROMISE_KEPT = "promise_kept"
    ABOVE_WAITS = "above_waits"
    REPORTED_ABOVE = "reported_above"


@dataclass(frozen=True)
class Course:
    """One leg's course: how far it goes, and what happens beside it."""

    until: Stage
    delegate: bool = False
    consult: bool = False
    send_back: bool = False
    remind: bool = False
    commissioned: bool = False
    aside: Aside = Aside.NONE
