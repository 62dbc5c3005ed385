"""What is asked of who gave no reason yet for seeing the names on a paper."""

from typing import Any

from cases.places.reasons_to_see import Way
from law.errors import Refused
from law.privacy import LIGHT, Purpose

_STAYS = "今天内对本件一直有效，会记入办理记录。"
_SAID = {
    Way.OWN: f"为什么查看？选一项，{_STAYS}直接打印本单位的文书不另询问。",
    Way.KEY: f"为什么查看？选一项，{_STAYS}",
    Way.TYPED: f"查看姓名请写明理由，{_STAYS}",
    Way.CLOSED: "您的角色不能查看姓名，可在“权限一览”查看谁可以；打印出来的也是遮盖件。",
}


def asking(way: Way, refused: Refused | None = None) -> dict[str, Any] | None:
    """Return {said, keys, typed, refused} for cases/_ask_names.html; None where nothing is to be asked."""
    if way is Way.OPEN:
        return None
    keys = key_lines() if way in (Way.OWN, Way.KEY) else []
    return {"said": _SAID[way], "keys": keys, "typed": way is not Way.CLOSED, "refused": refused}


def asking_for_day(count: int, *, keys: bool, refused: Refused | None = None) -> dict[str, Any]:
    """Return the same for the letters of a day: one answer for all the cases that need one."""
    said = (
        f"要打印的文书中，有{count}件信访件的姓名需要说明理由才能查看。填一次，分别记入各件的办理记录，今天内一直有效。"
    )
    return {"said": said, "keys": key_lines() if keys else [], "typed": True, "refused": refused}


def key_lines() -> list[Purpose]:
    """Return the reasons that one key gives."""
    return list(LIGHT)
