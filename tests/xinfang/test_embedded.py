"""Parts of the launcher that need no services."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from embedded import identity
from embedded.__main__ import mode, parse
from embedded.identity import Identity, blocked_at, reachable_program, services_folder
from embedded.passwords import ensure_secrets
from embedded.paths import DataFolder, StartError
from embedded.processes import Child, alive, end_survivor
from embedded.state import Running, locked, only_launcher, publish, read_state

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root starts services as another user")


@pytest.fixture
def data(tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.create()
    return folder


def sleeper(folder, *, patience=5.0, code="import time; time.sleep(60)"):
    return Child("sleeper", [sys.executable, "-c", code], folder.logs / "sleeper.log", os.environ, patience=patience)


def test_options_after_manage_belong_to_the_command():
    asked = parse(["--no-demo", "manage", "due", "HANDLE_60D", "2026-03-02", "--json"])
    assert asked.no_demo
    assert asked.rest == ["manage", "due", "HANDLE_60D", "2026-03-02", "--json"]


def test_a_folder_set_up_for_real_work_never_gets_the_demonstration(data):
    assert mode(data, no_demo=False) is True
    assert mode(data, no_demo=True) is False
    assert mode(data, no_demo=False) is False


def test_passwords_are_made_once_and_kept_private(data):
    first = ensure_secrets(data)
    assert ensure_secrets(data) == first
    assert len(set(first.values())) == len(first)
    assert data.secrets.stat().st_mode & 0o077 == 0
    assert data.secret_key.stat().st_mode & 0o077 == 0


def test_a_program_that_ends_is_started_again_after_ever_longer_pauses(data):
    child = sleeper(data, code="raise SystemExit(3)")
    child.start()
    pauses = []
    for _ in range(3):
        child.wait()
        child.revive()
        pauses.append(child.restart_at - time.monotonic())
        child.restart_at = 0.0
        child.revive()
    child.stop()
    assert pauses[0] < pauses[1] < pauses[2]


def test_a_program_that_does_not_listen_is_ended_by_force(data):
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    child = sleeper(data, patience=0.3, code=code)
    child.start()
    child.wait_until(lambda: child.log.read_text() == "1\n", 10)
    pid = child.process.pid
    child.stop()
    assert not alive(pid)


def test_a_program_that_ends_too_soon_is_told_with_its_last_words(data):
    child = sleeper(data, code="raise SystemExit('no disk left')")
    child.start()
    with pytest.raises(StartError, match="no disk left"):
        child.wait_until(lambda: False, 10)
    child.stop()


def test_a_stranger_with_a_recycled_number_is_never_ended():
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        end_survivor(stranger.pid, "/some/other/cluster", ((signal.SIGKILL, 0.2),))
        assert alive(stranger.pid)
    finally:
        stranger.kill()
        stranger.wait()


def test_there_is_one_launcher_per_folder_and_its_state_goes_with_it(data):
    assert not locked(data)
    with only_launcher(data):
        publish(data, Running(1, {"REDIS_URL": "redis://x"}, 8000, demo=False))
        assert locked(data)
        assert read_state(data).web_port == 8000
        with pytest.raises(BlockingIOError), only_launcher(data):
            pass
    assert not locked(data)
    assert read_state(data) is None


def test_the_state_is_private(data):
    publish(data, Running(1, {}, 0, demo=False))
    assert data.state.stat().st_mode & 0o077 == 0


@pytest.fixture
def open_folder():
    """A folder that every user can walk into."""
    with tempfile.TemporaryDirectory(prefix="xinfang-open-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@only_root
def test_the_folder_that_blocks_the_way_is_named(open_folder):
    closed = open_folder / "closed"
    (closed / "data").mkdir(parents=True)
    closed.chmod(0o700)
    nobody = Identity(65534, 65534)
    assert blocked_at(nobody, closed / "data") == closed
    closed.chmod(0o711)
    assert blocked_at(nobody, closed / "data") is None


@only_root
def test_services_move_out_of_a_closed_folder_and_stay_there(open_folder, monkeypatch, capsys):
    monkeypatch.setattr(identity, "OUTSIDE", open_folder / "outside")
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    data = DataFolder(closed / "data")
    data.create()
    place = services_folder(data)
    assert place.parent == open_folder / "outside"
    told = capsys.readouterr().err
    assert f"chmod a+x {closed}" in told
    assert str(place) in told
    assert services_folder(data) == place


@only_root
def test_a_program_out_of_reach_is_copied_with_its_libraries(open_folder):
    package = open_folder / "closed" / "server"
    (package / "bin").mkdir(parents=True)
    (package.parent / "server.libs").mkdir()
    (package.parent / "server.libs" / "lib.so").touch()
    program = package / "bin" / "serve"
    program.touch(mode=0o755)
    package.parent.chmod(0o700)
    copied = reachable_program(Identity(65534, 65534), program, package, open_folder / "services")
    assert copied == open_folder / "services" / "programs" / "server" / "bin" / "serve"
    assert (open_folder / "services" / "programs" / "server.libs" / "lib.so").exists()
