"""Ways out of the procedure, each with its grounds and its letter: never instead of registering (Art. 19, 22, 31, 36).

What turns somebody away waits for a second person (`exit_approval.py`): no letter before, and no clock stops for it.
"""

from collections.abc import Sequence
from datetime import date

from cases.actions.apart import set_apart
from cases.actions.exit_leg import (
    AFTER_REVIEW,
    NOT_COMPETENT,
    ask_to_leave,
    assert_ground,
    exit_letter,
    keep_papers,
    known_way,
    leave,
    open_exit,
    say_diverted,
    tell_whereabouts,
)
from cases.actions.exit_rules import assert_appeals, assert_destination, assert_told
from cases.actions.frame import performing
from cases.actions.known_reviews import assert_review_known
from cases.actions.not_accepting import ask_not_accepted
from cases.actions.same_matter import Pending
from cases.models import Case
from cases.places.wall import assert_outside_clear
from kit.files import CheckedFile
from law.admission import ground as ground_of
from law.errors import Refused
from law.matters import Destination
from law.vocabulary import Act, Kind, Letter, Movement, Path
from organizations.models import Staff, Unit


def not_accept(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    ground: str,
    reason: str,
    where: str,
    pending: Pending | None = None,
    demands: Sequence[int] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Do not take a matter up, on one of the grounds of law.admission; once approved, a notice says where to go.

    ``demands``: some demands of the leg only; the others go on in it. Raises Refused: not_found, not_permitted,
    wrong_state, unknown_ground, ground_not_granted, ground_unfit, exit_incomplete, accepted_already, demand_unknown,
    and those of `proven_pending`.
    """
    found = ground_of(ground, local_rules=True)
    assert_told(理由=reason, 应当向哪里提出=where)
    with performing(Act.NOT_ACCEPT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        set_apart(deed, demands)
        assert_ground(deed, found, Act.NOT_ACCEPT, "不予受理")
        if found.code == NOT_COMPETENT and deed.the_leg.movement != Movement.DIRECT:
            raise Refused(
                "ground_unfit",
                "转送、交办来的事项，认为不属于本单位职权的，应在收到之日起5个工作日内“提出异议”，不能以此不予受理。",
                "第二十三条第三款",
            )
        ask_not_accepted(deed, found, reason, where, pending)
    return deed.case


def divert(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    path: Path,
    reason: str,
    body: str,
    limit: str = "",
    how: str = "",
    demands: Sequence[int] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Lead a matter to the statutory way it belongs to (Art. 31, items 1-5): which body, until when, where and how.

    ``demands``: of some demands of the leg only; the others go on in it. ``limit`` and ``how`` default to what law.ways knows of the path.
    Raises Refused: not_found, not_permitted, wrong_state, path_unfit, kind_unfit, exit_incomplete,
    demand_unknown.
    """
    limit, how = known_way(path, limit, how)
    assert_told(理由=reason, 有权处理的机关=body)
    with performing(Act.DIVERT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        set_apart(deed, demands)
        assert_appeals(deed.demands_of_leg, "导入法定途径")
        say_diverted(deed, path, reason, body, limit, how)
    return deed.case


def no_longer_accept(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    ground: str,
    reason: str,
    earlier: str,
    elsewhere: str = "",
    papers: Sequence[CheckedFile] = (),
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Answer a petition on the same facts and grounds after its review; once approved, by a reasoned notice (Art. 36, para 3).

    ``earlier``: the number of the review opinion (of the last opinion, on a local ground); ``elsewhere``: why it is
    not one of those known here, with the opinion itself among the ``papers``. Raises Refused: not_found,
    not_permitted, wrong_state, unknown_ground, ground_not_granted, ground_unfit, exit_incomplete, kind_unfit,
    review_unknown, ground_unproven, demand_unknown, demand_taken, extract_missing.
    """
    found = ground_of(ground, local_rules=True)
    assert_told(理由=reason, 原意见书文号=earlier)
    with performing(Act.NO_LONGER_ACCEPT, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        assert_ground(deed, found, Act.NO_LONGER_ACCEPT, "不再受理")
        if found.code == AFTER_REVIEW:
            assert_review_known(deed, earlier, elsewhere, papers)
        open_exit(deed, demands, extract)
        assert_appeals(deed.the_leg.demands.all(), "不再受理")
        ask_to_leave(deed, ground=found.code, earlier=earlier, earlier_elsewhere=elsewhere, reason=reason)
        keep_papers(deed, papers, "原复核意见书")
        deed.facts["ground"] = found.code
    return deed.case


def transfer_out(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    destination: Destination,
    reason: str,
    body: str = "",
    unit: Unit | None = None,
    extract: str = "",
    told_orally: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Transfer demands to a body that handles them outside this procedure (Art. 22, para 2); a receipt ends it.

    The body gets a letter, no access here. The petitioner is told in writing where his matter went; of an accusation,
    whose notice follows the rules of discipline inspection (Art. 23, para 4), only ``told_orally`` is kept. Raises Refused: not_found, not_permitted, wrong_state, exit_incomplete,
    destination_unfit, accused_party, respondent_missing, respondent_unlinked, accusation_apart, extract_missing,
    demand_unknown, demand_taken.
    """
    body = body.strip() or (unit.name if unit else "")
    assert_told(理由=reason, 接收单位=body)
    with performing(Act.TRANSFER_OUT, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        assert_outside_clear(deed.case, body, unit)
        open_exit(deed, demands, extract)
        assert_destination(list(deed.the_leg.demands.all()), destination)
        if destination is Destination.JUDICIAL:
            deed.the_leg.demands.filter(kind=Kind.APPEAL).update(path=Path.JUDICIAL)
        leave(deed, deed.the_leg, destination=destination, body=body, reason=reason, told_orally=told_orally)
        exit_letter(deed, Letter.TRANSFER_LETTER, destination=destination, body=body, reason=reason)
        tell_whereabouts(deed, body, reason)
        deed.facts["destination"] = str(destination)
    return deed.case


def record_transfer_receipt(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    received_on: date,
    number: str = "",
    note: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that the body outside has received what was transferred to it; after this the leg can be closed.

    Raises Refused: not_found, not_permitted, wrong_state, receipt_recorded, date_unfit.
    """
    with performing(Act.RECORD_TRANSFER_RECEIPT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        left = deed.the_leg.exit
        if not deed.the_leg.received_on <= received_on <= deed.on:
            raise Refused(
                "date_unfit",
                f"回执日期{received_on}应在转出之日{deed.the_leg.received_on}与今天{deed.on}之间，请核对。",
            )
        left.receipt_on, left.receipt_number, left.receipt_by = received_on, number, by
        left.save()
        deed.facts = {"received_on": received_on.isoformat()}
    return deed.case
