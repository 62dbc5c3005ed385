"""The main path through the dialogs alone, from referral to closing, each opened and sent like a clerk would."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cases.models import Document, HandOff
from law.vocabulary import Act, Letter, Movement, State
from tests.cases.asking import first_broken_link
from tests.cases.views.doors import Person, done
from tests.cast import START, Cast
from tests.serving import DUTIES, typed_service
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]


def test_a_petition_goes_from_referral_to_closing_through_the_dialogs(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    days = iter(START + timedelta(days=n) for n in range(1, 40))

    def go(who, act, **typed):
        calendar(next(days))
        on = {"leg": walk.leg} if walk.leg and "hand_off" not in typed else {}
        answer = Person(who).send(act, walk.case, **on, **typed)
        assert done(answer), answer.content.decode()
        return answer

    go(
        cast.router,
        Act.SPLIT,
        **{"demands-text": ["修路", "清渠", ""], "demands-kind": ["appeal"] * 3, "demands-path": [""] * 3},
    )
    go(cast.router, Act.REFER, demands=[1, 2], unit=cast.town.pk, reason="属地管理")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    go(cast.dispatcher, Act.OPEN)
    go(cast.town_head, Act.ACCEPT, handling="")
    go(cast.town_head, Act.NOTIFY, **typed_service("in_person", next(days)))
    go(cast.town_head, Act.TAKE, handler=cast.town_handler.pk)
    go(cast.dispatcher, Act.DELEGATE, unit=cast.village.pk, instruction="请到现场看看", reply_by="2026-04-10")
    asked = HandOff.objects.get(case=walk.case, movement=Movement.DELEGATE)
    go(cast.informant, Act.REPORT_FINDINGS, hand_off=asked, text="路确实坏了")
    go(cast.dispatcher, Act.ASSESS, text="属实")
    go(cast.town_handler, Act.CONSULT, unit=cast.housing.pk, question="是否已列入养护计划")
    asked = HandOff.objects.get(case=walk.case, movement=Movement.CONSULT)
    go(cast.housing_head, Act.REPLY_CONSULTATION, hand_off=asked, text="已列入")
    go(cast.town_handler, Act.RECORD_INQUIRY, kind="heard_petitioner", text="听取了陈述")
    for number in (1, 2):
        go(
            cast.town_handler,
            Act.ANSWER,
            demand=number,
            outcome="support",
            facts="属实",
            opinion="本月修好",
            legal_basis="《公路法》第三十五条",
            cause="execution",
        )
    go(cast.town_handler, Act.SUBMIT, note="请审")
    go(cast.town_head, Act.SEND_BACK, reason="补充依据")
    go(cast.town_handler, Act.SUBMIT, note="")
    go(cast.town_head, Act.ISSUE, note="同意")
    go(cast.town_handler, Act.SERVE, **typed_service("post", next(days)))
    go(cast.town_handler, Act.CHECK_DUTIES, **DUTIES)
    go(cast.town_handler, Act.RECORD_RECEIPT, received_on=next(days).isoformat(), receiver="老王")
    days = iter([START + timedelta(days=90)])
    go(cast.town_head, Act.CLOSE, note="")

    assert walk.refresh().leg.state == walk.case.state == State.CLOSED
    assert first_broken_link(walk.case) is None
    assert Document.objects.filter(case=walk.case, kind=Letter.HANDLING_OPINION).count() == 1


def test_commission_report_and_reminder_go_through_the_dialogs(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    answer = Person(cast.router).send(
        Act.COMMISSION, walk.case, demands=[1, 2], unit=cast.housing.pk, reason="反映集中", days=20
    )
    assert done(answer)
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    assert done(Person(cast.supervisor).send(Act.REMIND, walk.case, leg=walk.leg, text="请抓紧"))
    assert walk.refresh().leg.report_required


def test_a_town_keeps_its_own_petition_and_corrects_it(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.RECEIVED)
    calendar(walk.on)
    desk = Person(cast.dispatcher)
    answer = desk.send(
        Act.CORRECT,
        walk.case,
        reason="写错了地点",
        subject=walk.case.subject,
        content=walk.case.content,
        channel="letter",
        location="柳湾村东头",
        category="",
        petitioner_count=1,
        urgent="false",
    )
    assert done(answer)
    assert walk.refresh().case.location == "柳湾村东头"
    corrected = walk.case.events.latest("sequence")
    assert corrected.facts == {"fields": ["location"]}


@pytest.mark.parametrize("confirmed", [True, False])
def test_voiding_takes_two_people(cast: Cast, calendar: Turn, confirmed: bool):
    walk = walk_to(cast, State.REGISTERED)
    assert done(Person(cast.clerk).send(Act.REQUEST_VOID, walk.case, reason="重复登记"))
    second = Person(cast.coordinator)
    act, said = (Act.CONFIRM_VOID, {"note": ""}) if confirmed else (Act.REFUSE_VOID, {"reason": "不是重复"})
    assert done(second.send(act, walk.case, **said))
    assert walk.refresh().case.state == (State.VOIDED if confirmed else State.REGISTERED)


def test_a_plain_browser_is_sent_back_to_the_case_with_a_message(cast: Cast, calendar: Turn):
    walk: Walk = walk_to(cast, State.REFERRED)
    calendar(walk.on)
    browser = Person(cast.dispatcher).client
    url = f"/cases/{walk.case.pk}/open/?leg={walk.leg.pk}"
    shown = browser.get(url, headers={"HX-Request": ""})
    assert "<!doctype html>" in shown.content.decode()
    answer = browser.post(url, {}, headers={"HX-Request": ""}, follow=True)
    assert answer.redirect_chain == [(f"/cases/{walk.case.pk}/", 302)]
    assert "已签收" in answer.content.decode()
