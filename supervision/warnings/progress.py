"""Petitioners who agreed to be told electronically hear how their matter goes on: a few words, never of what it is."""

from datetime import timedelta

from django.db import transaction

from cases.models import Event, Party
from cases.models.party import ASKING
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from kit.settings import Setting
from law.vocabulary import Act
from organizations.outbox.recipients import outsider
from organizations.settings_in_force import setting_on
from organizations.today import now, today

PROGRESS_TOLD = Reason("supervision.progress", "向信访人告知进展")
PROGRESS = Setting(
    "PROGRESS_TOLD",
    False,
    "向同意电子送达的信访人发进展短信",
    help="受理、延期、签发答复、结案时各一条，不写反映的内容；检举控告不发。不代替书面告知。",
)
_SAID = {
    Act.ACCEPT: "您反映的信访事项已经受理，受理告知书另行送达。",
    Act.EXTEND: "您反映的信访事项情况复杂，办理期限已依照规定延长，延期告知书另行送达。",
    Act.ISSUE: "您反映的信访事项已经作出书面答复，将很快送达给您。",
    Act.CLOSE: "您反映的信访事项已经办结。如有疑问，可以向办理机关或者信访部门查询。",
}
# What was missed while no worker ran is told late, and after that not at all.
_LATEST = timedelta(days=3)


def tell_progress() -> int:
    """Queue what the acts of the last days have to say to petitioners who agreed, each once; returns how many messages."""
    rows = Event.objects.filter(act__in=_SAID, at__gt=now() - _LATEST, case__sealed=False)
    rows = rows.exclude(case__electronic_consent="").select_related("case", "unit").order_by("pk")
    return sum(_tell(event) for event in rows if setting_on(PROGRESS.key, today(), event.district_id))


def _tell(event: Event) -> int:
    if event.unit is None:
        return 0
    people = [each for each in Party.objects.filter(case=event.case_id, role__in=ASKING) if each.phone]
    with transaction.atomic():
        for party in people:
            queue_message(
                Channel.SMS,
                PROGRESS_TOLD,
                outsider(party.phone, at=event.unit),
                _SAID[Act(event.act)],
                once=f"progress:{event.pk}:{party.pk}",
            )
    return len(people)
