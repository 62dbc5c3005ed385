"""What hangs on a case, by the name of its model: the way to its case, and what says that a row is no part of the sealed one."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, CharField, Field, Q

from kit.rooms import rooms
from law.vocabulary import Kind

_HELD = "held_accusation"


@dataclass(frozen=True)
class Hanging:
    """``case``: the way to the case. ``part``: the field that decides whether a row belongs to the sealed part.

    No ``part``: rows of the case itself, for whom its sealed part is open. ``every``: rows for every reader of the case.
    """

    case: str = "case"
    part: str = ""
    every: bool = False

    @property
    def by_leg(self) -> bool:
        """Tell whether the leg that a row names itself decides."""
        return self.part == f"leg__{_HELD}"

    @property
    def field(self) -> "Field[Any, Any]":
        """Return what kind of field the part is."""
        return CharField() if self.part == "kind" else BooleanField()

    def clear(self, field: str = "") -> Q:
        """Return the condition of a row that every reader of its case may read; ``field`` stands in for the part."""
        if self.every:
            return Q()
        if not self.part:
            return Q(pk__in=())
        field = field or self.part
        return ~Q(**{field: Kind.ACCUSATION}) if self.part == "kind" else Q(**{field: False})


_LEG = Hanging("leg__case", f"leg__{_HELD}")
_CASE_AND_LEG = Hanging("case", f"leg__{_HELD}")
_DOCUMENT = Hanging("document__case", f"document__leg__{_HELD}")
_CASE = Hanging()

HANGING: dict[str, Hanging] = {
    "leg": Hanging("case", _HELD),
    # Of a demand that accuses nobody every reader of the case may know; in a sealed case he is shown its extract.
    "demand": Hanging("case", "kind"),
    **dict.fromkeys(
        ("respondent", "urgentreport", "leveldecision", "officialsreport", "dissuasion", "proposal"), _CASE
    ),
    **dict.fromkeys(("superiorcommission", "superiorchange"), _CASE),
    # That somebody may read the case for a time: shown to those who give such accesses.
    "datedaccess": Hanging("case", every=True),
    # Shown masked to every reader of the case.
    "party": Hanging("case", every=True),
    # Addressed to one person by name; says the number and the act, no word of the case.
    "notice": Hanging("case", every=True),
    **dict.fromkeys(("handoff", "clock", "document", "attachment", "event", "remedy", "recusal"), _CASE_AND_LEG),
    "interimreport": _CASE_AND_LEG,
    "promise": _CASE_AND_LEG,
    "promisechange": Hanging("promise__case", f"promise__leg__{_HELD}"),
    **dict.fromkeys(("service", "undoneservice", "scan", "correction"), _DOCUMENT),
    "eventtext": Hanging("event__case", f"event__leg__{_HELD}"),
    **dict.fromkeys(
        (
            "aftercare",
            "archiving",
            "assessment",
            "award",
            "dutiescheck",
            "escalation",
            "execution",
            "extension",
            "feedbackchange",
            "finalization",
            "hearing",
            "inquiry",
            "materialrequest",
            "mediation",
            "objection",
            "pastanswer",
            "reclassification",
            "publication",
            "rating",
            "redirect",
            "relief",
            "riskassessment",
            "settlement",
            "sideexit",
            "withdrawal",
        ),
        _LEG,
    ),
}

# They hang on a case and nobody reads them as rows of it.
NOT_READ: dict[str, str] = {
    "involvement": "asked inside the predicate only: it is what reach is made of",
    "reachrow": "asked inside the predicate only: it is what reach is kept in",
    "followup": "the queue of the worker: it holds an event's key and how often it was tried",
}


def hanging_of(model: str) -> Hanging:
    """Return how a model hangs on its case: one of cases, or of a room above that says so in its room.py."""
    own = HANGING.get(model)
    return own or next(room.hanging[model] for room in rooms() if model in room.hanging)
