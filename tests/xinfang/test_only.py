"""`./test --only`: services that stay for the next call, and are gone when nobody tests or somebody says so."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import database
from tests.xinfang.launched import ROOT, Launched, data_folder, wait_for

ONE = "tests/law/test_paths.py::test_sixty_days_bind_an_appeal_on_path_six_and_one_not_yet_determined"
Asked = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def data() -> Iterator[Path]:
    """A folder for services of our own, not those of the person who runs this test."""
    with data_folder() as folder:
        yield folder


@pytest.fixture
def asked(data: Path, clean_environment: dict[str, str]) -> Iterator[Asked]:
    """./test with some arguments, on that folder; whatever is left is stopped."""

    def ask(*arguments: str, seconds: float = 600) -> "subprocess.CompletedProcess[str]":
        environment = {**clean_environment, "XINFANG_WARM_DATA": str(data), "XINFANG_WARM_SECONDS": str(seconds)}
        return subprocess.run(
            [str(ROOT / "test"), *arguments], env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    yield ask
    ask("--stop")


@pytest.mark.worker
def test_the_services_stay_for_the_next_call_and_end_when_told(data: Path, asked: Asked):
    first = asked("--only", ONE)
    assert "1 passed" in first.stdout, first.stdout + first.stderr
    holder = json.loads((data / "environment.json").read_text())["XINFANG_WARM_HOLDER"]
    again = asked("--only", ONE, "-k", "no_such_word")
    assert again.returncode == 5, "the arguments after the test are pytest's"
    assert json.loads((data / "environment.json").read_text())["XINFANG_WARM_HOLDER"] == holder
    assert (data / "environment.json").stat().st_mode & 0o077 == 0
    assert asked("--stop").returncode == 0
    assert Launched(data, {}).processes() == {}
    assert asked("--stop").returncode == 0, "nothing to stop is no fault"


@pytest.mark.worker
def test_services_that_nobody_uses_end_by_themselves(data: Path, asked: Asked):
    done = asked("--only", "tests/law/test_paths.py", seconds=1)
    assert done.returncode == 0, done.stdout + done.stderr
    wait_for(lambda: Launched(data, {}).processes() == {}, 60)
    assert not (data / "environment.json").exists()


def test_a_changed_migration_asks_for_another_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "cases" / "migrations"
    folder.mkdir(parents=True)
    (tmp_path / "requirements.lock").touch()
    monkeypatch.setattr(database, "ROOT", tmp_path)
    names = {database.template_name()}
    for text in ("first", "changed"):
        (folder / "0001_first.py").write_text(text)
        names.add(database.template_name())
    assert len(names) == 3
    assert len(database.own_name()) < 64, "PostgreSQL would cut the name"


def test_only_without_a_test_says_how(asked: Asked):
    done = asked("--only")
    assert done.returncode == 2
    assert "--only" in done.stderr
