"""What a person types at a door when a letter is served, and before it is signed: nothing is filled in for him."""

from datetime import date
from typing import Any

# The four duties of Art. 27, each checked before an answer is handed up.
DUTIES = dict.fromkeys(("solved", "explained", "helped", "lawful"), "无此情形")
_BESIDE: dict[str, dict[str, str]] = {"post": {"mail_number": "XA44100123456"}, "in_person": {"receiver": "老王"}}


def typed_service(method: str, on: date, **more: Any) -> dict[str, Any]:
    """The fields of one way of serving on a day, complete."""
    day = on.isoformat()
    received = {"received_on": day} if method in ("in_person", "left_with_witness") else {}
    return {"method": method, "sent_on": day, **received, **_BESIDE.get(method, {}), **more}
