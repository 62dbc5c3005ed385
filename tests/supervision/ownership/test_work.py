"""Work under a sheet and its end: who may take which step, in which state, and that another visits and a third closes."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from law.errors import Refused
from organizations.mandates import acting_for, give_mandate
from organizations.models.mandate import MandateKind
from organizations.record_files import files_of
from organizations.roles import Role
from organizations.today import today
from supervision.models import OwnershipSheet, PlanStep, Progress, owner_of
from supervision.models.ownership_words import GuaranteeKind, LimitReason, ProgressKind, Satisfaction, SheetState
from supervision.ownership.closing import close, enter_result, report, send_back, visit
from supervision.ownership.making import withdraw
from supervision.ownership.moves import MAKE
from supervision.ownership.steps import STEPS
from supervision.ownership.working import (
    add_step,
    change_limit,
    enter_progress,
    finish_step,
    move_step,
    set_guarantee,
    set_scheme,
)
from tests.cases.uploads import a_scan
from tests.cast import Cast
from tests.supervision.ownership.sheets import a_reported, a_sheet, an_owned, until

pytestmark = pytest.mark.django_db
SOON = timedelta(days=10)


def refused(code: str, tried: Any) -> Refused:
    with pytest.raises(Refused) as found:
        tried()
    assert found.value.code == code, found.value.message
    return found.value


def test_every_state_by_every_step(cast: Cast):
    sheet, day = an_owned(cast), today()
    managing = {"send-back", "visit", "close", "hand-over", "people", "withdraw"}
    for state, step in product(SheetState, STEPS.values()):
        OwnershipSheet.objects.filter(pk=sheet.pk).update(state=state, concluded_on=day)
        sheet.refresh_from_db()
        by = cast.coordinator if step.slug in managing else cast.leader
        why = step.move.refusal(sheet, by, day)
        assert (why is not None and why.code == "wrong_state") == (state.value not in step.move.from_states), (
            state,
            step.slug,
        )
        stranger = step.move.refusal(sheet, cast.farming_handler, day)
        assert stranger is not None, step.slug
    assert MAKE.from_states == frozenset()


def test_the_plan_keeps_its_first_dates(cast: Cast):
    day, sheet = today(), an_owned(cast)
    sheet = set_scheme(sheet, scheme="路面重铺，水渠清淤", by=cast.housing_head)
    sheet = add_step(sheet, what="现场勘查", due_on=day + SOON, by=cast.leader, person="housing_head")
    [row] = PlanStep.objects.filter(sheet=sheet)
    assert (row.person, row.due_on) == (cast.housing_head, day + SOON)
    later: dict[str, Any] = {"step": row.pk, "due_on": day + 2 * SOON, "reason": "等设计图"}
    refused("not_named", lambda: move_step(sheet, by=cast.router, **later))
    move_step(sheet, by=cast.leader, **later)
    row.refresh_from_db()
    assert (row.first_due_on, row.due_on, row.put_off) == (day + SOON, day + 2 * SOON, "等设计图")
    finish_step(sheet, step=row.pk, by=cast.housing_head)
    refused("step_unknown", lambda: finish_step(sheet, step=row.pk, by=cast.housing_head))
    refused("not_named", lambda: add_step(sheet, what="x", due_on=day, by=cast.leader, person="clerk"))
    refused("watching_word", lambda: add_step(sheet, what="派人稳控", due_on=day, by=cast.leader))
    changed = change_limit(sheet, until=until() + SOON, kind=LimitReason.MONEY, reason="款未到", by=cast.supervisor)
    assert (changed.first_until, changed.until) == (until(), until() + SOON)
    sheet = set_guarantee(sheet, kind=GuaranteeKind.HELP, requirement="申请临时救助", done_on=day, by=cast.leader)
    assert sheet.guarantees.get(kind="help").done_on == day


def test_an_entry_by_the_liaison_keeps_both_names_and_brings_the_next_step(cast: Cast):
    day, sheet, liaison = today(), an_owned(cast), cast.hire("联络员", cast.gov)
    given = give_mandate(MandateKind.LIAISON, cast.leader, liaison, day, day, "日常", by=cast.leader)
    leader = acting_for(liaison, given.pk)
    assert leader is not None
    entered: dict[str, Any] = {"kind": ProgressKind.VISIT, "text": "约好到村里听意见"}
    refused("next_half", lambda: enter_progress(sheet, **entered, next_what="再来一次", by=leader))
    refused("day_ahead", lambda: enter_progress(sheet, **entered, on=day + SOON, by=leader))
    enter_progress(
        sheet, **entered, next_what="答复修路日期", next_on=day + SOON, papers=[a_scan(name="记录.pdf")], by=leader
    )
    [row] = Progress.objects.filter(sheet=sheet)
    assert (row.by, row.hand) == (cast.leader, liaison)
    assert PlanStep.objects.get(sheet=sheet).what == "答复修路日期"
    assert len(files_of(sheet)) == 1


def test_concluded_resolved_and_settled_are_three_facts(cast: Cast):
    day, sheet = today(), an_owned(cast)
    refused("not_concluded", lambda: report(sheet, by=cast.leader))
    refused("no_statement", lambda: enter_result(sheet, settled_on=day, by=cast.leader))
    sheet = enter_result(sheet, concluded_on=day, by=cast.leader)
    assert (sheet.concluded_on, sheet.resolved_on, sheet.settled_on) == (day, None, None)
    sheet = add_step(sheet, what="铺路", due_on=day + SOON, by=cast.leader)
    refused("steps_open", lambda: report(sheet, by=cast.leader))


def test_struck_off_by_a_third_person_after_a_visit_by_another(cast: Cast):
    sheet, second = a_reported(cast), cast.hire("督查二", cast.bureau, Role.SUPERVISOR)
    seen: dict[str, Any] = {"said": Satisfaction.PARTLY, "text": "约好电话回访，路修了一半"}
    refused("not_visited", lambda: close(sheet, by=second))
    refused("not_permitted", lambda: visit(sheet, **seen, by=cast.leader))
    visit(sheet, **seen, by=cast.coordinator)
    refused("same_person", lambda: close(sheet, by=cast.coordinator))
    refused("same_person", lambda: close(sheet, by=cast.supervisor))
    closed = close(sheet, by=second)
    assert (closed.state, closed.closed_by, closed.closed_on) == ("closed", second, today())


def test_who_works_on_it_under_another_role_neither_visits_nor_closes(cast: Cast):
    cast.grant(cast.router, cast.bureau, Role.SUPERVISOR)
    sheet = a_reported(cast)
    refused("same_person", lambda: visit(sheet, said=Satisfaction.SATISFIED, text="好", by=cast.router))
    visit(sheet, said=Satisfaction.SATISFIED, text="好", by=cast.supervisor)
    refused("same_person", lambda: close(sheet, by=cast.router))


def test_sent_back_it_needs_a_new_visit(cast: Cast):
    sheet = a_reported(cast)
    visit(sheet, said=Satisfaction.NOT, text="没修好", by=cast.supervisor)
    sheet = send_back(sheet, reason="路还没有修好", by=cast.coordinator)
    assert (sheet.state, sheet.reported_on) == ("owned", None)
    sheet = report(sheet, by=cast.leader)
    assert close(sheet, by=cast.coordinator).state == "closed", "a visit of the day on which it is asked again counts"


def test_what_a_leader_accepted_is_not_withdrawn(cast: Cast):
    sheet = a_sheet(cast)
    gone = withdraw(sheet, reason="登记错了", by=cast.coordinator)
    assert (gone.state, owner_of(gone.case_id, today())) == ("withdrawn", None)
    owned = an_owned(cast, gone.case)
    refused("still_owed", lambda: withdraw(owned, reason="不想包了", by=cast.coordinator))
