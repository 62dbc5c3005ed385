"""Reports: one tap, once per sending, late and corrected marked; a town's approval locks; every door says the same."""

from datetime import timedelta
from uuid import uuid4

import pytest

from kit.messages.models import Message
from law.errors import Refused
from organizations.models import Unit
from organizations.vocabulary import UnitKind
from screening.models import GridApproval, Report, Round
from screening.models.words import RoundState
from screening.reports.actions import ReportInput, report_round
from screening.reports.approving import approve_grid, reopen_grid
from screening.rounds.opening import close_rounds, open_rounds, remind_of_rounds
from screening.tasks import rounds_task
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.refusals import refusal
from tests.screening.scenes import FRIDAY, NEXT_MONDAY, WEDNESDAY, ZERO, round_of, zero


def test_rounds_open_once_remind_and_close_by_themselves(cast: Cast, on_day):
    on_day(WEDNESDAY)
    assert rounds_task() == 6, "villages, towns and departments of two districts"
    assert open_rounds(WEDNESDAY) == 0
    village = Round.objects.get(district=cast.area, kind=UnitKind.VILLAGE)
    assert (village.label, village.due_on) == ("2026年第10周", FRIDAY)
    zero(cast, village)
    assert remind_of_rounds(FRIDAY) > 0
    told = set(Message.objects.filter(reason="screening.due").values_list("staff__username", flat=True))
    assert "next_informant" in told
    assert "informant" not in told
    assert close_rounds(FRIDAY) == 0
    assert close_rounds(NEXT_MONDAY) > 0
    assert Round.objects.get(pk=village.pk).state == RoundState.CLOSED
    texts = Message.objects.filter(reason="screening.missing", staff=cast.dispatcher)
    assert texts.count() == 1
    assert close_rounds(NEXT_MONDAY) == 0


def test_a_zero_report_is_one_tap_on_the_page(cast: Cast, on_day):
    on_day(WEDNESDAY)
    round_ = round_of(cast)
    client = client_of(cast.informant)
    [card] = client.get("/screening/").context["cards"]
    sent = {"client_id": card["client_id"], "zero": "on"}
    for _ in range(2):
        assert client.post(card["url"], sent, follow=True).status_code == 200
    report = Report.objects.get()
    assert (report.zero, report.late, report.reported_by, report.round) == (True, False, cast.informant, round_)
    assert report.groups == [{"unit": cast.group.pk, "nothing": True, "phoned": False}]
    assert "各组均无" in client.get(report.get_absolute_url()).content.decode()


def test_a_program_sends_the_same_twice_and_it_is_one(cast: Cast, on_day):
    on_day(WEDNESDAY)
    round_, call, key = round_of(cast), Caller(cast.informant), str(uuid4())
    url, body = f"/screening/rounds/{round_.pk}/units/{cast.village.pk}/", {"client_id": key, "zero": True}
    first, again = call.post(url, body), call.post(url, {**body, "sent_at": "1999-01-01T00:00:00"})
    assert (first.status_code, again.status_code) == (201, 200), first.content
    assert first.json()["id"] == again.json()["id"]
    assert first.json()["reported_on"] == WEDNESDAY.isoformat()
    other = f"/screening/rounds/{round_.pk}/units/{cast.next_village.pk}/"
    assert call.post(other, body).status_code == 404, "a village sees itself only"
    taken = Caller(cast.next_informant).post(other, body)
    assert (taken.status_code, taken.json()["code"]) == (409, "client_id_taken")
    assert call.get("/screening/rounds/").json()[0]["report"]["id"] == first.json()["id"]


def test_late_and_corrected_reports_are_marked_and_nothing_is_overwritten(cast: Cast):
    round_ = round_of(cast)
    first = zero(cast, round_)
    second = report_round(
        round_,
        cast.village,
        ReportInput(zero=False),
        client_id=uuid4(),
        by=cast.informant,
        on=FRIDAY + timedelta(days=1),
    )
    first.refresh_from_db()
    assert (first.current, first.zero, second.current, second.corrects, second.late) == (False, True, True, first, True)
    assert Report.objects.count() == 2


def test_the_town_enters_what_was_phoned_in_and_it_is_marked(cast: Cast):
    round_ = round_of(cast)
    asked = {"client_id": uuid4(), "by": cast.dispatcher, "on": WEDNESDAY}
    assert refusal(report_round, round_, cast.next_village, ZERO, **asked) == "told_by_missing"
    told = report_round(round_, cast.next_village, ReportInput(zero=True, told_by="陶信息员"), **asked)
    assert told.proxy
    other = {**asked, "by": cast.other_dispatcher, "client_id": uuid4()}
    assert refusal(report_round, round_, cast.next_village, ZERO, **other) in ("not_permitted", "told_by_missing")


def test_one_approval_locks_the_grid_until_it_is_opened_with_a_reason(cast: Cast):
    round_ = round_of(cast)
    zero(cast, round_)
    assert refusal(approve_grid, round_, cast.town, by=cast.dispatcher, on=WEDNESDAY) == "round_running"
    assert refusal(approve_grid, round_, cast.town, by=cast.informant, on=NEXT_MONDAY) == "not_permitted"
    made = approve_grid(round_, cast.town, by=cast.dispatcher, on=NEXT_MONDAY)
    assert (made.expected, made.on_time, made.late, made.zero) == (2, 1, 0, 1)
    late = {"client_id": uuid4(), "by": cast.next_informant, "on": NEXT_MONDAY}
    assert refusal(report_round, round_, cast.next_village, ZERO, **late) == "round_locked"
    reopen_grid(made, reason="桃源村漏报", by=cast.dispatcher, on=NEXT_MONDAY)
    assert report_round(round_, cast.next_village, ZERO, **late).late
    again = approve_grid(round_, cast.town, by=cast.dispatcher, on=NEXT_MONDAY)
    assert (again.pk, again.late) == (made.pk, 1)
    assert GridApproval.objects.count() == 1


def test_a_merged_village_is_told_who_reports_now(cast: Cast):
    round_ = round_of(cast)
    Unit.objects.filter(pk=cast.village.pk).update(valid_to=WEDNESDAY, successor=cast.next_village)
    cast.village.refresh_from_db()
    asked = {"client_id": uuid4(), "by": cast.informant, "on": WEDNESDAY}
    with pytest.raises(Refused) as refused:
        report_round(round_, cast.village, ZERO, **asked)
    assert refused.value.code == "unit_closed"
    assert "桃源村" in refused.value.message
    assert approve_grid(round_, cast.town, by=cast.dispatcher, on=NEXT_MONDAY).expected == 1


def test_reports_are_seen_by_the_village_its_town_and_the_district(cast: Cast):
    report = zero(cast, round_of(cast))
    seen = {"informant", "village_head", "dispatcher", "town_head", "coordinator", "supervisor", "analyst", "leader"}
    for name in (*seen, "next_informant", "other_dispatcher", "housing_handler", "clerk", "stranger", "sealed_desk"):
        assert report.may_be_read_by(getattr(cast, name)) == (name in seen), name
