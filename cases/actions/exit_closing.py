"""What must be done before a leg that left the procedure can be closed: told, received, reported; no window (Art. 23)."""

from cases.actions.deed import Deed
from cases.actions.exit_rules import reachable
from cases.models import Leg
from law.errors import Refused
from law.vocabulary import Letter, State

EXIT_NOTICES = (
    Letter.NON_ACCEPTANCE_NOTICE,
    Letter.NO_LONGER_ACCEPTED_NOTICE,
    Letter.DIVERSION_NOTICE,
    Letter.TRANSFER_NOTICE,
)


def exit_told(leg: Leg) -> bool:
    """Tell whether the notice of a side exit, if there is one, was sent; ``leg`` with its documents and services."""
    notices = [document for document in leg.documents.all() if document.kind in EXIT_NOTICES]
    return not notices or any(service.returned_on is None for service in notices[-1].services.all())


def exit_received(leg: Leg) -> bool:
    """Tell whether what was transferred out has its receipt."""
    return leg.state != State.TRANSFERRED_OUT or leg.exit.receipt_on is not None


def assert_exit_settled(deed: Deed) -> None:
    """Refuse to close a leg whose side exit is not finished. Raises Refused: notice_missing, receipt_missing."""
    leg = deed.the_leg
    if not exit_told(leg) and reachable(deed.case):
        raise Refused("notice_missing", "告知书还没有登记送达，请先“送达告知书”，再结案。", "第二十三条")
    if not exit_received(leg):
        raise Refused("receipt_missing", "还没有登记接收单位的回执，请先“登记转出回执”，再结案。", "第二十二条第二款")
