"""Service and what goes wrong with it: consent, witnesses, announcements, returned mail, nobody to write to."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.actions.inputs import PartyInput
from cases.doors.table import ACTIONS
from cases.lists.waiting import Waiting, listed
from cases.models import FollowUp, Notice, Service
from cases.record.follow_ups import do_follow_up
from law.articles import gist
from law.deadlines import due_on
from law.errors import Refused
from law.service import ANNOUNCED, CONSENTED, WITNESSED, deemed_received_on
from law.vocabulary import Act, Channel, Duty, ServiceMethod, State
from organizations.models import Staff
from organizations.papers.serving import service_words
from organizations.working_days import working_calendar
from tests.cases.api.caller import Caller
from tests.cases.asking import acts_open
from tests.cases.views.doors import Person, done
from tests.cast import START, Cast, register
from tests.serving import typed_service
from tests.walks import Walk, clock, code, follow, keep, refer, take, walk_to

IN_PERSON, POST, ELECTRONIC = ServiceMethod.IN_PERSON, ServiceMethod.POST, ServiceMethod.ELECTRONIC
LEFT, ANNOUNCEMENT = ServiceMethod.LEFT_WITH_WITNESS, ServiceMethod.ANNOUNCEMENT


def refusal(walk: Walk, act: Act, **given: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        walk.on_leg(act, walk.handler, **given)
    return refused.value


# Consent, witness
def test_electronic_service_needs_the_petitioners_consent_once(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    refused = refusal(walk, Act.SERVE, method=ELECTRONIC)
    assert (refused.code, refused.article) == ("consent_missing", CONSENTED)
    assert gist(CONSENTED)
    walk.on_leg(Act.SERVE, walk.handler, method=ELECTRONIC, consent="3月5日当面签字同意")
    assert (walk.case.electronic_consent, walk.case.electronic_consent_on) == ("3月5日当面签字同意", walk.on)
    assert "3月5日当面签字同意" in Person(walk.handler).page(walk.case).content.decode()
    assert Caller(walk.handler).read(walk.case.pk)["electronic_consent"] == "3月5日当面签字同意"
    walk.on_leg(Act.RECORD_RETURN, walk.handler, reason="邮箱已停用")
    walk.on_leg(Act.SERVE, walk.handler, method=ELECTRONIC)
    assert Service.objects.filter(document__leg=walk.leg, method=ELECTRONIC).count() == 2


def test_an_agreement_given_with_the_notice_holds_for_the_opinion(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.ACCEPT, walk.head)
    walk.on_leg(Act.NOTIFY, walk.head, method=ELECTRONIC, consent="网上勾选同意")
    assert walk.case.electronic_consent == "网上勾选同意"


def test_what_is_left_at_the_door_needs_a_witness(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    refused = refusal(walk, Act.SERVE, method=LEFT)
    assert (refused.code, refused.article) == ("witness_missing", WITNESSED)
    walk.on_leg(Act.SERVE, walk.handler, method=LEFT, witness="金村长")
    service = Service.objects.get(document__leg=walk.leg, method=LEFT)
    assert (service.witness, service.received_on) == ("金村长", walk.on)
    assert "见证人金**" in service_words(service), "masked"


# Announcement
def test_an_announcement_counts_as_received_after_thirty_days_and_needs_no_receipt(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=ANNOUNCEMENT)
    sent, window = walk.on, clock(walk.case, Duty.REEXAM_REQ_30D)
    assert window.starts_on == sent + timedelta(days=30) == deemed_received_on(ANNOUNCEMENT, sent)
    assert window.due_on == due_on(Duty.REEXAM_REQ_30D, window.starts_on, working_calendar())
    assert Act.RECORD_RECEIPT not in acts_open(walk.handler, walk)
    assert "视为送达" in service_words(Service.objects.get(method=ANNOUNCEMENT))
    assert walk.leg.answered_on == sent - timedelta(days=1), "answered on the day of issue all the same"
    days = (window.due_on - walk.on).days
    assert refusal(walk, Act.CLOSE, later=days).code == "window_open"
    walk.on_leg(Act.CLOSE, walk.handler, later=1)
    assert walk.leg.state == State.CLOSED


def test_the_day_of_an_announcement_is_not_typed_in(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    refused = refusal(walk, Act.SERVE, method=ANNOUNCEMENT, received_on=walk.on)
    assert (refused.code, refused.article) == ("receipt_computed", ANNOUNCED)
    assert deemed_received_on(ANNOUNCEMENT, date(2026, 1, 31)) == date(2026, 3, 2)
    assert all(deemed_received_on(method, START) is None for method in (IN_PERSON, POST, ELECTRONIC, LEFT))


# Returned mail
def test_returned_mail_tells_the_handler_waits_on_his_desk_and_is_sent_again(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    clerk = cast.hire("收发员", cast.town, "window_clerk")
    answered_on, clocks = walk.leg.answered_on, walk.case.clocks.count()
    assert waiting(walk, cast.town_handler) == []
    walk.on_leg(Act.RECORD_RETURN, clerk, later=2, reason="查无此人", returned_on=walk.on + timedelta(days=1))
    assert waiting(walk, cast.town_handler) == [walk.case.pk]
    assert waiting(walk, cast.housing_handler) == []
    assert told(walk, cast.town_handler)
    assert walk.case.clocks.count() == clocks, "no clock stops or starts"
    assert acts_open(walk.handler, walk) >= {Act.SERVE}
    assert not acts_open(walk.handler, walk) & {Act.RECORD_RECEIPT, Act.CLOSE}
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=IN_PERSON, receiver="老王")
    assert (walk.leg.state, walk.leg.answered_on) == (State.ANSWERED, answered_on)
    assert clock(walk.case, Duty.REEXAM_REQ_30D).starts_on == walk.on
    assert waiting(walk, cast.town_handler) == []
    assert refusal(walk, Act.SERVE, method=POST).code == "served_already"
    opinion = walk.leg.documents.get(kind="handling_opinion")
    assert refusal(walk, Act.RECORD_RETURN, reason="x", document=opinion.pk).code == "nothing_sent"


def test_a_returned_notice_before_anybody_has_taken_the_leg_tells_its_head(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED)
    walk.on_leg(Act.RECORD_RETURN, cast.dispatcher, later=1, reason="地址不详")
    assert told(walk, cast.town_head)
    walk.on_leg(Act.NOTIFY, walk.head, method=IN_PERSON)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).met_on == walk.on - timedelta(days=1), "met by the first dispatch"


def test_a_return_has_a_reason_and_a_day_that_fits(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    assert refusal(walk, Act.RECORD_RETURN, reason=" ").code == "reason_missing"
    early = {"reason": "拒收", "returned_on": walk.on - timedelta(days=9)}
    assert refusal(walk, Act.RECORD_RETURN, **early).code == "date_unfit"
    late = {"reason": "拒收", "returned_on": walk.on + timedelta(days=1)}
    assert refusal(walk, Act.RECORD_RETURN, **late).code == "date_unfit"


def test_of_two_letters_on_their_way_the_one_named_comes_back(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    notice = walk.leg.documents.get(kind="acceptance_notice")
    walk.on_leg(Act.RECORD_RETURN, walk.handler, reason="拒收", document=notice.pk)
    assert notice.services.get().returned_on == walk.on
    assert not Service.objects.filter(document__kind="handling_opinion").exclude(returned_on=None).exists()
    other = walk_to(cast, State.ANSWERED).leg.documents.last()
    assert refusal(walk, Act.RECORD_RETURN, reason="x", document=other.pk).code == "nothing_sent"


def test_a_return_through_both_doors(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    for door in ("page", "api"):
        walk = walk_to(cast, State.ANSWERED)
        monkeypatch.setattr("cases.actions.frame.today", lambda on=walk.on: on)
        if door == "page":
            answer = Person(walk.handler).send(Act.RECORD_RETURN, walk.case, leg=walk.leg, reason="查无此人")
            assert done(answer), answer.content.decode()
            page = Person(walk.handler).page(walk.case).content.decode()
            assert "退回（查无此人）" in page
        else:
            said = Caller(walk.handler).done(Act.RECORD_RETURN, walk.case.pk, leg_id=walk.leg.pk, reason="查无此人")
            assert said["documents"][-1]["services"][0]["returned_reason"] == "查无此人"
            again = Caller(walk.handler).act(
                Act.SERVE, walk.case.pk, leg_id=walk.leg.pk, **typed_service("electronic", walk.on)
            )
            assert (again.status_code, again.json()["code"]) == (422, "consent_missing")


# Nobody to write to
def anonymous_keep(cast: Cast, **registration: Any) -> Walk:
    walk = Walk(cast, register(cast, by=cast.dispatcher, **registration))
    walk.act(Act.KEEP, cast.dispatcher, later=2, demands=[1, 2])
    return walk.go_on_at(cast.town, cast.town_head, cast.town_handler)


@pytest.mark.parametrize("unclear", [{"anonymous": True, "parties": []}, {"parties": [PartyInput("老王")]}])
def test_the_notice_of_a_direct_petition_is_waived_where_nobody_can_be_written_to(cast: Cast, unclear: dict[str, Any]):
    walk = anonymous_keep(cast, channel=Channel.LETTER, **unclear)
    assert Act.WAIVE_NOTICE in acts_open(walk.head, walk)
    assert waive(walk, tried=" ") == "reason_missing"
    walk.on_leg(Act.WAIVE_NOTICE, walk.head, reason="信封没有署名和地址", tried="在村务公开栏张贴")
    notice = clock(walk.case, Duty.NOTICE_DIRECT_15D)
    assert (notice.met_on, notice.waived_on) == (None, walk.on)
    assert "村务公开栏" in notice.waived_reason
    assert Act.WAIVE_NOTICE not in acts_open(walk.head, walk)
    assert waive(walk) == "notice_settled_already"


@pytest.mark.parametrize("start", [keep, refer])
def test_a_known_petitioner_is_always_told(cast: Cast, start: Callable[[Walk], None]):
    walk = follow(Walk(cast, register(cast)), start)
    assert waive(walk) == "petitioner_known"
    assert Act.WAIVE_NOTICE not in acts_open(walk.head, walk)


@pytest.mark.parametrize("door", ["page", "api"])
def test_the_notice_of_a_referred_petition_is_waived_where_nobody_can_be_written_to(
    cast: Cast, door: str, monkeypatch: pytest.MonkeyPatch
):
    walk = walk_to(cast, State.REFERRED, anonymous=True, parties=[])
    monkeypatch.setattr("cases.actions.frame.today", lambda on=walk.on: on)
    said = {"reason": "没有署名", "tried": "在村务公开栏张贴"}
    if door == "page":
        assert done(Person(walk.head).send(Act.WAIVE_NOTICE, walk.case, leg=walk.leg, **said))
    else:
        Caller(walk.head).done(Act.WAIVE_NOTICE, walk.case.pk, leg_id=walk.leg.pk, **said)
    notice = clock(walk.case, Duty.NOTICE_REFERRED_15D)
    assert (notice.met_on, notice.ended_on, notice.waived_on) == (None, None, walk.on)
    assert "村务公开栏" in notice.waived_reason
    assert waive(walk) == "notice_settled_already"


def waive(walk: Walk, **given: str) -> str:
    said = {"reason": "没有署名", "tried": "张贴", **given}
    return code(walk.on_leg, Act.WAIVE_NOTICE, walk.head, **said)


def waiting(walk: Walk, person: Staff) -> list[int]:
    return [case.pk for case in listed(Staff.objects.get(pk=person.pk), Waiting.RETURNED, walk.on)]


def told(walk: Walk, person: Staff) -> bool:
    event = walk.case.events.order_by("-sequence").first()
    for follow_up in FollowUp.objects.filter(event=event, done_at=None):
        do_follow_up(follow_up.pk)
    return Notice.objects.filter(event=event, staff=person, text__contains="登记退件").exists()


def test_a_stranger_records_no_return(cast: Cast):
    walk = follow(walk_to(cast, State.ACCEPTED), take)
    for person in (cast.coordinator, cast.informant):
        refused = code(ACTIONS[Act.RECORD_RETURN], walk.case.pk, leg_id=walk.leg.pk, by=person, on=walk.on, reason="x")
        assert refused in ("not_permitted", "not_found")
