"""承诺: made for a day, moved, and withdrawn by a second person; the petitioner is told each time (Art. 27)."""

from datetime import date

from cases.actions.chosen_promise import chosen_promise
from cases.actions.deed import Deed
from cases.actions.files import own_leg
from cases.actions.frame import performing
from cases.clocks import end_clocks, recount, start_clock
from cases.models import Case, Clock, Promise, PromiseChange
from cases.openings.promises import conditional, immovable, not_his_to_withdraw, open_promises, unfit_day
from cases.openings.rating import stands_there
from law.errors import Refused
from law.promises import ARTICLE, Occasion, TellWay
from law.vocabulary import Act, Duty
from organizations.models import Staff, Unit


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
        row = chosen_promise(deed, promise, open_promises, immovable)
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

    Raises Refused: not_found, not_permitted, wrong_state, nothing_promised, promise_unknown, own_promise,
    promise_conditional.
    """
    if refusal := conditional(reason):
        raise refusal
    words = f"{reason}（已{told_way.label}告知信访人）"
    with performing(Act.WITHDRAW_PROMISE, case_id, by=by, seen=seen, on=on, text=words) as deed:
        row = chosen_promise(deed, promise, open_promises, not_his_to_withdraw)
        row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason = deed.on, by, words
        row.save()
        deed.spares.add(Duty.PROMISE_DUE)
        end_clocks(Clock.objects.filter(pk=row.clock_id), deed.act, deed.on)
        deed.facts = {"promise": row.pk}
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
