"""What leads out of the procedure at a unit: not taken up and approved by another, or led to the courts."""

from cases.actions.turned_back import WAIVED
from cases.models import SideExit
from demo.seeding.office_acts import divert_demands, make_letter
from demo.seeding.outlines import Planned
from demo.seeding.remarks import REASONED, remark
from demo.seeding.said import LegWalk, Said
from demo.seeding.unit_acts import handler, head
from demo.seeding.walking import Walk
from law.procedure import OPEN_LEG
from law.vocabulary import Act, Duty, Letter, Path, State
from organizations.roles import Role


def not_accept(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """It belongs to the courts."""
    by, text, ground = handler(walk, leg), remark(walk.random, REASONED), "NA_LITIGATION"
    said = {"ground": ground, "body": "有管辖权的人民法院", "reason": text, "asked_by_id": by, "asked_on": planned.on}
    leg.asked = walk.row(SideExit, leg_id=leg.row["id"], act=planned.act, **said)
    return Said(by, leg.unit, text, {"ground": ground})


def approve_exit(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """Another than whoever decided it: now the letter is made, or what was filed is let go."""
    filed = leg.asked["act"] is Act.FILE_ONLY
    place = leg.unit
    by = walk.who(Role.COORDINATOR, walk.world.office) if filed else head(walk, leg)
    leg.asked |= {"approved": True, "decided_on": planned.on, "decided_by_id": by}
    facts = {"exit": str(leg.asked["act"])}
    if not filed:
        text = remark(walk.random, REASONED)
        facts["document"] = make_letter(
            walk, Letter.NON_ACCEPTANCE_NOTICE, leg, place, by, planned.on, text, unsent=True
        )
    elif all(demand["leg_id"] for demand in walk.demands) and not _still_owing(walk, leg):
        walk.waive(walk.running, planned.on, WAIVED, Duty.NOTICE_DIRECT_15D)
    return Said(by, place, facts=facts, to_state=State.FILED if filed else State.NOT_ACCEPTED)


def _still_owing(walk: Walk, leg: LegWalk) -> bool:
    return any(each is not leg and each.state in (*OPEN_LEG, State.EXIT_PENDING) for each in walk.legs.values())


def divert(walk: Walk, planned: Planned, leg: LegWalk) -> Said:
    """The unit leads it to the statutory way."""
    by, text = head(walk, leg), remark(walk.random, REASONED)
    divert_demands(walk, planned, leg, text)
    number = make_letter(walk, Letter.DIVERSION_NOTICE, leg, leg.unit, by, planned.on, text, unsent=True)
    return Said(by, leg.unit, text, {"document": number, "path": str(Path.JUDICIAL)})
