"""The steps of a sender."""

from kit.verbs import Fact, Verb
from organizations.recording import Move
from organizations.roles import Right
from reception.models import SenderKind, SenderState

ADDED = Verb("reception.sender_added", "建立来件渠道", {"kind": Fact("种类", str, SenderKind)})
MAPPED = Verb("reception.sender_mapped", "更改列对应", {"columns": Fact("列数")})
CLOSED = Verb("reception.sender_closed", "停用来件渠道")
REOPENED = Verb("reception.sender_reopened", "恢复来件渠道")
VERBS = (ADDED, MAPPED, CLOSED, REOPENED)

_ACTIVE, _CLOSED = frozenset({SenderState.ACTIVE.value}), frozenset({SenderState.CLOSED.value})
ADD = Move(verb=ADDED, right=Right.IMPORT, to_state=SenderState.ACTIVE)
MAP = Move(verb=MAPPED, right=Right.IMPORT, from_states=_ACTIVE)
CLOSE = Move(verb=CLOSED, right=Right.IMPORT, from_states=_ACTIVE, to_state=SenderState.CLOSED)
REOPEN = Move(verb=REOPENED, right=Right.IMPORT, from_states=_CLOSED, to_state=SenderState.ACTIVE)
