"""The chain of events: the database refuses to change it, and what is changed behind its back is found."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from cases.models import Case, Event, EventText
from cases.record.chain import BrokenLink, empty_words, verify_chains
from law.vocabulary import State
from tests.cases.asking import first_broken_link
from tests.cast import Cast, register
from tests.walks import walk_to

TRUNCATE_GUARD = """CREATE TRIGGER cases_event_no_truncate BEFORE TRUNCATE ON cases_event
    FOR EACH STATEMENT EXECUTE FUNCTION cases_event_refuse()"""


@pytest.fixture
def case(cast: Cast) -> Case:
    """A case with a chain of some length."""
    return walk_to(cast, State.IN_HANDLING).case


def execute(sql: str, *arguments: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)


def tamper(sql: str, *arguments: Any) -> None:
    """Change events as somebody could who owns the database."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("ALTER TABLE cases_event DISABLE TRIGGER cases_event_no_change")
    execute(sql, *arguments)
    execute("ALTER TABLE cases_event ENABLE TRIGGER cases_event_no_change")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cases_event SET article = '第一条'",
        "UPDATE cases_event SET facts = '{}' WHERE sequence = 1",
        "DELETE FROM cases_event",
        "DELETE FROM cases_event WHERE sequence = 1",
        "TRUNCATE cases_event CASCADE",
    ],
)
def test_the_database_refuses_to_change_an_event(case: Case, sql: str):
    # Transactional tests need to truncate, so the guard is put up again here.
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("DROP TRIGGER IF EXISTS cases_event_no_truncate ON cases_event")
    execute(TRUNCATE_GUARD)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        execute(sql)
    assert first_broken_link(case) is None


def test_the_model_cannot_change_an_event_either(case: Case):
    event = case.events.first()
    event.article = "第一条"
    for change in (event.save, Event.objects.filter(pk=event.pk).delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_sound_chain_verifies(case: Case, cast: Cast):
    register(cast)
    assert first_broken_link(case) is None
    seen = verify_chains()
    assert (seen.cases, seen.events, seen.broken) == (2, Event.objects.count(), [])
    events = list(case.events.order_by("sequence"))
    assert [event.sequence for event in events] == list(range(1, len(events) + 1))
    assert [event.previous for event in events] == ["", *(event.digest for event in events[:-1])]


@pytest.mark.parametrize(
    ("sql", "sequence", "why"),
    [
        ("UPDATE cases_event SET \"on\" = '2026-01-01' WHERE case_id = %s AND sequence = 3", 3, "记录内容与摘要不符"),
        ("UPDATE cases_event SET by_id = NULL WHERE case_id = %s AND sequence = 2", 2, "记录内容与摘要不符"),
        (
            "UPDATE cases_event SET facts = facts || '{\"x\": 1}' WHERE case_id = %s AND sequence = 1",
            1,
            "记录内容与摘要不符",
        ),
        (
            "UPDATE cases_event SET digest = md5('x') || md5('y') WHERE case_id = %s AND sequence = 2",
            2,
            "记录内容与摘要不符",
        ),
        ("UPDATE cases_event SET previous = '' WHERE case_id = %s AND sequence = 2", 2, "与上一条记录不衔接"),
        ("UPDATE cases_event SET sequence = 90 WHERE case_id = %s AND sequence = 2", 3, "缺少第2条记录"),
        ("UPDATE cases_event SET sequence = 90 WHERE case_id = %s AND sequence = 5", 90, "缺少第5条记录"),
        (
            "UPDATE cases_eventtext SET salt = 'x' WHERE event_id IN (SELECT id FROM cases_event WHERE case_id = %s AND sequence = 1)",
            1,
            "文字与承诺值不符",
        ),
        (
            "UPDATE cases_eventtext SET text = '' WHERE event_id IN (SELECT id FROM cases_event WHERE case_id = %s AND sequence = 1)",
            1,
            "文字与承诺值不符",
        ),
        (
            "UPDATE cases_eventtext SET text = '1.k1.AAAA' WHERE event_id IN (SELECT id FROM cases_event WHERE case_id = %s AND sequence = 1)",
            1,
            "文字无法解密",
        ),
        (
            "DELETE FROM cases_eventtext WHERE event_id IN (SELECT id FROM cases_event WHERE case_id = %s AND sequence = 1)",
            1,
            "缺少文字行",
        ),
    ],
)
def test_tampering_is_found_at_the_right_link(case: Case, cast: Cast, sql: str, sequence: int, why: str):
    sound = register(cast)
    tamper(sql, case.pk)
    assert first_broken_link(case) == BrokenLink(case.number, sequence, why)
    assert first_broken_link(sound) is None
    assert verify_chains().broken == [BrokenLink(case.number, sequence, why)]


def test_other_words_sealed_with_the_right_key_are_found_too(case: Case):
    words = EventText.objects.filter(event__case=case).latest("event_id")
    EventText.objects.filter(pk=words.pk).update(text="信访人表示满意")
    assert first_broken_link(case) == BrokenLink(case.number, words.event.sequence, "文字与承诺值不符")


def test_a_chain_cut_off_at_its_end_or_gone_is_found(case: Case, cast: Cast):
    last = case.events.latest("sequence")
    follow_up = "DELETE FROM cases_followup WHERE event_id = %s"
    tamper(follow_up, last.pk)
    tamper("DELETE FROM cases_event WHERE id = %s", last.pk)
    assert first_broken_link(case) == BrokenLink(case.number, last.sequence, "末尾的记录缺失")
    bare = Case.objects.create(
        unit=cast.bureau, number="bare", channel="letter", received_on=case.received_on, registered_on=case.received_on
    )
    assert first_broken_link(bare) == BrokenLink("bare", 0, "没有办理记录")


def test_emptied_words_keep_the_chain_whole(case: Case):
    event = case.events.get(sequence=1)
    assert "村口的路" in event.words.text
    empty_words(event, case.received_on)
    words = EventText.objects.get(event=event)
    assert (words.text, words.salt) == ("", "")
    assert first_broken_link(case) is None
    EventText.objects.filter(event=event).update(text="别的话")
    assert first_broken_link(case) == BrokenLink(case.number, 1, "文字与承诺值不符")


def test_the_pass_over_many_chains_makes_two_queries(cast: Cast, case: Case, django_assert_num_queries: Any):
    for _ in range(5):
        register(cast)
    # Two reads, and the savepoint of the test around the transaction.
    with django_assert_num_queries(4):
        assert verify_chains().cases == 6


def verify(*arguments: str) -> tuple[str, int]:
    out = StringIO()
    try:
        call_command("verify_chain", *arguments, stdout=out)
    except CommandError as error:
        return out.getvalue(), error.returncode
    return out.getvalue(), 0


def test_the_command_names_the_first_broken_link_and_fails(case: Case, cast: Cast):
    register(cast)
    assert verify() == (f"已核验2件信访件的{Event.objects.count()}条办理记录。\n", 0)
    tamper("UPDATE cases_event SET article = '' WHERE case_id = %s AND sequence IN (2, 4)", case.pk)
    said, code = verify()
    assert code == 1
    assert said.splitlines()[0] == f"断裂：{case.number} 第2条，记录内容与摘要不符。"
    assert "第4条" not in said
    said, code = verify("--case", case.number, "--json")
    broken = [{"case": case.number, "sequence": 2, "why": "记录内容与摘要不符"}]
    assert (json.loads(said), code) == ({"cases": 1, "events": case.events.count(), "broken": broken}, 1)
    assert verify("--case", "没有这一件")[1] == 2
