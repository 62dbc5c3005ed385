"""What happens on the less common ways: objections, recusals, more time, agreements, withdrawals, other ways, remedies."""

from cases.models import DutiesCheck, Extension, HandOff, Objection, Recusal, Remedy, Settlement, Withdrawal
from cases.models.agreement import SettlementMethod
from cases.models.recusal import RecusalSource
from demo.seeding.office_acts import make_letter
from demo.seeding.outlines import Planned
from demo.seeding.remarks import DECIDED, FOUND, NOTED, REASONED, remark
from demo.seeding.said import LegWalk, Said
from demo.seeding.unit_acts import handler, head
from demo.seeding.walking import Walk
from demo.seeding.world import Place
from demo.words import DUTIES_CHECKED
from law.matters import Ruling
from law.remedies import COURSES, RemedyDecision, RemedyKind
from law.vocabulary import Act, Duty, Letter, Movement, Outcome, State
from organizations.roles import Role

_EXTENDED = 15
_FREED = {"outcome": "", "facts": "", "opinion": "", "legal_basis": "", "answered_on": None}


def object_to(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Not this unit's matter, it says."""
    by, text = head(walk, leg), remark(walk.random, REASONED)
    numbers = list(leg.plan.demands)
    leg.asked = walk.row(
        Objection, leg_id=leg.row["id"], filed_on=planned.on, filed_by_id=by, reason=text, demands=numbers
    )
    number = make_letter(walk, Letter.OBJECTION_LETTER, leg, leg.unit, by, planned.on, text)
    return Said(by, leg.unit, text, {"document": number, "proposed": None, "second": False})


def agree_objection(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The demands are free again; the desk's clock goes on from its own start."""
    outline, text = walk.outline, remark(walk.random, NOTED)
    by = walk.who(Role.ROUTER, outline.desk)
    leg.asked |= {"ruling": Ruling.AGREED, "decided_on": planned.on, "decided_by_id": by, "words": text}
    for demand in walk.demands_of(leg):
        demand |= {"leg_id": None, "returns": 1, **_FREED}
    leg.row["held_accusation"] = leg.row["held_accusation"] or outline.sealed
    walk.end(leg.running, planned.act, planned.on)
    walk.row(HandOff, **_moved(walk, planned, leg, outline.desk, Movement.RETURN, by, text))
    clock = walk.dispatch
    clock["met_on"] = None
    walk.running[Duty.DISPATCH_15D] = clock
    facts = {
        "unit": leg.unit.id,
        "demands": list(leg.plan.demands),
        "days_lost": (planned.on - leg.row["received_on"]).days,
        "dispatch_from": clock["starts_on"].isoformat(),
        "dispatch_due": clock["due_on"].isoformat(),
    }
    return Said(by, outline.desk, text, facts, to_state=State.RETURNED)


def request_recusal(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The petitioner does not want this handler."""
    person, text = leg.row["handler_id"], remark(walk.random, NOTED)
    leg.asked = walk.row(
        Recusal,
        case_id=walk.case["id"],
        leg_id=leg.row["id"],
        person_id=person,
        source=RecusalSource.PETITIONER,
        reason=text,
        asked_on=planned.on,
        asked_by_id=person,
    )
    return Said(person, leg.unit, text, {"person": person, "of_head": False})


def decide_recusal(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The head agrees: the handler keeps out and another will be named."""
    by, text, person = head(walk, leg), remark(walk.random, NOTED), leg.row["handler_id"]
    leg.asked |= {"agreed": True, "note": text, "decided_on": planned.on, "decided_by_id": by}
    leg.row["handler_id"] = None
    return Said(by, leg.unit, text, {"person": person, "agreed": True})


def ask_extension(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The handler needs more time."""
    by, text = handler(walk, leg), remark(walk.random, REASONED)
    leg.asked = walk.row(
        Extension, leg_id=leg.row["id"], days=_EXTENDED, reason=text, asked_on=planned.on, asked_by_id=by
    )
    return Said(by, leg.unit, text, {"asked_days": _EXTENDED})


def extend(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The head grants it; the petitioner will be told the new date."""
    by, clock = head(walk, leg), leg.running[Duty.HANDLE_60D]
    old, fallen = clock["due_on"], walk.world.fallen(Duty.HANDLE_60D, clock["starts_on"], extended=_EXTENDED)
    new = fallen.due_on
    assert new is not None
    clock |= {"extended_days": _EXTENDED, "due_on": new, "provisional": fallen.may_move}
    leg.asked |= {"granted_days": _EXTENDED, "old_due_on": old, "new_due_on": new}
    leg.asked |= {"decided_on": planned.on, "decided_by_id": by}
    words = f"办理期限由{old}延长至{new}"
    number = make_letter(walk, Letter.EXTENSION_NOTICE, leg, leg.unit, by, planned.on, words, unsent=True)
    return Said(by, leg.unit, facts={"granted_days": _EXTENDED, "new_due_on": str(new), "document": number})


def check_duties(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The four duties are gone through."""
    by = handler(walk, leg)
    walk.row(DutiesCheck, leg_id=leg.row["id"], on=planned.on, by_id=by, **DUTIES_CHECKED)
    return Said(by, leg.unit)


def settle(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Both sides sign."""
    by, text, way = handler(walk, leg), remark(walk.random, DECIDED), SettlementMethod.RECONCILIATION
    people = "、".join(party["name"] for party in walk.parties)
    walk.row(
        Settlement,
        leg_id=leg.row["id"],
        method=way,
        parties=people,
        content=text,
        performance=remark(walk.random, NOTED),
        on=planned.on,
        by_id=by,
    )
    leg.row["answered_on"] = planned.on
    for demand in walk.demands_of(leg):
        demand |= {"outcome": Outcome.SETTLED, "opinion": text, "answered_on": planned.on}
        demand["legal_basis"] = "《信访工作条例》第三十三条"
    number = make_letter(walk, Letter.MEDIATION_AGREEMENT, leg, leg.unit, by, planned.on, text, unsent=True)
    return Said(by, leg.unit, text, {"settled_by": str(way), "document": number})


def ask_withdrawal(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The petitioner does not want it any more."""
    by, text = handler(walk, leg), remark(walk.random, NOTED)
    leg.asked = walk.row(
        Withdrawal, leg_id=leg.row["id"], reason=text, asked_on=planned.on, asked_by_id=by, ended_clocks=[]
    )
    return Said(by, leg.unit, text)


def withdraw(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Somebody outside the unit makes sure of it."""
    by, text = walk.who(Role.COORDINATOR, walk.world.office), remark(walk.random, NOTED)
    ended = [clock["id"] for clock in leg.running.values()]
    leg.asked |= {"how": text, "confirmed_on": planned.on, "confirmed_by_id": by}
    leg.asked |= {"from_state": leg.state, "ended_clocks": ended}
    return Said(by, walk.world.office, text)


def request_remedy(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Asked of the government, then of the city's."""
    kind = RemedyKind.REEXAMINATION if planned.act is Act.REQUEST_REEXAMINATION else RemedyKind.REVIEW
    by, text, decider = handler(walk, leg), remark(walk.random, NOTED), _decider(walk, kind)
    leg.remedy = walk.row(
        Remedy,
        district_id=walk.world.district,
        case_id=walk.case["id"],
        leg_id=leg.row["id"],
        kind=kind,
        unit_id=decider.id,
        against_id=leg.opinion["id"],
        request=text,
        requested_on=planned.on,
        received_on=planned.on,
        admitted_on=planned.on,
        registered_by_id=by,
    )
    passed = _moved(walk, planned, leg, decider, Movement.REMEDY, by, f"请求{kind.label}")
    leg.beside = walk.row(HandOff, **passed)
    walk.involve(decider)
    day = planned.on.isoformat()
    facts = {"unit": decider.id, "at": _place(walk, kind).id, "document": leg.opinion["number"], "late": False}
    return Said(by, leg.unit, text, {**facts, "requested_on": day, "received_on": day}, bearer=decider)


def draft_remedy(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Nobody who handled it below drafts."""
    kind = leg.remedy["kind"]
    place = _place(walk, kind)
    by = walk.who(Role.HANDLER if place is walk.world.government else Role.ROUTER, place)
    facts, opinion = remark(walk.random, FOUND), remark(walk.random, DECIDED)
    leg.remedy |= {"decision": RemedyDecision.UPHOLD, "facts": facts, "opinion": opinion}
    leg.remedy |= {"legal_basis": "《信访工作条例》", "drafted_by_id": by, "drafted_on": planned.on}
    said = {"unit": leg.remedy["unit_id"], "at": place.id, "decision": str(RemedyDecision.UPHOLD)}
    return Said(by, place, f"{facts}\n{opinion}", said)


def decide_remedy(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The head of the deciding unit; a body outside has numbered its own letter."""
    kind = leg.remedy["kind"]
    place, decider = _place(walk, kind), _decider(walk, kind)
    by = walk.who(Role.HEAD, place)
    outside = f"岚政信核〔{planned.on.year}〕{leg.row['id']}号"
    number = make_letter(
        walk, COURSES[kind].letter, leg, decider, by, planned.on, leg.remedy["opinion"], unsent=True,
        number=outside if decider is walk.world.city else "",
    )  # fmt: skip
    leg.opinion = leg.unsent.pop()
    leg.remedy |= {"decided_on": planned.on, "decided_by_id": by, "document_id": leg.opinion["id"]}
    leg.beside |= {"replied_on": planned.on, "replied_by_id": by}
    facts = {"decision": str(RemedyDecision.UPHOLD), "unit": decider.id, "document": number}
    return Said(by, place, facts=facts, bearer=decider)


def _decider(walk: Walk, kind: RemedyKind) -> Place:
    return walk.world.government if kind is RemedyKind.REEXAMINATION else walk.world.city


def _place(walk: Walk, kind: RemedyKind) -> Place:
    return walk.world.government if kind is RemedyKind.REEXAMINATION else walk.outline.desk


def _moved(
    walk: Walk, planned: Planned, leg: LegWalk, to: Place, movement: Movement, by: int, reason: str
) -> dict[str, object]:
    return {
        "district_id": walk.world.district,
        "case_id": walk.case["id"],
        "leg_id": leg.row["id"],
        "movement": movement,
        "from_unit_id": leg.unit.id,
        "to_unit_id": to.id,
        "sent_by_id": by,
        "sent_on": planned.on,
        "received_on": planned.on,
        "reason": reason,
        "legal_basis": "第二十三条第三款" if movement is Movement.RETURN else COURSES[leg.remedy["kind"]].article,
    }
