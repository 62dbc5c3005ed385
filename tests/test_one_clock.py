"""The house rule of the one clock: who asks another one must stand on the short list, with the reason."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["root_packages"]

# Where real time is meant: nothing here dates a deed, a right or a due date.
REAL_TIME = {
    "organizations/today.py": "the one clock itself",
    "organizations/models/tokens.py": "a token runs out in real time: the library that makes it dates its end so",
    "xinfang/tokens.py": "the same token, looked at when it is used",
    "organizations/log_ins.py": "seconds that a log-in has to wait",
    "organizations/views/session.py": "minutes that a guessed-at account is locked",
    "kit/jobs/models.py": "when somebody really asked for long work",
    "kit/jobs/running.py": "leases of workers on long work, and when it really ended",
    "kit/messages/queueing.py": "when a message is really due: gateways and mail servers know no training day",
    "kit/messages/sending.py": "leases of workers on messages, and the pauses between attempts",
    "kit/messages/delivery.py": "when a report of a gateway really came",
    "reception/portal/contact.py": "minutes that a code sent to a phone is good",
    "reception/portal/filing.py": "minutes in which a form sent again is shown its receipt again",
    "reception/portal/limits.py": "windows in which an address may try so often",
    "reception/portal/visit.py": "minutes that somebody stays with his case",
    "xinfang/celery.py": "when a message was handed to the broker",
    "xinfang/health.py": "how long a message has been waiting",
}
OTHER_CLOCKS = re.compile(
    r"\btimezone\.now\b|\b(date|datetime)\.(today|now)\(|\butcnow\b|\blocal(date|time)\(\)|\blocaldate\("
    r"|\bauto_now(_add)?\b|\btime\.time\(|from django\.utils\.timezone import .*\b(now|localdate)\b"
    r"|from django\.db\.models\.functions import .*\bNow\b"
)


def strangers(path: Path) -> list[str]:
    """The lines of a file that ask another clock."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [f"{path.relative_to(ROOT)}:{number}" for number, line in lines if OTHER_CLOCKS.search(line)]


def test_there_is_one_clock():
    files = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
    # What a migration of before says of a column stays as it was.
    mine = [p for p in files if p.parent.name != "migrations" and p.relative_to(ROOT).as_posix() not in REAL_TIME]
    assert len(mine) > 300
    found = [place for path in mine for place in strangers(path)]
    assert not found, (
        "Today is an argument, or organizations.today.today(); the moment is now(), its column a MomentField"
        " (organizations/moments.py): a training stack runs ahead, a simulation injects its days.\n  "
        + "\n  ".join(found)
    )


@pytest.mark.parametrize("name", REAL_TIME)
def test_the_list_of_real_time_names_no_place_in_vain(name):
    assert strangers(ROOT / name)


@pytest.mark.parametrize(
    "line",
    [
        "at = timezone.now()",
        "on = date.today()",
        "hour = localtime().hour",
        "day = localdate(moment)",
        "at = models.DateTimeField(auto_now_add=True)",
        "at = models.DateTimeField(default=timezone.now)",
        "from django.utils.timezone import localtime, now",
        "at = datetime.now(UTC)",
    ],
)
def test_another_clock_is_noticed(line):
    assert OTHER_CLOCKS.search(line)
    assert not OTHER_CLOCKS.search("at = localtime(now()).date() if on is None else today()")
