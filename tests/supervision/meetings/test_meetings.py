"""A meeting is called, its agenda drawn from difficult cases, people invited, decisions minuted, tasks given."""

from datetime import date, timedelta
from typing import Any

import pytest

from kit.messages.delivery import told_to
from law.errors import Refused
from law.vocabulary import State
from organizations.models import RecordLetter
from organizations.settings_in_force import set_setting
from supervision.meetings.actions import draw_up, hold_meeting, invite, leave_out
from supervision.meetings.cadence import cadence
from supervision.meetings.deciding import arbitrate_at, decide, issue_minutes, resolve
from supervision.meetings.difficult import candidates
from supervision.meetings.reading import agenda_lines, cadence_rows
from supervision.models import AgendaCase, Difficulty, Meeting, MeetingKind, Minutes, Task
from tests.cast import Cast
from tests.supervision.meetings.calling import called, held
from tests.walks import second_objection, walk_to


def refused(deed: Any) -> str:
    with pytest.raises(Refused) as said:
        deed()
    return said.value.code


def test_a_year_is_divided_into_as_many_parts_as_meetings_are_due():
    on = date(2026, 11, 30)
    quarterly = cadence(4, [date(2026, 2, 1), date(2026, 5, 1)], on)
    assert (quarterly.due, quarterly.held, quarterly.missing, quarterly.next_by) == (3, 2, 1, date(2026, 9, 30))
    all_held = cadence(1, [date(2026, 1, 10), date(2025, 3, 1)], on)
    assert (all_held.due, all_held.missing, all_held.next_by) == (0, 0, date(2027, 12, 31))
    assert cadence(0, [], on).next_by is None
    assert cadence(52, [], date(2026, 12, 31)).missing == 51


def test_what_is_missing_this_year_follows_the_dated_setting(cast: Cast, on_day: Any):
    day = date(2026, 11, 30)
    on_day(day)

    def missing() -> int:
        [row] = [row for row in cadence_rows(cast.coordinator, day) if row["code"] == MeetingKind.JOINT_CONFERENCE]
        return int(row["missing"])

    assert missing() == 3
    held(cast, day, [])
    assert missing() == 2
    set_setting("MEETING_JOINT_CONFERENCE", 1, valid_from=day, why="改为每年一次", by=cast.system_admin, on=day)
    assert missing() == 0
    assert refused(lambda: cadence_rows(cast.clerk, day)) == "not_permitted"


def test_the_agenda_is_proposed_by_rules_on_the_case(cast: Cast):
    late, disputed = walk_to(cast, State.IN_HANDLING), second_objection(cast)
    found = {each.case.pk: each.why for each in candidates(cast.coordinator, late.on + timedelta(days=400))}
    assert found[late.case.pk] == Difficulty.OVERDUE
    assert found[disputed.case.pk] == Difficulty.DISPUTED
    assert not candidates(cast.stranger, late.on + timedelta(days=400))


