"""对账: a list of theirs against ours, registered without typing, renewed by the next list, settled by a named person."""

from datetime import date, timedelta

import pytest

from cases.actions.correcting import correct
from cases.models import Case, Clock, SuperiorChange
from law.errors import Refused
from law.vocabulary import Channel, Duty
from organizations.models import JournalEntry
from organizations.today import today
from reception.models import Difference, DifferenceState, Differs, PassedOn, SettledHow
from reception.passed_on.actions import PassedOnInput, link_number, register_passed_on, unlink_number
from reception.reconciling.matching import DONE_WORDS
from reception.reconciling.settling import link_theirs, register_all, register_theirs, settle, take_theirs
from reception.reconciling.their_lists import read_their_list
from tests.cast import START, Cast, register
from tests.reception.lists import HEAD, LAMP, WATER, compared, differing, hotline, listed, only_case
from tests.refusals import refusal


def states() -> dict[tuple[str, str], str]:
    return {(row.number, str(row.what)): row.state for row in Difference.objects.all()}


def test_what_they_have_and_we_have_not_is_registered_from_their_line(cast: Cast):
    sender = hotline(cast)
    compared(cast, sender, LAMP)
    case = register_theirs(differing("GD1"), by=cast.clerk)
    assert (case.subject, case.content, case.received_on) == ("路灯不亮", "村口的路灯坏了两个月。", START)
    assert (case.source, case.external_number, case.unit) == (sender.source, "GD1", cast.bureau)
    clock = Clock.objects.get(case=case, duty=Duty.SUPERIOR_REPORT)
    assert (clock.starts_on, clock.due_on) == (START, date(2026, 3, 20))
    settled = differing("GD1")
    assert (settled.how, settled.settled_by, settled.case) == (SettledHow.REGISTERED, cast.clerk, case)
    assert "上报" not in PassedOn.objects.get().remark
    # Their line is not kept beside the case.
    assert settled.row == ""
    assert PassedOn.objects.get().case == case
    compared(cast, sender, LAMP)
    assert states() == {("GD1", "theirs_only"): "settled"}


def test_a_list_registers_nothing_by_itself_and_all_of_it_at_one_press(cast: Cast):
    made = compared(cast, hotline(cast), LAMP, WATER)
    assert not Case.objects.exists()
    done = register_all(made, by=cast.clerk)
    assert [why for _, why in done] == [None, None]
    assert Case.objects.count() == 2
    assert register_all(made, by=cast.clerk) == []


def test_four_kinds_of_difference_and_what_agrees_by_now(cast: Cast):
    sender = hotline(cast)
    for number, line in (("GD1", LAMP), ("GD2", WATER)):
        compared(cast, sender, line)
        register_theirs(differing(number), by=cast.clerk)
    done = LAMP.replace("办理中", DONE_WORDS[0]).replace("2026-03-02", "2026-03-01").replace("2026-03-20", "2026-03-25")
    compared(cast, sender, done, "GD3,2026-03-04,新的,新的一件。,,,,办理中")
    open_ones = {key for key, state in states().items() if state == DifferenceState.OPEN}
    assert open_ones == {
        ("GD1", "state"),
        ("GD1", "received_on"),
        ("GD1", "report_by"),
        ("GD2", "ours_only"),
        ("GD3", "theirs_only"),
    }
    found = differing("GD1", Differs.REPORT_BY)
    assert (found.theirs, found.ours) == ("2026-03-25", "2026-03-20")
    compared(cast, sender, LAMP, WATER)
    assert {key for key, state in states().items() if state == DifferenceState.OPEN} == {("GD3", "theirs_only")}


def test_what_was_settled_stays_until_either_side_says_otherwise(cast: Cast):
    sender = hotline(cast)
    compared(cast, sender, LAMP)
    register_theirs(differing("GD1"), by=cast.clerk)
    late = LAMP.replace("2026-03-02", "2026-03-01")
    compared(cast, sender, late)
    row = differing("GD1", Differs.RECEIVED_ON)
    assert refusal(take_theirs, row, by=cast.router) == "not_takeable"
    settle(row, how=SettledHow.TOLD_THEM, note="电话告知热线更正", by=cast.router)
    compared(cast, sender, late)
    assert differing("GD1", Differs.RECEIVED_ON).state == DifferenceState.SETTLED
    compared(cast, sender, LAMP.replace("2026-03-02", "2026-02-27"))
    again = differing("GD1", Differs.RECEIVED_ON)
    assert (again.state, again.how, again.note, again.settled_by) == (DifferenceState.OPEN, "", "", None)


