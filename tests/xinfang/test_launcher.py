"""The launcher, for real: what a person does with ./run, and what happens when something dies."""

import json
import os
import signal
from collections.abc import Iterator

import pytest

from tests.stacks import FirstRun
from tests.xinfang.launched import Launched, data_folder, wait_for

pytestmark = pytest.mark.worker


@pytest.fixture(scope="module")
def stack(first_run: FirstRun) -> Iterator[Launched]:
    """One running stack for the tests that leave it running."""
    with data_folder() as data:
        launched = first_run.copied(data).start()
        yield launched
        launched.stop()


def test_the_health_page_reports_database_and_broker(stack):
    status, body, headers = stack.get("/healthz")
    assert status == 200
    assert json.loads(body)["database"] == json.loads(body)["broker"] == "ok"
    assert "script-src 'self'" in headers["Content-Security-Policy"]


def test_a_vendor_file_is_served_without_a_network(stack):
    status, body, _ = stack.get("/static/vendor/tabler/tabler.min.css")
    assert status == 200
    assert len(body) > 100_000


def test_a_command_attaches_and_its_answer_stands_alone_on_stdout(stack):
    done = stack.call("manage", "due", "HANDLE_60D", "2026-03-02", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["due_on"] == "2026-05-01"
    assert stack.process_of("manage.py") is None
    assert stack.health()["status"] == "ok"


def test_a_failing_command_gives_its_exit_code(stack):
    done = stack.call("manage", "no_such_command")
    assert done.returncode == 1
    assert "no_such_command" in done.stderr


def test_a_second_launcher_on_the_same_folder_is_refused_plainly(stack):
    done = stack.call("--no-demo")
    assert done.returncode == 2
    assert f"http://127.0.0.1:{stack.port}" in done.stderr
    assert done.stdout == ""


def test_a_port_that_is_taken_is_refused_when_it_was_asked_for(stack, own_stack):
    done = own_stack.call("--port", str(stack.port), "--no-demo")
    assert done.returncode == 2
    assert str(stack.port) in done.stderr
    assert own_stack.processes() == {}


def test_the_web_role_cannot_change_what_is_append_only(stack):
    script = (
        "from django.db import connection; c = connection.cursor();"
        'c.execute("select privilege_type from information_schema.table_privileges '
        "where table_name = 'cases_event' and grantee = current_user order by 1\");"
        "print([row[0] for row in c.fetchall()])"
    )
    done = stack.call("manage", "shell", "-v", "0", "-c", script)
    assert done.stdout.strip() == "['INSERT', 'SELECT']", done.stderr


def test_first_passwords_are_in_one_private_file_and_in_no_log(stack):
    accounts = stack.data / "first_accounts.txt"
    assert accounts.stat().st_mode & 0o077 == 0
    passwords = [line.split("\t")[1] for line in accounts.read_text(encoding="utf-8").splitlines()[1:]]
    assert passwords
    logs = "".join(log.read_text(encoding="utf-8") for log in (stack.data / "logs").iterdir())
    assert not [password for password in passwords if password in logs]


def test_beat_is_started_again_when_it_dies(stack):
    first = wait_for(lambda: stack.process_of("celery", " beat "))
    os.kill(first, signal.SIGKILL)
    assert wait_for(lambda: (now := stack.process_of("celery", " beat ")) != first and now)


def test_pages_answer_again_after_the_database_died_without_a_new_web(stack):
    web = stack.process_of("gunicorn")
    os.kill(stack.process_of("postgres", "-D"), signal.SIGKILL)
    wait_for(lambda: stack.health().get("database") == "ok", 60)
    assert stack.process_of("gunicorn") == web


def test_a_first_start_and_an_orderly_stop_leave_nothing_running(first_run):
    assert first_run.code == 0
    assert first_run.stack.processes() == {}
    assert not (first_run.stack.data / "state.json").exists()


def test_a_killed_launcher_leaves_nothing_behind_and_the_next_start_works(own_stack):
    own_stack.start()
    wait_for(lambda: own_stack.process_of("celery", " worker "))
    own_stack.end(signal.SIGKILL)
    wait_for(lambda: own_stack.processes() == {}, 20)
    own_stack.start()
    assert own_stack.health()["status"] == "ok"


@pytest.mark.long
def test_files_that_a_power_cut_left_do_not_stop_the_next_start(own_stack):
    own_stack.start()
    wait_for(lambda: own_stack.process_of("celery", " worker "))
    for pid in own_stack.processes():
        os.kill(pid, signal.SIGKILL)
    wait_for(lambda: own_stack.processes() == {}, 20)
    assert (own_stack.data / "services" / "postgres" / "postmaster.pid").exists()
    own_stack.start()
    assert own_stack.health()["status"] == "ok"


def test_a_command_alone_starts_what_it_needs_and_stops_it(own_stack):
    done = own_stack.call("--no-demo", "manage", "due", "HANDLE_60D", "2026-03-02", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["due_on"] == "2026-05-01"
    assert own_stack.processes() == {}
