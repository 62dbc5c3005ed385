"""The steps of appointments: booked, moved, received, followed until it is done, rated (Art. 18, 27)."""

from datetime import date
from typing import Any

from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.record_messages import reason_of_record
from organizations.recording import Move
from organizations.roles import Right
from reception.models import Appointment, Seat, Undertaking
from reception.models.day_words import ARTICLE, AppointmentKind, SeatRole
from reception.models.day_words import AppointmentState as State

_DAY, _WHO, _ROLE = Fact("日期", date), Fact("落实人", person=True), Fact("席位", str, SeatRole)
BOOKED = Verb(
    "reception.booked", "约访", {"day": _DAY, "slot": Fact("时段"), "kind": Fact("怎样约的", str, AppointmentKind)}
)
MOVED = Verb("reception.appointment_moved", "改约", {"day": _DAY, "slot": Fact("时段")})
ACCEPTED = Verb("reception.offer_accepted", "确认另行安排", {"day": _DAY})
WITHDRAWN = Verb("reception.appointment_withdrawn", "取消约访")
DISPLACED = Verb("reception.appointment_displaced", "接访取消，待另行安排", {"told": Fact("已发短信", bool)})
OFFERED = Verb(
    "reception.place_offered", "优先另行安排", {"day": _DAY, "slot": Fact("时段"), "told": Fact("已发短信", bool)}
)
TOLD = Verb("reception.change_told", "登记已告知变动")
BRIEFED = Verb("reception.briefed", "写接访要情")
SEATED = Verb("reception.seated", "安排席位", {"role": _ROLE})
SEAT_CALLED = Verb("reception.seat_called", "通知席位到场", {"role": _ROLE})
SEAT_CAME = Verb("reception.seat_arrived", "登记席位到场", {"role": _ROLE})
ASSIGNED = Verb("reception.undertaking_assigned", "明确落实人", {"who": _WHO, "due_on": Fact("时限", date)})
PROMISED = Verb("reception.promised", "登记接访承诺", {"due_on": Fact("完成日期", date)})
ANSWERED = Verb("reception.answered_on_the_spot", "当场答复")
TRACKED = Verb("reception.tracked", "转跟踪办理", {"owners": Fact("落实事项")})
REPORTED = Verb("reception.undertaking_reported", "报告落实情况")
SETTLED = Verb("reception.appointment_settled", "核对落实")
ABSENT = Verb("reception.did_not_come", "登记未到")
# How he rated stands in no history: a unit reads months of five and more.
RATED = Verb("reception.visitor_rated", "登记来访人评价")
VERBS = (
    BOOKED,
    MOVED,
    ACCEPTED,
    WITHDRAWN,
    DISPLACED,
    OFFERED,
    TOLD,
    BRIEFED,
    SEATED,
    SEAT_CALLED,
    SEAT_CAME,
    ASSIGNED,
    PROMISED,
    ANSWERED,
    TRACKED,
    REPORTED,
    SETTLED,
    ABSENT,
    RATED,
)
# What a petitioner is told of a change of his appointment, and a seated colleague of being called.
APPOINTMENT_CHANGED = reason_of_record("reception.appointment", "约访变动", "reception.appointment")
SEAT_CALL = reason_of_record("reception.seat_call", "通知到席", "reception.appointment")

_BOOKED, _TRACKED = frozenset({State.BOOKED.value}), frozenset({State.TRACKED.value})
_AHEAD = frozenset({State.BOOKED.value, State.OFFERED.value, State.DISPLACED.value})
_STANDING = frozenset({State.BOOKED.value, State.OFFERED.value})
_RECEIVED = frozenset({State.ANSWERED.value, State.TRACKED.value, State.SETTLED.value})


def not_its_day(row: Appointment, _staff: Staff, on: date) -> Refused | None:
    """What happens at a reception is written down on its day or later. Codes: not_yet."""
    return Refused("not_yet", f"约在{row.on}，到那天才能登记。") if on < row.on else None


