"""Acting for somebody: given from a day to a day, used by an object of the person that knows whose hand it is.

Right, reach, wall and the rules on a second person are asked of the person acted for, because the acts get that person;
what is written down names both (events, journal). What the hand himself must keep out of stays closed to him, too.
"""

from datetime import date

from django.db import transaction
from django.db.models import Q

from law.errors import Refused
from organizations.authority import may
from organizations.journal.noting import note
from organizations.journal.verbs import MANDATE_DAY_CONFIRMED, MANDATE_ENDED, MANDATE_GIVEN
from organizations.models import Staff
from organizations.models.mandate import Mandate, MandateDay, MandateKind
from organizations.roles import OFFICERS, Right, Role
from organizations.today import now, today

# Where the session keeps the mandate that is in use.
ACTING = "acting_mandate"
MOST_DAYS = {MandateKind.STAND_IN: 92, MandateKind.LIAISON: 366, MandateKind.PROGRAM: 366}


def give_mandate(
    kind: MandateKind, person: Staff, hand: Staff, from_day: date, to_day: date, reason: str, *, by: Staff
) -> Mandate:
    """Let one person act for another from a day to a day.

    A deputy is named by the person himself or the head of his unit, a liaison by the leader himself, a program by the
    system administrator. Raises Refused: not_permitted, same_person, officer_alone, hand_unfit, dates_unfit,
    reason_missing.
    """
    _assert_giver(kind, person, by)
    if person.pk == hand.pk:
        raise Refused("same_person", "不能由本人代本人办理，请选择另一个人。")
    if (set(person.roles) | set(hand.roles)) & OFFICERS:
        raise Refused("officer_alone", "系统管理员、安全管理员、安全审计员的工作不能代办，也不能代别人办理业务。")
    _assert_hand(kind, person, hand)
    if not today() <= to_day or from_day > to_day or (to_day - from_day).days >= MOST_DAYS[kind]:
        raise Refused("dates_unfit", f"代办须有起止日期，止日不早于今天，最长{MOST_DAYS[kind]}天。")
    if not reason.strip():
        raise Refused("reason_missing", "请写明事由，例如：年休假、外出培训。")
    with transaction.atomic():
        given = Mandate.objects.create(
            kind=kind,
            person=person,
            hand=hand,
            from_day=max(from_day, today()),
            to_day=to_day,
            reason=reason.strip()[:100],
            given_by=by,
            given_on=today(),
        )
        note(MANDATE_GIVEN, by=by, at=person.unit, about=given, person=person.pk, hand=hand.pk, to_day=to_day)
    return given


def end_mandate(mandate_id: int, *, by: Staff) -> None:
    """End a mandate at once: by whoever may give it, the person or the hand. Raises Refused: not_found, not_permitted."""
    given = Mandate.objects.select_related("person__unit", "hand").filter(pk=mandate_id, ended_on=None).first()
    if given is None or not (
        by.pk in (given.person_id, given.hand_id) or may(by, Right.MANAGE_UNITS, at=given.person.unit)
    ):
        raise Refused("not_found", "没有这项代办，或者已经结束。")
    with transaction.atomic():
        if Mandate.objects.filter(pk=given.pk, ended_on=None).update(ended_on=today(), ended_by=by):
            note(MANDATE_ENDED, by=by, at=given.person.unit, about=given, person=given.person_id, hand=given.hand_id)


def acting_for(hand: Staff, mandate_id: int) -> Staff | None:
    """Return the person whom a mandate in force lets ``hand`` act for, as an object that knows its hand; None without one."""
    held = Mandate.objects.in_force(today()).filter(pk=mandate_id, hand=hand).select_related("person__unit").first()
    if held is None:
        return None
    person = held.person
    person.hand, person.mandate_id = hand, held.pk
    return person


def mandates_of(staff: Staff) -> list[Mandate]:
    """Return the mandates of a person, given and held, that are not over."""
    rows = Mandate.objects.filter(Q(person=staff) | Q(hand=staff), ended_on=None, to_day__gte=today())
    return list(rows.select_related("person__unit", "hand__unit").order_by("from_day", "pk"))


def confirm_day(mandate_id: int, on: date, *, by: Staff) -> None:
    """Confirm what a liaison entered on a day: the leader's one tap. Raises Refused not_found."""
    given = Mandate.objects.filter(pk=mandate_id, person=by, kind=MandateKind.LIAISON).first()
    if given is None or by.hand is not None:
        raise Refused("not_found", "没有这项代办；由领导本人确认。")
    with transaction.atomic():
        if MandateDay.objects.filter(mandate=given, on=on, confirmed_at=None).update(confirmed_at=now()):
            note(MANDATE_DAY_CONFIRMED, by=by, about=given, on=on)


def note_entered(person: Staff | None, on: date) -> None:
    """Remember that a liaison entered something for his leader on a day; nothing where nobody, or no liaison, is the hand."""
    if person is None or person.mandate_id is None:
        return
    held = Mandate.objects.filter(pk=person.mandate_id, kind=MandateKind.LIAISON).first()
    if held:
        MandateDay.objects.get_or_create(mandate=held, on=on)


def days_to_confirm(person: Staff) -> list[MandateDay]:
    """Return the days that a leader has not confirmed yet, the latest first."""
    rows = MandateDay.objects.filter(mandate__person=person, confirmed_at=None)
    return list(rows.select_related("mandate__hand").order_by("-on", "-pk")[:60])


def unconfirmed(done: set[tuple[int, int, date]]) -> set[tuple[int, int, date]]:
    """Return which of these (person, hand, day) were entered by a liaison and not confirmed by his leader."""
    if not done:
        return set()
    rows = MandateDay.objects.filter(confirmed_at=None, mandate__person__in={person for person, _, _ in done})
    return done & set(rows.values_list("mandate__person", "mandate__hand", "on"))


def _assert_giver(kind: MandateKind, person: Staff, by: Staff) -> None:
    heads = any(grant.role == Role.HEAD and grant.unit_id == person.unit_id for grant in by.grants_in_force)
    able = {
        MandateKind.STAND_IN: by.pk == person.pk or heads,
        MandateKind.LIAISON: by.pk == person.pk and Role.LEADER in person.roles,
        MandateKind.PROGRAM: may(by, Right.MANAGE_UNITS, at=person.unit),
    }
    # Who acts for somebody gives nobody else the same.
    if by.hand is not None or not able[kind]:
        words = {
            MandateKind.STAND_IN: "代理人由本人或者本单位负责人指定。",
            MandateKind.LIAISON: "联络员由领导本人指定。",
            MandateKind.PROGRAM: "程序代办由系统管理员设定。",
        }
        raise Refused("not_permitted", words[kind])


def _assert_hand(kind: MandateKind, person: Staff, hand: Staff) -> None:
    if not hand.is_active:
        raise Refused("hand_unfit", f"“{hand.name}”的账号已停用。")
    if kind == MandateKind.STAND_IN and hand.unit_id != person.unit_id:
        raise Refused("hand_unfit", f"代理人应是“{person.unit.name}”的人员，“{hand.name}”在别的单位。")
    if kind == MandateKind.PROGRAM and hand.grants_in_force:
        raise Refused("hand_unfit", "程序账号不能有自己的角色，请另开一个账号。")
