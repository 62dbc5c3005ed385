"""The steps of a sender's number of a case."""

from kit.verbs import Fact, Verb
from law.vocabulary import Act
from organizations.recording import Move
from reception.models import PassedOnState

LINKED = Verb("reception.number_linked", "登记来件编号", {"case": Fact("信访件号"), "sender": Fact("来件渠道号")})
UNDONE = Verb("reception.number_unlinked", "取消来件编号", {"case": Fact("信访件号")})
VERBS = (LINKED, UNDONE)

LINK = Move(verb=LINKED, right=Act.REGISTER, to_state=PassedOnState.LINKED)
UNLINK = Move(
    verb=UNDONE, right=Act.REGISTER, from_states=frozenset({PassedOnState.LINKED.value}), to_state=PassedOnState.UNDONE
)
