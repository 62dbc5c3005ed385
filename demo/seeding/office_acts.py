"""What the desk does: it registers, reports what is urgent, sends on, keeps, passes on, guides and files."""

from datetime import date

from cases.actions.new_case import case_number
from cases.models import HandOff, Leg, SideExit, UrgentReport
from demo.seeding.letters import tells_whereabouts
from demo.seeding.outlines import Planned
from demo.seeding.remarks import INSTRUCTED, REASONED, remark
from demo.seeding.said import LegWalk, Said
from demo.seeding.walking import Walk
from demo.seeding.world import Place
from law.filing import FilingGround
from law.matters import Destination, ReportKind
from law.paths import applies
from law.urgent import bodies_owed
from law.vocabulary import Act, Duty, Kind, Letter, Movement, Path, State
from law.ways import ways
from organizations.roles import Role
from organizations.vocabulary import OWN_NOTICE_RULES, UnitKind

_OPENED: dict[Act, tuple[Movement, State]] = {
    Act.REFER: (Movement.REFER, State.REFERRED),
    Act.COMMISSION: (Movement.COMMISSION, State.COMMISSIONED),
    Act.KEEP: (Movement.DIRECT, State.RECEIVED),
    Act.TRANSFER_OUT: (Movement.DIRECT, State.TRANSFERRED_OUT),
    Act.GUIDE: (Movement.DIRECT, State.DIVERTED),
    Act.FILE_ONLY: (Movement.DIRECT, State.EXIT_PENDING),
}
# A desk below sends on nothing itself: what it keeps its own people keep, what leaves it the sealed desk passes on.
_REGISTRARS = {UnitKind.PETITION_OFFICE: Role.WINDOW_CLERK, UnitKind.TOWN: Role.DISPATCHER}
_KEEPERS = {UnitKind.TOWN: Role.DISPATCHER}


def registrar(walk: Walk) -> int:
    """Return who registers: an informant for his town, a clerk, a dispatcher, a handler of a department."""
    if walk.outline.village:
        return walk.who(Role.INFORMANT, walk.outline.village)
    desk = walk.outline.desk
    return walk.who(_REGISTRARS.get(UnitKind(desk.kind), Role.HANDLER), desk)


def register(walk: Walk, planned: Planned, _leg: LegWalk | None) -> Said:
    """The desk's clock runs from the day of receipt, the report of what is urgent from this one."""
    outline, case = walk.outline, walk.case
    office = outline.desk is walk.world.office
    # Nothing that is seeded was commissioned from above.
    omits = {Duty.SUPERIOR_REPORT, Duty.NOTICE_DIRECT_15D if office else Duty.DISPATCH_15D}
    omits |= set() if outline.urgent else {_URGENT}
    facts = {"number": case["number"], "received_on": outline.received_on.isoformat(), "channel": str(outline.channel)}
    if outline.urgent:
        walk.start(_URGENT, None, Said(0, outline.desk), planned.on)
        omits |= {_URGENT}
    by, place = case["registered_by_id"], outline.desk
    return Said(by, place, case["content"], facts, omits=tuple(omits), starts_on=outline.received_on)


_URGENT = Duty.URGENT_REPORT


def report_urgent(walk: Walk, planned: Planned, _leg: LegWalk | None) -> Said:
    """Everybody is told whom it is owed to, so that the duty is met."""
    outline, by = walk.outline, _sender(walk)
    bodies = [str(body) for body in bodies_owed(petition_office=outline.desk is walk.world.office)]
    text = remark(walk.random, INSTRUCTED)
    walk.row(
        UrgentReport,
        case_id=walk.case["id"],
        kind=ReportKind.FLASH,
        bodies=bodies,
        reported_on=planned.on,
        content=text,
        by_id=by,
        unit_id=outline.desk.id,
    )
    facts = {"bodies": bodies, "kind": str(ReportKind.FLASH), "reported_on": planned.on.isoformat()}
    return Said(by, outline.desk, text, facts)


