"""The steps of batches and envelopes, and what the journal keeps of them."""

from kit.verbs import Fact, Verb
from law.vocabulary import Act
from organizations.recording import Move
from reception.models import EnvelopeState, NoPetition

BATCH_OPENED = Verb("reception.batch_opened", "拆封登记", {"count": Fact("封数")})
LETTER_REGISTERED = Verb("reception.envelope_registered", "按信封登记来信", {"case": Fact("信访件号")})
SET_ASIDE = Verb("reception.envelope_set_aside", "信封不作登记", {"why": Fact("原因", str, NoPetition)})
TAKEN_BACK = Verb("reception.envelope_taken_back", "信封恢复待登记")
SCANNED = Verb("reception.envelope_scanned", "信封附上扫描件", {"files": Fact("份数")})
RECOGNISED = Verb("reception.envelope_recognised", "识别来信文字", {"pages": Fact("页数")})
VERBS = (BATCH_OPENED, LETTER_REGISTERED, SET_ASIDE, TAKEN_BACK, SCANNED, RECOGNISED)

_WAITING = frozenset({EnvelopeState.OPENED.value})
OPEN_BATCH = Move(verb=BATCH_OPENED, right=Act.REGISTER, to_state="opened")
REGISTER_LETTER = Move(
    verb=LETTER_REGISTERED, right=Act.REGISTER, from_states=_WAITING, to_state=EnvelopeState.REGISTERED
)
PUT_ASIDE = Move(verb=SET_ASIDE, right=Act.REGISTER, from_states=_WAITING, to_state=EnvelopeState.SET_ASIDE)
TAKE_BACK = Move(
    verb=TAKEN_BACK,
    right=Act.REGISTER,
    from_states=frozenset({EnvelopeState.SET_ASIDE.value}),
    to_state=EnvelopeState.OPENED,
)
SCAN = Move(verb=SCANNED, right=Act.REGISTER, from_states=_WAITING)
RECOGNISE = Move(verb=RECOGNISED, right=Act.REGISTER, from_states=_WAITING)
