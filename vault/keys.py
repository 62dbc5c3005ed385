"""The keyring: which keys exist, which one seals today; a JSON file outside the database."""

import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SEAL_BYTES = 16  # SM4
DIGEST_BYTES = 32  # HMAC-SM3


class KeyringMissing(RuntimeError):
    """No key file where the settings say it lies."""


@dataclass(frozen=True)
class Key:
    """One generation of keys: `seal` for SM4-GCM (16 bytes), `digest` for HMAC-SM3 (32 bytes)."""

    id: str
    seal: bytes
    digest: bytes


@dataclass(frozen=True)
class Keyring:
    """All generations by id; `current` seals, the others only open what they once sealed."""

    current: Key
    keys: dict[str, Key]


def ensure_keyring(path: Path) -> Path:
    """Make a keyring with one fresh generation at ``path`` (mode 0600) unless there is one."""
    if not path.exists():
        _write(path, {"current": "", "keys": {}})
        add_generation(path)
    return path


def add_generation(path: Path) -> str:
    """Add a fresh generation and make it current; returns its id. Older ones stay, to open old fields."""
    data = json.loads(path.read_text("utf-8"))
    key_id = f"k{len(data['keys']) + 1}"
    data["keys"][key_id] = {"seal": secrets.token_hex(SEAL_BYTES), "digest": secrets.token_hex(DIGEST_BYTES)}
    data["current"] = key_id
    _write(path, data)
    return key_id


def load_keyring(path: Path) -> Keyring:
    """Read the keyring; re-read whenever the file changes, so that rotation needs no restart.

    Raises KeyringMissing: the file is not there.
    """
    try:
        stamp = path.stat().st_mtime_ns
    except FileNotFoundError as missing:
        raise KeyringMissing(f"no key file at {path}; set XINFANG_KEYS_FILE") from missing
    return _read(path, stamp)


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: int) -> Keyring:
    data = json.loads(path.read_text("utf-8"))
    keys = {
        key_id: Key(key_id, bytes.fromhex(entry["seal"]), bytes.fromhex(entry["digest"]))
        for key_id, entry in data["keys"].items()
    }
    return Keyring(keys[data["current"]], keys)


def _write(path: Path, data: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(data, file, indent=1)
    draft.replace(path)
