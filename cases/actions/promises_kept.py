"""What came of promises: kept on another's word or by a paper, and visited by another unit where the lot fell (Art. 27)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.chosen_promise import chosen_promise, day_between
from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.letters.attachments import store_files
from cases.models import Case, Clock, Promise
from cases.openings.promises import not_his_to_visit, of_its_unit, open_promises, own_promise, to_visit
from cases.places.spot import Actor
from kit.files import CheckedFile
from law.errors import Refused
from law.promises import ARTICLE, Evidence, VisitResult
from law.vocabulary import Act, Duty
from organizations.models import Staff

_SAID_BY_PETITIONER = (Evidence.CALL, Evidence.COUNTER)


def keep_promise(
    case_id: int,
    *,
    by: Actor,
    promise: int,
    evidence: Evidence = Evidence.PORTAL,
    kept_on: date | None = None,
    note: str = "",
    proofs: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Write down that a promise (by its id) was kept: by the petitioner's own word, or by a paper.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_promised, promise_unknown, own_promise, evidence_unfit,
    own_unit, file_missing, files_not_stored, date_unfit.
    """
    with performing(Act.KEEP_PROMISE, case_id, by=by, seen=seen, on=on, text=note) as deed:
        row = chosen_promise(deed, promise, open_promises, own_promise)
        _assert_evidence(deed, row, evidence, proofs)
        day = day_between(deed, deed.stated(kept_on), row.promised_on, "兑现")
        row.kept_on, row.kept_recorded_on, row.kept_by = day, deed.on, deed.account
        row.evidence, row.kept_note = evidence, note
        row.save()
        deed.spares.add(Duty.PROMISE_DUE)
        Clock.objects.filter(pk=row.clock_id).update(met_on=day)
        deed.facts = {"promise": row.pk, "done_on": day.isoformat(), "evidence": str(evidence)}
        if proofs:
            store_files(deed.case, proofs, deed.account, leg=row.leg, title="承诺兑现证明")
            deed.facts["sm3"] = [proof.sm3 for proof in proofs]
    return deed.case


def record_promise_visit(
    case_id: int,
    *,
    by: Staff,
    promise: int,
    visit_result: VisitResult,
    note: str,
    visited_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Write down what a visit, agreed with the petitioner, found of a kept promise that was drawn; by another unit.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_drawn, promise_unknown, own_promise, own_unit,
    own_check, date_unfit.
    """
    with performing(Act.RECORD_PROMISE_VISIT, case_id, by=by, seen=seen, on=on, text=note) as deed:
        row = chosen_promise(deed, promise, to_visit, not_his_to_visit)
        assert row.kept_on, "only kept promises are drawn"
        day = day_between(deed, visited_on, row.kept_on, "回访")
        row.visited_on, row.visited_by, row.visit_unit = day, by, deed.place
        row.visit_result, row.visit_note = visit_result, note
        row.save()
        deed.facts = {"promise": row.pk, "held_on": day.isoformat(), "result": str(visit_result)}
    return deed.case


def _assert_evidence(deed: Deed, row: Promise, evidence: Evidence, proofs: Sequence[CheckedFile]) -> None:
    if (deed.account is None) != (evidence is Evidence.PORTAL):
        raise Refused("evidence_unfit", "工作人员登记的，写明是电话核实、本人到窗口，还是有书面材料。", ARTICLE)
    own = row.unit_id != deed.case.unit_id and deed.account is not None and of_its_unit(deed.account, row, deed.on)
    if own and evidence in _SAID_BY_PETITIONER:
        text = "信访人的确认由信访部门电话核实或者在窗口登记，承诺单位不登记；本单位请附书面材料。"
        raise Refused("own_unit", text, ARTICLE)
    if evidence is Evidence.DOCUMENT and not proofs:
        raise Refused("file_missing", "有书面材料证明的，请附上材料。", ARTICLE)
