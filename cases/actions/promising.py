"""承诺: made for a day, told to the petitioner, said to be kept by another than whoever made it (Art. 27)."""

from collections.abc import Callable, Sequence
from datetime import date

from cases.actions.deed import Deed
from cases.actions.files import own_leg
from cases.actions.frame import performing
from cases.clocks import end_clocks, recount, start_clock
from cases.letters.attachments import store_files
from cases.models import Case, Clock, Promise, PromiseChange
from cases.openings.promises import (
    conditional,
    immovable,
    not_his_to_visit,
    not_his_to_withdraw,
    open_promises,
    own_promise,
    to_visit,
    unfit_day,
)
from cases.openings.rating import stands_there
from cases.places.spot import Actor, Spot
from kit.files import CheckedFile
from law.errors import Refused
from law.promises import ARTICLE, Evidence, Occasion, TellWay, VisitResult
from law.vocabulary import Act, Duty
from organizations.models import Staff, Unit

_SAID_BY_PETITIONER = (Evidence.CALL, Evidence.COUNTER)


def promise(
    case_id: int,
    *,
    by: Staff,
    text: str,
    due_on: date,
    occasion: Occasion,
    told_way: TellWay,
    told_to: int | None = None,
    promiser: Staff | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Write down what was promised to a petitioner, by oneself or by another, and start the clock of it.

    ``told_to``: the key of a party, nobody in particular where it is left out.
    Raises Refused: not_found, not_permitted, wrong_state, nobody_to_tell, promise_conditional, promise_days,
    promiser_unfit, party_unknown.
    """
    if refusal := conditional(text):
        raise refusal
    with performing(Act.PROMISE, case_id, by=by, seen=seen, on=on, text=text) as deed:
        who, case = promiser or by, deed.case
        # Whoever promises for another unit, a leader in the reception of the office, binds his own.
        unit = deed.place if stands_there(who, deed.place) else who.unit
        _assert_fit(deed, who)
        if refusal := unfit_day(due_on, case, deed.on):
            raise refusal
        deed.omits.add(Duty.PROMISE_DUE)
        row = Promise.objects.create(
            district_id=case.district_id,
            case=case,
            leg=own_leg(deed),
            unit=unit,
            promiser=who,
            by=by,
            occasion=occasion,
            text=text,
            told_to=_told(case, told_to),
            told_way=told_way,
            promised_on=deed.on,
            first_due_on=due_on,
            due_on=due_on,
            clock=_clock(deed, unit, due_on),
        )
        deed.facts = {"promise": row.pk, "person": who.pk, "promised_for": due_on.isoformat()}
    return deed.case


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
        row = _chosen(deed, promise, open_promises, own_promise)
        _assert_evidence(deed, row, evidence, proofs)
        day = _day_between(deed, deed.stated(kept_on), row.promised_on, "兑现")
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


def change_promise_date(
    case_id: int,
    *,
    by: Staff,
    promise: int,
    new_due_on: date,
    reason: str,
    told_way: TellWay,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Move the day of a promise before it has passed; the petitioner was told why, and figures keep the first day.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_promised, promise_unknown, other_units_promise,
    due_passed, promise_conditional, promise_days, nothing_changed.
    """
    if refusal := conditional(reason):
        raise refusal
    with performing(Act.CHANGE_PROMISE_DATE, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        row = _chosen(deed, promise, open_promises, immovable)
        if new_due_on == row.due_on:
            raise Refused("nothing_changed", f"承诺的日期现在就是{new_due_on}，不需要改。", ARTICLE)
        if refusal := unfit_day(new_due_on, deed.case, deed.on):
            raise refusal
        days = {"old_due_on": row.due_on, "new_due_on": new_due_on, "changed_on": deed.on}
        PromiseChange.objects.create(promise=row, reason=reason, told_way=told_way, by=by, **days)
        deed.facts = {"promise": row.pk, "former_due_on": str(row.due_on), "new_due_on": str(new_due_on)}
        row.due_on, row.clock.days = new_due_on, (new_due_on - row.clock.starts_on).days
        row.save(update_fields=["due_on"])
        recount(row.clock)
    return deed.case


def withdraw_promise(
    case_id: int,
    *,
    by: Staff,
    promise: int,
    reason: str,
    told_way: TellWay,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Withdraw a promise that cannot be kept: by another person, with the reason that the petitioner was told.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_promised, promise_unknown, own_promise.
    """
    words = f"{reason}（已{told_way.label}告知信访人）"
    with performing(Act.WITHDRAW_PROMISE, case_id, by=by, seen=seen, on=on, text=words) as deed:
        row = _chosen(deed, promise, open_promises, not_his_to_withdraw)
        row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason = deed.on, by, words
        row.save()
        deed.spares.add(Duty.PROMISE_DUE)
        end_clocks(Clock.objects.filter(pk=row.clock_id), deed.act, deed.on)
        deed.facts = {"promise": row.pk}
    return deed.case


def record_promise_visit(
    case_id: int,
    *,
    by: Staff,
    promise: int,
    result: VisitResult,
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
        row = _chosen(deed, promise, to_visit, not_his_to_visit)
        assert row.kept_on, "only kept promises are drawn"
        day = _day_between(deed, visited_on, row.kept_on, "回访")
        row.visited_on, row.visited_by, row.visit_unit = day, by, deed.place
        row.visit_result, row.visit_note = result, note
        row.save()
        deed.facts = {"promise": row.pk, "held_on": day.isoformat(), "result": str(result)}
    return deed.case


def _assert_fit(deed: Deed, who: Staff) -> None:
    """Let nobody be bound who could not even read of it; in the same words, whatever keeps him from it."""
    if who.pk != deed.by.pk and not Case.objects.visible_to(who).filter(pk=deed.case.pk).exists():
        text = f"{who.name}不在办理本件的人员之列，不能登记为承诺人；由他人转达的，请改由转达的人作出承诺。"
        raise Refused("promiser_unfit", text, ARTICLE)


def _told(case: Case, key: int | None) -> str:
    if key is None:
        return ""
    found = case.parties.filter(pk=key).first()
    if found is None:
        raise Refused("party_unknown", "本件没有这位信访人，请刷新后再选。", ARTICLE)
    return str(found.name)


def _clock(deed: Deed, unit: Unit, day: date) -> Clock:
    days = (day - deed.on).days
    return start_clock(Duty.PROMISE_DUE, deed.case, leg=None, unit=unit, starts_on=deed.on, days=days)


def _chosen(
    deed: Deed, key: int, among: Callable[[Case], list[Promise]], refuse: Callable[[Spot, Promise], Refused | None]
) -> Promise:
    """Return the promise of this id, if it may be acted on. Raises Refused: promise_unknown, and what ``refuse`` says."""
    found = next((each for each in among(deed.case) if each.pk == key), None)
    if found is None:
        raise Refused("promise_unknown", "没有这个承诺，或者已经办过，请刷新后再选。", ARTICLE)
    if refusal := refuse(deed.spot, found):
        raise refusal
    return found


def _assert_evidence(deed: Deed, row: Promise, evidence: Evidence, proofs: Sequence[CheckedFile]) -> None:
    if (deed.account is None) != (evidence is Evidence.PORTAL):
        raise Refused("evidence_unfit", "工作人员登记的，写明是电话核实、本人到窗口，还是有书面材料。", ARTICLE)
    own = row.unit_id != deed.case.unit_id and deed.account is not None and stands_there(deed.account, row.unit)
    if own and evidence in _SAID_BY_PETITIONER:
        text = "信访人的确认由信访部门电话核实或者在窗口登记，承诺单位不登记；本单位请附书面材料。"
        raise Refused("own_unit", text, ARTICLE)
    if evidence is Evidence.DOCUMENT and not proofs:
        raise Refused("file_missing", "有书面材料证明的，请附上材料。", ARTICLE)


def _day_between(deed: Deed, day: date | None, first: date, word: str) -> date:
    day = day or deed.on
    if not first <= day <= deed.on:
        raise Refused("date_unfit", f"{word}日期{day}应在{first}与今天{deed.on}之间，请核对。", ARTICLE)
    return day
