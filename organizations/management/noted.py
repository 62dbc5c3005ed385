"""The frame of the commands that change or show something: each run stands in the journal."""

from typing import Any

from django.core.management.base import BaseCommand

from kit.origin import coming_from
from organizations.journal.noting import note
from organizations.journal.verbs import COMMAND_RUN


class NotedCommand(BaseCommand):
    """A command that notes its run before it begins and when it is done; what it does inside comes from it."""

    def work(self, *args: Any, **options: Any) -> None:
        """Do what the command is for."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        """Work between two entries; a run that was killed or failed has only the first."""
        name = type(self).__module__.rsplit(".", 1)[-1]
        with coming_from(f"command:{name}"):
            note(COMMAND_RUN, command=name, done=False)
            self.work(*args, **options)
            note(COMMAND_RUN, command=name, done=True)
