"""拟办意见: how demands shall leave the desk, proposed by one and approved by another, on the screen or on paper (Art. 22)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cases.actions.carrying_out import carry_out, rehearse
from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.attachments import store_files
from cases.models import Case, Proposal
from cases.openings.approval import ARTICLE, own_proposal, waiting_proposals
from kit.files import CheckedFile
from law.errors import Refused
from law.matters import Destination
from law.vocabulary import Act
from organizations.models import Staff, Unit


def propose_handling(
    case_id: int,
    *,
    by: Staff,
    handling: Act,
    demands: Sequence[int],
    text: str,
    reason: str,
    unit: Unit | None = None,
    days: int | None = None,
    destination: Destination | None = None,
    body: str = "",
    extract: str = "",
    told_orally: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Propose to refer, commission or transfer demands (by number), with all that this act asks for; nothing leaves yet.

    What would be refused then is refused now: the act is tried, and taken back. Raises Refused: not_found,
    not_permitted, wrong_state, proposed_already, exit_incomplete, and those of `refer`, `commission`, `transfer_out`.
    """
    with performing(Act.PROPOSE_HANDLING, case_id, by=by, seen=seen, on=on, text=text) as deed:
        _assert_asked_once(deed, demands)
        asked = Proposal(
            case=deed.case,
            act=handling,
            demands=list(demands),
            unit=unit,
            days=days if handling is Act.COMMISSION else None,
            destination=destination or "",
            body=body,
            text=text,
            reason=reason,
            extract=extract,
            told_orally=told_orally,
            proposed_on=deed.on,
            by=by,
        )
        rehearse(asked, by=by, on=deed.on)
        asked.save(force_insert=True)
        deed.facts = _facts(asked)
    return deed.case


def approve_proposal(
    case_id: int, *, by: Staff, proposal: int, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Approve a proposal (by its id): what was proposed is done in the same moment, in the proposer's name by this hand.

    Raises Refused: not_found, not_permitted, wrong_state, proposal_unknown, own_request, proposer_gone, and what the
    proposed act is refused with by now.
    """
    with transaction.atomic():
        with performing(Act.APPROVE_PROPOSAL, case_id, by=by, seen=seen, on=on, text=note) as deed:
            asked = _chosen(deed, proposal)
            _assert_foreign(deed, asked)
            _decide(deed, asked, approved=True, note=note)
        return carry_out(asked, by=by, on=deed.on)


def return_proposal(
    case_id: int, *, by: Staff, proposal: int, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Give a proposal back with the reason; the demands wait as before, and every clock runs.

    Raises Refused: not_found, not_permitted, wrong_state, proposal_unknown.
    """
    with performing(Act.RETURN_PROPOSAL, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        _decide(deed, _chosen(deed, proposal), approved=False, note=reason)
    return deed.case


def withdraw_proposal(
    case_id: int, *, by: Staff, proposal: int, reason: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Take a proposal back before it is decided. Raises Refused: not_found, not_permitted, wrong_state, proposal_unknown."""
    with performing(Act.WITHDRAW_PROPOSAL, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        _decide(deed, _chosen(deed, proposal), approved=None, note=reason)
    return deed.case


def record_paper(
    case_id: int,
    *,
    by: Staff,
    proposal: int,
    agree: bool,
    leader: str,
    instruction: str,
    instructed_on: date,
    papers: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record what a leader wrote on the printed 呈批单: agreed, the proposed act is done as by `approve_proposal`.

    Raises Refused: as `approve_proposal`, and date_unfit, files_not_stored.
    """
    with transaction.atomic():
        with performing(Act.RECORD_PAPER, case_id, by=by, seen=seen, on=on, text=f"{leader}：{instruction}") as deed:
            asked = _chosen(deed, proposal)
            _assert_foreign(deed, asked)
            _assert_day(deed, asked, instructed_on)
            asked.leader, asked.instructed_on = leader, instructed_on
            _decide(deed, asked, approved=agree, note=instruction)
            deed.facts |= {"agreed": agree, "decided_on": instructed_on.isoformat()}
            if papers:
                store_files(deed.case, papers, by, title="呈批单批回件")
                deed.facts["sm3"] = [paper.sm3 for paper in papers]
        return carry_out(asked, by=by, on=deed.on) if agree else deed.case


def _assert_asked_once(deed: Deed, demands: Sequence[int]) -> None:
    """One demand goes one way: while a proposal waits, there is no second one for it (Art. 24)."""
    for each in waiting_proposals(deed.case):
        if twice := sorted(set(each.demands) & set(demands)):
            numbers = "、".join(map(str, twice))
            raise Refused(
                "proposed_already",
                f"第{numbers}项诉求已经呈报（{each.said}），等候批准；要改的请先“{Act.WITHDRAW_PROPOSAL.label}”。",
                ARTICLE,
            )


def _chosen(deed: Deed, key: int) -> Proposal:
    found = next((each for each in waiting_proposals(deed.case) if each.pk == key), None)
    if found is None:
        raise Refused("proposal_unknown", "没有这份等候批准的拟办意见，可能已经办过，请刷新后再选。", ARTICLE)
    return found


def _assert_foreign(deed: Deed, asked: Proposal) -> None:
    if refusal := own_proposal(deed.spot, asked):
        raise refusal


def _assert_day(deed: Deed, asked: Proposal, day: date) -> None:
    if not asked.proposed_on <= day <= deed.on:
        words = f"批示日期{day}应在呈报之日{asked.proposed_on}与今天{deed.on}之间，请核对。"
        raise Refused("date_unfit", words, ARTICLE)


def _decide(deed: Deed, asked: Proposal, *, approved: bool | None, note: str) -> None:
    asked.approved, asked.note, asked.decided_on, asked.decided_by = approved, note, deed.on, deed.by
    asked.save()
    deed.facts = _facts(asked)


def _facts(asked: Proposal) -> dict[str, object]:
    return {"proposal": asked.pk, "proposed_act": str(asked.act), "demands": asked.demands}
