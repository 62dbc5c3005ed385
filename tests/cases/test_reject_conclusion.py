"""A report sent back: nothing begins anew, and the petitioner's window is not touched until a new opinion is served."""

from datetime import timedelta

import pytest

from law.errors import Refused
from law.vocabulary import Act, Duty, Letter, Outcome, State
from tests.cast import Cast
from tests.remedy_walks import receipt
from tests.walks import Walk, clock, code, commission, follow, issue, refer, serve, walk_to


def reported(cast: Cast) -> Walk:
    """A commissioned leg, answered, received and reported."""
    walk = walk_to(cast, State.ANSWERED, first=commission)
    receipt(walk)
    walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, later=1, text="已经办结。")
    return walk


def test_a_report_is_sent_back_by_the_office_that_commissioned(cast: Cast):
    walk = reported(cast)
    assert code(walk.on_leg, Act.REJECT_CONCLUSION, cast.town_head, reason="x") == "not_permitted"
    walk.on_leg(Act.REJECT_CONCLUSION, cast.router, later=2, reason="没有写清怎么修")
    assert (walk.leg.state, walk.leg.reports_rejected) == (State.IN_HANDLING, 1)
    assert [p.opinion for p in walk.leg.past_answers.all()] == ["本月修好。", "本月修好。"]


def test_without_a_report_there_is_nothing_to_send_back(cast: Cast):
    for first in (refer, commission):
        walk = walk_to(cast, State.ANSWERED, first=first)
        with pytest.raises(Refused) as refused:
            walk.on_leg(Act.REJECT_CONCLUSION, cast.router, reason="x")
        assert (refused.value.code, refused.value.article) == ("no_report", "第二十二条第一款第三项")


def test_the_clocks_run_on_from_their_old_starts_and_the_window_is_left_alone(cast: Cast):
    walk = reported(cast)
    before = {duty: clock(walk.case, duty) for duty in (Duty.HANDLE_60D, Duty.COMMISSION_FEEDBACK, Duty.REEXAM_REQ_30D)}
    assert before[Duty.HANDLE_60D].met_on
    walk.on_leg(Act.REJECT_CONCLUSION, cast.router, later=2, reason="没有写清怎么修")
    for duty, old in before.items():
        now = clock(walk.case, duty)
        assert (now.pk, now.starts_on, now.due_on, now.met_on) == (old.pk, old.starts_on, old.due_on, None)
    owed = [before[duty].due_on for duty in (Duty.HANDLE_60D, Duty.COMMISSION_FEEDBACK)]
    assert walk.leg.next_due_on == min(day for day in owed if day)


def test_the_old_window_ends_with_the_new_opinion_and_a_whole_new_one_follows(cast: Cast):
    walk = reported(cast)
    walk.on_leg(Act.REJECT_CONCLUSION, cast.router, later=2, reason="没有写清怎么修")
    words = {"outcome": Outcome.SUPPORT, "facts": "破损五处", "opinion": "六月重铺", "legal_basis": "《公路法》"}
    walk.on_leg(Act.ANSWER, walk.handler, demand=1, **words)
    walk.on_leg(Act.SUBMIT, walk.handler)
    follow(walk, issue)
    [window] = walk.case.clocks.filter(duty=Duty.REEXAM_REQ_30D)
    assert window.running
    follow(walk, serve)
    window.refresh_from_db()
    assert (window.ended_on, window.ended_by, window.met_on) == (walk.on, Act.SERVE, None)
    receipt(walk)
    new = walk.case.clocks.filter(duty=Duty.REEXAM_REQ_30D).latest("id")
    assert new.running
    assert new.due_on > window.due_on
    assert clock(walk.case, Duty.HANDLE_60D).met_on == walk.leg.issued_on
    walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, text="重新办结。")
    assert walk.leg.documents.filter(kind=Letter.CONCLUSION_REPORT).count() == 2
    assert code(walk.on_leg, Act.REPORT_CONCLUSION, walk.handler, text="又") == "reported_already"
    walk.on = new.due_on + timedelta(days=1)
    walk.on_leg(Act.CLOSE, walk.head)
