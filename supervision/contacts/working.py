"""Contact points, pledges and diary lines: made, signed, checked by another, ended."""

from datetime import date

from django.db import IntegrityError, transaction

from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.recording import Move, recording
from organizations.roles import Right
from organizations.today import today
from organizations.vocabulary import UnitKind
from supervision.models import ContactPoint, DiaryLine, Pledge, PledgeTarget
from supervision.models.contacts import ContactState, DiarySource, PledgeState
from supervision.ownership.labels import assert_no_watching
from supervision.words.officials import assert_of_officials

_PLACE, _TARGET = Fact("镇村"), Fact("指标号")
POINT_MADE = Verb("contact.made", "确定挂点联系", {"leader": Fact("联系领导", person=True), "place": _PLACE})
POINT_ENDED = Verb("contact.ended", "结束挂点联系")
PLEDGE_DRAFTED = Verb("pledge.drafted", "起草责任状", {"year": Fact("年度")})
TARGET_ADDED = Verb("pledge.target", "增加指标", {"target": _TARGET, "wanted": Fact("目标值")})
PLEDGE_SIGNED = Verb("pledge.signed", "签订责任状")
TARGET_CHECKED = Verb("pledge.checked", "半年检查", {"target": _TARGET, "reached": Fact("半年完成值")})
DIARY_WRITTEN = Verb("diary.written", "记民情日记", {"on": Fact("日期", date)})
VERBS = (POINT_MADE, POINT_ENDED, PLEDGE_DRAFTED, TARGET_ADDED, PLEDGE_SIGNED, TARGET_CHECKED, DIARY_WRITTEN)


def _not_the_signer(pledge: Pledge, by: Staff, _on: date) -> Refused | None:
    """A unit does not check itself. Codes: same_person."""
    own = any(grant.unit_id == pledge.unit_id for grant in by.grants_in_force)
    if own or pledge.signed_by_id in by.both:
        return Refused("same_person", "责任状由签订单位以外的人检查。")
    return None


def _has_targets(pledge: Pledge, _by: Staff, _on: date) -> Refused | None:
    """Codes: targets_missing."""
    return None if pledge.targets.exists() else Refused("targets_missing", "还没有指标，不能签订。")


_STANDS, _DRAFTED = frozenset({ContactState.STANDS.value}), frozenset({PledgeState.DRAFTED.value})
MAKE_POINT = Move(
    verb=POINT_MADE,
    right=Right.KEEP_CONTACT_POINTS,
    to_state=ContactState.STANDS,
    told=lambda point: [point.leader] if point.leader else [],
)
END_POINT = Move(verb=POINT_ENDED, right=Right.KEEP_CONTACT_POINTS, from_states=_STANDS, to_state=ContactState.ENDED)
DRAFT = Move(verb=PLEDGE_DRAFTED, right=Right.MANAGE_OWNERSHIP, to_state=PledgeState.DRAFTED)
ADD_TARGET = Move(verb=TARGET_ADDED, right=Right.MANAGE_OWNERSHIP, from_states=_DRAFTED)
SIGN = Move(
    verb=PLEDGE_SIGNED,
    right=Right.OWN_CASES,
    own=lambda _pledge, _staff: True,
    from_states=_DRAFTED,
    to_state=PledgeState.SIGNED,
    opening=_has_targets,
)
CHECK = Move(
    verb=TARGET_CHECKED,
    right=Right.MANAGE_OWNERSHIP,
    from_states=frozenset({PledgeState.SIGNED.value}),
    opening=_not_the_signer,
)
WRITE = Move(verb=DIARY_WRITTEN, right=Right.WORK_OWNED, to_state="kept")


