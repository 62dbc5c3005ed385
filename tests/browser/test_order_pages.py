"""The pages of orders on an office screen and a phone: readable by all, nothing sideways."""

from typing import Any

import pytest

from law.vocabulary import State
from organizations.today import today
from supervision.models import Finding
from supervision.orders.accounting import call_to_account
from supervision.orders.finding import find_failures
from supervision.orders.following import advise, hand_over
from supervision.orders.sampling import draw
from supervision.words.orders import AdviceKind, OrderState, SampleKind
from tests.browser.office import Office
from tests.cast import START, Cast
from tests.supervision.orders.ordering import brought_to, order_on
from tests.walks import walk_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def addresses(cast: Cast) -> list[tuple[str, str]]:
    """Every page of orders as (who, address)."""
    walk = walk_to(cast, State.IN_HANDLING)
    find_failures(today())
    open_order, replied = order_on(walk), brought_to(OrderState.REPLIED, walk)
    call_to_account(by=cast.supervisor, due_on=today())
    advise(replied, by=cast.supervisor, kind=AdviceKind.WORK, addressee="青石镇", text="请建立限时回复制度。")
    hand_over(replied, by=cast.supervisor, body="云河区纪委监委", text="经办人拖延。", handed_on=today())
    period: Any = {"since": START, "until": today()}
    sample = draw(by=cast.supervisor, unit=cast.town, kind=SampleKind.QUALITY, size=3, **period)
    found = Finding.objects.filter(state="open").latest("pk")
    base = "/supervision/orders/"
    lists = ("", "findings/", "decisions/", "samples/", "accounts/", "inspections/", f"trace/{walk.leg.pk}/")
    return [
        *(("supervisor", f"{base}{address}") for address in lists),
        ("supervisor", f"{base}findings/{found.pk}/"),
        ("supervisor", sample.get_absolute_url()),
        ("supervisor", replied.get_absolute_url()),
        ("supervisor", f"/cases/{walk.case.pk}/"),
        ("supervisor", f"/cases/{walk.case.pk}/supervise/?leg={walk.leg.pk}"),
        ("coordinator", f"{base}inspections/"),
        ("coordinator", replied.get_absolute_url()),
        ("town_head", open_order.get_absolute_url()),
        ("town_head", f"{base}?tab=owed"),
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "360"])
def test_every_page_of_orders_is_readable_by_all(addresses: list[tuple[str, str]], office: Office, phone: bool):
    office.assert_readable(addresses, phone=phone)
