"""Who comes in at the doors of the room, asked before anything is read."""

from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right


def assert_reads(staff: Staff) -> Staff:
    """Let only those in who read cases. Raises Refused not_permitted."""
    if not (holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED)):
        raise Refused("not_permitted", "您的角色不查看信访件。可在“权限一览”查看谁可以查看。")
    return staff


def assert_manages(staff: Staff) -> Staff:
    """Let only those in who let leaders own cases. Raises Refused not_permitted."""
    if not holdings(staff, Right.MANAGE_OWNERSHIP):
        raise Refused("not_permitted", "包案、专项由督查员、协调员确定。可在“权限一览”查看谁可以办理。")
    return staff
