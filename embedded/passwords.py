"""Passwords and the signing key of one data folder, made at the first start and never shown."""

import json
import os
import secrets
from pathlib import Path

from embedded.paths import DataFolder

NAMES = ("superuser", "owner", "web", "broker")


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, all of it or nothing."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    temporary.replace(path)


def ensure_secrets(data: DataFolder) -> dict[str, str]:
    """Return the services' passwords by name; makes them, and Django's signing key, where they are missing."""
    if not data.secret_key.exists():
        write_private(data.secret_key, secrets.token_urlsafe(60))
    known: dict[str, str] = {}
    if data.secrets.exists():
        known = json.loads(data.secrets.read_text(encoding="utf-8"))
    missing = {name: secrets.token_hex(20) for name in NAMES if name not in known}
    if missing:
        known |= missing
        write_private(data.secrets, json.dumps(known, indent=1))
    return known
