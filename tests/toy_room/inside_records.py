"""Run by tests/test_rooms.py with the toy room: its record has steps, history, notices, and a place in journal and feed."""

from itertools import product
from typing import Any

import pytest
from django.test import Client

from law.errors import Refused
from law.vocabulary import ServiceMethod
from organizations.feed.reading import read_feed
from organizations.journal.chaining import sequence_all
from organizations.journal.verifying import verify_journal
from organizations.mandates import acting_for, days_to_confirm, give_mandate
from organizations.models import JournalEntry, RecordNotice, Staff
from organizations.models.mandate import MandateKind
from organizations.papers.serving import Serving
from organizations.record_files import files_of
from organizations.record_letters.reading import letters_of
from organizations.record_letters.serving import record_receipt, record_return, serve_letter
from organizations.recording import history_of, recording
from organizations.today import today
from tests.cases.uploads import a_scan
from tests.cast import Cast
from tests.toy_room.models import ToyNote
from tests.toy_room.notes import (
    ANSWER,
    CLOSE,
    MOVES,
    SERVE,
    WRITE,
    answer_note,
    close_note,
    remind,
    serve_reminder,
    write_note,
)

pytestmark = pytest.mark.django_db


def client_of(person: Staff) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_record_goes_its_way_and_leaves_its_history(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.supervisor)
    note = answer_note(note, "正在办理", by=cast.town_head)
    note = close_note(note, by=cast.supervisor)
    assert (note.state, note.version, note.district) == ("closed", 3, cast.area)
    assert [(entry.verb, entry.by) for entry in reversed(history_of(note))] == [
        ("record.told", cast.supervisor),
        ("toy.written", cast.supervisor),
        ("toy.answered", cast.town_head),
        ("toy.closed", cast.supervisor),
    ]
    sequence_all()
    assert verify_journal().broken == []


def test_it_stands_on_the_desk_of_whom_it_concerns_until_he_looks(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.supervisor)
    client = client_of(cast.town_head)
    assert "发出督办便函（青石镇人民政府）" in client.get("/").content.decode()
    notice = RecordNotice.objects.get()
    assert client.get(f"/notices/records/{notice.pk}/")["Location"] == f"/toy/notes/{note.pk}/"
    assert "发出督办便函" not in client.get("/").content.decode()
    assert client_of(cast.clerk).get(f"/notices/records/{notice.pk}/").status_code == 404


def test_the_feed_tells_of_it_whoever_may_read_it(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.supervisor)
    sequence_all()
    [line] = [line for line in read_feed(cast.town_head).lines if line["verb"] == "toy.written"]
    assert (line["record"], line["key"], line["verb"], line["facts"]) == (
        "toy_room.toynote",
        note.pk,
        "toy.written",
        {"length": 5},
    )
    assert [line for line in read_feed(cast.farming_head).lines if "record" in line] == []


def test_a_file_is_read_by_whoever_reads_the_record_and_by_nobody_else(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.supervisor)
    for _ in range(2):
        answer_note(note, "见附件", by=cast.town_head, files=[a_scan(name="报告.pdf")])
    [file] = files_of(note)
    answer: Any = client_of(cast.supervisor).get(f"/records/files/{file.pk}/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert JournalEntry.objects.filter(verb="record.file", by=cast.supervisor).count() == 1
    assert client_of(cast.farming_head).get(f"/records/files/{file.pk}/").status_code == 404


def test_a_step_by_a_deputy_names_both(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.supervisor)
    day = today()
    given = give_mandate(MandateKind.STAND_IN, cast.town_head, cast.town_handler, day, day, "开会", by=cast.town_head)
    note = answer_note(note, "正在办理", by=acting_for(cast.town_handler, given.pk))
    last = history_of(note)[0]
    assert (last.by, last.for_whom) == (cast.town_handler, cast.town_head)


def test_what_a_liaison_does_on_a_record_waits_for_his_leader(cast: Cast):
    day, liaison = today(), cast.hire("联络员", cast.gov)
    given = give_mandate(MandateKind.LIAISON, cast.leader, liaison, day, day, "日常", by=cast.leader)
    leader = acting_for(liaison, given.pk)
    assert leader is not None
    write_note(cast.town, "请报告进展", by=leader)
    assert [waiting.on for waiting in days_to_confirm(cast.leader)] == [day]


def test_a_letter_is_on_its_way_comes_back_and_goes_out_again(cast: Cast):
    day, note = today(), write_note(cast.town, "请报告进展", by=cast.supervisor)
    remind(note, "请报告修路的进展", by=cast.supervisor)
    [letter] = letters_of(note)
    posted = Serving(method=ServiceMethod.POST)
    with pytest.raises(Refused) as refused, recording(SERVE, note, by=cast.supervisor) as made:
        record_receipt(made, letter.pk, received_on=day, receiver="施镇长")
    assert refused.value.code == "nothing_sent"
    with recording(SERVE, note, by=cast.supervisor) as made:
        serve_letter(made, letter.pk, posted)
        record_return(made, letter.pk, returned_on=day, reason="无人签收")
        serve_letter(made, letter.pk, posted)
        record_receipt(made, letter.pk, received_on=day, receiver="施镇长")
    assert [(each.returned_on, each.received_on) for each in letters_of(note)[0].services.all()] == [
        (day, None),
        (None, day),
    ]
    other = write_note(cast.town, "另一份", by=cast.supervisor)
    with pytest.raises(Refused) as refused:
        serve_reminder(other, letter.pk, posted, by=cast.supervisor)
    assert refused.value.code == "not_found", "a step on one record never touches the letter of another"


def test_what_is_refused_leaves_nothing(cast: Cast):
    note = write_note(cast.town, "请报告进展", by=cast.supervisor)
    before = JournalEntry.objects.count()
    refusals: list[tuple[Any, str]] = [
        (lambda: write_note(cast.town, "x", by=cast.clerk), "not_permitted"),
        (lambda: answer_note(note, "x", by=cast.farming_head), "not_found"),
        (lambda: close_note(note, by=cast.supervisor), "wrong_state"),
        (lambda: answer_note(note, "好的", by=cast.town_head, seen=7), "changed_meanwhile"),
    ]
    for tried, code in refusals:
        with pytest.raises(Refused) as refused:
            tried()
        assert refused.value.code == code
    assert JournalEntry.objects.count() == before
    answer_note(note, "好", by=cast.town_head)
    with pytest.raises(Refused) as refused:
        close_note(note, by=cast.supervisor)
    assert refused.value.code == "answer_short"


def test_every_state_by_every_step(cast: Cast):
    for state, move in product(("open", "answered", "closed"), MOVES):
        note = write_note(cast.town, "请报告进展", by=cast.supervisor)
        ToyNote.objects.filter(pk=note.pk).update(state=state, answer="已经办好")
        note.refresh_from_db()
        doer = cast.town_head if move is ANSWER else cast.supervisor
        refusal = move.refusal(note, doer, today())
        allowed = move is WRITE or state in move.from_states
        assert (refusal is None) == allowed, (state, move.verb)
        if move is ANSWER and allowed:
            assert answer_note(note, "好的", by=doer).state == "answered"
        if move is CLOSE and allowed:
            assert close_note(note, by=doer).state == "closed"
