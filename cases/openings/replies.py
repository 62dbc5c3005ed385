"""Whether what was asked of a unit beside the leg still waits for its reply (下派, 征求意见, 协办, 请示)."""

from collections.abc import Callable

from cases.places.spot import Spot
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from law.vocabulary import Movement

# A village that was sent out to look has nobody to ask first.
_DEFERRABLE = (Movement.CONSULT, Movement.CO_HANDLE)


def asked_and_unanswered(movement: Movement) -> Callable[[Spot], Refused | None]:
    """Return the condition of a reply: asked in this way, and not replied to. Codes: not_found, replied_already."""

    def opening(spot: Spot) -> Refused | None:
        if spot.hand_off.movement != movement:
            return not_found()
        if spot.hand_off.replied_on:
            words = f"{spot.hand_off.replied_on}已经回复过。补充情况请再记录一次调查。"
            return Refused("replied_already", words)
        return None

    return opening


def deferrable(spot: Spot) -> Refused | None:
    """Once, before the reply, and not by a village (Art. 24). Codes: not_found, replied_already, deferred_already."""
    asked = spot.hand_off
    if asked.movement not in _DEFERRABLE:
        return not_found()
    if asked.replied_on:
        return Refused("replied_already", f"{asked.replied_on}已经回复过，不需要再顺延。", "第二十四条")
    if asked.deferred_on:
        words = f"{asked.deferred_on}已经说明须请示上级，回复日期顺延到{asked.reply_by}，只能顺延一次；请尽快回复。"
        return Refused("deferred_already", words, "第二十四条")
    return None