def test_words_that_they_change_are_a_conflict_and_taken_over_by_a_correction(cast: Cast):
    sender = hotline(cast)
    compared(cast, sender, LAMP)
    case = register_theirs(differing("GD1"), by=cast.clerk)
    # We worded it otherwise ourselves: no conflict.
    correct(case.pk, by=cast.clerk, reason="口误", subject="村口路灯不亮")
    compared(cast, sender, LAMP)
    assert ("GD1", "content") not in states()
    compared(cast, sender, LAMP.replace("坏了两个月", "坏了三个月"))
    take_theirs(differing("GD1", Differs.CONTENT), by=cast.clerk)
    case.refresh_from_db()
    assert "坏了三个月" in case.content
    compared(cast, sender, LAMP.replace("坏了两个月", "坏了三个月"))
    assert differing("GD1", Differs.CONTENT).state == DifferenceState.SETTLED
    compared(cast, sender, LAMP)
    assert differing("GD1", Differs.CONTENT).state == DifferenceState.OPEN


def test_another_day_of_theirs_is_recorded_and_confirmed_by_another(cast: Cast):
    sender = hotline(cast)
    compared(cast, sender, LAMP)
    case = register_theirs(differing("GD1"), by=cast.clerk)
    later = today() + timedelta(days=20)
    compared(cast, sender, LAMP.replace("2026-03-20", later.isoformat()))
    take_theirs(differing("GD1", Differs.REPORT_BY), by=cast.router)
    change = SuperiorChange.objects.get(case=case)
    assert (change.new_report_by, change.asked_by, change.confirmed_on) == (later, cast.router, None)


def test_a_line_that_is_a_case_already_is_matched_by_our_number(cast: Cast):
    sender, case = hotline(cast), register(cast)
    compared(cast, sender, LAMP)
    row = differing("GD1")
    assert refusal(link_theirs, row, number="X-没有", by=cast.router) == "not_found"
    link_theirs(row, number=case.number, by=cast.router)
    assert (differing("GD1").how, differing("GD1").case) == (SettledHow.LINKED, case)
    compared(cast, sender, LAMP)
    # Worded otherwise from the beginning, and told of no report: only the day is said.
    assert {key for key, state in states().items() if state == "open"} == {("GD1", "report_by")}
    assert refusal(take_theirs, differing("GD1", Differs.REPORT_BY), by=cast.router) == "date_unfit"
    compared(cast, sender, LAMP.replace("2026-03-20", (today() + timedelta(days=9)).isoformat()))
    take_theirs(differing("GD1", Differs.REPORT_BY), by=cast.router)
    assert Clock.objects.filter(case=case, duty=Duty.SUPERIOR_REPORT).exists()
    unlink_number(PassedOn.objects.get(), reason="对错了", by=cast.router)
    compared(cast, sender, LAMP)
    assert Difference.objects.filter(what=Differs.THEIRS_ONLY, state=DifferenceState.OPEN, case=None).count() == 1


def test_a_number_stands_for_one_case_and_the_same_sending_twice_is_one(cast: Cast):
    sender, case = hotline(cast), register(cast)
    typed = {"by": cast.clerk, "channel": Channel.CALL, "received_on": today(), "content": "路灯不亮。"}
    for _ in range(2):
        register_passed_on(sender, PassedOnInput("GD9", report_by=today() + timedelta(days=5)), **typed)
    assert Case.objects.count() == 2
    assert refusal(link_number, sender, case, "GD9", by=cast.clerk) == "number_known"


def test_a_day_that_cannot_be_right_starts_no_clock_and_is_told(cast: Cast):
    compared(cast, hotline(cast), LAMP.replace("2026-03-20", "2026-02-01"))
    case = register_theirs(differing("GD1"), by=cast.clerk)
    assert not case.superior_commissions.get().report_by
    assert "没有起上报期限" in PassedOn.objects.get().remark


def test_an_accusation_of_the_desk_is_registered_and_as_if_it_was_not_there(cast: Cast):
    sender = hotline(cast)
    head, line = f"{HEAD},事项类别,被反映单位", f"{LAMP},检举控告,云河区信访局"
    compared(cast, sender, line, head=head)
    row = differing("GD1")
    case = register_theirs(row, by=cast.clerk)
    assert case.sealed
    assert not Case.objects.visible_to(cast.clerk).exists()
    assert not Difference.objects.readable_by(cast.clerk).exists()
    compared(cast, sender, line, head=head)
    again = Difference.objects.readable_by(cast.router).get()
    assert (again.what, again.case, again.ours) == (Differs.THEIRS_ONLY, None, "")


def test_columns_come_from_a_map_and_what_cannot_be_read_is_told(cast: Cast):
    sender = hotline(cast, columns={"external_number": ["单号"], "status": ["进度"]})
    read = listed("A1,已回复", "A1,办理中", ",办理中", head="单号,进度", sender=sender)
    assert (list(read.lines), len(read.faults)) == (["A1"], 2)
    with pytest.raises(Refused, match="没有认出编号一列"):
        read_their_list("x.csv", "甲,乙\n1,2".encode(), {}, today())


def test_the_journal_names_who_compared_and_who_settled(cast: Cast):
    compared(cast, hotline(cast), LAMP)
    register_theirs(differing("GD1"), by=cast.clerk)
    said = {entry.verb: entry.by for entry in JournalEntry.objects.all()}
    assert said["reception.compared"] == cast.router
    assert said["reception.difference_registered"] == cast.clerk
    assert only_case().number
