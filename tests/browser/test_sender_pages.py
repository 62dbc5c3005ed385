"""The pages of senders, differences and suggestions on an office screen and a phone: readable by all, nothing sideways."""

import pytest

from insight.imported.looking import find_repeats
from insight.models import FoundRepeat
from reception.models import Difference, PassedOn
from reception.reconciling.settling import register_theirs
from tests.browser.office import Office
from tests.cast import Cast
from tests.insight.scenes import AGAIN, BRIDGE, indexed
from tests.reception.lists import LAMP, WATER, compared, hotline

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def addresses(cast: Cast) -> list[tuple[str, str]]:
    """Every page of them as (who, address)."""
    sender = hotline(cast)
    listed = compared(cast, sender, LAMP, WATER)
    case = register_theirs(Difference.objects.order_by("pk")[0], by=cast.clerk)
    indexed(cast, BRIDGE)
    indexed(cast, AGAIN, source="other", external_number="1")
    find_repeats()
    senders, one = "/reception/senders/", sender.get_absolute_url()
    return [
        *(("clerk", url) for url in (senders, f"{senders}new/", one, f"{one}compare/", f"{one}export/", f"{one}map/")),
        ("clerk", listed.get_absolute_url()),
        ("clerk", "/reception/differences/"),
        ("clerk", Difference.objects.order_by("-pk")[0].get_absolute_url()),
        ("clerk", f"/reception/passed-on/new/?sender={sender.pk}"),
        ("clerk", PassedOn.objects.get().get_absolute_url()),
        ("router", f"/cases/{case.pk}/"),
        ("router", f"/insight/cases/{case.pk}/handling/"),
        ("router", "/insight/imported/"),
        ("router", FoundRepeat.objects.get().get_absolute_url()),
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "360"])
def test_every_page_of_senders_is_readable_by_all(addresses: list[tuple[str, str]], office: Office, phone: bool):
    office.assert_readable(addresses, phone=phone)
