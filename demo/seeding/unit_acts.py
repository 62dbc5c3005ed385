"""What the responsible unit does on the common way: it opens, accepts, finds out, answers, signs, serves, closes, archives."""

from datetime import timedelta

from cases.models import Archiving, Assessment, HandOff, Inquiry, Service
from cases.models.leg import InquiryKind
from demo.seeding.office_acts import make_letter
from demo.seeding.outlines import Planned
from demo.seeding.remarks import DECIDED, FOUND, INQUIRED, INSTRUCTED, NOTED, remark
from demo.seeding.said import LegWalk, Row, Said
from demo.seeding.walking import Walk
from demo.seeding.world import Place
from law.answers import answered_by
from law.endings import Retention
from law.matters import Cause
from law.paths import TO_INFORM, outcomes_for, runs_sixty_days
from law.service import INFORMING
from law.vocabulary import Act, Channel, Duty, Kind, Letter, Movement, Path, ServiceMethod, State
from organizations.roles import Role

_CAUSES = tuple(Cause)
_BASIS = "《信访工作条例》第三十二条及有关规定"


def handler(walk: Walk, leg: LegWalk) -> int:
    """Return who works on a leg: its handler, before there is one somebody of the unit."""
    return leg.row["handler_id"] or walk.who(Role.ROUTER if leg.unit is walk.world.office else Role.HANDLER, leg.unit)


def head(walk: Walk, leg: LegWalk) -> int:
    """Return the head of the unit of a leg."""
    return walk.who(Role.HEAD, leg.unit)


def sixty_days(walk: Walk, leg: LegWalk) -> bool:
    """Tell whether a demand of the leg goes path six."""
    rows = walk.demands_of(leg)
    return any(runs_sixty_days(row["kind"], Path(row["path"]) if row["path"] else None) for row in rows)


