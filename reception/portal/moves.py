"""The steps of an online filing at the desk: the written question to who has no mobile phone, and what came of it."""

from datetime import date

from cases.models import Party
from kit.days import day_words
from kit.letters import RecordPaper, Variable
from kit.verbs import Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from reception.models import ContactState, OnlineFiling
from reception.portal.codes import CODE_ISSUED
from reception.portal.inclusion import ANCHORED

ASKED = Verb("portal.contact_asked", "书面核对联系方式")
ANSWERED = Verb("portal.contact_answered", "登记联系方式核对回复")
VERBS = (CODE_ISSUED, ANCHORED, ASKED, ANSWERED)


def _reachable(row: OnlineFiling, staff: Staff, _on: date) -> Refused | None:
    """Nobody writes to who gave no address. Codes: address_missing."""
    if any(party.address.strip() for party in Party.objects.readable_by(staff).filter(case=row.case_id)):
        return None
    return Refused("address_missing", "信访人没有留住址，不能寄送核对函；来查询或者来访时当面核对，再登记回复。")


ASK = Move(
    verb=ASKED,
    right=Act.REGISTER,
    from_states=frozenset({ContactState.SENT.value, ContactState.TO_ASK.value}),
    to_state=ContactState.ASKED,
    opening=_reachable,
)
ANSWER = Move(
    verb=ANSWERED,
    right=Act.REGISTER,
    from_states=frozenset({ContactState.SENT.value, ContactState.TO_ASK.value, ContactState.ASKED.value}),
    to_state=ContactState.ANSWERED,
)
QUESTION = RecordPaper(
    code="reception.contact",
    title="联系方式核对函",
    word="核",
    template="reception/letters/contact.txt",
    variables=(
        Variable("信访件编号", "990102W2026030200001", lambda words: str(words["record"].case.number), required=True),
        Variable("提交日期", "2026年3月2日", lambda words: day_words(words["record"].filed_on), required=True),
        Variable("登记单位", "示例区信访局", lambda words: str(words["record"].unit.formal_name), required=True),
    ),
)