def make_point(
    unit: Unit, place: Unit, *, by: Staff, leader: Staff | None = None, phone: str = "", duties: str = ""
) -> ContactPoint:
    """Let a leader of a unit, or the unit itself, keep in touch with a place.

    A town with its villages, every other unit with a town. Raises Refused: not_permitted, place_unfit, leader_elsewhere,
    watching_word, point_twice.
    """
    on = today()
    assert_no_watching(duties)
    row = ContactPoint(unit=unit, place=place, leader=leader, phone=phone.strip(), duties=duties.strip(), from_day=on)
    if refusal := MAKE_POINT.refusal(row, by, on):
        raise refusal
    _assert_place(unit, place)
    if leader and not any(grant.unit_id == unit.pk for grant in leader.grants_in_force):
        raise Refused("leader_elsewhere", f"“{leader.name}”不在“{unit.name}”任职。")
    try:
        with transaction.atomic(), recording(MAKE_POINT, row, by=by, on=on) as made:
            made.facts = {"leader": leader.pk if leader else None, "place": place.pk}
    except IntegrityError as twice:
        if "contact_point_" not in str(twice):
            raise
        raise Refused("point_twice", f"{row.who}已经联系“{place.name}”。") from twice
    return row


def end_point(point: ContactPoint, *, by: Staff) -> ContactPoint:
    """End a contact point; it stays readable. Raises Refused as `recording`."""
    with recording(END_POINT, point, by=by) as made:
        made.record.ended_on = made.on
    found: ContactPoint = made.record
    return found


def draft_pledge(unit: Unit, year: int, *, by: Staff) -> Pledge:
    """Draft the pledge of a unit for a year. Raises Refused: not_permitted, pledge_twice."""
    row = Pledge(unit=unit, year=year, drafted_on=today())
    try:
        with transaction.atomic(), recording(DRAFT, row, by=by) as made:
            made.facts = {"year": year}
    except IntegrityError as twice:
        if "pledge_once_a_year" not in str(twice):
            raise
        raise Refused("pledge_twice", f"“{unit.name}”{year}年已经有责任状。") from twice
    return row


def add_target(pledge: Pledge, *, what: str, wanted: int, measure: str, by: Staff) -> Pledge:
    """Add a quantified target while a pledge is drafted. Raises Refused as `recording`, counts_petitions, watching_word."""
    assert_of_officials(what)
    assert_no_watching(what)
    with recording(ADD_TARGET, pledge, by=by) as made:
        row = PledgeTarget.objects.create(pledge=made.record, what=what.strip(), wanted=wanted, measure=measure.strip())
        made.facts = {"target": row.pk, "wanted": wanted}
    found: Pledge = made.record
    return found


def sign_pledge(pledge: Pledge, *, by: Staff) -> Pledge:
    """Sign a pledge: the head of the unit. Raises Refused as `recording`, targets_missing."""
    with recording(SIGN, pledge, by=by) as made:
        made.record.signed_on, made.record.signed_by = made.on, by
    found: Pledge = made.record
    return found


def check_target(pledge: Pledge, *, target: int, reached: int, by: Staff, remark: str = "") -> Pledge:
    """Enter what was reached at half time, by somebody of another unit. Raises Refused as `recording`, same_person, target_unknown."""
    with recording(CHECK, pledge, by=by) as made:
        row = PledgeTarget.objects.filter(pledge=made.record, pk=target).first()
        if row is None:
            raise Refused("target_unknown", "没有这个指标。")
        row.reached, row.remark, row.checked_on, row.checked_by = reached, remark.strip(), made.on, by
        row.save()
        made.facts = {"target": row.pk, "reached": reached}
    found: Pledge = made.record
    return found


def write_line(*, text: str, by: Staff, source: DiarySource, on: date | None = None, place: str = "") -> DiaryLine:
    """Write a line of one's diary. Raises Refused: not_permitted, watching_word, day_ahead."""
    assert_no_watching(text)
    day = on or today()
    if day > today():
        raise Refused("day_ahead", f"{day}还没有到（今天{today()}）。")
    row = DiaryLine(unit=by.unit, official=by, on=day, source=source, place=place.strip(), text=text.strip())
    with recording(WRITE, row, by=by) as made:
        made.facts = {"on": day}
    return row


def _assert_place(unit: Unit, place: Unit) -> None:
    fits = (
        place.kind == UnitKind.VILLAGE and unit.holds(place)
        if unit.kind == UnitKind.TOWN
        else place.kind == UnitKind.TOWN and place.district_id == unit.district_id
    )
    if not fits:
        raise Refused("place_unfit", "区领导、部门联系乡镇街道；乡镇领导联系本镇的村（社区）。")
