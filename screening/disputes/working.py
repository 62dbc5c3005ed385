"""What is done on a dispute: measures, result, follow-up visit, closing by another person. Both doors call these."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from law.errors import Refused
from organizations.authority import may
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.recording import Recorded, recording
from organizations.roles import Right
from screening.disputes.moves import CLOSE, SETTLE, VISIT, WORK
from screening.models import Dispute
from screening.models.words import DisputeOutcome, DisputeState
from screening.wording import assert_of_a_dispute


def work_on(
    row: Dispute,
    *,
    measures: str,
    by: Staff,
    person: Staff | None = None,
    due_on: date | None = None,
    photos: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Dispute:
    """Write what was done, and who goes on until when. Raises Refused: person_unfit, due_past, about_people, judging, conditional."""
    with recording(WORK, row, by=by, seen=seen, on=on) as made:
        assert_of_a_dispute(measures)
        found: Dispute = made.record
        found.measures = f"{found.measures}\n{made.on}：{measures.strip()}".strip()
        answer_for(made, person, due_on)
        store_record_files(found, photos, by=by)
    return found


def answer_for(made: Recorded, person: Staff | None, due_on: date | None) -> None:
    """Put down who answers for a dispute and until when, where that is said. Raises Refused: person_unfit, due_past."""
    found: Dispute = made.record
    if person and not may(person, Right.WORK_DISPUTE, at=found.unit):
        raise Refused("person_unfit", f"“{person.name}”不在“{found.unit.name}”办理矛盾纠纷，请另选一位。")
    if due_on and due_on < made.on:
        raise Refused("due_past", f"时限{due_on}已经过了，最早是今天{made.on}。")
    found.person = person or found.person
    found.due_on = due_on or found.due_on
    made.facts |= {"who": found.person_id, "due_on": found.due_on}


def settle(
    row: Dispute,
    *,
    outcome: DisputeOutcome,
    by: Staff,
    mediation_body: str = "",
    agreement: str = "",
    unresolved_why: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Dispute:
    """Write what came of a dispute; that closes nothing. Raises Refused: why_missing, about_people, judging, conditional."""
    with recording(SETTLE, row, by=by, seen=seen, on=on) as made:
        assert_of_a_dispute(mediation_body, agreement, unresolved_why)
        if outcome is not DisputeOutcome.RESOLVED and not unresolved_why.strip():
            raise Refused("why_missing", "没有化解的，请写明未化解原因，以及引导到哪里。")
        found: Dispute = made.record
        found.outcome, found.settled_on, found.settled_by = outcome, made.on, by
        found.mediation_body, found.agreement = mediation_body.strip(), agreement.strip()
        found.unresolved_why = unresolved_why.strip()
        made.facts = {"outcome": outcome}
    return found


def visit(
    row: Dispute, *, kept: bool, said: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Dispute:
    """Ask the parties afterwards; where the result does not hold, the dispute is open again. Raises Refused: same_person."""
    with recording(VISIT, row, by=by, seen=seen, on=on) as made:
        assert_of_a_dispute(said)
        found: Dispute = made.record
        found.visited_on, found.visited_by, found.visit_said = made.on, by, said.strip()
        if not kept:
            found.state, found.outcome, found.settled_on = DisputeState.OPEN, "", None
            found.visited_on = None
        made.facts = {"kept": kept}
    return found


def close(row: Dispute, *, by: Staff, seen: int | None = None, on: date | None = None) -> Dispute:
    """Close a dispute 销账: another person than who settled or filed it. Raises Refused: same_person, not_visited."""
    with recording(CLOSE, row, by=by, seen=seen, on=on) as made:
        made.record.closed_on, made.record.closed_by = made.on, by
    found: Dispute = made.record
    return found
