"""Guide, publications, drafts and petitions written for others."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from cases.doors.table import ACTIONS
from cases.models import Case, Event, Party
from law.errors import Refused
from law.vocabulary import Act, Path
from organizations.dictionaries import CONTENT, load_dictionaries
from organizations.models import Term
from organizations.today import today
from reception.models import AssistedFiling, Matters, OnlineFiling, PortalDraft
from reception.portal.drafts import purge_old
from reception.portal.guide import keep_row, misdirected, point
from tests.addresses import client_of
from tests.cast import Cast
from tests.reception.portal import CASE, FILE, file, look_up, typed

pytestmark = pytest.mark.usefixtures("no_broker")


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def category(level: int) -> str:
    return Term.objects.of(CONTENT).filter(level=level).order_by("code")[0].code


def test_the_guide_says_who_is_responsible_in_dated_versions(cast: Cast, client: Client):
    load_dictionaries()
    wide, narrow, day, by = category(1), category(2), today(), cast.system_admin
    assert narrow.startswith(wide)
    assert point(cast.area, narrow, None, day) is None
    keep_row(by=by, category=wide, unit=cast.housing, path=Path.STATUTORY_DUTY)
    at_town = {"category": narrow, "place": cast.town, "unit": cast.town, "path": Path.JUDICIAL, "papers": "合同"}
    there, later = keep_row(by=by, **at_town), day + timedelta(days=5)
    keep_row(by=by, category=wide, unit=cast.farming, path=Path.STATUTORY_DUTY, valid_from=later)
    for place, on, unit in (
        (None, day, cast.housing),
        (cast.town, day, cast.town),
        (cast.other_town, later, cast.farming),
    ):
        found = point(cast.area, narrow, place, on)
        assert found, place
        assert found.row.unit == unit
    said = client.get(
        "/portal/guide/", {"district": cast.area.pk, "matter": narrow, "place": cast.town.pk}
    ).content.decode()
    for words in (cast.town.formal_name, "合同", "人民法院", "最后期限", f"?guide={there.pk}"):
        assert words in said
    keep_row(by=by, **at_town, ended=True)
    found = point(cast.area, narrow, cast.town, day)
    assert found
    assert found.row.unit == cast.housing


def test_the_guide_is_not_dated_back_and_kept_by_who_keeps_dictionaries(cast: Cast):
    load_dictionaries()
    row: dict[str, Any] = {"by": cast.system_admin, "category": category(1), "unit": cast.town, "path": Path.JUDICIAL}
    yesterday = today() - timedelta(days=1)
    for wrong, code in (({"valid_from": yesterday}, "guide_retroactive"), ({"by": cast.router}, "not_permitted")):
        with pytest.raises(Refused) as refused:
            keep_row(**{**row, **wrong})
        assert refused.value.code == code


def test_what_the_guide_got_wrong_is_counted(cast: Cast, client: Client):
    load_dictionaries()
    row = keep_row(by=cast.system_admin, category=category(1), unit=cast.housing, path=Path.PETITION_PROCEDURE)
    for unit in (cast.housing, cast.town, None):
        file(client, cast, guide=row.pk, content=f"给{unit}")
        case = Case.objects.latest("pk")
        if unit:
            ACTIONS[Act.REFER](case.pk, by=cast.router, unit=unit, demands=[1], reason="职权范围")
    assert OnlineFiling.objects.filter(guide=row).count() == 3
    assert misdirected([row]) == {row.pk: {"filed": 3, "dispatched": 2, "elsewhere": 1}}
    admin = client_of(cast.system_admin)
    assert cast.housing.name in admin.get("/reception/guide/").content.decode()
    sent = {"category": category(1), "unit": cast.town.pk, "path": "judicial"}
    assert admin.post("/reception/guide/new/", sent).status_code == 302
    assert client_of(cast.router).get("/reception/guide/").status_code == 403


def test_what_art_18_orders_is_published_and_what_lacks_is_said(cast: Cast, client: Client):
    head = client_of(cast.bureau_head)
    assert Matters.HOURS.label in head.get("/reception/publishing/").context["lead"]
    sent = {"unit": cast.bureau.pk, "matter": "hours", "text": "工作日上午九时至十二时，一楼大厅"}
    assert head.post("/reception/publishing/new/", sent).status_code == 302
    assert Matters.HOURS.label not in head.get("/reception/publishing/").context["lead"]
    assert "一楼大厅" in client.get("/portal/published/").content.decode()
    assert client_of(cast.router).get("/reception/publishing/").status_code == 403
    assert client_of(cast.housing_head).post("/reception/publishing/new/", sent).status_code == 422


def test_a_draft_is_kept_on_request_only_and_gone_once_it_was_sent(cast: Cast, client: Client):
    half = typed(cast, kind="", agreed="", content="写到一半")
    assert client.post(FILE, half).status_code == 422
    assert not PortalDraft.objects.exists()
    code = client.post(FILE, {**half, "save": "1"}).context["code"]
    kept = PortalDraft.objects.values().get()
    assert code.replace(" ", "") not in str(kept)
    assert client.post("/portal/draft/", {"code": "0" * 16}).status_code == 422
    form = client.post("/portal/draft/", {"code": code}).context["form"]
    assert (form["content"].value(), form["key"].value()) == ("写到一半", half["key"])
    sent = typed(cast, key=half["key"], content="写到一半", draft=code)
    assert client.post(FILE, sent).status_code == 200
    assert not PortalDraft.objects.exists()
    client.post(FILE, {**half, "key": str(uuid4()), "save": "1"})
    assert purge_old(today() + timedelta(days=7)) == 0
    assert purge_old(today() + timedelta(days=8)) == 1


def spoken(**changes: Any) -> dict[str, Any]:
    return {
        "key": str(uuid4()),
        "channel": "visit",
        "filed_as": "guardian",
        "name": "老李",
        "principal": "小李子",
        "mandate": "父亲",
        "kind": "appeal",
        "content": "轮椅坡道没有修。",
        "read_back": "aloud",
        **changes,
    }


def test_what_is_written_for_somebody_is_read_back_registered_once_and_he_gets_his_code(cast: Cast, client: Client):
    informant = client_of(cast.informant)
    sent, place = spoken(), "/reception/assisted/new/"
    assert informant.post(place, spoken(read_back="")).status_code == 422
    first, again = informant.post(place, sent), informant.post(place, sent)
    assert first.context["code"] == again.context["code"]
    case, row = Case.objects.get(), AssistedFiling.objects.get()
    assert (case.unit, row.helper, row.read_back) == (cast.town, cast.informant, "aloud")
    assert Event.objects.get().by == cast.informant
    people = {party.name: (party.role, party.mandate) for party in Party.objects.all()}
    assert people == {"老李": ("agent", "监护人：父亲"), "小李子": ("petitioner", "")}
    page = look_up(client, {"number": case.number, "code": first.context["code"]})
    assert page.request["PATH_INFO"] == CASE
    assert client_of(cast.dispatcher).get(row.get_absolute_url()).status_code == 200
    assert client_of(cast.housing_head).get(row.get_absolute_url()).status_code == 404
    assert case.number in client_of(cast.dispatcher).get("/reception/assisted/").content.decode()
