"""The steps of a visit, and its two papers: the record of the talk and the written answer."""

from datetime import date

from kit.days import day_words
from kit.letters import RecordPaper, Variable
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from reception.models import AnswerWay, HallVisit, VisitorList, VisitRating, VisitState

_WHO, _DUE = Fact("答复人", person=True), Fact("答复期限", date)
_PEOPLE = Fact("人次")
RECEIVED = Verb(
    "reception.visit_received",
    "接待来访",
    {"people": _PEOPLE, "collective": Fact("集体访", bool), "due_on": _DUE, "way": Fact("答复方式", str, AnswerWay)},
)
TALKED = Verb("reception.visit_talked", "登记接谈", {"representatives": Fact("代表人数")})
ANSWERED = Verb("reception.visit_answered", "答复来访", {"way": Fact("答复方式", str, AnswerWay)})
HANDED_OVER = Verb("reception.visit_handed_over", "转由他人答复", {"who": _WHO, "due_on": _DUE})
PUT_OFF = Verb("reception.visit_put_off", "改期答复", {"from_on": Fact("原答复期限", date), "due_on": _DUE})
NOT_REACHED = Verb("reception.visit_not_reached", "联系不上", {"tries": Fact("次数")})
LISTED = Verb("reception.visit_listed", "登记来访人员名单", {"people": _PEOPLE})
LIST_READ = Verb("reception.visit_list_read", "查看来访人员名单")
# Neither who nor how: a single rating is nobody's to read (practice of the office, design §15).
RATED = Verb("reception.visit_rated", "来访人作出评价")
VERBS = (RECEIVED, TALKED, ANSWERED, HANDED_OVER, PUT_OFF, NOT_REACHED, LISTED, LIST_READ, RATED)

_OPEN = frozenset({VisitState.OPEN.value})
_ANY = frozenset(state.value for state in VisitState)


def _owner(row: HallVisit) -> list[Staff]:
    return [row.owner]


def _rated_by_nobody_concerned(row: HallVisit, staff: Staff, _on: date) -> Refused | None:
    """Who received or answers a visitor does not take his rating; nobody rates twice. Codes: own_rating, rated_already."""
    if staff.pk in {row.first_asked_id, row.owner_id, row.answered_by_id}:
        return Refused("own_rating", "接待人、答复人不经手来访人的评价，请由其他同志请来访人评价。")
    if VisitRating.objects.readable_by(staff).filter(visit=row.pk).exists():
        return Refused("rated_already", "来访人已经评价过这次接待。")
    return None


def _of_the_registrar(row: HallVisit, staff: Staff, _on: date) -> Refused | None:
    """Once, by who registered the visit. Codes: not_registrar, listed_already."""
    if staff.pk != row.first_asked_id:
        return Refused("not_registrar", "来访人员名单由登记这次来访的同志填写。")
    if VisitorList.objects.readable_by(staff).filter(visit=row.pk).exists():
        return Refused("listed_already", "这次来访的名单已经登记。")
    return None


RECEIVE = Move(verb=RECEIVED, right=Act.REGISTER, to_state=VisitState.OPEN, told=_owner)
ANSWER_AT_ONCE = Move(verb=RECEIVED, right=Act.REGISTER, to_state=VisitState.ANSWERED)
TALK = Move(verb=TALKED, right=Act.REGISTER, from_states=_ANY)
ANSWER = Move(verb=ANSWERED, right=Act.REGISTER, from_states=_OPEN, to_state=VisitState.ANSWERED)
HAND_OVER = Move(verb=HANDED_OVER, right=Act.REGISTER, from_states=_OPEN, told=_owner)
PUT_OFF_STEP = Move(verb=PUT_OFF, right=Act.REGISTER, from_states=_OPEN, told=_owner)
MISS = Move(verb=NOT_REACHED, right=Act.REGISTER, from_states=_OPEN)
RATE = Move(verb=RATED, right=Act.REGISTER, from_states=_ANY, opening=_rated_by_nobody_concerned)
LIST = Move(verb=LISTED, right=Act.REGISTER, to_state="kept")
ADD_LIST = Move(verb=LISTED, right=Act.REGISTER, from_states=_ANY, opening=_of_the_registrar)

_UNIT = Variable("接待单位", "示例区信访局", lambda words: str(words["record"].unit.formal_name), required=True)
_NUMBER = Variable("信访件编号", "990102F2026030200001", lambda words: str(words["record"].case.number), required=True)
_DAY = Variable("来访日期", "2026年3月2日", lambda words: day_words(words["record"].visited_on), required=True)
TALK_RECORD = RecordPaper(
    code="reception.talk",
    title="来访接谈记录",
    word="访谈",
    template="reception/letters/talk.txt",
    variables=(
        _UNIT,
        _NUMBER,
        _DAY,
        Variable("人数", "2", lambda words: str(words["record"].people), required=True),
        Variable("代表人数", "0", lambda words: str(words["record"].representatives)),
        Variable("接谈人", "李某", lambda words: str(words["record"].first_asked.name), required=True),
        Variable("反映的事项", "水渠堵塞。", lambda words: str(words["record"].case.content), required=True),
        Variable("接谈要点", "已说明办理途径。", lambda words: str(words["record"].talk), required=True),
    ),
    article="第二十条",
)
ANSWER_NOTICE = RecordPaper(
    code="reception.visit_answer",
    title="来访答复告知单",
    word="访答",
    template="reception/letters/visit_answer.txt",
    variables=(
        _UNIT,
        _NUMBER,
        _DAY,
        Variable("答复内容", "已告知低保的申请条件和材料。", lambda words: str(words["record"].answer), required=True),
        Variable("答复人", "李某", lambda words: str(words["record"].answered_by.name), required=True),
    ),
)
PAPERS = (TALK_RECORD, ANSWER_NOTICE)
