"""The steps of originals, and the receipt 《材料收据》."""

from kit.days import day_words
from kit.letters import RecordPaper, Variable
from kit.verbs import Fact, Verb
from law.vocabulary import Act
from organizations.recording import Move
from reception.models import OriginalsState

TAKEN = Verb("reception.originals_taken", "收下原件材料", {"count": Fact("份数")})
RETURNED = Verb("reception.originals_returned", "退还原件材料")
VERBS = (TAKEN, RETURNED)

TAKE = Move(verb=TAKEN, right=Act.REGISTER, to_state=OriginalsState.HELD)
GIVE_BACK = Move(
    verb=RETURNED,
    right=Act.REGISTER,
    from_states=frozenset({OriginalsState.HELD.value}),
    to_state=OriginalsState.RETURNED,
)
RECEIPT = RecordPaper(
    code="reception.originals",
    title="材料收据",
    word="收",
    template="reception/letters/originals.txt",
    variables=(
        Variable("递交人", "张某", lambda words: str(words["record"].handed_by) or "递交人"),
        Variable("信访件编号", "X990102-20260302-1", lambda words: str(words["record"].case.number), required=True),
        Variable("收件日期", "2026年3月2日", lambda words: day_words(words["record"].taken_on), required=True),
        Variable("材料清单", "一、土地承包合同（1份）", lambda words: str(words["record"].items), required=True),
        Variable("收件单位", "示例区信访局", lambda words: str(words["record"].unit.formal_name), required=True),
    ),
)
