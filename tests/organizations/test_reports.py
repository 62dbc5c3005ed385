"""The address for delivery reports: who may hand one in, what it changes, and that it tells nothing."""

from typing import Any

import environ
import pytest
from django.db import transaction
from django.test import Client

from kit.messages.models import Message
from kit.messages.queueing import queue_message
from kit.messages.sending import send_due
from kit.messages.words import Channel, State
from organizations.models import JournalEntry
from organizations.outbox.recipients import outsider
from organizations.outbox.words import PASSWORD_WAS_RESET
from organizations.roles import Role
from organizations.tasks import take_report_task
from tests.organizations.conftest import District, as_person
from xinfang.outgoing import report_secrets

ADDRESS = "/api/v1/messages/reports/"
SECRET, OTHER = "gateway-of-text-messages-0123456789", "gateway-of-the-messenger-0123456789"
PHONE = "13812345600"


@pytest.fixture(autouse=True)
def secrets(settings: Any) -> None:
    """Both gateways have a secret of their own."""
    settings.MESSAGE_REPORT_SECRETS = {"sms": SECRET, "messenger": OTHER}


def sent(district: District) -> tuple[Message, str]:
    """A text message that a gateway took, and our number for that."""
    to, by = outsider(PHONE, at=district["信访局"]), district.people[Role.HANDLER]
    with transaction.atomic():
        message = queue_message(Channel.SMS, PASSWORD_WAS_RESET, to, "您反映的修路一事", by=by)
    assert send_due(Channel.SMS) == 1
    return message, message.attempts.get().reference


def reported(reference: Any, result: str = "delivered", secret: str = SECRET) -> Any:
    headers = {"X-Channel-Secret": secret} if secret else None
    body = {"reference": reference, "result": result}
    return Client().post(ADDRESS, body, content_type="application/json", headers=headers)


def test_a_report_counts_once_moves_forward_only_and_stands_in_the_journal(district: District, caplog: Any):
    message, reference = sent(district)
    for result in ("failed", "failed", "delivered", "failed"):
        answer = reported(reference, result)
        assert (answer.status_code, answer.content) == (204, b"")
    message.refresh_from_db()
    assert message.state == State.DELIVERED
    entries = JournalEntry.objects.filter(verb="message.reported").order_by("id")
    facts = [(each.facts["delivered"], each.facts["counted"]) for each in entries]
    assert facts == [(False, True), (True, True)]
    assert {(each.by, each.district_id, each.key) for each in entries} == {(None, message.district, message.pk)}
    assert PHONE not in caplog.text + str([each.facts for each in entries])


def test_what_failed_stands_on_the_page_with_what_came_late_and_reaches_its_sender(district: District):
    _, reference = sent(district)
    assert take_report_task(reference, delivered=False), "the simulator goes the same way"
    admin = as_person(district.people[Role.SYSTEM_ADMIN])
    assert "回执：未能送达" in admin.get("/messages/").content.decode()
    assert "没有送到：回执：未能送达" in as_person(district.people[Role.HANDLER]).get("/").content.decode()
    reported(reference)
    [row] = admin.get("/api/v1/messages/?state=delivered").json()["results"]
    assert [each["result"] for each in row["attempts"][0]["reports"]] == ["undelivered", "delivered"]


def test_a_failure_after_delivery_is_a_line_and_nothing_else(district: District):
    message, reference = sent(district)
    for result in ("delivered", "failed"):
        reported(reference, result)
    message.refresh_from_db()
    assert message.state == State.DELIVERED
    page = as_person(district.people[Role.SYSTEM_ADMIN]).get("/messages/?state=all").content.decode()
    assert "后到的回执：未能送达" in page


@pytest.mark.parametrize("reference", ["0" * 32, "没有"])
def test_what_is_unknown_and_what_is_anothers_is_answered_alike(district: District, reference: str):
    _, known = sent(district)
    unknown, anothers = reported(reference), reported(known, secret=OTHER)
    assert unknown.status_code == anothers.status_code == 404
    assert unknown.content == anothers.content
    assert not JournalEntry.objects.filter(verb="message.reported").exists()


def test_without_a_secret_nothing_is_told(district: District, settings: Any):
    message, reference = sent(district)
    for secret in ("", "x", SECRET[:-1], "密钥"):
        assert reported(reference, secret=secret).status_code == 401
    settings.MESSAGE_REPORT_SECRETS = {"sms": "", "messenger": ""}
    assert reported(reference, secret="").status_code == 401
    administrator = as_person(district.people[Role.SYSTEM_ADMIN])
    assert administrator.post(ADDRESS, {}, content_type="application/json").status_code == 401
    message.refresh_from_db()
    assert message.state == State.SENT


def test_a_report_that_cannot_be_read_is_refused(district: District):
    assert reported("0" * 32, "lost").status_code == 422
    assert reported({"a": 1}).status_code == 422
    answer = Client().post(ADDRESS, "[]", content_type="application/json", headers={"X-Channel-Secret": SECRET})
    assert answer.status_code == 422


def test_a_secret_that_could_be_guessed_stops_the_house(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XINFANG_SMS_REPORT_SECRET", "short")
    with pytest.raises(environ.ImproperlyConfigured):
        report_secrets(environ.Env())
