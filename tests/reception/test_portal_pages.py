"""Pages of the portal: their weight, larger print, no page of anybody's in a cache, and what programs are told."""

import gzip
import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.test import Client

from reception.models import OnlineFiling
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.reception.portal import CASE, FILE, LOOK_UP, file, look_up, typed

pytestmark = pytest.mark.usefixtures("no_broker")
MOST = 150 * 1024


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def weight(page: str) -> int:
    """What a browser loads for a page the first time, compressed."""
    found = set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))
    parts = [str(finders.find(re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", name))) for name in found]
    assert "None" not in parts, (found, parts)
    contents = [page.encode(), *(open(path, "rb").read() for path in parts)]  # noqa: PTH123, SIM115
    return sum(len(gzip.compress(content)) for content in contents)


def test_every_page_is_light(cast: Cast, client: Client):
    receipt = file(client, cast)
    pages = [receipt["page"], look_up(client, receipt).content.decode()]
    pages += [
        client.get(f"/portal/{name}").content.decode() for name in ("", "file/", "look-up/", "guide/", "published/")
    ]
    assert max(weight(page) for page in pages) < MOST


def test_no_cache_keeps_what_is_somebodys(cast: Cast, client: Client):
    receipt = file(client, cast)
    look_up(client, receipt)
    for answer in (client.post(FILE, typed(cast)), client.get(CASE), client.get(LOOK_UP), client.get(f"{CASE}who/")):
        assert "no-store" in answer["Cache-Control"]


def test_larger_print_is_a_cookie_of_the_browser_and_leads_nowhere_else(cast: Cast, client: Client):
    assert client.post("/portal/print-size/", {"back": "/portal/file/"})["Location"] == "/portal/file/"
    assert "p-big" in client.get("/portal/").content.decode()
    assert client.post("/portal/print-size/", {"back": "https://elsewhere.example/"})["Location"] == "/portal/"
    assert "p-big" not in client.get("/portal/").content.decode()


def test_programs_of_the_desk_do_the_same_as_its_pages(cast: Cast, client: Client):
    file(client, cast, phone="")
    call: Any = Caller(cast.clerk)
    [row] = call.get("/reception/portal/online/").json()["results"]
    place = f"/reception/portal/online/{row['id']}/"
    assert call.get(place).json()["state"] == "to_ask"
    assert call.post(f"{place}answer/", {"answer": "本人来过"}).status_code == 200
    assert OnlineFiling.objects.get().answer == "本人来过"
    assert Caller(cast.housing_head).get(place).status_code == 404
    for name in ("words/", "assisted/"):
        assert call.get(f"/reception/portal/{name}").json()["results"] == []


def test_a_list_costs_the_same_however_long_it_is(cast: Cast, client: Client, django_assert_max_num_queries: Any):
    clerk = client_of(cast.clerk)
    file(client, cast, phone="")
    clerk.get("/reception/online/")
    for number in range(6):
        file(client, cast, phone="", content=f"第{number}件")
    with django_assert_max_num_queries(14):
        clerk.get("/reception/online/")
