"""What most histories have in common: a leg signed for, accepted, answered, served, closed."""

from typing import Any

from law.vocabulary import Act
from organizations.models import Staff
from tests.cast import Cast
from tests.serving import DUTIES
from tests.verification.law.history import At, History

ROAD = {"text": "修好村口的路", "kind": "appeal", "path": "petition_procedure"}
CANAL = {"text": "疏通水渠", "kind": "appeal", "path": "petition_procedure"}
LAND = {"text": "补发征地补偿款", "kind": "appeal", "path": "petition_procedure"}
HEARD = {"kind": "heard_petitioner", "text": "老王说路坏了一年。"}
SUPPORT = {
    "outcome": "support",
    "facts": "路面破损三处。",
    "opinion": "六月底前修好。",
    "legal_basis": "《公路法》第三十五条",
    "cause": "execution",
}
UPHELD = {
    "decision": "uphold",
    "facts": "复查查明：路面破损三处。",
    "opinion": "原意见认定事实清楚。",
    "legal_basis": "《公路法》第三十五条",
}


def enlist(cast: Cast, **people: Staff) -> None:
    """Take more people into the cast, each by a name of his own."""
    for name, person in people.items():
        setattr(cast, name, person)


def demand(text: str, kind: str = "appeal", path: str = "petition_procedure") -> dict[str, Any]:
    """A demand as a program sends it."""
    return {"text": text, "kind": kind, "path": path if kind == "appeal" else ""}


def accepted(history: History, unit: At, head: Staff, handler: Staff) -> None:
    """The unit signs for it, accepts it, hands over the notice and names who handles it."""
    history.does(head, Act.OPEN, at=unit)
    history.does(head, Act.ACCEPT, at=unit)
    history.does(head, Act.NOTIFY, at=unit, method="in_person", receiver="老王")
    history.does(head, Act.TAKE, at=unit, handler=handler.pk)


def drafted(history: History, unit: At, handler: Staff, *numbers: int, **answer: str) -> None:
    """The handler hears the petitioner, answers each demand and hands the draft up."""
    history.does(handler, Act.RECORD_INQUIRY, at=unit, **HEARD)
    for number in numbers:
        history.does(handler, Act.ANSWER, f"第{number}项", at=unit, demand=number, **{**SUPPORT, **answer})
    history.does(handler, Act.CHECK_DUTIES, at=unit, **DUTIES)
    history.does(handler, Act.SUBMIT, at=unit)


def handed_over(history: History, unit: At, head: Staff, handler: Staff) -> None:
    """The head signs the opinion, and the petitioner takes it the same day."""
    history.does(head, Act.ISSUE, at=unit)
    history.does(handler, Act.SERVE, "当面", at=unit, method="in_person", receiver="老王")
