"""Production settings: nothing starts without its secrets, and Django's own check has nothing to say."""

import secrets
import subprocess
import sys
from pathlib import Path

import environ

from xinfang.replica_url import replica_database

ROOT = Path(__file__).resolve().parent.parent.parent


def manage(environment: dict[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_production_refuses_to_start_without_a_key(clean_environment):
    done = manage({**clean_environment, "XINFANG_ENV": "production"}, "check")
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_the_deployment_check_has_no_warning(clean_environment, tmp_path):
    key = tmp_path / "key"
    key.write_text(secrets.token_urlsafe(60), encoding="utf-8")
    environment = {**clean_environment, "XINFANG_ENV": "production", "SECRET_KEY_FILE": str(key)}
    done = manage(environment, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_production_has_neither_debug_nor_training_clock(clean_environment):
    environment = {
        **clean_environment,
        "XINFANG_ENV": "production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "XINFANG_DEBUG": "1",
        "XINFANG_TRAINING": "1",
    }
    code = "from django.conf import settings as s; print(s.DEBUG, s.TRAINING, s.SESSION_COOKIE_SECURE)"
    done = manage(environment, "shell", "-v", "0", "-c", code)
    assert done.stdout.strip() == "False False True", done.stderr


def test_a_replica_is_there_where_one_is_named_and_writes_nothing(monkeypatch):
    beside = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    monkeypatch.setenv("REPLICA_URL", "")
    assert replica_database(environ.FileAwareEnv(), beside) == {}
    monkeypatch.setenv("REPLICA_URL", "postgres://web:p%40ss@10.0.0.2:5433/xinfang")
    [(name, found)] = replica_database(environ.FileAwareEnv(), beside).items()
    assert (name, found["HOST"], found["PASSWORD"], found["CONN_MAX_AGE"]) == ("replica", "10.0.0.2", "p@ss", 60)
    assert "read_only=on" in found["OPTIONS"]["options"]
