"""Commissions (Art. 22, item three): from above, passed on, reported between; the petitioner's periods are not touched."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cases.actions.inputs import FromAbove
from cases.lists.waiting import Waiting, listed
from cases.models import Case, Clock
from law.commission import PetitionerView, SuperiorChangeKind
from law.endings import Retention
from law.vocabulary import Act, Duty, Letter, State
from organizations.models import SettingVersion
from organizations.roles import Role
from organizations.today import now
from tests.cases.invariants import Memory, check_all, check_case
from tests.cast import START, Cast, register
from tests.standing_in import by_hand
from tests.walks import Walk, clock, code, commission, walk_to

DAY = START + timedelta(days=90)
ABOVE = FromAbove(name="云州市信访局", number="云市信交〔2026〕5号", dated_on=START, report_by=DAY)
NEW_DAY = {"kind": SuperiorChangeKind.NEW_DAY, "number": "云市信函〔2026〕9号", "reason": "案情复杂"}


def from_above(cast: Cast, state: State = State.ANSWERED) -> Walk:
    """A matter that the city commissioned, at the town by commission."""
    return walk_to(cast, state, first=commission, from_above=ABOVE)


def upward(case: Case) -> Clock:
    return clock(case, Duty.SUPERIOR_REPORT)


def waits(walk: Walk) -> list[Case]:
    """What stands on the desk of the router as reported, or asked for."""
    return list(listed(walk.cast.router, Waiting.REPORT, walk.on))


def dates(walk: Walk) -> list[Any]:
    return list(walk.case.clocks.order_by("id").values_list("duty", "due_on", "met_on", "ended_on"))


def test_what_comes_from_above_owes_a_report_by_the_day_that_was_named(cast: Cast):
    case = register(cast, from_above=ABOVE)
    owed = upward(case)
    assert (owed.unit, owed.leg, owed.starts_on, owed.due_on) == (cast.bureau, None, START, DAY)
    assert clock(case, Duty.DISPATCH_15D).due_on == START + timedelta(days=15)
    assert case.events.get().facts["report_by"] == DAY.isoformat()
    assert upward(register(cast, from_above=FromAbove(name="云州市信访局"))).due_on is None
    check_case(case, Memory())


def test_a_letter_from_above_that_cannot_be_right_is_refused_with_its_days(cast: Cast):
    for wrong, why in (
        ({"name": ""}, "superior_missing"),
        ({"superior": cast.bureau}, "superior_unfit"),
        ({"dated_on": START + timedelta(days=1)}, "date_unfit"),
        ({"report_by": START}, "date_unfit"),
    ):
        assert code(register, cast, from_above=replace(ABOVE, **wrong)) == why
    assert not Case.objects.exists()


def test_only_the_report_upward_fulfils_it_and_it_waits_until_the_report_from_below_was_taken(cast: Cast):
    walk = from_above(cast)
    for what, on in ((Waiting.UPWARD, walk.on), (Waiting.TODAY, DAY), (Waiting.OVERDUE, DAY + timedelta(days=1))):
        assert list(listed(cast.router, what, on)) == [walk.case]
        assert not listed(cast.town_head, what, walk.on).exists()
    given = {"text": "镇里已经修好。", "view": PetitionerView.DISAGREES, "view_note": "嫌修得慢"}
    assert code(walk.act, Act.REPORT_UPWARD, cast.router, **given) == "report_awaited"
    walk.on_leg(Act.REPORT_CONCLUSION, cast.town_handler, text="已经办结")
    assert waits(walk) == [walk.case]
    assert code(walk.act, Act.REPORT_UPWARD, cast.router, **given) == "report_awaited"
    assert code(walk.on_leg, Act.ACCEPT_CONCLUSION, cast.town_head) == "not_permitted"
    walk.on_leg(Act.ACCEPT_CONCLUSION, cast.router)
    assert waits(walk) == []
    assert code(walk.on_leg, Act.REJECT_CONCLUSION, cast.router, reason="不清楚") == "report_taken_already"
    assert upward(walk.case).running
    walk.act(Act.REPORT_UPWARD, cast.router, **given)
    assert upward(walk.case).met_on == walk.on
    assert not listed(cast.router, Waiting.UPWARD, walk.on).exists()
    assert code(walk.act, Act.REPORT_UPWARD, cast.router, **given) == "reported_already"
    letter = walk.case.documents.get(kind=Letter.UPWARD_REPORT)
    opinion = walk.leg.documents.get(kind=Letter.HANDLING_OPINION)
    assert (letter.unit, letter.leg) == (cast.bureau, None)
    for part in (
        "云州市信访局：",
        "贵局",
        ABOVE.number,
        opinion.number,
        "发出",
        "信访人意见：不同意：嫌修得慢",
        "支持",
    ):
        assert part in letter.content
    check_case(walk.case, Memory())
    check_all()


def test_what_the_body_above_changed_counts_once_another_has_confirmed_it(cast: Cast):
    walk, later = from_above(cast, State.IN_HANDLING), DAY + timedelta(days=30)
    assert code(walk.act, Act.CONFIRM_SUPERIOR_CHANGE, cast.bureau_head) == "nothing_asked"
    assert code(walk.act, Act.RECORD_SUPERIOR_CHANGE, cast.router, **NEW_DAY) == "date_unfit"
    hand = cast.hire("副手", cast.bureau, Role.HEAD)
    walk.act(Act.RECORD_SUPERIOR_CHANGE, by_hand(cast.bureau_head, hand), **NEW_DAY, new_due_on=later)
    for by in (cast.bureau_head, hand, by_hand(cast.coordinator, hand)):
        assert code(walk.act, Act.CONFIRM_SUPERIOR_CHANGE, by) == "own_request"
    assert upward(walk.case).due_on == DAY
    walk.act(Act.CONFIRM_SUPERIOR_CHANGE, cast.coordinator)
    assert (upward(walk.case).due_on, upward(walk.case).starts_on) == (later, START)
    event = walk.case.events.get(act=Act.CONFIRM_SUPERIOR_CHANGE)
    assert event.facts == {"former_due_on": DAY.isoformat(), "new_due_on": later.isoformat()}
    check_case(walk.case, Memory())


def test_a_commission_withdrawn_above_ends_the_duty_and_fulfils_nothing(cast: Cast):
    walk = from_above(cast, State.IN_HANDLING)
    asked = {**NEW_DAY, "kind": SuperiorChangeKind.CANCELLED}
    assert code(walk.act, Act.RECORD_SUPERIOR_CHANGE, cast.router, **asked, new_due_on=DAY) == "date_unfit"
    walk.act(Act.RECORD_SUPERIOR_CHANGE, cast.router, **asked)
    assert upward(walk.case).running
    walk.act(Act.CONFIRM_SUPERIOR_CHANGE, cast.bureau_head)
    owed = upward(walk.case)
    assert (owed.met_on, owed.ended_on, owed.ended_by) == (None, walk.on, Act.CONFIRM_SUPERIOR_CHANGE)
    assert code(walk.act, Act.INTERIM_UPWARD, cast.router, text="x") == "cancelled_already"
    check_case(walk.case, Memory())


def test_interim_reports_on_both_levels_move_no_clock(cast: Cast):
    walk = from_above(cast, State.IN_HANDLING)
    before = dates(walk)
    walk.on_leg(Act.INTERIM_REPORT, cast.town_handler, text="已经到场查看")
    walk.act(Act.INTERIM_UPWARD, cast.router, text="镇里正在办理")
    assert code(walk.on_leg, Act.INTERIM_REPORT, cast.town_handler, text=" ") == "report_empty"
    assert dates(walk) == before
    rows = {(row.told, row.leg, row.unit) for row in walk.case.interim_reports.all()}
    assert rows == {("云河区信访局", walk.leg, cast.town), ("云州市信访局", None, cast.bureau)}
    plain = walk_to(cast, State.IN_HANDLING)
    assert code(plain.act, Act.INTERIM_UPWARD, cast.router, text="x") == "not_from_above"
    assert code(plain.on_leg, Act.INTERIM_REPORT, cast.town_handler, text="x") == "no_report_required"


def test_the_day_for_feedback_is_moved_before_it_has_passed_and_no_other_clock_with_it(cast: Cast):
    walk, moved = walk_to(cast, State.IN_HANDLING, first=commission), Act.CHANGE_FEEDBACK_DATE
    fed, sixty = clock(walk.case, Duty.COMMISSION_FEEDBACK), clock(walk.case, Duty.HANDLE_60D)
    last = fed.starts_on + timedelta(days=180)
    ask = {"wanted": fed.starts_on + timedelta(days=70), "reason": "账目多"}
    walk.on_leg(Act.ASK_FEEDBACK_DATE, cast.town_handler, **ask)
    assert code(walk.on_leg, Act.ASK_FEEDBACK_DATE, cast.town_handler, **ask) == "feedback_date_asked"
    assert waits(walk) == [walk.case]
    walk.on_leg(Act.REFUSE_FEEDBACK_DATE, cast.router, reason="可以按期")
    assert clock(walk.case, Duty.COMMISSION_FEEDBACK).due_on == fed.due_on
    assert code(walk.on_leg, moved, cast.town_head, new_due_on=last, reason="r") == "not_permitted"
    for day, why in (
        (fed.due_on, "nothing_changed"),
        (walk.on - timedelta(days=1), "feedback_days"),
        (last + timedelta(days=1), "feedback_days"),
    ):
        assert code(walk.on_leg, moved, cast.router, new_due_on=day, reason="r") == why
    walk.on_leg(moved, cast.router, new_due_on=last, reason="账目多")
    now = clock(walk.case, Duty.COMMISSION_FEEDBACK)
    assert (now.due_on, now.starts_on) == (last, fed.starts_on)
    assert clock(walk.case, Duty.HANDLE_60D).due_on == sixty.due_on
    assert walk.case.events.get(act=moved).facts == {"former_due_on": str(fed.due_on), "new_due_on": str(last)}
    walk.on = last + timedelta(days=1)
    assert code(walk.on_leg, moved, cast.router, new_due_on=walk.on, reason="r") == "due_passed"
    check_case(walk.case, Memory())


def test_the_days_of_a_commission_end_where_the_site_says(cast: Cast):
    walk = Walk(cast, register(cast))
    asked = {"unit": cast.town, "demands": [1], "reason": "重"}
    assert code(walk.act, Act.COMMISSION, cast.router, **asked, days=181) == "feedback_days"
    said = {"valid_from": START, "why": "本地要求", "set_by": cast.system_admin, "set_at": now()}
    SettingVersion.objects.create(key="COMMISSION_DAYS", value=60, district=cast.area, **said)
    assert code(walk.act, Act.COMMISSION, cast.router, **asked, days=61) == "feedback_days"
    walk.act(Act.COMMISSION, cast.router, **asked, days=60)


def test_nothing_goes_to_the_archive_while_a_body_above_waits(cast: Cast):
    walk = walk_to(cast, State.CLOSED, from_above=ABOVE)
    assert code(walk.on_leg, Act.ARCHIVE, cast.town_head, retention=Retention.TEN_YEARS) == "clock_running"
    walk.act(Act.REPORT_UPWARD, cast.router, text="已经办结", view=PetitionerView.UNSAID)
    walk.on_leg(Act.ARCHIVE, cast.town_head, retention=Retention.TEN_YEARS)


def test_what_is_registered_already_can_be_commissioned_from_above_and_again_once_reported(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    late = replace(ABOVE, dated_on=walk.on - timedelta(days=3), report_by=walk.on + timedelta(days=20))
    assert code(walk.act, Act.RECORD_COMMISSION_ABOVE, cast.router, from_above=FromAbove()) == "superior_missing"
    walk.act(Act.RECORD_COMMISSION_ABOVE, cast.router, from_above=late)
    assert (upward(walk.case).starts_on, upward(walk.case).due_on) == (late.dated_on, late.report_by)
    assert code(walk.act, Act.RECORD_COMMISSION_ABOVE, cast.router, from_above=ABOVE) == "commissioned_already"
    walk.act(Act.REPORT_UPWARD, cast.router, text="已经办结", view=PetitionerView.AGREES)
    walk.act(Act.RECORD_COMMISSION_ABOVE, cast.router, from_above=replace(late, number="6号"))
    again = walk.case.clocks.filter(duty=Duty.SUPERIOR_REPORT).latest("id")
    assert (again.running, again.due_on) == (True, late.report_by)
    check_case(walk.case, Memory())