def send_on(walk: Walk, planned: Planned, leg: LegWalk | None) -> Said:
    """Refer or commission: one leg, one hand-off, one letter."""
    assert leg is not None
    outline, by, text = walk.outline, _sender(walk), remark(walk.random, REASONED)
    _hand_over(walk, planned, leg, by, text)
    commissioned = planned.act is Act.COMMISSION
    kind = Letter.COMMISSION_LETTER if commissioned else Letter.REFERRAL_LETTER
    number = make_letter(walk, kind, leg, outline.desk, by, planned.on, text)
    facts = {"unit": leg.unit.id, "demands": list(leg.plan.demands), "document": number}
    days = None
    if commissioned:
        leg.row["report_required"] = True
        facts["days"] = days = (60, 75, 90)[walk.turn % 3]
    return Said(by, outline.desk, text, facts, omits=_not_owed(walk, leg), days=days)


def keep(walk: Walk, planned: Planned, leg: LegWalk | None) -> Said:
    """The unit that received it is competent."""
    assert leg is not None
    by = walk.who(_KEEPERS.get(UnitKind(leg.unit.kind), Role.HANDLER), leg.unit)
    text = remark(walk.random, REASONED)
    _hand_over(walk, planned, leg, by, text)
    leg.row["received_on"] = walk.outline.received_on
    return Said(by, leg.unit, text, {"unit": leg.unit.id, "demands": list(leg.plan.demands)})


def transfer_out(walk: Walk, planned: Planned, leg: LegWalk | None) -> Said:
    """To a body outside the procedure, with a letter; who asked is told, save of an accusation."""
    assert leg is not None
    by, text, told = _sender(walk), remark(walk.random, REASONED), tells_whereabouts(walk.outline, leg.plan.demands)
    accusing = any(demand["kind"] is Kind.ACCUSATION for demand in walk.demands_of(leg))
    where = Destination.DISCIPLINE if accusing else Destination.OTHER_DISTRICT
    body = "岚州市纪委监委" if accusing else "邻近区县的信访部门"
    _leave(walk, planned, leg, text, destination=where, body=body)
    letter = make_letter(walk, Letter.TRANSFER_LETTER, leg, leg.unit, by, planned.on, text)
    facts = {"demands": list(leg.plan.demands), "document": letter, "destination": str(where)}
    if told:
        notice = make_letter(walk, Letter.TRANSFER_NOTICE, leg, leg.unit, by, planned.on, text, unsent=True)
        facts |= {"document": letter, "notice": notice}
    return Said(by, leg.unit, text, facts)


def guide(walk: Walk, planned: Planned, leg: LegWalk | None) -> Said:
    """Led from the desk to the statutory way it belongs to."""
    assert leg is not None
    by, text = _sender(walk), remark(walk.random, REASONED)
    divert_demands(walk, planned, leg, text)
    number = make_letter(walk, Letter.DIVERSION_NOTICE, leg, leg.unit, by, planned.on, text, unsent=True)
    return Said(by, leg.unit, text, {"demands": list(leg.plan.demands), "document": number, "path": str(Path.JUDICIAL)})


def file_only(walk: Walk, planned: Planned, leg: LegWalk | None) -> Said:
    """Kept on file, as soon as a second person approves: nobody can be written to."""
    assert leg is not None
    by, text, ground = _sender(walk), remark(walk.random, REASONED), str(FilingGround.OTHER)
    _leave(walk, planned, leg, text, ground=ground, asked_by_id=by, asked_on=planned.on)
    return Said(by, leg.unit, text, {"demands": list(leg.plan.demands), "ground": ground})


def record_transfer_receipt(walk: Walk, planned: Planned, leg: LegWalk | None) -> Said:
    """The body outside has it."""
    assert leg is not None
    by = _sender(walk)
    leg.asked |= {"receipt_on": planned.on, "receipt_by_id": by}
    return Said(by, leg.unit, facts={"received_on": planned.on.isoformat()})


