"""What was asked, shown to whoever decides on it."""

from collections.abc import Callable

from cases.models import Leg
from law.vocabulary import Act


def _extension(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"{each.asked_by.name}申请延长{each.days}日的理由", "text": each.reason}
        for each in leg.extensions.all()
        if each.decided_on is None
    ]


def _hearing(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"定于{each.planned_on}在{each.place}听证，主持人{each.chair.name}", "text": each.matter}
        for each in leg.hearings.all()
        if each.held_to is None
    ]


HEARD: dict[Act, Callable[[Leg], list[dict[str, str]]]] = {
    Act.EXTEND: _extension,
    Act.REFUSE_EXTENSION: _extension,
    Act.HOLD_HEARING: _hearing,
}
