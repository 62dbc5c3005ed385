"""`manage` and the tests' `services`: one command beside a running stack, or on services of its own."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

from embedded.application import environment_for
from embedded.paths import ROOT, DataFolder
from embedded.person import StopRequestedError, uninterrupted
from embedded.processes import die_with_parent
from embedded.services import services
from embedded.stack import Options, prepared, running_now
from embedded.state import Running, locked, no_more_users, only_launcher, publish, user_of_services, wait_for_state

# Commands that make the first people themselves, or must work before there are any.
WITHOUT_PEOPLE = frozenset({"bootstrap", "seed", "seed_demo", "migrate", "harden_database", "help", "check"})
PATIENCE = 180.0


def manage(options: Options, arguments: Sequence[str]) -> int:
    """Run one management command and return its exit code; leaves nothing running that it has started."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    while True:
        with attached(options.data) as running:
            if running:
                return run_command(command, {**os.environ, **running.environment})
        with contextlib.suppress(BlockingIOError), only_launcher(options.data):
            return _manage_alone(options, command, with_people=not WITHOUT_PEOPLE.intersection(arguments[:1]))


@contextlib.contextmanager
def attached(data: DataFolder) -> Iterator[Running | None]:
    """Give what the running stack published, and keep a temporary one from stopping meanwhile; None if there is none."""
    with user_of_services(data):
        yield wait_for_state(data, PATIENCE) if locked(data) else None


def _manage_alone(options: Options, command: Sequence[str], with_people: bool) -> int:
    with prepared(options, with_people) as (application, _):
        publish(options.data, running_now(application, 0))
        code = run_command(command, application.environment)
        with no_more_users(options.data):
            options.data.state.unlink()
        return code


def with_services(options: Options, command: Sequence[str]) -> int:
    """Run any command on throw-away services: a database of its own, quick and not safe against a power cut."""
    with only_launcher(options.data), services(options.data, throwaway=True) as (addresses, _):
        return run_command(command, environment_for(options.data, addresses, demo=False))


def run_command(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command at the person's terminal and return its exit code; 128 and the signal if one ended it.

    Ctrl-C reaches the command by itself; a signal to the launcher alone is passed on.
    """
    process: subprocess.Popen[bytes] | None = None
    try:
        with uninterrupted():
            process = subprocess.Popen(list(command), env=dict(environment), preexec_fn=die_with_parent(signal.SIGTERM))
        code = process.wait()
    except StopRequestedError as stop:
        if process is None:
            raise
        code = _end(process, stop.number)
    return code if code >= 0 else 128 - code


def _end(process: subprocess.Popen[bytes], number: int) -> int:
    if number != signal.SIGINT:
        process.send_signal(number)
    try:
        return process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