def _told_already(row: Appointment, _staff: Staff, _on: date) -> Refused | None:
    """Codes: told_already."""
    if row.displaced_at is None:
        return Refused("told_already", "这次约访没有变动，不需要告知。")
    return Refused("told_already", f"已经在{row.told_on}告知过了。") if row.told_on else None


def _own_rating(row: Appointment, staff: Staff, _on: date) -> Refused | None:
    """Visitors rate; neither the receiver nor who sat with him takes it down, once a reception (Art. 18). Codes: rated_already, own_rating."""
    if row.rating:
        return Refused("rated_already", "来访人已经评价过了，不重复登记。")
    seated = set(Seat.objects.readable_by(staff).filter(appointment=row).values_list("person", flat=True))
    if staff.both & {row.day.person_id, *seated}:
        return Refused("own_rating", "来访人的评价由接访领导和在座人员以外的人登记。", ARTICLE)
    return None


def _named(row: Appointment, staff: Staff) -> bool:
    mine = Undertaking.objects.readable_by(staff).filter(appointment=row, person=staff, done_on=None)
    return bool(mine.exists())


def _nothing_of_his(row: Appointment, staff: Staff, _on: date) -> Refused | None:
    """Codes: nothing_of_yours."""
    return None if _named(row, staff) else Refused("nothing_of_yours", "这次接访没有交给您、还没有报告的事项。")


def _not_all_done(row: Appointment, staff: Staff, _on: date) -> Refused | None:
    """Everything is reported, and somebody else checks it (Art. 27). Codes: still_open, own_report."""
    rows = list(
        Undertaking.objects.readable_by(staff).filter(appointment=row).values_list("done_on", "done_by", "person")
    )
    if any(done is None for done, _, _ in rows):
        number = sum(done is None for done, _, _ in rows)
        return Refused("still_open", f"还有{number}项没有报告落实。")
    if staff.both & {key for _, by, person in rows for key in (by, person)}:
        return Refused("own_report", "落实情况由报告人、落实人以外的人核对。", "第二十七条")
    return None


def concerned(row: Appointment) -> list[Staff]:
    """Return who receives, and who is named to do something."""
    named = [each.person for each in row.undertakings.select_related("person__unit")]
    return [*([row.day.person] if row.day.person else []), *named]


def _step(verb: Verb, states: frozenset[str], **more: Any) -> Move:
    return Move(verb=verb, right=Act.REGISTER, from_states=states, **more)


BOOK = Move(verb=BOOKED, right=Act.REGISTER, to_state=State.BOOKED)
MOVE = _step(MOVED, _AHEAD | frozenset({State.ABSENT.value}), to_state=State.BOOKED)
ACCEPT = _step(ACCEPTED, frozenset({State.OFFERED.value}), to_state=State.BOOKED)
WITHDRAW = _step(WITHDRAWN, _AHEAD, to_state=State.WITHDRAWN)
TELL = _step(TOLD, _AHEAD, opening=_told_already)
BRIEF = _step(BRIEFED, _STANDING)
SEAT = _step(SEATED, _STANDING)
CALL_SEAT = _step(SEAT_CALLED, _STANDING)
SEAT_ARRIVED = _step(SEAT_CAME, _STANDING, opening=not_its_day)
ASSIGN = _step(ASSIGNED, _STANDING | _TRACKED, opening=not_its_day, told=concerned)
PROMISE = _step(PROMISED, _STANDING | _RECEIVED, opening=not_its_day)
ANSWER = _step(ANSWERED, _STANDING, to_state=State.ANSWERED, opening=not_its_day)
TRACK = _step(TRACKED, _STANDING, to_state=State.TRACKED, opening=not_its_day, told=concerned)
NO_SHOW = _step(ABSENT, _STANDING, to_state=State.ABSENT, opening=not_its_day)
REPORT = Move(verb=REPORTED, right=Right.REPORT_UNDERTAKING, from_states=_TRACKED, opening=_nothing_of_his)
SETTLE = _step(SETTLED, _TRACKED, to_state=State.SETTLED, opening=_not_all_done)
RATE = _step(RATED, _RECEIVED, opening=_own_rating)
