"""The QR code of a letter: what it holds, who may follow it, and what can be recorded on a phone."""

import re

import pytest

from cases.models import Document
from kit.paper.check_codes import check_code, printed_code, qr_text, typed_code
from kit.paper.qr import qr_png, qr_svg
from law.vocabulary import Act, ServiceMethod, State
from tests.addresses import client_of
from tests.cases.views.doors import hidden_fields
from tests.cast import Cast
from tests.leak_scene import Scene
from tests.serving import typed_service
from tests.walks import Walk, walk_to


def opinion(walk: Walk) -> Document:
    found: Document = walk.case.documents.get(kind="handling_opinion")
    return found


def test_the_code_names_the_letter_and_its_words_under_our_key(cast: Cast, settings):
    document = opinion(walk_to(cast, State.ISSUED))
    assert re.fullmatch("[0-9a-f]{32}", document.check_code)
    assert check_code(document) == document.check_code
    document.content += "改一个字"
    assert check_code(document) != document.check_code, "forged words have another code"
    settings.XINFANG_SITE = "https://xf.example.cn"
    assert qr_text(document) == f"https://xf.example.cn/s/{document.check_code}?n={document.number}"
    assert "老王" not in qr_text(document)
    for text in (qr_text(document), printed_code(document.check_code), document.check_code.upper()):
        assert typed_code(text) == document.check_code
    assert qr_svg(qr_text(document)).startswith("<svg")
    assert qr_png("x").startswith(b"\x89PNG")
    assert qr_svg("") == ""


def test_scanned_at_dispatch_a_letter_is_recorded_as_posted(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    walk = walk_to(cast, State.ISSUED)
    monkeypatch.setattr("cases.actions.frame.today", lambda: walk.on)
    client, document = client_of(walk.handler), opinion(walk)
    page = client.get(f"/s/{document.check_code}?n={document.number}")
    assert page.status_code == 200
    links = re.findall(r'href="(/cases/\d+/serve/[^"]+)"', page.content.decode())
    post = next(link for link in links if "method=post" in link).replace("&amp;", "&")
    dialog = client.get(post).content.decode()
    assert re.search(r'<option value="post" selected', dialog)
    done = client.post(post, {**hidden_fields(dialog), **typed_service("post", walk.on)})
    assert done.status_code == 302
    assert document.services.get().method == ServiceMethod.POST


def test_scanned_again_it_can_be_received_or_returned(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    client, document = client_of(walk.handler), opinion(walk)
    page = client.get(f"/s/{document.check_code}").content.decode()
    for slug in ("record-receipt", "record-return"):
        assert f"/{slug}/?leg={walk.leg.pk}&amp;document={document.pk}" in page
    assert "/serve/" not in page
    dialog = client.get(
        f"/cases/{walk.case.pk}/record-return/?leg={walk.leg.pk}&document={document.pk}"
    ).content.decode()
    assert f'<option value="{document.pk}" selected' in dialog
    notice = walk.case.documents.get(kind="acceptance_notice")
    assert "record-receipt" not in client.get(f"/s/{notice.check_code}").content.decode()
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, received_on=walk.on, receiver="老王")
    assert "没有需要您登记" in client.get(f"/s/{document.check_code}").content.decode()


def test_who_may_only_read_gets_no_button(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    page = client_of(cast.supervisor).get(f"/s/{opinion(walk).check_code}")
    assert page.status_code == 200
    assert "没有需要您登记" in page.content.decode()


def test_a_code_typed_by_hand_finds_the_letter(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    client, code = client_of(walk.handler), opinion(walk).check_code
    assert client.get("/s/").status_code == 200
    assert client.get("/s/", {"code": printed_code(code)})["Location"] == f"/s/{code}"
    assert client.get("/s/", {"code": "12"}).status_code == 422


def test_out_of_reach_a_code_opens_nothing(scene: Scene):
    cast = scene.cast
    for letter, person in (
        ("E", cast.town_head),
        ("E", cast.dispatcher),
        ("A", cast.farming_handler),
        ("A", cast.auditor),
    ):
        document = Document.objects.filter(case=scene.planted[letter].case).first()
        assert client_of(person).get(f"/s/{document.check_code}").status_code == 404
    document = Document.objects.filter(case=scene.planted["A"].case).first()
    assert client_of(None).get(f"/s/{document.check_code}").status_code == 302
    assert client_of(cast.clerk).get(f"/s/{'0' * 32}").status_code == 404
    assert client_of(cast.clerk).get("/s/zzz").status_code == 404
    Document.objects.filter(pk=document.pk).update(check_code="")
    assert client_of(cast.clerk).get("/s/zzz").status_code == 404
