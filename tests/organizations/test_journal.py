"""The journal: what is noted, by whom and from where; its chain; its auditor."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from kit.origin import coming_from, keyed
from kit.rooms import all_of
from kit.verbs import Fact, Verb
from organizations.access import change_password, close_account, reset_password
from organizations.journal.chaining import LATE, sequence_all
from organizations.journal.noting import note
from organizations.journal.verbs import LIMITS_ADDED, LOG_IN_FAILED
from organizations.journal.verifying import verify_journal
from organizations.models import Awaiting, FeedPosition, JournalEntry, JournalLink
from organizations.people import add_staff, approve, end_grant, grant
from organizations.roles import Role
from tests.organizations.conftest import PASSWORD, District, as_person

NEW = "lantern-by-the-lake-3"


def noted(verb: str) -> list[JournalEntry]:
    return list(JournalEntry.objects.filter(verb=verb).order_by("pk"))


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql)


def test_an_account_and_its_role_leave_their_trace(district: District):
    system, security = district.people[Role.SYSTEM_ADMIN], district.people[Role.SECURITY_ADMIN]
    person = add_staff("new.hand", PASSWORD, name="新来的", unit=district["水务局"], by=system)
    given = grant(Role.HANDLER, person, district["水务局"], by=system)
    approve(given, by=security)
    end_grant(given, security, "调离")
    opened, gave = noted("account.opened")[-1], noted("grant.given")[-1]
    assert (opened.by, opened.kind, opened.key) == (system, "organizations.staff", person.pk)
    assert (gave.by, gave.facts) == (system, {"staff": person.pk, "role": "handler", "valid_to": None})
    assert noted("grant.approved")[-1].by == security
    assert noted("grant.ended")[-1].by == security
    assert {entry.district_id for entry in (opened, gave)} == {district["区"].pk}


def test_what_is_undone_leaves_no_entry(district: District):
    before = JournalEntry.objects.count()
    with transaction.atomic():
        change_password(district.people[Role.ROUTER], NEW)
        assert JournalEntry.objects.count() == before + 1
        transaction.set_rollback(True)
    assert JournalEntry.objects.count() == before


def test_passwords_and_accounts(district: District):
    person = district.people[Role.ROUTER]
    change_password(person, NEW)
    reset_password(person.username, "another-lantern-44")
    close_account(person.username)
    found = JournalEntry.objects.filter(kind="organizations.staff", key=person.pk).order_by("pk")
    assert [entry.verb for entry in found][-3:] == ["password.changed", "password.reset", "account.closed"]


def test_log_ins_failed_ones_too_and_never_the_typed_name(district: District):
    person, client = district.people[Role.ROUTER], Client(REMOTE_ADDR="10.1.2.3")
    client.post("/login/", {"username": person.username, "password": "wrong"})
    client.post("/login/", {"username": "my secret password", "password": "wrong"})
    client.post("/login/", {"username": person.username, "password": PASSWORD})
    client.post("/logout/")
    failed = noted("session.failed")
    assert [entry.by for entry in failed] == [person, None]
    assert all(entry.facts == {"door": "page", "why": "wrong"} for entry in failed)
    [came] = noted("session.in")
    assert (came.by, came.origin) == (person, keyed("10.1.2.3"))
    assert [entry.by for entry in noted("session.out")] == [person]
    assert "10.1.2.3" not in str(list(JournalEntry.objects.values()))
    assert "secret" not in str(list(JournalEntry.objects.values()))


def test_a_command_stands_in_the_journal_with_what_it_did(district: District, capsys: Any):
    person = district.people[Role.ROUTER]
    call_command("close_staff", person.username)
    assert [entry.facts["done"] for entry in noted("command.run")] == [False, True]
    assert noted("account.closed")[-1].origin == "command:close_staff"


def test_nothing_personal_fits_into_a_fact():
    verb = Verb("toy.done", "试", {"code": Fact("代码", str), "number": Fact("个数")})
    for facts in ({"code": "王小明"}, {"code": "13800001234"}, {"number": "3"}, {"number": True}, {"name": "x"}):
        with pytest.raises(ValueError, match=r"toy\.done|is no"):
            verb.stored(facts)
    assert verb.stored({"code": "handler", "number": 3}) == {"code": "handler", "number": 3}


def test_no_two_verbs_share_a_code():
    codes = [verb.code for verb in all_of("verbs")]
    assert len(codes) == len(set(codes)) > 20


@pytest.mark.parametrize("table", ["organizations_journalentry", "organizations_journallink"])
@pytest.mark.parametrize("change", ["UPDATE {} SET district_id = NULL", "DELETE FROM {}"])
def test_the_database_refuses_to_change_it(district: District, table: str, change: str):
    sequence_all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        execute(change.format(table))


def test_entries_are_chained_afterwards_by_district_and_day(district: District, neighbour: District):
    assert JournalEntry.objects.filter(link=None).exists()
    waiting = Awaiting.objects.count()
    assert sequence_all() == waiting
    assert not Awaiting.objects.exists()
    assert not JournalEntry.objects.filter(link=None).exists()
    first = JournalLink.objects.filter(district=district["区"]).order_by("sequence")
    assert [link.sequence for link in first] == list(range(1, len(first) + 1))
    assert first[0].previous == ""
    assert first[1].previous == first[0].digest
    assert FeedPosition.objects.filter(kind="entry").count() == JournalEntry.objects.count()
    assert sequence_all() == 0
    found = verify_journal()
    assert (found.broken, found.entries) == ([], JournalLink.objects.count())


def test_a_chain_goes_on_over_midnight_and_tells_what_came_late(district: District, monkeypatch: Any):
    sequence_all()
    last = JournalLink.objects.filter(district=district["区"]).latest("sequence")
    note(LIMITS_ADDED, by=district.people[Role.SYSTEM_ADMIN])
    entry = JournalEntry.objects.latest("pk")
    monkeypatch.setattr("organizations.journal.chaining.now", lambda: entry.at + timedelta(days=1) + LATE)
    sequence_all()
    link = entry.link
    assert (link.sequence, link.previous, link.late) == (1, last.digest, True)
    assert verify_journal().broken == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("UPDATE organizations_journalentry SET facts = '{}' WHERE verb = 'grant.given'", "内容与摘要不符"),
        ("UPDATE organizations_journalentry SET by_id = NULL WHERE verb = 'grant.given'", "内容与摘要不符"),
        ("DELETE FROM organizations_journallink WHERE sequence = 3", "缺少"),
        ("UPDATE organizations_journallink SET previous = 'x' WHERE sequence = 3", "不衔接"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(district: District, change: str, why: str):
    sequence_all()
    for table in ("journalentry", "journallink"):
        execute(f"ALTER TABLE organizations_{table} DISABLE TRIGGER organizations_{table}_no_change")
    execute(change)
    [broken] = verify_journal().broken
    assert why in broken.why
    assert broken.district == district["区"].name


def test_an_end_that_was_cut_off_is_found_by_the_count_of_the_last_verification(district: District):
    sequence_all()
    known = verify_journal().entries
    execute("ALTER TABLE organizations_journallink DISABLE TRIGGER organizations_journallink_no_change")
    execute("DELETE FROM organizations_journallink WHERE sequence > 5")
    found = verify_journal()
    assert found.entries < known
    assert any("末尾的日志缺失" in each.why for each in found.broken)


def test_the_command_chains_verifies_and_fails_where_it_is_broken(district: District, capsys: Any):
    call_command("verify_journal")
    said = capsys.readouterr().out
    assert "链尾" in said
    assert "尚未入链0条" in said
    execute("ALTER TABLE organizations_journalentry DISABLE TRIGGER organizations_journalentry_no_change")
    execute("UPDATE organizations_journalentry SET verb = 'x' WHERE verb = 'grant.given'")
    with pytest.raises(Exception, match="不完整"):
        call_command("verify_journal")


def test_only_the_auditor_reads_it_and_his_reading_stands_in_it(district: District, neighbour: District):
    note(LOG_IN_FAILED, door="page", why="wrong")
    note(LIMITS_ADDED, at=neighbour["信访局"])
    auditor = as_person(district.people[Role.SECURITY_AUDITOR])
    page = auditor.get("/journal/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "授予角色" in text
    assert "角色：分办员" in text
    assert neighbour["信访局"].short_name not in [
        line["unit"] for line in page.context["lines"] if line["what"] == "新增期限标准"
    ]
    assert noted("journal.read")[-1].by == district.people[Role.SECURITY_AUDITOR]
    failed = auditor.get("/journal/?verb=session.failed").context["lines"]
    assert {line["what"] for line in failed} == {"登录失败"}
    for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.HEAD):
        client = as_person(district.people[role])
        assert client.get("/journal/").status_code == 403
        assert client.get("/api/v1/journal/").status_code == 403
        assert client.post("/journal/verify/").status_code == 403
    rows = auditor.get("/api/v1/journal/?verb=grant.given").json()["results"]
    assert {row["label"] for row in rows} == {"授予角色"}
    assert auditor.get("/api/v1/journal/?verb=nonsense").status_code == 422
    assert auditor.get("/journal/?since=nonsense").status_code == 422


def test_the_journal_is_paged_and_filtered_by_person_and_day(district: District):
    system = district.people[Role.SYSTEM_ADMIN]
    for _ in range(60):
        note(LIMITS_ADDED, by=system)
    auditor = as_person(district.people[Role.SECURITY_AUDITOR])
    first = auditor.get("/journal/?verb=limits.added")
    assert len(first.context["lines"]) == 50
    older = auditor.get("/journal/" + first.context["older_url"])
    assert len(older.context["lines"]) == 10
    assert older.context["older_url"] == ""
    assert auditor.get(f"/journal/?who={system.username}&verb=limits.added").context["lines"]
    assert not auditor.get("/journal/?until=2020-01-01").context["lines"]


def test_the_auditor_has_it_verified_by_a_worker(district: District, monkeypatch: Any):
    sent: list[Any] = []
    monkeypatch.setattr("kit.announcing.current_app.send_task", lambda *args, **kw: sent.append(args))
    auditor = district.people[Role.SECURITY_AUDITOR]
    answer = as_person(auditor).post("/journal/verify/", follow=True)
    assert "已交后台核验" in answer.content.decode()
    assert sent == [("organizations.tasks.verify_journal_task", [auditor.pk])]


def test_a_broker_that_is_away_is_said(district: District, monkeypatch: Any):
    def away(*_: Any, **__: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr("kit.announcing.current_app.send_task", away)
    answer = as_person(district.people[Role.SECURITY_AUDITOR]).post("/journal/verify/", follow=True)
    assert "没有开始核验" in answer.content.decode()


def test_what_somebody_does_comes_from_somewhere(district: District):
    with coming_from("command:x"):
        assert note(LOG_IN_FAILED, door="page", why="wrong").origin == "command:x"
    assert note(LOG_IN_FAILED, door="page", why="wrong").origin == ""
