"""The steps of calls back and of recordings."""

from datetime import date

from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from reception.models import CallBack, CallBackState, CallRecording, RecordingState

_WHO, _DAY = Fact("回电人", person=True), Fact("回电日期", date)
PLANNED = Verb("reception.call_planned", "约定回电", {"who": _WHO, "due_on": _DAY})
NOT_REACHED = Verb("reception.call_not_reached", "回电未接通", {"due_on": _DAY})
PASSED_ON = Verb("reception.call_passed_on", "转由他人回电", {"who": _WHO, "due_on": _DAY})
CALLED = Verb("reception.called_back", "已回电")
GIVEN_UP = Verb("reception.call_given_up", "未能联系上", {"tries": Fact("未接通次数")})
RECORDED = Verb("reception.call_recorded", "登记通话录音", {"keep_until": Fact("保存到", date)})
ERASED = Verb("reception.recording_erased", "登记录音已删除")
VERBS = (PLANNED, NOT_REACHED, PASSED_ON, CALLED, GIVEN_UP, RECORDED, ERASED)

_OPEN = frozenset({CallBackState.OPEN.value})


def _whose(row: CallBack) -> list[Staff]:
    return [row.who]


def _was_tried(row: CallBack, _staff: Staff, _on: date) -> Refused | None:
    """Nobody is given up who was never called. Codes: never_called."""
    return None if row.tries else Refused("never_called", "还没有打过，先登记一次未接通。")


def _kept_long_enough(row: CallRecording, _staff: Staff, on: date) -> Refused | None:
    """Codes: still_kept."""
    if on <= row.keep_until:
        return Refused("still_kept", f"录音保存到{row.keep_until}，期满以后再删除。")
    return None


PLAN = Move(verb=PLANNED, right=Act.REGISTER, to_state=CallBackState.OPEN, told=_whose)
MISS = Move(verb=NOT_REACHED, right=Act.REGISTER, from_states=_OPEN)
PASS_ON = Move(verb=PASSED_ON, right=Act.REGISTER, from_states=_OPEN, told=_whose)
CALL = Move(verb=CALLED, right=Act.REGISTER, from_states=_OPEN, to_state=CallBackState.DONE)
GIVE_UP = Move(
    verb=GIVEN_UP, right=Act.REGISTER, from_states=_OPEN, to_state=CallBackState.GIVEN_UP, opening=_was_tried
)
RECORD = Move(verb=RECORDED, right=Act.REGISTER, to_state=RecordingState.KEPT)
ERASE = Move(
    verb=ERASED,
    right=Act.REGISTER,
    from_states=frozenset({RecordingState.KEPT.value}),
    to_state=RecordingState.ERASED,
    opening=_kept_long_enough,
)
