"""The application on top of the two services: migrations, static files, first people, web, worker, beat."""

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from embedded.paths import ROOT, DataFolder, StartError
from embedded.processes import Child, last_lines
from embedded.stamps import fingerprint, stamp_is, write_stamp
from vault.keys import ensure_keyring

# Time, address, account, method, path, status, bytes, duration. What begins with xinfang. is noted by
# xinfang.access_log; the web server's own %(U)s would write a path as it was sent, line ends and all.
ACCESS_LOG = "%(t)s %({xinfang.address}e)s %({xinfang.account}e)s %(m)s %({xinfang.path}e)s %(s)s %(B)s %(D)sus"


@dataclass(frozen=True)
class Application:
    """One installation of the product on one data folder, with the environment of its processes."""

    data: DataFolder
    environment: Mapping[str, str]
    demo: bool

    def child(self, name: str, *arguments: str, patience: float = 10.0, niceness: int = 0) -> Child:
        """Return a Python process of the product, not started yet."""
        command, log = [sys.executable, "-m", *arguments], self.data.logs / f"{name}.log"
        return Child(name, command, log, self.environment, patience=patience, niceness=niceness)

    def web(self, port: int) -> Child:
        """Return the web server: two processes of four threads, on loopback."""
        return self.child(
            "web",
            "gunicorn",
            "xinfang.wsgi",
            "--bind",
            f"127.0.0.1:{port}",
            "--worker-class",
            "gthread",
            "--workers",
            "2",
            "--threads",
            "4",
            "--preload",
            "--timeout",
            "60",
            "--graceful-timeout",
            "8",
            "--no-control-socket",
            "--access-logfile",
            "-",
            "--access-logformat",
            ACCESS_LOG,
        )

    def worker(self) -> Child:
        """Return the process that does the work behind the pages."""
        return self.child(
            "worker",
            "celery",
            "-A",
            "xinfang",
            "worker",
            "--concurrency",
            "2",
            "--loglevel",
            "INFO",
            "--without-gossip",
            "--without-mingle",
            patience=8.0,
            # Whoever waits for a page comes first; what follows an act may come a second later.
            niceness=10,
        )

    def beat(self) -> Child:
        """Return the clock that asks for periodic work."""
        schedule = str(self.data.beat_schedule)
        return self.child("beat", "celery", "-A", "xinfang", "beat", "--schedule", schedule, "--pidfile", "")

    def manage(self, *arguments: str) -> Child:
        """Return a management command with its output in a log file, not started yet."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        log = self.data.logs / f"{arguments[0]}.log"
        # What bootstrap says is passwords: they belong into its file and not into a log.
        return Child(arguments[0], command, log, self.environment, log_output=arguments[0] != "bootstrap")

    def must(self, *arguments: str) -> None:
        """Run a management command to its end; raises StartError with the last lines of its log."""
        child = self.manage(*arguments)
        child.start()
        try:
            code = child.wait()
        finally:
            child.stop()
        if code:
            raise StartError(f"manage {' '.join(arguments)} 失败，原因见 {child.log}：\n{last_lines(child.log)}")

    def migrate(self) -> None:
        """Bring the tables and dictionaries up to date, and take the web's right to change what must not change."""
        sources = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/data/*.csv"), ROOT / "requirements.lock"]
        stamp = fingerprint(sources, contents=True)
        if stamp_is(self.data.migrated, stamp) and "DATABASE_URL" not in os.environ:
            return
        self.must("migrate", "--no-input")
        self.must("harden_database")
        self.must("load_dictionaries")
        write_stamp(self.data.migrated, stamp)

    def ensure_people(self) -> None:
        """Make the first units and accounts: the demonstration's, or a petition office and its administrators."""
        if stamp_is(self.data.people, kind := "demo" if self.demo else "real"):
            return
        self.must(*(("seed_demo", "--accounts") if self.demo else ("bootstrap",)))
        write_stamp(self.data.people, kind)

    def demo_errand(self) -> Child | None:
        """Return what asks the worker for the demonstration's cases; those that are there are not made again."""
        return self.manage("seed_demo", "--enqueue") if self.demo else None

    def accounts(self) -> str:
        """Return what to tell about the accounts: the demonstration's themselves, of real ones only the file."""
        if self.demo and self.data.demo_accounts.is_file():
            return self.data.demo_accounts.read_text(encoding="utf-8")
        if not self.demo and self.data.first_accounts.is_file():
            return f"首批账号和密码在 {self.data.first_accounts}，分发后请删除。\n"
        return ""


def environment_for(data: DataFolder, addresses: Mapping[str, str], demo: bool) -> dict[str, str]:
    """Return the environment of the product's processes; what the caller has set is kept."""
    ensure_keyring(Path(os.environ.get("XINFANG_KEYS_FILE", data.keys)))
    defaults = {
        "DJANGO_SETTINGS_MODULE": "xinfang.settings",
        "XINFANG_DATA": str(data.path),
        "SECRET_KEY_FILE": str(data.secret_key),
        "XINFANG_KEYS_FILE": str(data.keys),
        "STORAGE_URL": (data.path / "files").as_uri(),
        "PYTHONUNBUFFERED": "1",
    }
    training = {"XINFANG_TRAINING": "1"} if demo else {}
    kept = {key: value for key, value in os.environ.items() if key != "XINFANG_TRAINING"}
    return defaults | kept | dict(addresses) | training | {"XINFANG_DATA": str(data.path)}


def product_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that a later `manage` needs to reach the same installation."""
    names = ("DATABASE_", "REDIS_", "CACHE_", "STORAGE_", "SECRET_KEY", "XINFANG_", "DJANGO_")
    return {key: value for key, value in environment.items() if key.startswith(names)}


def healthy(port: int) -> bool:
    """Tell whether the pages answer and reach database and broker (an old queue is the worker's affair)."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            report = json.load(answer)
    except urllib.error.HTTPError as error:
        report = _json_or_nothing(error.read())
    except (OSError, ValueError):
        return False
    return bool(report.get("database") == "ok" and report.get("broker") == "ok")


def _json_or_nothing(body: bytes) -> dict[str, object]:
    try:
        return dict(json.loads(body))
    except ValueError:
        return {}
