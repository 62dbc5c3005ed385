"""Who may still know what a message tells: asked when it goes out, and again when it is read."""

from kit.messages.models import Message
from kit.reasons import Reason
from kit.rooms import all_of


def reasons() -> dict[str, Reason]:
    """Return every reason for which the rooms of this house tell somebody something, by its code."""
    return {reason.code: reason for reason in all_of("reasons")}


def may_be_told(message: Message) -> bool:
    """Tell whether the recipient may know of it now: not who has left, and of what no room answers for, nobody."""
    reason, staff = reasons().get(message.reason), message.staff
    return reason is not None and (staff is None or staff.is_active) and reason.may_tell(staff, message.about)
