"""What contact points, pledges and diaries add to the room, part by part."""

from kit.rooms import Entry
from organizations.roles import Right
from supervision.contacts.working import VERBS

__all__ = ["NAV", "RECORDS", "VERBS"]

_GROUP = "包案化解"
_STAFF = (Right.SEE, Right.SEE_SEALED)
RECORDS = ("supervision.contactpoint", "supervision.pledge", "supervision.diaryline")
NAV = (
    Entry(
        "挂点联系",
        "supervision:contact_points",
        "link",
        needs=_STAFF,
        group=_GROUP,
        also=("supervision:contact_card", "supervision:contact_new"),
    ),
    Entry(
        "责任状",
        "supervision:pledges",
        "seal",
        needs=_STAFF,
        group=_GROUP,
        also=("supervision:pledge", "supervision:pledge_new"),
    ),
    Entry("民情日记", "supervision:diary", "pen", needs=(Right.WORK_OWNED,), group=_GROUP),
)
