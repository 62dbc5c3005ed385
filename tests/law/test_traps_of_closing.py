"""Traps of closing: what may be let go, what is rated, and what is only recorded (Art. 21, 23, 26, 27, 47)."""

from datetime import date, timedelta

import pytest

from law.acceptance import days_late
from law.admission import GROUNDS
from law.calendar import Calendar
from law.deadlines import due_on, explain
from law.dissuasion import NEVER_LISTED, judging_word
from law.party_acts import PARTY_ACTS
from law.periods import begun_before_the_regulation
from law.procedure import EXITED, steps_of
from law.ratings import Score
from law.service import INFORMING, NOTICES, OWED_AT_THE_END
from law.vocabulary import Act, Duty, Letter

PLAIN = Calendar()
START = date(2026, 3, 2)


# Clocks: what may be let go, what closing waits for.
def test_an_acceptance_on_the_fifteenth_day_is_in_time_and_its_delay_never_moves_the_sixty_days():
    assert [days_late(START, START + timedelta(days=n)) for n in (0, 15, 16, 40)] == [0, 0, 1, 25]
    late = START + timedelta(days=40)
    assert due_on(Duty.HANDLE_60D, late, PLAIN) == late + timedelta(days=60)


def test_what_began_before_the_regulation_is_marked_and_counted_all_the_same():
    eve, day = date(2022, 4, 30), date(2022, 5, 1)
    assert [begun_before_the_regulation(on) for on in (eve, day)] == [True, False]
    assert "早于《信访工作条例》施行之日" in explain(Duty.HANDLE_60D, eve, PLAIN).reason
    assert "早于" not in explain(Duty.HANDLE_60D, day, PLAIN).reason
    assert due_on(Duty.HANDLE_60D, eve, PLAIN) == eve + timedelta(days=60)


def test_no_step_waives_a_notice_whatever_way_the_petition_came_and_closing_meets_no_duty():
    assert [(step.meets, step.ends, step.to_state) for step in steps_of(Act.WAIVE_NOTICE)] == [((), (), None)]
    assert all(step.meets == () for step in steps_of(Act.CLOSE))


def test_what_is_closed_can_have_its_duties_checked_and_its_notices_sent_first():
    answered = {state for step in steps_of(Act.CLOSE) for state in step.from_states} - set(EXITED)
    assert answered <= {state for step in steps_of(Act.CHECK_DUTIES) for state in step.from_states}
    assert answered <= {state for step in steps_of(Act.NOTIFY) for state in step.from_states}
    assert set(OWED_AT_THE_END) <= set(NOTICES) - set(INFORMING)
    assert {Letter.EXTENSION_NOTICE, Letter.HEARING_NOTICE} <= set(OWED_AT_THE_END)


# Rating (Art. 21): a word of the petitioner, and nothing that follows from it.
def test_a_rating_changes_no_state_and_no_clock_and_has_no_word_for_who_does_not_rate():
    assert [(s.to_state, s.meets, s.ends, s.starts, s.needs) for s in steps_of(Act.RATE)] == [(None, (), (), (), None)]
    assert Act.RATE in PARTY_ACTS
    assert list(Score) == ["satisfied", "mostly", "not"]


# Dissuasion (Art. 26, 47): a fact of the case; no ground, no clock, no judgement.
def test_nothing_follows_from_a_record_of_dissuasion_and_it_is_a_ground_for_nothing():
    for act in NEVER_LISTED:
        assert [(s.to_state, s.meets, s.ends, s.starts) for s in steps_of(act)] == [(None, (), (), ())]
    articles = [ground.article for ground in GROUNDS]
    assert not any("第二十六条" in article or "第四十七条" in article for article in articles)


@pytest.mark.parametrize(
    ("text", "word"), [("其缠访多年", "缠访"), ("在大厅站了十分钟，请其坐下", ""), ("列为重点人", "重点人")]
)
def test_what_judges_a_person_is_found_and_what_tells_a_fact_is_not(text: str, word: str):
    assert judging_word("大厅", text) == word
