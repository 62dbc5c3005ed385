"""What must be done before a leg that left the procedure can be closed: told, received; no window (Art. 22, 23)."""

from cases.models import Case, Leg
from cases.openings.dispatching import reachable
from cases.openings.letters import letters_of, unsent
from law.errors import Refused
from law.service import EXIT_NOTICES
from law.vocabulary import State


def exit_told(leg: Leg) -> bool:
    """Tell whether the notice of a side exit, if there is one, was sent; ``leg`` with its documents and services."""
    notices = [document for document in letters_of(leg, "services") if document.kind in EXIT_NOTICES]
    return not notices or not unsent(notices[-1])


def exit_received(leg: Leg) -> bool:
    """Tell whether what was transferred out has its receipt."""
    return leg.state != State.TRANSFERRED_OUT or leg.exit.receipt_on is not None


def exit_unfinished(leg: Leg, case: Case) -> Refused | None:
    """Return what a side exit still waits for before it is closed. Codes: notice_missing, receipt_missing."""
    if not exit_told(leg) and reachable(case):
        return notice_missing()
    if not exit_received(leg):
        text = "还没有登记接收单位的回执，请先“登记转出回执”，再结案。"
        return Refused("receipt_missing", text, "第二十二条第二款")
    return None


def notice_missing() -> Refused:
    """Return the refusal of an end before the written notice was sent (Art. 23)."""
    return Refused("notice_missing", "告知书还没有登记送达，请先“送达告知书”，再结案。", "第二十三条")
