"""研判: the town says of each open dispute which way it goes, who works on it and until when."""

from datetime import date

from law.errors import Refused
from organizations.authority import stands_at
from organizations.models import Staff, Unit
from organizations.recording import recording
from screening.disputes.moves import JUDGE
from screening.disputes.passing import above, dispute_in, hand_over, take_over
from screening.disputes.working import answer_for
from screening.models import Dispute, Judgement
from screening.models.words import DisputeState, Way


def judge(
    row: Dispute,
    *,
    way: Way,
    due_on: date,
    by: Staff,
    person: Staff | None = None,
    unit: Unit | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Dispute:
    """Decide the way of a dispute; 报区 and 转部门 hand it over at once, 转信访 is then done by its own step.

    Raises Refused: person_unfit, due_past, unit_missing, nobody_above, unit_unfit, unit_closed.
    """
    with recording(JUDGE, row, by=by, seen=seen, on=on) as made:
        found = dispute_in(made)
        answer_for(made, person, due_on)
        Judgement.objects.create(dispute=found, on=made.on, way=way, person=found.person, due_on=found.due_on, by=by)
        to = _to(found, way, unit)
        if to is not None and to.pk != found.unit_id:
            hand_over(made, to, f"研判意见：{way.label}")
            found.state = DisputeState.PASSED
            if way is Way.VILLAGE or to.pk in {each.pk for each in stands_at(by)}:
                # What one takes over oneself, or leaves where it was found, waits for nobody.
                take_over(made)
        made.facts = {"way": way, "who": found.person_id, "due_on": found.due_on}
    return found


def _to(row: Dispute, way: Way, unit: Unit | None) -> Unit | None:
    if way is Way.DEPARTMENT:
        if unit is None:
            raise Refused("unit_missing", "转部门的，请写明转给哪个部门。")
        return unit
    if way is Way.VILLAGE:
        return row.found_at
    if way is Way.TOWN:
        return row.unit if row.found_at_id != row.unit_id else above(row.unit)
    return above(row.unit) if way is Way.DISTRICT else None
