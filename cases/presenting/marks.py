"""Small signs that every page draws the same way: the badge of a state, the addresses of acts, a clock's card."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from cases.clocks import WINDOWS
from cases.models import Clock
from cases.reading.acts_open import Opening
from kit.addresses import address_of
from kit.days import day_words
from kit.doors import slug_of
from law.deadlines import PERIODS
from law.nearness import tone, words
from law.periods import IN_FORCE_SINCE
from law.procedure import DISPATCHED, REMEDIES, SIDE_EXITS, WORKING
from law.vocabulary import Act, Duty, State

_TONES: dict[str, tuple[State, ...]] = {
    "new": (State.REGISTERED, State.PENDING_DECISION, *DISPATCHED),
    "moving": (
        *WORKING,
        *REMEDIES,
        State.OBJECTION_PENDING,
        State.EXIT_PENDING,
        State.PENDING_SIGN_OFF,
        State.ISSUED,
        State.VOID_PENDING,
    ),
    "stopped": (State.RETURNED, State.WITHDRAWN, State.VOIDED),
    "decided": (*SIDE_EXITS, State.ANSWERED, State.FILED),
    "closed": (State.CLOSED, State.ARCHIVED),
}
_TONE_OF = {state: name for name, states in reversed(_TONES.items()) for state in states}


def badge(state: str) -> dict[str, str]:
    """Return the badge of a state: its word and a tone that is never a clock colour."""
    return {"label": State(state).label, "tone": _TONE_OF[State(state)]}


def act_url(act: Act, case_id: int, *, leg: int | None = None, hand_off: int | None = None, **more: Any) -> str:
    """Return the address of an act's dialog; what is None is left out."""
    query = {"leg": leg, "hand_off": hand_off, **more}
    asked = urlencode({name: value for name, value in query.items() if value is not None})
    address = address_of("cases:act", case_id, slug_of(act))
    return f"{address}?{asked}" if asked else address


def said_url(url: str) -> str:
    """Return where is said what would follow from what is typed into the dialog at an address."""
    place, mark, asked = url.partition("?")
    return f"{place}said/{mark}{asked}"


def opening_url(opening: Opening, case_id: int, **more: Any) -> str:
    """Return the address of the dialog of one opening."""
    if opening.hand_off:
        return act_url(opening.act, case_id, hand_off=opening.hand_off.pk, **more)
    return act_url(opening.act, case_id, leg=opening.leg.pk if opening.leg else None, **more)


def clock_card(clock: Clock, on: date) -> dict[str, Any]:
    """Return a clock as components/clock.html draws it; ``unit`` and ``leg__unit`` come with it."""
    duty = Duty(clock.duty)
    said, colour = clock_words(clock, on), clock_tone(clock, on)
    return {
        "name": duty.label,
        "who": clock.unit.short_name if clock.unit else "信访人",
        "due_on": clock.due_on,
        "tone": colour,
        "words": said,
        "article": PERIODS[duty].article,
        "note": _note(clock),
        "provisional": clock.provisional and clock.running,
        "why_url": address_of("cases:clock_why", clock.case_id, clock.pk),
    }


def clock_tone(clock: Clock, on: date) -> str:
    """Return the colour of a stored clock; a window that lapsed unused is no breach, so it is grey."""
    if not clock.running or _lapsed_window(clock, on):
        return "grey"
    return "yellow" if _reminded_of(clock, on) else tone(clock.due_on, on)


def clock_words(clock: Clock, on: date) -> str:
    """Say how a stored clock stands."""
    if clock.waived_on:
        return f"已于{day_words(clock.waived_on)}免除：{clock.waived_reason}"
    # A window that lapsed was never used: it is not a duty done late.
    if clock.met_on is None and _lapsed_window(clock, clock.ended_on or on):
        return "期限已过，未提出"
    if clock.ended_on:
        return f"已于{day_words(clock.ended_on)}终止：{Act(clock.ended_by).label}"
    if clock.orientation and clock.due_on and (clock.met_on or on) > clock.due_on:
        late = ((clock.met_on or on) - clock.due_on).days
        return f"{f'已于{day_words(clock.met_on)}完成，' if clock.met_on else ''}参照期限已过{late}天，不计超期"
    return words(clock.due_on, on, met_on=clock.met_on)


def urgency(clock: Clock, on: date) -> tuple[bool, bool, date]:
    """Return a sorting key: legal duties by their dates, then reminders of the house, lapsed windows last."""
    last = clock.due_on is None or _lapsed_window(clock, on)
    period = PERIODS[Duty(clock.duty)]
    return last, period.setting or period.orientation, clock.due_on or date.max


def _reminded_of(clock: Clock, on: date) -> bool:
    return clock.orientation and clock.due_on is not None and clock.due_on < on


def _lapsed_window(clock: Clock, on: date) -> bool:
    return clock.duty in WINDOWS and clock.due_on is not None and clock.due_on < on


def _note(clock: Clock) -> str:
    parts = [
        f"自{day_words(clock.starts_on)}起算",
        "参照，只作提醒" if clock.orientation else "",
        f"早于条例施行之日{IN_FORCE_SINCE}" if clock.before_regulation else "",
        f"指定{clock.days}日" if clock.days else "",
        f"简易办理{clock.simple_days}个工作日" if clock.simple_days else "",
        f"已延长{clock.extended_days}日" if clock.extended_days else "",
        f"已扣除{clock.paused_days}日" if clock.paused_days else "",
        f"{clock.leg.unit.short_name}的环节" if clock.leg and clock.unit_id != clock.leg.unit_id else "",
    ]
    return "，".join(filter(None, parts))
