"""Making a sheet, its leader's acceptance, and handing it over: the first leader stays in the figures."""

from datetime import date

from django.db import IntegrityError, transaction

from cases.models import Case
from law.errors import Refused
from law.vocabulary import State
from organizations.models import Staff
from organizations.recording import recording
from organizations.today import today
from supervision.models import Guarantee, OwnershipSheet, OwnerTerm
from supervision.models.ownership_words import REQUIREMENTS, GuaranteeKind
from supervision.ownership.labels import wording_on
from supervision.ownership.moves import ACCEPT, CHANGE_PEOPLE, HAND_OVER, MAKE, WITHDRAW
from supervision.ownership.people import assert_fit, leads_at, person_named


def make_sheet(
    number: str,
    *,
    leader: str,
    procedure: str,
    coordination: str,
    settlement: str,
    until: date,
    by: Staff,
    on: date | None = None,
) -> OwnershipSheet:
    """Let a leader own a case, with three people for the three duties (by name or account), until a day.

    The rest is derived: the wording of the district, the five guarantees with requirement, limit and person.
    Raises Refused: not_permitted, case_unknown, sealed_desk_only, person_unknown, person_ambiguous, no_leader,
    three_people, no_right, case_not_seen, limit_past, owned_already.
    """
    on = on or today()
    case = _case(number, by)
    three = [person_named(each, case.district_id) for each in (procedure, coordination, settlement)]
    owner = person_named(leader, case.district_id)
    sheet = OwnershipSheet(
        case=case,
        unit=leads_at(owner),
        leader=owner,
        first_leader=owner,
        procedure=three[0],
        coordination=three[1],
        settlement=three[2],
        wording=wording_on(on, case.district_id),
        until=until,
        first_until=until,
        made_on=on,
        made_by=by,
    )
    if refusal := MAKE.refusal(sheet, by, on):
        raise refusal
    assert_fit(case, owner, three)
    _assert_ahead(until, on)
    return _stored(sheet, by, on)


def _stored(sheet: OwnershipSheet, by: Staff, on: date) -> OwnershipSheet:
    try:
        with transaction.atomic(), recording(MAKE, sheet, by=by, on=on) as made:
            OwnerTerm.objects.create(sheet=sheet, leader=sheet.leader, from_on=on)
            Guarantee.objects.bulk_create(_guarantee(sheet, kind) for kind in GuaranteeKind)
            made.facts = {
                "leader": sheet.leader_id,
                "procedure": sheet.procedure_id,
                "coordination": sheet.coordination_id,
                "settlement": sheet.settlement_id,
                "until": sheet.until,
            }
    except IntegrityError as twice:
        # Two people at once: the second is told, the constraint of the table decides.
        if "ownership_one_open" not in str(twice):
            raise
        raise Refused(
            "owned_already", f"{sheet.case.number}已经有领导包案，销号之前不能另行确定；换人请用“交接”。"
        ) from twice
    return sheet


def _guarantee(sheet: OwnershipSheet, kind: GuaranteeKind) -> Guarantee:
    requirement, duty = REQUIREMENTS[kind]
    return Guarantee(sheet=sheet, kind=kind, requirement=requirement, due_on=sheet.until, person=sheet.whose(duty))


def accept(sheet: OwnershipSheet, *, by: Staff, seen: int | None = None, on: date | None = None) -> OwnershipSheet:
    """Accept what one shall own: the leader himself, or his liaison for him. Raises Refused as `recording`."""
    with recording(ACCEPT, sheet, by=by, on=on, seen=seen) as made:
        made.record.accepted_on = made.on
    found: OwnershipSheet = made.record
    return found


def hand_over(
    sheet: OwnershipSheet, *, leader: str, reason: str, by: Staff, seen: int | None = None, on: date | None = None
) -> OwnershipSheet:
    """Give a case to another leader, who accepts it anew; dates and the first leader stay.

    Raises Refused: not_found, not_permitted, wrong_state, person_unknown, person_ambiguous, no_leader, same_leader,
    case_not_seen.
    """
    with recording(HAND_OVER, sheet, by=by, on=on, seen=seen) as made:
        found: OwnershipSheet = made.record
        owner = person_named(leader, found.district_id)
        if owner.pk == found.leader_id:
            raise Refused("same_leader", f"本件已经由“{owner.name}”包案。")
        unit = leads_at(owner)
        assert_fit(_case_of(found), owner, [])
        made.facts = {"before": found.leader_id, "leader": owner.pk}
        OwnerTerm.objects.filter(sheet=found, to_on=None).update(to_on=made.on)
        OwnerTerm.objects.create(sheet=found, leader=owner, from_on=made.on, reason=reason.strip()[:200])
        found.leader, found.unit, found.accepted_on = owner, unit, None
    return found


def change_people(
    sheet: OwnershipSheet,
    *,
    procedure: str,
    coordination: str,
    settlement: str,
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> OwnershipSheet:
    """Name others for the three duties; what is open of the guarantees passes to them. Raises Refused as `make_sheet`."""
    with recording(CHANGE_PEOPLE, sheet, by=by, on=on, seen=seen) as made:
        found: OwnershipSheet = made.record
        three = [person_named(each, found.district_id) for each in (procedure, coordination, settlement)]
        assert_fit(_case_of(found), found.leader, three)
        found.procedure, found.coordination, found.settlement = three
        for kind, (_, duty) in REQUIREMENTS.items():
            Guarantee.objects.filter(sheet=found, kind=kind, done_on=None).update(person=found.whose(duty))
        made.facts = {"procedure": three[0].pk, "coordination": three[1].pk, "settlement": three[2].pk}
    return found


def withdraw(
    sheet: OwnershipSheet, *, reason: str, by: Staff, seen: int | None = None, on: date | None = None
) -> OwnershipSheet:
    """Undo what was made by mistake, or of a case that was voided. Raises Refused as `recording`, still_owed."""
    with recording(WITHDRAW, sheet, by=by, on=on, seen=seen) as made:
        found: OwnershipSheet = made.record
        found.closed_on, found.closed_by = made.on, by
        OwnerTerm.objects.filter(sheet=found, to_on=None).update(to_on=made.on, reason=reason.strip()[:200])
    return found


def _case(number: str, by: Staff) -> Case:
    """Only what a person sees by his own roles, and sees whole, is his to have owned."""
    rows = Case.objects.workable_by(by).with_sealed_open(by).select_related("unit")
    case = rows.filter(number=number.strip()).exclude(state=State.VOIDED).first()
    if case is None:
        raise Refused("case_unknown", f"没有找到编号为“{number.strip()[:40]}”的信访件，或者它不在您的查看范围内。")
    if not case.sealed_open:
        raise Refused("sealed_desk_only", "本件含检举控告内容，包案由可以查看密封内容的专管人员确定。", "第三十条")
    return case


def _case_of(sheet: OwnershipSheet) -> Case:
    found: Case = sheet.case
    return found


def _assert_ahead(until: date, on: date) -> None:
    if until <= on:
        raise Refused("limit_past", f"时限{until}应晚于今天{on}。")
