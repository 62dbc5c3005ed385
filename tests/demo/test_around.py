"""What the demonstration shows beside its cases: made once, through the same actions as by people."""

from datetime import timedelta
from typing import Any

from cases.models import Case, DatedAccess
from demo.around import INSPECTOR, show_around
from demo.cast import Cast
from kit.jobs.models import Job
from kit.messages.models import Message
from kit.messages.sending import send_due
from kit.messages.words import Channel, State
from organizations.models import JournalEntry, Mandate, SettingVersion
from tests.addresses import client_of
from tests.demo.conftest import DAY

NOTED = {"access.given", "mandate.given", "job.started", "setting.set", "unit.post"}


def test_each_is_there_once_and_in_the_journal(cast: Cast, on_day: Any, no_broker: Any):
    on_day(DAY)
    assert show_around(DAY) == 6
    on_day(DAY + timedelta(days=1))
    assert show_around(DAY + timedelta(days=1)) == 0
    assert set(JournalEntry.objects.values_list("verb", flat=True)) >= NOTED
    counted = [model.objects.count() for model in (DatedAccess, Mandate, Job, SettingVersion)]
    assert (counted, Case.objects.count()) == ([1, 1, 1, 1], 0)
    assert "交叉检查" in client_of(cast.staff(INSPECTOR)).get("/access/").content.decode()


def test_a_message_is_sent_one_refused_and_of_one_nothing_is_known(cast: Cast, on_day: Any, no_broker: Any):
    on_day(DAY)
    show_around(DAY)
    send_due(Channel.SMS)
    states = Message.objects.filter(channel=Channel.SMS).order_by("id").values_list("state", flat=True)
    assert list(states) == [State.SENT, State.FAILED, State.UNKNOWN]
    page = client_of(cast.staff("sysadmin")).get("/messages/").content.decode()
    assert page.count('data-label="事由">演示通知<') == 2
