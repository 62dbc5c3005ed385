"""The three things most easily got wrong, the counting of days, and how the house reads the Regulation where it is silent.

Tested elsewhere already, and not again here: which periods count working days, can be paused or extended
(test_deadlines.py: test_only_the_objection_counts_working_days, test_only_the_review_can_be_paused_…,
test_a_hearing_stops_no_other_clock); each date by name (test_a_date_is_what_the_law_says); the first day
(test_the_first_day_is_shown_and_not_counted); which paths run sixty days (test_paths.py); that registering is never
refused (test_admission.py, tests/cases/test_registration.py); the day of posting (tests/cases/test_remedies.py:
test_a_request_posted_on_the_last_day_is_in_time_…); no start date is edited (tests/cases/test_clocks.py); the second
return (tests/cases/test_objections.py); an opinion that repeats the old one, a bare revocation (tests/cases/test_remedy_opinions.py); that the record proves each
ground on which a remedy is refused, and a wrong refusal eats no window (tests/cases/test_refused_remedies.py); a real
superior (tests/organizations/test_superiors.py); publication without names (tests/cases/api/test_publication.py); that what came directly is told of demand by demand
(tests/cases/test_told_each.py); the traps of twelve histories, each to its end (tests/verification/law/).
"""

from datetime import date, timedelta
from itertools import product

import pytest

from law.calendar import Calendar, DayOverride
from law.deadlines import PERIODS, Bearer, Pause, Since, Unit, due_on, explain
from law.errors import Refused
from law.nearness import tone
from law.paths import OwnRules, applies, runs_sixty_days
from law.procedure import STEPS, case_state, steps_of
from law.remedies import COURSES, WINDOWS_OF
from law.service import INFORMING, deemed_received_on
from law.vocabulary import Act, Duty, Kind, Letter, Path, ServiceMethod, State
from organizations.vocabulary import OWN_NOTICE_RULES, UnitKind

PLAIN = Calendar()
START = date(2026, 3, 2)
# Every day of half a year a day of rest: what counts calendar days must not notice.
RESTING = Calendar({START + timedelta(days=n): DayOverride("holiday", "停工") for n in range(200)})
AGENCY_DAYS = [
    duty
    for duty, period in PERIODS.items()
    if period.unit is Unit.CALENDAR_DAY and period.bearer is Bearer.AGENCY and period.days is not None
]
WINDOWS = (Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D)


# Trap 1: "日" is a calendar day; only the objection counts working days.
@pytest.mark.parametrize("duty", AGENCY_DAYS)
def test_an_agency_s_days_are_calendar_days_whatever_holidays_there_are(duty: Duty):
    days = PERIODS[duty].days
    assert days is not None
    assert due_on(duty, START, PLAIN) == due_on(duty, START, RESTING) == START + timedelta(days=days)


def test_the_five_days_of_an_objection_wait_for_working_days():
    last = due_on(Duty.OBJECTION_5WD, START, RESTING)
    assert last is not None
    assert last > START + timedelta(days=200)


# Trap 2: only a review leaves the hearing out.
def test_calling_or_holding_a_hearing_meets_and_starts_no_clock():
    for act in (Act.CALL_HEARING, Act.HOLD_HEARING):
        assert [(step.meets, step.starts, step.to_state) for step in steps_of(act)] == [((), (), None)]


def test_no_hearing_is_held_in_a_re_examination():
    assert all(State.REEXAMINING not in step.from_states for step in steps_of(Act.HOLD_HEARING))


def test_hearing_days_before_the_review_or_after_its_end_are_nobody_s_gain():
    plain = due_on(Duty.REVIEW_30D, START, PLAIN)
    before = [Pause(START - timedelta(days=9), START - timedelta(days=2))]
    assert due_on(Duty.REVIEW_30D, START, PLAIN, pauses=before) == plain


# Trap 3: sixty days on path six only.
def test_a_leg_has_sixty_days_and_remedies_exactly_when_one_demand_goes_path_six():
    ways = list(product(Kind, (None, *Path)))
    for demands in product(ways, repeat=2):
        six = any(runs_sixty_days(*demand) for demand in demands)
        assert six == any(k in (Kind.APPEAL, Kind.NONE) and p in (None, Path.PETITION_PROCEDURE) for k, p in demands)
        for duty in (Duty.HANDLE_60D, *WINDOWS):
            assert applies(duty, list(demands)) is six


