"""消息发送: who sees what became of messages, who sends them again, and what people are told in the product."""

from typing import Any

import pytest
from django.db import connection, transaction

from kit.messages.models import Message
from kit.messages.queueing import Recipient, queue_message
from kit.messages.sending import send_due
from kit.messages.words import Channel, State, Why
from kit.rooms import all_of
from organizations.access import reset_password
from organizations.models import JournalEntry
from organizations.outbox.recipients import colleague, outsider
from organizations.outbox.words import PASSWORD_WAS_RESET
from organizations.roles import Role
from tests.addresses import asked, assert_silent, client_of
from tests.leak_scene import Scene
from tests.organizations.conftest import District, as_person
from xinfang.schedule import schedule

WORDS, PHONE = "您反映的修路一事", "13812345602"
BOTH = pytest.mark.parametrize("door", ["/messages/", "/api/v1/messages/"], ids=["page", "api"])


def queued(to: Recipient, channel: Channel = Channel.SMS, *, state: State | None = None, **more: Any) -> Message:
    with transaction.atomic():
        message = queue_message(channel, PASSWORD_WAS_RESET, to, WORDS, **more)
    if state:
        Message.objects.filter(pk=message.pk).update(state=state, tries=1)
    return Message.objects.get(pk=message.pk)


def stuck(district: District, state: State = State.UNKNOWN) -> Message:
    """A text message to somebody outside, on behalf of the bureau."""
    return queued(outsider(PHONE, at=district["信访局"]), state=state)


@BOTH
def test_administrator_and_auditor_see_what_failed_and_nobody_else(district: District, door: str):
    stuck(district)
    for role, person in district.people.items():
        seen = as_person(person).get(door).status_code
        assert seen == (200 if role in (Role.SYSTEM_ADMIN, Role.SECURITY_AUDITOR) else 403), role


def test_what_is_shown_is_who_how_why_and_never_a_word(district: District):
    handler = district.people[Role.HANDLER]
    failed = queued(colleague(handler, PHONE), subject="关于老王")
    send_due(Channel.SMS)
    queued(outsider(PHONE, at=district["信访局"]), state=State.UNKNOWN)
    admin = as_person(district.people[Role.SYSTEM_ADMIN])
    page = admin.get("/messages/")
    outside, named = page.context["lines"]
    assert (named["who"], named["channel"], named["reason"]) == (handler.name, "短信", "密码被重置")
    assert (named["state"]["label"], named["why"]) == ("发送失败", Why.BLOCKED.label)
    assert [attempt["words"] for attempt in named["attempts"]] == ["被拒绝，被对方或者运营商拦截"]
    assert outside["who"] == "系统外的人"
    answer = admin.get("/api/v1/messages/")
    row = answer.json()["results"][1]
    assert (row["id"], row["recipient"], row["state"], row["why"]) == (failed.pk, handler.name, "failed", "blocked")
    assert [attempt["result"] for attempt in row["attempts"]] == ["refused"]
    for text in (page.content.decode(), answer.content.decode()):
        assert not [word for word in (WORDS, "老王", PHONE, PHONE[-4:]) if word in text]


@pytest.mark.parametrize("person", ["system_admin", "auditor"])
def test_what_failed_to_reach_a_petitioner_tells_nothing_of_his_case(scene: Scene, person: str):
    client = client_of(getattr(scene.cast, person))
    for door in ("/messages/?state=all", "/api/v1/messages/?state=all"):
        answer = asked(client, "get", door)
        assert answer.said.count("系统外的人") > 5
        assert_silent(answer, scene.traces(person), f"{person} {door}")


def test_words_are_not_even_opened_where_they_are_not_shown(district: District):
    message = stuck(district)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE outbox_message SET text = '1.k1.AAAA', address = '1.k1.AAAA' WHERE id = %s", [message.pk]
        )
    admin = as_person(district.people[Role.SYSTEM_ADMIN])
    assert admin.get("/messages/").status_code == 200
    assert admin.post(f"/messages/{message.pk}/resend/").status_code == 302


@pytest.mark.parametrize("door", ["/messages/{}/resend/", "/api/v1/messages/{}/resend/"], ids=["page", "api"])
def test_the_administrator_sends_again_and_it_stands_in_the_journal(district: District, door: str):
    message, admin = stuck(district), district.people[Role.SYSTEM_ADMIN]
    client, address = as_person(admin), door.format(message.pk)
    assert client.post(address).status_code in (200, 302)
    message.refresh_from_db()
    assert (message.state, message.why, message.pauses) == (State.WAITING, "", 0)
    entry = JournalEntry.objects.filter(verb="message.resent").get()
    assert (entry.by, entry.kind, entry.key) == (admin, "outbox.message", message.pk)
    assert entry.facts == {"channel": "sms", "reason": "password.reset", "state": "unknown"}
    assert client.post(address).status_code == 409, "it is no longer stuck"
    assert client.post(door.format(0)).status_code == 404
    assert client.post(door.format(99999999999999999999)).status_code == 404
    assert JournalEntry.objects.filter(verb="message.resent").count() == 1
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("door", ["/messages/{}/resend/", "/api/v1/messages/{}/resend/"], ids=["page", "api"])
def test_the_auditor_only_looks_and_others_not_even_that(district: District, door: str):
    message = stuck(district)
    for role, person in district.people.items():
        if role != Role.SYSTEM_ADMIN:
            assert as_person(person).post(door.format(message.pk)).status_code == 403, role
    message.refresh_from_db()
    assert message.state == State.UNKNOWN
    assert not JournalEntry.objects.filter(verb="message.resent").exists()
    for role, offered in ((Role.SECURITY_AUDITOR, False), (Role.SYSTEM_ADMIN, True)):
        page = as_person(district.people[role]).get("/messages/").content.decode()
        assert (door.format(message.pk).removeprefix("/api/v1") in page) == offered


