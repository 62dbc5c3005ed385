"""What the room of the case notes in the journal: who saw names, read what is sealed, looked somebody up, took a file."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from law.vocabulary import Letter, State
from organizations.models import JournalEntry, Staff
from tests.cast import Cast, register
from tests.leak_scene import Scene
from tests.walks import walk_to

pytestmark = pytest.mark.usefixtures("no_broker")


def as_person(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def noted(verb: str) -> list[JournalEntry]:
    return list(JournalEntry.objects.filter(verb=verb).order_by("pk"))


def test_reading_what_is_sealed_is_noted_once_an_hour_a_person(scene: Scene, monkeypatch: Any):
    case, clerk = scene.planted["D"].case, as_person(scene.cast.clerk)
    for address in (f"/cases/{case.pk}/", f"/api/v1/cases/{case.pk}/", f"/cases/{case.pk}/"):
        assert clerk.get(address).status_code == 200
    [entry] = noted("case.sealed")
    assert (entry.by, entry.kind, entry.key, entry.facts) == (scene.cast.clerk, "cases.case", case.pk, {})
    monkeypatch.setattr("cases.record.looking.now", lambda: entry.at + timedelta(hours=1, minutes=1))
    clerk.get(f"/cases/{case.pk}/")
    assert len(noted("case.sealed")) == 2


def test_whoever_reads_only_the_open_part_reads_nothing_sealed(scene: Scene):
    as_person(scene.cast.supervisor).get(f"/cases/{scene.planted['D'].case.pk}/")
    as_person(scene.cast.clerk).get(f"/cases/{scene.planted['A'].case.pk}/")
    assert noted("case.sealed") == []


def test_names_letters_and_forms(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.ANSWERED)
    on_day(walk.on)
    handler, case = as_person(cast.town_handler), walk.case
    letter = case.documents.filter(kind=Letter.HANDLING_OPINION).latest("pk")
    address = f"/cases/{case.pk}/letters/{letter.pk}"
    assert handler.post(f"{address}/", {"purpose": "contact"}).status_code in (200, 302)
    assert handler.get(f"{address}.pdf").status_code == 200
    assert handler.get(f"/api/v1{address}.docx").status_code == 200
    assert [(entry.key, entry.facts["cases"]) for entry in noted("case.names")][:1] == [(case.pk, 1)]
    files = [(entry.by, entry.kind, entry.key, entry.facts["format"]) for entry in noted("letter.file")]
    assert files == [(cast.town_handler, "cases.document", letter.pk, form) for form in ("pdf", "docx")]


def test_looking_a_person_up(cast: Cast):
    register(cast)
    as_person(cast.clerk).post("/look-up/", {"name": "老王", "reason": "联系信访人"})
    [entry] = noted("case.look_up")
    assert (entry.by, entry.facts) == (cast.clerk, {"found": 1})
    assert "老王" not in str(JournalEntry.objects.filter(pk=entry.pk).values())


class TestWhySeen:
    """The auditor's question."""

    def test_the_predicate_answers_without_a_word_of_the_case(self, scene: Scene):
        auditor = as_person(scene.cast.auditor)
        planted = scene.planted["D"]
        for account, sees, opened, is_walled in (
            ("clerk", True, True, False),
            ("supervisor", True, False, False),
            ("informant", False, False, True),
            ("other_dispatcher", False, False, False),
        ):
            asked = {"case": planted.case.number, "account": account}
            found = auditor.get("/api/v1/journal/why/", asked).json()
            assert (found["sees"], found["sealed_open"], found["walled"]) == (sees, opened, is_walled), account
            assert bool(found["ways"]) == (sees or is_walled), account
            page = auditor.get("/journal/why/", asked)
            assert page.status_code == 200
            text = page.content.decode()
            assert ("能看到" if sees else "看不到") in text
            assert not [word for word in (*planted.words, *planted.sealed, planted.name) if word in text]
        assert len(noted("case.why_seen")) == 8

    def test_it_agrees_with_the_predicate_for_everybody_and_every_case(self, scene: Scene):
        auditor = as_person(scene.cast.auditor)
        for letter, planted in scene.planted.items():
            for person in ("clerk", "sealed_desk", "inspector", "town_head", "leader", "auditor"):
                found = auditor.get("/api/v1/journal/why/", {"case": planted.case.number, "account": person})
                if letter == "C":
                    assert found.status_code == 422
                    continue
                staff = getattr(scene.cast, person)
                seen = type(planted.case).objects.visible_to(staff).filter(pk=planted.case.pk).exists()
                assert found.json()["sees"] == seen, (letter, person)

    def test_nobody_else_may_ask_and_what_is_not_there_is_said(self, scene: Scene):
        asked = {"case": scene.planted["A"].case.number, "account": "clerk"}
        for person in ("clerk", "coordinator", "system_admin", "security_admin"):
            client = as_person(getattr(scene.cast, person))
            assert client.get("/journal/why/", asked).status_code == 403
            assert client.get("/api/v1/journal/why/", asked).status_code == 403
        auditor = as_person(scene.cast.auditor)
        for changes, code in (({"case": "X1"}, "case_unknown"), ({"account": "nobody"}, "account_unknown")):
            answer = auditor.get("/api/v1/journal/why/", {**asked, **changes})
            assert (answer.status_code, answer.json()["code"]) == (422, code)
            assert auditor.get("/journal/why/", {**asked, **changes}).status_code == 422
        for wrong in ({"case": "X\x00"}, {"account": "\x00"}, {"case": ""}, {"account": "x" * 41}):
            answer = auditor.get("/api/v1/journal/why/", {**asked, **wrong})
            assert (answer.status_code, answer.json()["code"]) == (422, "input_invalid"), wrong
            assert auditor.get("/journal/why/", {**asked, **wrong}).status_code == 422
