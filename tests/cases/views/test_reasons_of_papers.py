"""Names on forms, scans, the receipt and a day's print: asked for as those of a letter, and for many cases at once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.letters.names import MASKED_MARK
from law.vocabulary import Act, Letter, State
from organizations.models import Staff
from organizations.roles import Role
from tests.addresses import client_of
from tests.cases.asking import first_broken_link
from tests.cases.uploads import PDF, a_scan
from tests.cases.views.reason_doors import come_back, doors, letter, looks, page_of, said
from tests.cast import START, Cast, register
from tests.walks import Walk, walk_to

OnDay = Callable[[date], None]


# Forms, scans, the receipt
@pytest.mark.parametrize("door", ["receipt of service", "registration form"])
def test_a_form_asks_as_the_letter_does(cast: Cast, walk: Walk, door: str):
    second = cast.hire("小赵", cast.bureau, Role.WINDOW_CLERK)
    client, address = client_of(second), doors(walk)[door]
    asked = client.get(address)
    assert asked["Content-Type"].startswith("text/html")
    assert "老王" not in said(asked)
    assert "老王" in said(come_back(client, address, reason="整理案卷"))
    assert looks(walk, second) == [("小赵", "整理案卷")]


def test_a_form_that_names_nobody_asks_nothing(cast: Cast, walk: Walk):
    address = f"/cases/{walk.case.pk}/forms/investigation_report.pdf?leg={walk.leg.pk}"
    assert client_of(cast.coordinator).get(address).status_code == 200
    assert looks(walk) == []


def test_a_scan_is_the_letter_itself(cast: Cast, walk: Walk):
    walk.on_leg(Act.ATTACH_SCAN, walk.handler, document=letter(walk).pk, uploads=[a_scan("")])
    address = f"{page_of(walk)}scans/{letter(walk).scans.get().pk}/"
    day = f"/letters/day-scans.zip?on={letter(walk).issued_on.isoformat()}"
    assert "姓名已遮盖" in said(client_of(cast.coordinator).get(address))
    assert client_of(cast.leader).get(address).status_code == 403
    assert "不能查看" in said(client_of(cast.leader).get(address))
    second = client_of(cast.hire("承办人二", cast.town, Role.HANDLER))
    assert second.get(day).status_code == 403
    client = client_of(cast.coordinator)
    assert come_back(client, address, reason="核对印章").content == PDF
    assert client_of(cast.town_head).get(address).content == PDF
    assert looks(walk) == [("coordinator", "核对印章"), ("town_head", "制作文书")]


def test_the_receipt_is_handed_out_at_registration_and_asks_on_later_days(cast: Cast, on_day: OnDay):
    on_day(START)
    case = register(cast)
    client, address = client_of(cast.clerk), f"/cases/{case.pk}/receipt/"
    assert "老王：" in said(client.get(address))
    assert case.events.count() == 1, "registering says why"
    on_day(START + timedelta(days=1))
    masked = said(client.get(address))
    assert "老王" not in masked
    assert "data-print" not in masked
    assert "老王：" in said(come_back(client, address, purpose="face"))
    assert "data-print" in said(client.get(address))
    assert case.events.filter(act=Act.UNMASK).count() == 1
    other = client_of(cast.router)
    assert "老王" not in said(other.get(address))


# A day's letters
def test_a_days_print_of_own_letters_keeps_one_event_a_case_and_few_queries(
    cast: Cast, walk: Walk, django_assert_max_num_queries: Any
):
    walks = [walk, *(walk_to(cast, State.ISSUED) for _ in range(4))]
    client, address = client_of(cast.town_head), doors(walk)["day"]
    # One more query a letter would already be too many.
    with django_assert_max_num_queries(42):
        printed = said(client.get(address))
    assert printed.count("老王：") == 5
    for _ in range(2):
        assert said(client.get(address)) == printed
    for each in walks:
        assert looks(each) == [("town_head", "制作文书")]
        assert first_broken_link(each.case) is None
        each.refresh()
        assert each.case.version == each.case.events.count()


def test_a_days_print_costs_no_more_for_many_letters(cast: Cast, walk: Walk):
    def printed(staff: Staff) -> int:
        client = client_of(staff)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(doors(walk)["day"]).status_code == 200
        return len(captured)

    few = printed(cast.town_head)
    for _ in range(3):
        walk_to(cast, State.ISSUED)
    assert printed(cast.dispatcher) <= few


def test_a_days_print_of_the_works_of_others_asks_once_for_all_of_them(cast: Cast, walk: Walk):
    other = walk_to(cast, State.ISSUED)
    second = cast.hire("小赵", cast.bureau, Role.WINDOW_CLERK)
    on = letter(walk, Letter.REFERRAL_LETTER).issued_on.isoformat()
    client, address = client_of(second), f"/letters/day.pdf?on={on}"
    asked = client.get(address)
    assert asked["Content-Type"].startswith("text/html")
    assert "2件信访件" in said(asked)
    assert "老王" not in said(asked)
    assert client.post(address, {"reason": ""}).status_code == 422
    assert said(come_back(client, address, purpose="serve")).count("老王") == 2
    assert client.get(address).status_code == 200
    for each in (walk, other):
        assert looks(each, second) == [("小赵", "送达")]


def test_a_days_print_of_who_may_not_see_names_is_of_masked_copies(cast: Cast, walk: Walk):
    second = client_of(cast.hire("承办人二", cast.town, Role.HANDLER))
    printed = said(second.get(doors(walk)["day"]))
    assert MASKED_MARK in printed
    assert "老王" not in printed
