"""The steps of windows and of numbers."""

from datetime import date

from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from reception.models import HallWindow, TicketState, WindowKind, WindowState
from reception.models.hall import AT_A_WINDOW

_WINDOW = Fact("窗口号")
SET_UP = Verb("reception.window_set_up", "设置窗口", {"kind": Fact("种类", str, WindowKind)})
OPENED = Verb("reception.window_opened", "开窗")
CLOSED = Verb("reception.window_closed", "关窗")
TAKEN = Verb(
    "reception.ticket_taken",
    "取号",
    {"kind": Fact("窗口种类", str, WindowKind), "people": Fact("人数"), "expected": Fact("告知的预计等候分钟")},
)
CALLED = Verb("reception.ticket_called", "呼叫", {"window": _WINDOW})
SERVED = Verb("reception.ticket_served", "开始接待")
HELD = Verb("reception.ticket_held", "暂缓")
RESUMED = Verb("reception.ticket_resumed", "恢复等候")
DONE = Verb("reception.ticket_done", "接待完毕")
LEFT = Verb("reception.ticket_left", "已离开")
VERBS = (SET_UP, OPENED, CLOSED, TAKEN, CALLED, SERVED, HELD, RESUMED, DONE, LEFT)


def _nobody_at_it(row: HallWindow, _staff: Staff, _on: date) -> Refused | None:
    """Codes: still_serving."""
    there = row.tickets.filter(state__in=AT_A_WINDOW).first()
    if there:
        return Refused("still_serving", f"{there.number}号还在这个窗口，先办完、暂缓或者记离开，再关窗。")
    return None


def _free_for_the_next(row: HallWindow, staff: Staff, on: date) -> Refused | None:
    """Codes: window_busy."""
    if _nobody_at_it(row, staff, on):
        return Refused("window_busy", f"{row.name}还有一号没有办完，先办完、暂缓或者记离开。")
    return None


def _states(*states: TicketState) -> frozenset[str]:
    return frozenset(state.value for state in states)


SET_UP_WINDOW = Move(verb=SET_UP, right=Act.REGISTER, to_state=WindowState.CLOSED)
OPEN_WINDOW = Move(
    verb=OPENED, right=Act.REGISTER, from_states=frozenset({WindowState.CLOSED.value}), to_state=WindowState.OPEN
)
# What is written is the step of the number; a window only says whether it may call one now.
NEXT = Move(
    verb=CALLED, right=Act.REGISTER, from_states=frozenset({WindowState.OPEN.value}), opening=_free_for_the_next
)
CLOSE_WINDOW = Move(
    verb=CLOSED,
    right=Act.REGISTER,
    from_states=frozenset({WindowState.OPEN.value}),
    to_state=WindowState.CLOSED,
    opening=_nobody_at_it,
)

TAKE = Move(verb=TAKEN, right=Act.REGISTER, to_state=TicketState.WAITING)
CALL = Move(
    verb=CALLED,
    right=Act.REGISTER,
    from_states=_states(TicketState.WAITING, TicketState.ON_HOLD),
    to_state=TicketState.CALLED,
)
SERVE = Move(verb=SERVED, right=Act.REGISTER, from_states=_states(TicketState.CALLED), to_state=TicketState.SERVING)
HOLD = Move(verb=HELD, right=Act.REGISTER, from_states=_states(*AT_A_WINDOW), to_state=TicketState.ON_HOLD)
RESUME = Move(verb=RESUMED, right=Act.REGISTER, from_states=_states(TicketState.ON_HOLD), to_state=TicketState.WAITING)
FINISH = Move(verb=DONE, right=Act.REGISTER, from_states=_states(TicketState.SERVING), to_state=TicketState.DONE)
LEAVE = Move(
    verb=LEFT,
    right=Act.REGISTER,
    from_states=_states(TicketState.WAITING, TicketState.CALLED, TicketState.ON_HOLD),
    to_state=TicketState.LEFT,
)
