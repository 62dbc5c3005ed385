"""A finished export of one person in the leak scene: its page, its file and its row are nobody else's."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from cases.models import Case
from kit.jobs.models import Job, JobState
from organizations.models import Staff
from tests.cast import START


def finished_export(owner: Staff, case: Case) -> Job:
    """A job that is done, whose file holds the words and the name of a case."""
    return Job.objects.create(
        owner=owner,
        kind="ledger_export",
        arguments={"ledger": "registrations", "asked": {}},
        state=JobState.DONE,
        file=default_storage.save("jobs/leak.xlsx", ContentFile("青瓷花瓶，贺兰山".encode())),
        file_name="信访登记台账.xlsx",
        holds={"ledger": "registrations", "closed": [case.pk]},
        expires_on=START + timedelta(days=3650),
    )
