"""The pages of assessments and of the spot check on an office screen and a phone: readable by all, nothing sideways."""

import pytest

from organizations.today import today
from supervision.assessing.deciding import fix, object_to
from supervision.models import AssessmentScheme
from supervision.words.assessing import Formula
from tests.browser.office import Office
from tests.cast import Cast
from tests.supervision.assessing.scenes import by_hand, drawn_up, item_of, result_at, score_at, worked

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/supervision/assessment/"


@pytest.fixture
def addresses(cast: Cast) -> list[tuple[str, str]]:
    """Every page of assessments as (who, address)."""
    worked(cast)
    draft = drawn_up(cast, year=2025)
    scheme = drawn_up(cast)
    by_hand(cast, scheme)
    fix(scheme, by=cast.supervisor, on=today())
    scheme = AssessmentScheme.objects.get(pk=scheme.pk)
    town, item = result_at(scheme, cast.town), item_of(scheme, Formula.CLOCKS_IN_TIME)
    object_to(town, by=cast.town_head, item=item, text="有一件已经按时寄出。", on=today())
    score = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    where = town.get_absolute_url()
    return [
        *(("supervisor", f"{PAGE}{address}") for address in ("", "new/", "spot-check/")),
        ("supervisor", draft.get_absolute_url()),
        ("supervisor", f"{draft.get_absolute_url()}add-item/"),
        ("supervisor", scheme.get_absolute_url()),
        ("supervisor", f"{where}rows/{score.pk}/"),
        ("leader", where),
        ("leader", f"{where}answer/"),
        ("leader", f"{PAGE}results/?list=answer"),
        ("town_head", where),
        ("town_head", f"{where}object/"),
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "360"])
def test_every_page_of_assessments_is_readable_by_all(addresses: list[tuple[str, str]], office: Office, phone: bool):
    office.assert_readable(addresses, phone=phone)