def test_the_sixty_days_begin_with_acceptance_and_with_nothing_else():
    assert {step.act for step in STEPS if Duty.HANDLE_60D in step.starts} == {Act.ACCEPT}
    assert PERIODS[Duty.HANDLE_60D].since is Since.ACCEPTED


# §1.10: counting.
@pytest.mark.parametrize("duty", WINDOWS)
@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-08-26", "2026-09-28"),  # falls on the first day of 中秋节, rolled to the Monday after
        ("2026-08-21", "2026-09-20"),  # a Sunday that is worked: not rolled
        ("2026-01-16", "2026-02-24"),  # 春节, rolled past nine days
        ("2026-03-02", "2026-04-01"),
    ],
)
def test_a_petitioner_s_window_rolls_to_the_next_day_that_is_worked(duty: Duty, received: str, last: str):
    assert due_on(duty, date.fromisoformat(received), PLAIN) == date.fromisoformat(last)


def test_a_window_is_never_shorter_than_its_thirty_days():
    for n in range(800):
        start = date(2025, 1, 1) + timedelta(days=n)
        for duty in WINDOWS:
            last = due_on(duty, start, PLAIN)
            assert last is not None
            assert last >= start + timedelta(days=30)
            assert PLAIN.is_working(last)


def test_the_last_day_is_whole_and_the_day_after_is_late():
    last = due_on(Duty.HANDLE_60D, START, PLAIN)
    assert last is not None
    assert (tone(last, last), tone(last, last + timedelta(days=1))) == ("orange", "red")


def test_no_period_counts_the_day_it_begins_on():
    for duty in AGENCY_DAYS:
        first = explain(duty, START, PLAIN).days[0]
        assert not first.counts or PERIODS[duty].days == 0


# Service: receipt starts the window, and only what was agreed to counts.
def test_the_window_runs_from_receipt_not_from_signing():
    assert {PERIODS[duty].since for duty in WINDOWS} == {Since.ANSWER_RECEIVED}
    starting = {step.act for step in STEPS if set(step.starts) & set(WINDOWS)}
    assert starting == {Act.SERVE, Act.RECORD_RECEIPT}


def test_an_announcement_counts_as_received_after_thirty_days_and_nothing_else_does_by_itself():
    found = {method: deemed_received_on(method, START) for method in ServiceMethod}
    assert found.pop(ServiceMethod.ANNOUNCEMENT) == START + timedelta(days=30)
    assert set(found.values()) == {None}


# How the house reads the Regulation (design: the case and its records).
def test_registering_starts_from_nothing_and_every_refusal_to_handle_comes_after_it():
    assert steps_of(Act.REGISTER)[0].from_states == ()
    decisions = (Act.NOT_ACCEPT, Act.NO_LONGER_ACCEPT, Act.DIVERT, Act.TRANSFER_OUT, Act.FILE_ONLY)
    assert all(step.from_states for act in decisions for step in steps_of(act))


def test_the_duty_to_inform_is_met_by_sending_the_notice_not_by_a_click():
    informing = {Duty.NOTICE_DIRECT_15D, Duty.NOTICE_REFERRED_15D}
    meeting = {step.act for step in STEPS if set(step.meets) & informing}
    assert meeting == {Act.NOTIFY, Act.TELL_ON_SPOT}  # handed over at the counter, it is sent
    assert Duty.NOTICE_REFERRED_15D not in steps_of(Act.TELL_ON_SPOT)[0].meets


# Direct receipt (Art. 23).
def test_sending_down_one_s_own_system_meets_no_notice_its_letter_does():
    for act in (Act.REFER, Act.COMMISSION, Act.KEEP, Act.DIRECT_ELSEWHERE):
        assert Duty.NOTICE_DIRECT_15D not in steps_of(act)[0].meets
    assert {Letter.TRANSFER_NOTICE, Letter.COMPETENT_BODY_NOTICE} <= set(INFORMING)


