"""Co-handling 协办: another unit does a part of the work beside the leg (Art. 24); no legal clock, silence counts for nothing."""

from datetime import date

from cases.actions.frame import performing
from cases.actions.investigation import ask_beside, reply_beside
from cases.models import Case
from law.errors import Refused
from law.vocabulary import Act, Movement
from organizations.models import Staff, Unit
from organizations.vocabulary import UnitKind


def co_handle(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    unit: Unit,
    task: str,
    reply_by: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask another unit to do a part of the work; the responsible unit answers, and its clocks run on (Art. 24).

    Raises Refused: not_found, not_permitted, wrong_state, unit_unfit, accused_party, already_asked, date_past.
    """
    with performing(Act.CO_HANDLE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=task) as deed:
        if unit.pk == deed.the_leg.unit_id or unit.kind == UnitKind.AREA:
            raise Refused("unit_unfit", f"不能请“{unit.name}”协办，请选择其他单位。", "第二十四条")
        ask_beside(deed, Movement.CO_HANDLE, unit, task, reply_by)
    return deed.case


def reply_co_handling(
    case_id: int, *, hand_off_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Report what a co-handling unit did. Raises Refused: not_found, not_permitted, wrong_state, replied_already."""
    return reply_beside(Act.REPLY_CO_HANDLING, case_id, hand_off_id=hand_off_id, by=by, text=text, seen=seen, on=on)
