"""The steps of a consultation, and the note of what to bring 一次性告知单."""

from datetime import date

from kit.days import day_words
from kit.letters import RecordPaper, Variable
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from reception.models import Consultation, ConsultationState, Service, Verdict

_WHO, _DUE = Fact("办理人", person=True), Fact("办理期限", date)
ASKED = Verb("reception.consulted", "咨询登记", {"service": Fact("服务方式", str, Service), "due_on": _DUE})
FINISHED = Verb("reception.consultation_done", "咨询办完")
HANDED_OVER = Verb("reception.consultation_handed_over", "转由他人办理", {"who": _WHO})
NOT_REACHED = Verb("reception.consultation_not_reached", "联系不上", {"tries": Fact("次数")})
INFORMED = Verb("reception.consultation_informed", "出一次性告知单")
REGISTERED = Verb("reception.consultation_registered", "登记为信访件", {"case": Fact("信访件序号")})
DRAWN = Verb(
    "reception.consultations_drawn",
    "抽取咨询登记",
    {"week": Fact("所抽的一周", date), "of": Fact("共"), "drawn": Fact("抽取")},
)
CHECKED = Verb("reception.consultation_checked", "核对咨询登记", {"verdict": Fact("结论", str, Verdict)})
VERBS = (ASKED, FINISHED, HANDED_OVER, NOT_REACHED, INFORMED, REGISTERED, DRAWN, CHECKED)

_OPEN = frozenset({ConsultationState.OPEN.value})
_OWN = frozenset({ConsultationState.OPEN.value, ConsultationState.DONE.value})


def _owner(row: Consultation) -> list[Staff]:
    return [row.owner]


def _checked_by_another(row: Consultation, staff: Staff, _on: date) -> Refused | None:
    """What was drawn is looked at once, by who had no part in it. Codes: not_drawn, checked_already, own_consultation."""
    if row.drawn_on is None:
        return Refused("not_drawn", "这条咨询没有抽中，不用核对。")
    if row.verdict:
        return Refused("checked_already", "这条咨询已经核对过。")
    if staff.pk in {row.first_asked_id, row.owner_id}:
        return Refused("own_consultation", "抽中的咨询由没有经手的同志核对。")
    return None


ASK = Move(verb=ASKED, right=Act.REGISTER, to_state=ConsultationState.OPEN)
ANSWER_AT_ONCE = Move(verb=ASKED, right=Act.REGISTER, to_state=ConsultationState.DONE)
FINISH = Move(verb=FINISHED, right=Act.REGISTER, from_states=_OPEN, to_state=ConsultationState.DONE)
HAND_OVER = Move(verb=HANDED_OVER, right=Act.REGISTER, from_states=_OPEN, told=_owner)
MISS = Move(verb=NOT_REACHED, right=Act.REGISTER, from_states=_OPEN)
INFORM = Move(verb=INFORMED, right=Act.REGISTER, from_states=_OWN)
REGISTER = Move(verb=REGISTERED, right=Act.REGISTER, from_states=_OWN, to_state=ConsultationState.REGISTERED)
CHECK = Move(
    verb=CHECKED,
    right=Act.REGISTER,
    from_states=frozenset(state.value for state in ConsultationState),
    opening=_checked_by_another,
    told=_owner,
)
ONCE_NOTICE = RecordPaper(
    code="reception.once",
    title="一次性告知单",
    word="一告",
    template="reception/letters/once.txt",
    variables=(
        Variable("咨询日期", "2026年3月2日", lambda words: day_words(words["record"].asked_on), required=True),
        Variable("告知内容", "身份证、户口簿；到区民政局办理。", lambda words: str(words["text"]), required=True),
        Variable("告知单位", "示例区信访局", lambda words: str(words["record"].unit.formal_name), required=True),
        Variable("告知人", "李某", lambda words: str(words["by"]), required=True),
    ),
)
