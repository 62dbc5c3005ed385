"""The order of ./test: files that take longest go first, so that no core waits for another's last file.

Files that start whole stacks go to one process, one after the other: the first start of it serves all of them.

durations.txt says how long; `--write-durations` writes it anew from a whole run. A file that is not in it takes no time
worth mentioning. A whole run also ends early when the static checks beside it have failed.
"""

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

DURATIONS = Path(__file__).resolve().parent / "durations.txt"
WORTH_MENTIONING = 1.0
STACKS = ("tests/worker/", "tests/xinfang/test_launcher.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that measures."""
    parser.addoption("--write-durations", action="store_true", help="write tests/durations.txt from this run")


def known_durations() -> dict[str, float]:
    """Seconds by file."""
    lines = DURATIONS.read_text(encoding="utf-8").splitlines()
    pairs = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    return {path: float(seconds) for seconds, path in pairs}


def file_of(nodeid: str) -> str:
    """The file of a test."""
    return nodeid.partition("::")[0]


class Sharing(LoadFileScheduling):  # type: ignore[misc]
    """A file goes to one process, and so do all files that start stacks."""

    def _split_scope(self, nodeid: str) -> str:
        return "stacks" if nodeid.startswith(STACKS) else file_of(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Any:
    """Share out by file, as `--dist loadfile` asks."""
    return Sharing(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the longest file first where files are shared out to several processes; inside a file nothing moves."""
    if hasattr(config, "workerinput"):
        durations = known_durations()
        items.sort(key=lambda item: (-durations.get(file_of(item.nodeid), 0.0), file_of(item.nodeid)))


class Sums:
    """What every file took, and whether to go on."""

    def __init__(self, config: pytest.Config) -> None:
        """Remember the run."""
        self.config, self.seconds = config, Counter[str]()
        self.session: Any = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up set-up, call and tear-down."""
        self.seconds[file_of(report.nodeid)] += report.duration

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logfinish(self) -> None:
        """Stop when the static checks have failed: their report tells more."""
        failed = os.environ.get("XINFANG_CHECKS_FAILED")
        if failed and Path(failed).exists():
            # Where the tests are shared out, it is xdist's session that has to know.
            shared_out: Any = self.config.pluginmanager.get_plugin("dsession")
            (shared_out or self.session).shouldstop = "a static check has failed, its report follows"

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Remember whom to stop."""
        self.session = session

    def pytest_sessionfinish(self) -> None:
        """Write the durations if they were asked for."""
        if self.config.getoption("--write-durations"):
            worth = [(s, path) for path, s in self.seconds.most_common() if s >= WORTH_MENTIONING]
            head = "# Seconds that the tests of a file take, for the order of ./test; written by --write-durations.\n"
            DURATIONS.write_text(head + "".join(f"{s:.0f} {path}\n" for s, path in worth), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Count where the reports arrive: in the one process, or in the one that shares out."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Sums(config), "longest first")