def open_in_tray(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Somebody of the unit looks into it."""
    by = handler(walk, leg)
    leg.row |= {"opened_at": walk.moment(planned.on), "opened_by_id": by}
    return Said(by, leg.unit)


def accept(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The first unit to accept is the first handler; the sixty days run on path six."""
    by, long = handler(walk, leg), sixty_days(walk, leg)
    if "opened_by_id" not in leg.row:
        open_in_tray(walk, planned, leg)
    leg.row |= {"accepted_on": planned.on, "first_unit_id": leg.unit.id}
    number = make_letter(
        walk, Letter.ACCEPTANCE_NOTICE, leg, leg.unit, by, planned.on, remark(walk.random, NOTED), unsent=True
    )
    omits = (Duty.PATH5_2M,) if long else (Duty.HANDLE_60D, Duty.PATH5_2M)
    return Said(by, leg.unit, facts={"document": number, "sixty_days": long}, omits=omits)


def notify(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The letter that waits longest is sent; not every one meets the duty to inform."""
    letter = leg.unsent.pop(0)
    in_person = walk.outline.channel is Channel.VISIT
    by = handler(walk, leg)
    method = ServiceMethod.IN_PERSON if in_person else ServiceMethod.POST
    received = planned.on if in_person else None
    _serve(walk, planned, letter, by, method, received_on=received)
    facts = {"document": letter["number"], "method": str(method), "sent_on": planned.on.isoformat()}
    return Said(by, leg.unit, facts=facts, spares=() if letter["kind"] in INFORMING else TO_INFORM)


def take(walk: Walk, _planned: Planned, leg: LegWalk) -> Said:
    """The head names the handler."""
    if leg.row["handler_id"] is None:
        leg.row["handler_id"] = walk.world.who(
            Role.HANDLER, leg.unit, walk.turn + bool(leg.row.get("first_handler_id"))
        )
    leg.row.setdefault("first_handler_id", leg.row["handler_id"])
    return Said(head(walk, leg), leg.unit, facts={"handler": leg.row["handler_id"]})


def delegate(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """A village of the town is sent to find out."""
    villages = walk.world.villages[leg.unit.id]
    accused = walk.outline.accused
    village = next(each for each in villages[walk.turn % 9 :] if each is not accused)
    return _ask_beside(walk, planned, leg, village, Movement.DELEGATE)


def consult(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Another department is asked for its opinion."""
    others = [each for each in walk.world.departments if each not in (leg.unit, walk.outline.accused)]
    return _ask_beside(walk, planned, leg, others[walk.turn % len(others)], Movement.CONSULT)


def _ask_beside(walk: Walk, planned: Planned, leg: LegWalk, unit: Place, movement: Movement) -> Said:
    by, text = handler(walk, leg), remark(walk.random, INSTRUCTED)
    reply_by = planned.on + timedelta(days=9)
    leg.beside = walk.row(
        HandOff,
        district_id=walk.world.district,
        case_id=walk.case["id"],
        leg_id=leg.row["id"],
        movement=movement,
        from_unit_id=leg.unit.id,
        to_unit_id=unit.id,
        sent_by_id=by,
        sent_on=planned.on,
        received_on=planned.on,
        reason=text,
        legal_basis="第二十四条",
        reply_by=reply_by,
    )
    walk.involve(unit)
    leg.asked = {"place": unit}
    return Said(by, leg.unit, text, {"unit": unit.id, "reply_by": reply_by.isoformat()}, told=unit)


def reply_beside(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The unit that was asked answers."""
    place, text = leg.asked["place"], remark(walk.random, FOUND)
    by = walk.who(Role.INFORMANT if planned.act is Act.REPORT_FINDINGS else Role.HANDLER, place)
    leg.beside |= {"reply": text, "replied_on": planned.on, "replied_by_id": by}
    return Said(by, place, text, {"hand_off": leg.beside["id"]})


def assess(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The town judges what the village found."""
    by, text = handler(walk, leg), remark(walk.random, DECIDED)
    walk.row(Assessment, leg_id=leg.row["id"], on=planned.on, text=text, by_id=by)
    return Said(by, leg.unit, text)


def inquire(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The petitioner is heard."""
    by, text, kind = handler(walk, leg), remark(walk.random, INQUIRED), InquiryKind.HEARD_PETITIONER
    walk.row(Inquiry, leg_id=leg.row["id"], kind=kind, on=planned.on, text=text, by_id=by)
    return Said(by, leg.unit, text, {"kind": str(kind), "held_on": planned.on.isoformat()})


def answer(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The next demand is answered with one of the conclusions its kind may have."""
    demand = next(row for row in walk.demands_of(leg) if not row["outcome"])
    possible = outcomes_for(Kind(demand["kind"]))
    outcome = possible[walk.turn % len(possible)]
    facts, opinion = remark(walk.random, FOUND), remark(walk.random, DECIDED)
    demand |= {"outcome": outcome, "facts": facts, "opinion": opinion}
    cause = _CAUSES[walk.turn % len(_CAUSES)]
    demand |= {"legal_basis": _BASIS, "cause": cause, "answered_on": planned.on}
    said = {"demand": demand["number"], "outcome": str(outcome), "cause": str(cause)}
    return Said(handler(walk, leg), leg.unit, f"{facts}\n{opinion}", said)


def submit(walk: Walk, _planned: Planned, leg: LegWalk) -> Said:
    """The draft goes to the head."""
    leg.row["submitted_by_id"] = by = handler(walk, leg)
    return Said(by, leg.unit)


def send_back(walk: Walk, _planned: Planned, leg: LegWalk) -> Said:
    """The head wants it better."""
    return Said(head(walk, leg), leg.unit, remark(walk.random, NOTED), {"handler": leg.row["handler_id"]})


def issue(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The head signs the opinion."""
    by, first = head(walk, leg), walk.demands_of(leg)[0]
    leg.row |= {"issued_on": planned.on, "issued_by_id": by}
    text = f"{first['facts']}\n{first['opinion']}\n{first['legal_basis']}"
    number = make_letter(walk, answered_by(Kind(first["kind"]), None), leg, leg.unit, by, planned.on, text, unsent=True)
    leg.opinion = leg.unsent.pop()
    return Said(by, leg.unit, facts={"document": number})


def serve(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """An opinion is posted: the window waits for its receipt; in time, the leg was answered on the day of issue."""
    by = handler(walk, leg)
    leg.service = _serve(walk, planned, leg.opinion, by, ServiceMethod.POST)
    met_on = planned.on
    if leg.state is State.ISSUED:
        issued_on = leg.row["issued_on"]
        latest = walk.world.fallen(Duty.SERVICE_3WD, issued_on).due_on
        met_on = issued_on if latest is None or planned.on <= latest else planned.on
        leg.row["answered_on"] = met_on
        if clock := leg.running.pop(Duty.SERVICE_3WD, None):
            clock["met_on"] = planned.on
    facts = {"document": leg.opinion["number"], "method": "post", "sent_on": planned.on.isoformat()}
    return Said(by, leg.unit, facts=facts, omits=_WINDOWS, met_on=met_on)


_WINDOWS = (Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D)


def record_receipt(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The petitioner has it: his thirty days begin on path six."""
    people = [party["name"] for party in walk.parties]
    leg.service |= {"received_on": planned.on, "receiver": people[0] if people else ""}
    facts = {"document": leg.opinion["number"], "received_on": planned.on.isoformat()}
    return Said(handler(walk, leg), leg.unit, facts=facts, omits=() if sixty_days(walk, leg) else _WINDOWS)


def report(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The commissioning desk hears how it ended."""
    by, text = handler(walk, leg), remark(walk.random, DECIDED)
    number = make_letter(walk, Letter.CONCLUSION_REPORT, leg, leg.unit, by, planned.on, text)
    return Said(by, leg.unit, text, {"document": number})


def close(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Nothing is owed any more; whom nobody can write to need not be written to."""
    leg.row["closed_on"] = planned.on
    reason = "信访人的姓名（名称）、住址不清（第二十三条第二款）"
    walk.waive(leg.running, planned.on, reason, Duty.NOTICE_REFERRED_15D)
    if all(demand["leg_id"] for demand in walk.demands):
        walk.waive(walk.running, planned.on, reason, Duty.NOTICE_DIRECT_15D)
    by = handler(walk, leg) if leg.row["handler_id"] else leg_closer(walk, leg)
    return Said(by, leg.unit)


def leg_closer(walk: Walk, leg: LegWalk) -> int:
    """Return who ends a leg that never had a handler: the desk's people, or the unit's head."""
    if leg.unit is walk.world.office:
        return walk.who(Role.ROUTER, leg.unit)
    return head(walk, leg)


def archive(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """An index of its letters goes with the file."""
    by = leg.row["handler_id"] or leg_closer(walk, leg)
    years = (Retention.FIVE_YEARS, Retention.TEN_YEARS, Retention.PERMANENT)[walk.turn % 3]
    number = make_letter(walk, Letter.ARCHIVE_INDEX, leg, leg.unit, by, planned.on, f"保管期限：{years.label}")
    index = walk.papers.last["id"]
    walk.row(Archiving, leg_id=leg.row["id"], retention=years, index_id=index, on=planned.on, by_id=by)
    return Said(by, leg.unit, facts={"document": number, "retention": str(years)})


def _serve(walk: Walk, planned: Planned, letter: Row, by: int, method: ServiceMethod, **received: object) -> Row:
    return walk.row(Service, document_id=letter["id"], method=method, sent_on=planned.on, recorded_by_id=by, **received)
