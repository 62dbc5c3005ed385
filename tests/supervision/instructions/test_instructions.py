"""A case goes to a leader with a digest; what he says is written down, here or from the paper, and becomes tasks."""

from datetime import timedelta
from typing import Any

import pytest

from law.errors import Refused
from organizations.mandates import acting_for, confirm_day, give_mandate
from organizations.models import RecordLetter
from organizations.models.mandate import MandateKind
from organizations.record_files import files_of
from organizations.recording import history_of
from supervision.instructions.actions import instruct, record_paper, submit_to_leader, take_back
from supervision.instructions.giving import give_tasks
from supervision.instructions.reading import lines_of
from supervision.models import Submission, SubmissionState, Task
from supervision.tasks.actions import (
    confirm_task,
    move_due_day,
    receive_task,
    report_task,
    send_task_back,
    withdraw_task,
)
from tests.cases.uploads import a_scan
from tests.cast import Cast
from tests.supervision.instructions.submitting import given, instructed, submitted


def refused(deed: Any) -> str:
    with pytest.raises(Refused) as said:
        deed()
    return said.value.code


def test_a_case_is_submitted_with_a_printed_sheet_and_stands_with_the_leader(cast: Cast):
    walk, submission = submitted(cast)
    letter = RecordLetter.objects.get(record="supervision.submission", key=submission.pk)
    assert "呈" in letter.number
    assert walk.case.number in letter.content
    assert "批示人（签名）" in letter.content
    assert submission.state == SubmissionState.SUBMITTED
    assert [entry.verb for entry in history_of(submission)] == ["supervision.submitted", "record.letter"]
    assert Submission.objects.readable_by(cast.leader).get() == submission
    assert not Submission.objects.readable_by(cast.town_head).exists()


def test_only_whoever_it_went_to_instructs_and_his_liaison_in_his_name(cast: Cast, on_day: Any):
    walk, submission = submitted(cast)
    on_day(walk.on)
    other = cast.hire("另一位区长", cast.gov, *cast.leader.roles)
    assert refused(lambda: instruct(submission, decision="noted", by=other)) == "not_found"
    assert refused(lambda: instruct(submission, decision="instructed", by=cast.leader)) == "instruction_missing"
    liaison = cast.hire("联络员", cast.gov)
    mandate = give_mandate(MandateKind.LIAISON, cast.leader, liaison, walk.on, walk.on, "日常", by=cast.leader)
    done = instruct(submission, decision="instructed", instruction="请抓紧", by=acting_for(liaison, mandate.pk))
    assert (done.entered_by, done.leader, done.state) == (liaison, cast.leader, SubmissionState.INSTRUCTED)
    [line] = lines_of([done], cast.leader)
    assert line["unsure"]
    assert "联络员代为录入" in line["instructed"]
    confirm_day(mandate.pk, walk.on, by=cast.leader)
    assert not lines_of([done], cast.leader)[0]["unsure"]


def test_what_came_back_on_paper_is_recorded_by_another_with_its_scan(cast: Cast):
    walk, submission = submitted(cast)
    day = walk.on + timedelta(days=2)
    asked = {
        "decision": "instructed",
        "instruction": "同意",
        "instructed_on": walk.on,
        "uploads": [a_scan()],
        "on": day,
    }
    assert refused(lambda: record_paper(submission, by=cast.router, **asked)) == "same_person"
    ahead = {**asked, "instructed_on": day + timedelta(days=1)}
    assert refused(lambda: record_paper(submission, by=cast.bureau_head, **ahead)) == "day_unfit"
    assert refused(lambda: record_paper(submission, by=cast.bureau_head, **{**asked, "uploads": []})) == "scan_missing"
    done = record_paper(submission, by=cast.bureau_head, **asked)
    assert (done.on_paper, done.instructed_on, done.entered_by) == (True, walk.on, cast.bureau_head)
    assert len(files_of(done)) == 1
    assert refused(lambda: take_back(done, by=cast.router)) == "wrong_state"


def test_tasks_come_from_what_was_instructed_and_only_to_a_unit_that_has_the_case(cast: Cast):
    walk, submission = submitted(cast)
    asked: dict[str, Any] = {
        "cases": [walk.case.pk],
        "unit": cast.town,
        "what": "修路",
        "due_on": walk.on + timedelta(days=9),
        "by": cast.coordinator,
        "on": walk.on,
    }
    assert refused(lambda: give_tasks(submission, **asked)) == "wrong_state"
    instruct(submission, decision="instructed", instruction="请办", by=cast.leader, on=walk.on)
    assert refused(lambda: give_tasks(submission, **{**asked, "unit": cast.housing})) == "unit_without_case"
    assert refused(lambda: give_tasks(submission, **{**asked, "due_on": walk.on - timedelta(days=1)})) == "due_past"
    assert refused(lambda: give_tasks(submission, **{**asked, "by": cast.router})) == "not_permitted"
    give_tasks(submission, **asked)
    assert Task.objects.get().unit == cast.town


def test_a_task_is_reported_by_its_unit_and_confirmed_by_another(cast: Cast):
    walk, _, task = given(cast)
    receive_task(task, by=cast.town_handler, on=walk.on)
    report_task(task, report="路修好了。", uploads=[a_scan()], by=cast.town_handler, on=walk.on)
    for who in (cast.coordinator, cast.town_head):
        assert refused(lambda who=who: confirm_task(task, checked="看过", by=who)) == "same_person"
    assert refused(lambda: confirm_task(task, checked="看过", by=cast.farming_head)) == "not_found"
    send_task_back(task, checked="还差排水沟", by=cast.supervisor, on=walk.on)
    report_task(task, report="排水沟也修了。", by=cast.town_head, on=walk.on)
    done = confirm_task(task, checked="到现场看过。", by=cast.supervisor, on=walk.on)
    assert (done.state, done.checked_by, done.reported_by) == ("confirmed", cast.supervisor, cast.town_head)
    assert refused(lambda: withdraw_task(done, why="x", by=cast.coordinator)) == "wrong_state"


def test_another_day_keeps_the_old_one_in_the_history(cast: Cast):
    walk, _, task = given(cast)
    old, new = task.due_on, walk.on + timedelta(days=60)
    moved = move_due_day(task, due_on=new, why="汛期不能施工", by=cast.coordinator, on=walk.on)
    assert moved.due_on == new
    assert history_of(moved)[0].facts == {"from_day": old.isoformat(), "due_on": new.isoformat()}


def test_what_accuses_somebody_is_submitted_to_no_leader_who_may_not_read_it(scene: Any):
    cast, planted = scene.cast, scene.planted
    asked: dict[str, Any] = {"leader": cast.leader, "digest": "要点"}
    sealed, open_case = planted["E"].case, planted["A"].case
    assert refused(lambda: submit_to_leader([sealed], by=cast.supervisor, **asked)) == "not_found"
    assert refused(lambda: submit_to_leader([sealed], by=cast.router, **asked)) == "leader_cannot_read"
    assert refused(lambda: submit_to_leader([open_case, sealed], by=cast.router, **asked)) == "leader_cannot_read"
    assert submit_to_leader([open_case], by=cast.router, **asked).cases.count() == 1


def test_a_leader_reads_no_other_leaders_instructions(cast: Cast):
    instructed(cast)
    other = cast.hire("另一位区长", cast.gov, *cast.leader.roles)
    assert not Submission.objects.readable_by(other).exists()
