"""Pages of one channel: the same registration, the same drafts; what is seldom asked for shows when it is."""

import pytest

from cases.models import Case, Draft
from tests.cases.views.intake_forms import HTMX, client_of, typed
from tests.cast import Cast

PAGES = {"letter": "/reception/letters/new/", "fax": "/reception/faxes/new/", "visit": "/reception/visits/new/"}


@pytest.mark.parametrize("channel", PAGES)
def test_a_page_registers_its_own_channel_once(cast: Cast, channel: str):
    client, form = client_of(cast.clerk), typed(channel="online")
    answers = [client.post(PAGES[channel], form) for _ in range(2)]
    case = Case.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/cases/{case.pk}/"}
    assert case.channel == channel
    assert case.parties.get().name == "老王"
    assert case.demands.count() == 2


def test_the_desk_leads_to_the_page_of_each_channel_and_the_old_page_stays(cast: Cast):
    desk = client_of(cast.clerk).get("/").content.decode()
    for address in (*PAGES.values(), "/cases/new/?channel=online"):
        assert f'href="{address}"' in desk, address
    assert client_of(cast.clerk).get("/cases/new/?channel=letter", follow=True).status_code == 200


def test_a_draft_opens_on_the_page_of_its_channel_with_everything_in_it(cast: Cast):
    client = client_of(cast.clerk)
    key = client.get(PAGES["letter"], follow=True).context["form"]["key"].value()
    kept = typed(key=str(key), channel="letter", page_envelope="7", **{"parties-mandate": ["代领材料"]})
    client.post("/drafts/", kept)
    draft = Draft.objects.get()
    page = client.get(f"/cases/new/?draft={draft.pk}", follow=True)
    assert page.redirect_chain[-1][0] == f"/reception/letters/new/?key={key}"
    form = page.context["form"]
    assert form["page_envelope"].value() == "7"
    assert form.asks_agent
    assert not form.asks_papers
    assert form.folds["opens_demands"]
    assert not form.folds["opens_superior"]


def test_what_is_wrong_is_said_and_nothing_is_lost(cast: Cast):
    answer = client_of(cast.clerk).post(PAGES["letter"], typed(content="", petitioner_count="-1"), headers=HTMX)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "还没有登记" in page
    assert "13800001234" in page
    assert "疏通水渠" in page


def test_only_who_registers_opens_them(cast: Cast):
    for address in PAGES.values():
        assert client_of(cast.dispatcher).get(address, follow=True).status_code == 200
        for name in ("supervisor", "leader", "analyst", "system_admin"):
            assert client_of(getattr(cast, name)).get(address).status_code == 403