def test_only_what_an_organ_has_rules_of_its_own_for_goes_without_the_fifteen_days():
    own = {UnitKind.COURT, UnitKind.PROCURATORATE, UnitKind.POLICE, UnitKind.JUSTICE, UnitKind.DISCIPLINE}
    assert set(OWN_NOTICE_RULES) == own
    for rules, demand in product(OwnRules, product(Kind, (None, *Path))):
        exempt = demand[0] is Kind.ACCUSATION if rules is OwnRules.ACCUSATIONS else demand[1] is Path.JUDICIAL
        for duty in (Duty.NOTICE_DIRECT_15D, Duty.NOTICE_REFERRED_15D):
            assert applies(duty, [demand], own_rules=rules) is not exempt


def test_on_the_spot_is_the_day_itself_and_done_at_once():
    assert due_on(Duty.NOTICE_DIRECT_SPOT, START, RESTING) == START
    [step] = steps_of(Act.TELL_ON_SPOT)
    assert set(step.starts) <= set(step.meets)


def test_opening_the_in_tray_starts_no_clock():
    assert [(step.starts, step.meets) for step in steps_of(Act.OPEN)] == [((), (Duty.OPEN_1WD,))]
    assert PERIODS[Duty.NOTICE_REFERRED_15D].since is Since.HANDED_OVER


def test_an_objection_stops_neither_the_notice_nor_the_dispatch():
    running = {Duty.NOTICE_REFERRED_15D, Duty.DISPATCH_15D}
    for act in (Act.OBJECT, Act.AGREE_OBJECTION, Act.REFUSE_OBJECTION, Act.ARBITRATE):
        assert not any(running & {*step.meets, *step.starts} for step in steps_of(act))


# The wrong address (Art. 22-24).
def test_going_elsewhere_starts_no_clock_anew_and_meets_none():
    for act in (Act.TAKE_BACK, Act.ASK_REDIRECT, Act.AGREE_REDIRECT, Act.REFUSE_REDIRECT):
        assert [(step.meets, step.starts) for step in steps_of(act)] == [((), ())]


def test_both_sides_can_agree_only_before_acceptance_and_a_dispute_stops_no_notice():
    before = {State.REFERRED, State.COMMISSIONED}
    for act in (Act.ASK_REDIRECT, Act.AGREE_REDIRECT, Act.ASK_ARBITRATION):
        assert {state for step in steps_of(act) for state in step.from_states} == before
    [dispute] = steps_of(Act.ASK_ARBITRATION)
    assert (dispute.meets, dispute.ends) == ((), (Duty.OBJECTION_5WD,))


def test_the_sixty_days_are_met_by_beginning_service_not_by_signing():
    assert Duty.HANDLE_60D not in steps_of(Act.ISSUE)[0].meets
    assert Duty.HANDLE_60D in steps_of(Act.SERVE)[0].meets
    assert steps_of(Act.SERVE)[0].to_state is State.ANSWERED


def test_answered_and_closed_are_two_things():
    assert case_state([State.ANSWERED, State.CLOSED], undispatched=False) is State.ANSWERED
    assert all(State.ISSUED not in step.from_states for step in steps_of(Act.CLOSE))


def test_sending_back_and_mending_reset_no_clock():
    again = (Act.SEND_BACK, Act.REJECT_CONCLUSION, Act.REVOKE_WITHDRAWAL, Act.CORRECT_LETTER, Act.TAKE)
    assert not any(step.starts for act in again for step in steps_of(act))


def test_neither_re_examination_nor_review_can_be_extended():
    for duty in (Duty.REEXAM_30D, Duty.REVIEW_30D):
        with pytest.raises(Refused) as refusal:
            due_on(duty, START, PLAIN, extended_days=1)
        assert refusal.value.code == "extension_not_allowed"


def test_after_the_review_there_is_no_further_remedy():
    assert WINDOWS_OF[Letter.REVIEW_OPINION] is None
    decided = [step for step in STEPS if State.REVIEW_DECIDED in step.from_states]
    assert not any(set(step.starts) & {*WINDOWS, *(course.duty for course in COURSES.values())} for step in decided)