def test_a_district_knows_nothing_of_its_neighbour(district: District, neighbour: District):
    theirs = stuck(neighbour)
    above = queued(Recipient(address=PHONE), state=State.FAILED)
    mine = stuck(district)
    admin = as_person(district.people[Role.SYSTEM_ADMIN])
    assert [row["id"] for row in admin.get("/api/v1/messages/").json()["results"]] == [mine.pk, above.pk]
    assert admin.post(f"/messages/{theirs.pk}/resend/").status_code == 404


@BOTH
def test_filters(district: District, door: str):
    for state in State:
        stuck(district, state)
    queued(colleague(district.people[Role.HANDLER]), Channel.PRODUCT)
    admin = as_person(district.people[Role.SYSTEM_ADMIN])

    def number(query: str) -> int:
        answer = admin.get(f"{door}?{query}")
        assert answer.status_code == 200
        return len(answer.context["lines"] if door == "/messages/" else answer.json()["results"])

    asked = [
        "",
        "state=all",
        "state=waiting",
        "state=sent",
        "state=all&channel=product",
        "state=all&reason=password.reset",
    ]
    assert [number(query) for query in asked] == [2, 6, 2, 1, 1, 6]
    for query in ("state=x", "channel=x", "reason=x", "before=x", "before=0", "state=%00"):
        assert admin.get(f"{door}?{query}").status_code == 422, query


def test_a_filter_nobody_knows_is_refused_to_a_program(district: District):
    answer = as_person(district.people[Role.SYSTEM_ADMIN]).get("/api/v1/messages/?who=x")
    assert (answer.status_code, answer.json()["code"]) == (422, "filter_unknown")


def test_pages_and_a_query_count_that_does_not_grow(district: District, django_assert_max_num_queries: Any):
    handler = district.people[Role.HANDLER]
    for _ in range(55):
        queued(colleague(handler, PHONE), state=State.FAILED)
    admin = as_person(district.people[Role.SYSTEM_ADMIN])
    with django_assert_max_num_queries(8):
        first = admin.get("/messages/?channel=sms")
    assert len(first.context["lines"]) == 50
    assert "channel=sms" in first.context["older_url"]
    older = admin.get("/messages/" + first.context["older_url"])
    assert (len(older.context["lines"]), older.context["older_url"]) == (5, "")


def test_whose_password_was_reset_is_told_on_his_desk_and_has_read_it_there(district: District):
    person = district.people[Role.HANDLER]
    reset_password(person.username, "another-lantern-44")
    person.refresh_from_db()
    client, other = as_person(person), as_person(district.people[Role.HEAD])
    assert "您的密码已由管理员重置" in client.get("/").content.decode()
    assert "您的密码已由管理员重置" not in other.get("/").content.decode()
    assert "您的密码已由管理员重置" not in other.get("/messages/mine/").content.decode()
    assert client.head("/messages/mine/").status_code == 200
    assert Message.objects.get().state == State.WAITING, "nobody has seen it yet"
    page = client.get("/messages/mine/").content.decode()
    assert "您的密码已由管理员重置" in page
    assert "/account/" in page
    assert Message.objects.get().state == State.DELIVERED
    assert "您的密码已由管理员重置" not in client.get("/").content.decode()
    assert "您的密码已由管理员重置" in client.get("/messages/mine/").content.decode()


def test_a_program_reads_and_marks_its_own_messages_only(district: District):
    person = district.people[Role.HANDLER]
    told = queued(colleague(person), Channel.PRODUCT, subject="请看")
    queued(colleague(district.people[Role.HEAD]), Channel.PRODUCT, subject="别人的")
    client, address = as_person(person), "/api/v1/messages/mine/"
    for _ in range(2):
        [row] = client.get(address).json()["results"]
        assert (row["id"], row["subject"], row["text"], row["read"]) == (told.pk, "请看", WORDS, False)
    assert [row["read"] for row in client.post(address).json()["results"]] == [True]
    assert Message.objects.filter(state=State.DELIVERED).get() == told


def test_a_reset_that_is_undone_tells_nobody(district: District):
    with transaction.atomic():
        reset_password(district.people[Role.HANDLER].username, "another-lantern-44")
        transaction.set_rollback(True)
    assert not Message.objects.exists()


def test_no_two_reasons_share_a_code():
    codes = [reason.code for reason in all_of("reasons")]
    assert len(codes) == len(set(codes)) > 0


def test_every_channel_is_sent_by_the_clock_each_in_a_task_of_its_own():
    rows = [row for row in schedule().values() if row["task"] == "kit.messages.tasks.send_messages_task"]
    assert sorted(row["args"][0] for row in rows) == sorted(Channel)