def test_whoever_is_invited_is_told_once_and_reads_the_meeting(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    meeting = called(cast, walk.on)
    draw_up(meeting, cases={walk.case.pk: Difficulty.OVERDUE}, by=cast.coordinator, on=walk.on)
    invite(meeting, people=[cast.leader, cast.housing_head], by=cast.coordinator, on=walk.on)
    assert [message.url for message in told_to(cast.housing_head)] == [meeting.get_absolute_url()]
    assert refused(lambda: invite(meeting, people=[cast.leader], by=cast.coordinator)) == "nobody_chosen"
    assert Meeting.objects.readable_by(cast.housing_head).get() == meeting
    assert not Meeting.objects.readable_by(cast.farming_head).exists()
    assert len(agenda_lines(meeting, cast.leader)) == 1
    assert agenda_lines(meeting, cast.housing_head) == [], "the housing bureau never had this case"


def test_it_is_held_on_its_day_with_somebody_there(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    meeting = called(cast, walk.on, day=walk.on + timedelta(days=3))
    come: dict[str, Any] = {"came": [cast.leader.pk], "by": cast.coordinator}
    assert refused(lambda: hold_meeting(meeting, **come, on=walk.on)) == "not_yet"
    day = walk.on + timedelta(days=3)
    assert refused(lambda: hold_meeting(meeting, **come, on=day)) == "nobody_invited"
    invite(meeting, people=[cast.leader, cast.bureau_head], by=cast.coordinator, on=walk.on)
    assert refused(lambda: hold_meeting(meeting, **{**come, "came": []}, on=day)) == "nobody_came"
    done = hold_meeting(meeting, **come, on=day)
    assert {each.staff: each.attended for each in done.invitations.all()} == {
        cast.leader: True,
        cast.bureau_head: False,
    }
    assert refused(lambda: draw_up(done, cases={walk.case.pk: Difficulty.CHOSEN}, by=cast.coordinator)) == "wrong_state"


def test_minutes_are_one_letter_with_every_decision_and_task(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    meeting = held(cast, walk.on, [walk.case])
    [item] = AgendaCase.objects.all()
    asked: dict[str, Any] = {"by": cast.coordinator, "on": walk.on}
    assert refused(lambda: issue_minutes(meeting, summary="会议听取了情况。", **asked)) == "undecided"
    decide(meeting, item=item.pk, decision="由青石镇年内修好。", **asked)
    resolve(meeting, item=item.pk, unit=cast.town, what="修好村口的路。", due_on=date(2026, 12, 31), **asked)
    resolve(meeting, unit=cast.housing, what="排查全区村道", due_on=date(2026, 12, 31), **asked)
    minutes = issue_minutes(meeting, summary="会议听取了情况。", **asked)
    letter = RecordLetter.objects.get(record="supervision.minutes", key=minutes.pk)
    assert letter.number == f"{letter.unit.short_name}信纪〔2026〕1号"
    for said in (
        "卫区长在三楼会议室主持召开第一季度信访工作联席会议",
        f"（一）{walk.case.number}",
        "由青石镇年内修好。",
        "1.青石镇人民政府：修好村口的路，2026年12月31日前完成并反馈。",
        "2.云河区住建局：排查全区村道",
        "出席：卫区长",
        "缺席：吴局长",
    ):
        assert said in letter.content, letter.content
    assert Task.objects.from_record(meeting).count() == 2
    assert Minutes.objects.readable_by(cast.leader).get() == minutes
    assert refused(lambda: issue_minutes(meeting, summary="再出一份", **asked)) == "wrong_state"


def test_the_meeting_decides_whose_matter_it_is_by_the_cases_own_act(cast: Cast):
    walk = second_objection(cast)
    meeting = held(cast, walk.on, [walk.case])
    [item] = AgendaCase.objects.all()
    asked: dict[str, Any] = {"item": item.pk, "reason": "属乡镇道路。", "on": walk.on}
    assert refused(lambda: arbitrate_at(meeting, by=cast.bureau_head, **asked)) in ("not_permitted", "wrong_state")
    walk.refresh()
    assert walk.leg.state == State.OBJECTION_PENDING
    arbitrate_at(meeting, by=cast.coordinator, unit=cast.farming, **asked)
    walk.refresh()
    ruled = walk.leg.objections.latest("pk")
    assert (ruled.decided_on, ruled.named) == (walk.on, cast.farming)
    assert "第一季度信访工作联席会议研究决定：属乡镇道路。" in ruled.words
    item.refresh_from_db()
    assert "指定云河区农业农村局办理" in item.decision
    assert refused(lambda: arbitrate_at(meeting, by=cast.coordinator, **asked)) == "not_disputed"


def test_no_accusation_stands_before_attendants_who_may_not_read_it(scene: Any):
    cast, sealed = scene.cast, scene.planted["E"].case
    asked: dict[str, Any] = {"by": cast.coordinator}
    put = {sealed.pk: Difficulty.CHOSEN}
    first = called(cast, date(2026, 11, 30), day=date(2026, 12, 1))
    draw_up(first, cases=put, **asked)
    assert refused(lambda: invite(first, people=[cast.leader], **asked)) == "attendant_cannot_read"
    invite(first, people=[cast.inspector], **asked)
    second = called(cast, date(2026, 11, 30), day=date(2026, 12, 1))
    invite(second, people=[cast.leader], **asked)
    assert refused(lambda: draw_up(second, cases=put, **asked)) == "attendant_cannot_read"
    assert refused(lambda: draw_up(second, cases=put, by=cast.supervisor)) == "not_found"
    leave_out(first, items=[first.agenda.get().pk], **asked)
    assert not first.agenda.exists()


def test_a_towns_meeting_is_called_by_the_town(cast: Cast):
    on = date(2026, 11, 30)
    assert refused(lambda: called(cast, on, kind=MeetingKind.TOWN)) == "kind_unfit"
    assert called(cast, on, kind=MeetingKind.TOWN, by=cast.dispatcher).unit == cast.town
    assert refused(lambda: called(cast, on, by=cast.clerk)) == "not_permitted"