def make_letter(
    walk: Walk, kind: Letter, leg: LegWalk, place: Place, by: int, on: date, words: str, *, unsent: bool = False,
    number: str = "",
) -> str:  # fmt: skip
    """Make a letter of a leg and return its number; ``unsent``: it waits to be served as a notice."""
    people = [party["name"] for party in walk.parties if party["name"]]
    asked = "；".join(demand["extract"] or demand["text"] for demand in walk.demands_of(leg)[:1])
    text = f"{asked}\n{words}"
    letter = walk.papers.make(kind, walk.case["id"], leg.row["id"], place, by, on, people, text, number)
    if unsent:
        leg.unsent.append(letter)
    return str(letter["number"])


def divert_demands(walk: Walk, planned: Planned, leg: LegWalk, text: str) -> None:
    """Lead the demands of a leg to the courts: which body, until when, how."""
    [way, *_] = ways(Path.JUDICIAL)
    for demand in walk.demands_of(leg):
        demand["path"] = Path.JUDICIAL
    _leave(walk, planned, leg, text, path=Path.JUDICIAL, body=way.body, limit=way.limit, how=way.how)


def _leave(walk: Walk, planned: Planned, leg: LegWalk, text: str, **said: object) -> None:
    leg.asked = walk.row(SideExit, leg_id=leg.row["id"], act=planned.act, reason=text, **said)


def open_leg(walk: Walk, planned: Planned, leg_number: int) -> LegWalk:
    """Begin a leg with its demands: at its unit, on the day it got there."""
    plan = walk.outline.legs[leg_number]
    movement, state = _OPENED[planned.act]
    accusing = any(walk.outline.kinds[number - 1] is Kind.ACCUSATION for number in plan.demands)
    row = walk.row(
        Leg,
        district_id=walk.world.district,
        case_id=walk.case["id"],
        unit_id=plan.unit.id,
        from_unit_id=walk.outline.desk.id,
        movement=movement,
        state=state,
        received_on=planned.on,
        handler_id=None,
        accepted_on=None,
        version=0,
        held_accusation=accusing,
    )
    leg = walk.legs[leg_number] = LegWalk(plan, row)
    for number in plan.demands:
        demand = walk.demands[number - 1]
        demand["leg_id"] = row["id"]
        # Of a sealed case the units read an extract, never the letter.
        if walk.outline.sealed and demand["kind"] is not Kind.ACCUSATION and planned.act is not Act.FILE_ONLY:
            demand["extract"] = demand["text"]
    walk.involve(plan.unit)
    return leg


def _hand_over(walk: Walk, planned: Planned, leg: LegWalk, by: int, text: str) -> None:
    walk.row(
        HandOff,
        district_id=walk.world.district,
        case_id=walk.case["id"],
        leg_id=leg.row["id"],
        movement=leg.row["movement"],
        from_unit_id=walk.outline.desk.id,
        to_unit_id=leg.unit.id,
        sent_by_id=by,
        sent_on=planned.on,
        received_on=planned.on,
        reason=text,
        legal_basis="第二十二条第一款",
    )


def _sender(walk: Walk) -> int:
    """Return who sends on from the desk; the sealed desk where it is accused, or has nobody for it."""
    outline = walk.outline
    if outline.desk is walk.world.office and not outline.desk_walled:
        return walk.who(Role.ROUTER, outline.desk)
    return walk.who(Role.SEALED_DESK, walk.world.party)


def _not_owed(walk: Walk, leg: LegWalk) -> tuple[Duty, ...]:
    rows = [(demand["kind"], demand["path"] or None) for demand in walk.demands_of(leg)]
    own_rules = OWN_NOTICE_RULES.get(UnitKind(leg.unit.kind))
    return () if applies(Duty.NOTICE_REFERRED_15D, rows, own_rules=own_rules) else (Duty.NOTICE_REFERRED_15D,)


def channel_number(walk: Walk, serial: int) -> str:
    """Return the number of the case at this place of the sequence."""
    outline = walk.outline
    return case_number(outline.desk.code, outline.channel, outline.received_on, serial)
