"""Drafts: kept for their owner alone, given back whole, gone with the registration."""

from uuid import uuid4

from django.test import Client

from cases.models import Draft
from tests.cases.views.intake_forms import HTMX, client_of, send, typed
from tests.cast import Cast


def test_a_draft_gives_everything_back_and_goes_with_the_registration(cast: Cast):
    form = typed(received_on="不记得", location="东头\x00")
    client = client_of(cast.clerk)
    kept = client.post("/drafts/", form, headers=HTMX)
    assert "草稿已保存" in kept.content.decode()
    draft = Draft.objects.get()
    opened = client.get(f"/cases/new/?draft={draft.pk}", follow=True)
    page = opened.content.decode()
    for words in ("庄稼没水浇", "不记得", "13800001234", "赔偿庄稼", "东头", form["key"]):
        assert words in page, words
    assert client_of(cast.router).get(f"/cases/new/?key={form['key']}").content.decode().count("庄稼没水浇") == 0
    send(cast.clerk, typed(key=form["key"]))
    assert Draft.objects.count() == 0
    client.post("/drafts/", form, headers=HTMX)
    assert Draft.objects.count() == 0, "a late automatic save does not bring a registered form back"


def test_an_empty_form_leaves_no_draft_and_a_foreign_draft_cannot_be_dropped(cast: Cast):
    client = client_of(cast.clerk)
    client.post("/drafts/", {"key": str(uuid4()), "channel": "visit", "received_on": "2026-03-02"}, headers=HTMX)
    assert Draft.objects.count() == 0
    client.post("/drafts/", typed(), headers=HTMX)
    draft = Draft.objects.get()
    assert client_of(cast.router).post(f"/drafts/{draft.pk}/drop/").status_code == 404
    assert client.post(f"/drafts/{draft.pk}/drop/", headers=HTMX).status_code == 200
    assert Draft.objects.count() == 0
    assert client.post("/drafts/", {"content": "x"}, headers=HTMX).status_code == 422


def test_a_session_that_is_over_leads_back_to_the_same_form(cast: Cast):
    key = uuid4()
    answer = Client().post(f"/cases/new/?key={key}", typed(key=str(key)))
    assert answer.status_code == 302
    assert str(key) in answer["Location"], "the form comes back under its key, its draft with it"
