"""Run by tests/test_rooms.py with the toy room: one record has everything that a case has, and journal and feed tell of it."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from docx import Document as Word

from cases.forms.drafts import form_on
from cases.models import Draft
from kit.messages.delivery import told_to
from law.errors import Refused
from organizations.feed.reading import read_feed
from organizations.journal.chaining import sequence_all
from organizations.journal.verifying import verify_journal
from organizations.mandates import give_mandate
from organizations.models import JournalEntry, RecordLetter, RecordNotice, Staff
from organizations.models.mandate import MandateKind
from organizations.record_files import files_of
from organizations.recording import history_of
from organizations.today import today
from tests.cases.uploads import PDF, upload
from tests.cast import Cast
from tests.toy_room.models import ToyNote
from tests.toy_room.notes import NOTE_WRITTEN, write_note

pytestmark = pytest.mark.django_db


def client_of(person: Staff) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def take(client: Client, note: ToyNote, step: str, **typed: Any) -> None:
    """Take a step on the page."""
    answer = client.post(f"/toy/notes/{note.pk}/{step}/", typed)
    assert answer.status_code == 302, answer.content.decode()


def content_of(answer: Any) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def a_letter(note: ToyNote, leader: Client) -> RecordLetter:
    """A reminder, through the door for programs; one that was refused has taken no number."""
    door = f"/api/v1/toy/notes/{note.pk}/remind/"
    refused = leader.post(door, {"text": " "}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (422, "letter_incomplete")
    assert "《督办函》缺少必填内容：督办要求。" in refused.json()["message"]
    assert leader.post(door, {"text": "请报告修路的进展"}, content_type="application/json").status_code == 200
    letter = RecordLetter.objects.get()
    assert letter.number == f"{letter.unit.short_name}信督〔{today().year}〕1号"
    return letter


def is_read_by_who_reads_the_note(letter: RecordLetter, reader: Client, stranger: Client) -> None:
    """Page, program, PDF, Word and QR code, each for who reads the note and nobody else."""
    page, door = f"/records/letters/{letter.pk}", f"/api/v1/records/letters/{letter.pk}"
    assert "请报告修路的进展" in content_of(reader.get(f"{page}/")).decode()
    assert "/records/letters/" in reader.get(f"/s/{letter.check_code}")["Location"]
    told = reader.get(f"{door}/").json()
    assert (told["title"], told["number"], told["to"]) == ("督办函", letter.number, "青石镇人民政府")
    for place in (page, door):
        assert content_of(reader.get(f"{place}.pdf")).startswith(b"%PDF-")
        said = [line.text for line in Word(BytesIO(content_of(reader.get(f"{place}.docx")))).paragraphs]
        assert "请报告修路的进展" in said
        for tail in ("/", ".pdf", ".docx"):
            assert stranger.get(f"{place}{tail}").status_code == 404
    assert stranger.get(f"/s/{letter.check_code}").status_code == 404


def is_served_with_a_scan(note: ToyNote, letter: RecordLetter, leader: Client, stranger: Client) -> None:
    """Who signed is said masked; the scan is the signed paper."""
    served = {"letter": letter.pk, "method": "in_person", "receiver": "施镇长", "scans": upload("盖章.pdf", PDF)}
    take(leader, note, "serve", **served)
    again = leader.post(f"/toy/notes/{note.pk}/serve/", {"letter": letter.pk, "method": "post"})
    assert again.status_code == 409, "what has arrived is not served again"
    assert "签收人施*" in content_of(leader.get(f"/toy/notes/{note.pk}/")).decode()
    for door in ("", "/api/v1"):
        place = f"{door}/records/letters/{letter.pk}/scans/{letter.scans.get().pk}/"
        assert content_of(leader.get(place)) == PDF
        assert stranger.get(place).status_code == 404


def is_answered_after_a_pause(note: ToyNote, cast: Cast) -> None:
    """What was half typed waits for who typed it, and for nobody else; the answer comes with a file."""
    head = client_of(cast.town_head)
    take(head, note, "answer", text="路已经修", keep="1")
    assert "路已经修" in content_of(head.get(f"/toy/notes/{note.pk}/")).decode()
    assert "路已经修" not in content_of(client_of(cast.leader).get(f"/toy/notes/{note.pk}/")).decode()
    with pytest.raises(Refused, match="不在您的查看范围内"):
        form_on(note, "answer", by=cast.farming_head)
    take(head, note, "answer", text="路已经修好", files=upload("照片.pdf", PDF))
    assert not Draft.objects.exists()
    [file] = files_of(note)
    assert content_of(client_of(cast.leader).get(f"/api/v1/records/files/{file.pk}/")) == PDF


def is_closed_by_a_deputy(note: ToyNote, cast: Cast) -> Staff:
    """The leader is away; his deputy does it in his name, on the page."""
    deputy, day = cast.hire("代理人", cast.gov), today()
    given = give_mandate(MandateKind.STAND_IN, cast.leader, deputy, day, day, "出差", by=cast.leader)
    client = client_of(deputy)
    assert client.post(f"/toy/notes/{note.pk}/close/").status_code == 404, "in his own name he reads nothing of it"
    client.post(f"/account/mandates/{given.pk}/use/")
    take(client, note, "close")
    return deputy


def test_a_record_has_all_that_a_case_has_and_journal_and_feed_tell_of_it(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.leader)
    leader, stranger = client_of(cast.leader), client_of(cast.farming_head)
    assert [message.url for message in told_to(cast.town_head)] == [f"/toy/notes/{note.pk}/"]
    assert not NOTE_WRITTEN.may_tell(cast.farming_head, note.pk)
    letter = a_letter(note, leader)
    is_read_by_who_reads_the_note(letter, client_of(cast.town_head), stranger)
    is_served_with_a_scan(note, letter, leader, stranger)
    is_answered_after_a_pause(note, cast)
    deputy = is_closed_by_a_deputy(note, cast)
    head, chief, number = cast.town_head, cast.leader, letter.number
    history: list[tuple[str, Staff, Staff | None, dict[str, Any]]] = [
        ("record.told", chief, None, {"channel": "product", "reason": "toy.note"}),
        ("toy.written", chief, None, {"length": 5}),
        ("record.letter", chief, None, {"letter": "toy_room.reminder", "number": number}),
        ("toy.reminded", chief, None, {}),
        ("record.served", chief, None, {"number": number, "method": "in_person", "sent_on": today().isoformat()}),
        ("record.scans", chief, None, {"number": number, "scans": 1}),
        ("toy.served", chief, None, {}),
        ("record.files", head, None, {"files": 1}),
        ("toy.answered", head, None, {}),
        ("toy.closed", deputy, chief, {}),
    ]
    rows = [(entry.verb, entry.by, entry.for_whom, entry.facts) for entry in reversed(history_of(note))]
    assert rows == history
    sequence_all()
    assert verify_journal().broken == []
    for reader in (chief, head):
        lines = [line for line in read_feed(reader).lines if line.get("record") == "toy_room.toynote"]
        assert [(line["verb"], line["by"], line["for_whom"], line["facts"]) for line in lines] == [
            (verb, by.pk, whom.pk if whom else None, facts) for verb, by, whom, facts in history
        ]
        assert {line["key"] for line in lines} == {note.pk}
    assert not [line for line in read_feed(cast.farming_head).lines if "record" in line]
    saved = JournalEntry.objects.filter(verb__in=("letter.file", "scan.file", "record.file"))
    assert sorted(saved.values_list("verb", "kind", "by__username")) == [
        *[("letter.file", "organizations.recordletter", "town_head")] * 4,
        ("record.file", "organizations.recordfile", "leader"),
        *[("scan.file", "organizations.recordscan", "leader")] * 2,
    ]
    assert {notice.staff for notice in RecordNotice.objects.all()} == {head, chief}
