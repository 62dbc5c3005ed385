"""The keyring: which keys exist, which one seals today; a JSON file outside the database."""

import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

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
    # An id is never given twice, not even after its key was dropped: a new key under an old name would make
    # everything unreadable that some forgotten copy still holds under that name.
    number = max([data.get("made", 0), *(int(key_id[1:]) for key_id in data["keys"])]) + 1
    key_id = f"k{number}"
    data["keys"][key_id] = {"seal": secrets.token_hex(SEAL_BYTES), "digest": secrets.token_hex(DIGEST_BYTES)}
    data["current"], data["made"] = key_id, number
    _write(path, data)
    return key_id


def drop_old_generations(path: Path) -> list[str]:
    """Take every generation but the current one out of the file for good; returns their ids."""
    data = json.loads(path.read_text("utf-8"))
    old = [key_id for key_id in data["keys"] if key_id != data["current"]]
    for key_id in old:
        del data["keys"][key_id]
    if old:
        _write(path, data)
    return old


def load_keyring(path: Path) -> Keyring:
    """Read the keyring; re-read whenever the file changes, so that rotation needs no restart.

    Raises KeyringMissing: the file is not there.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 asked for every digest: half the time of Path.stat
    except FileNotFoundError as missing:
        raise KeyringMissing(f"no key file at {path}; set XINFANG_KEYS_FILE") from missing
    # Two changes may fall into one tick of the file system's clock: the inode and the size tell them apart.
    return _read(path, (status.st_mtime_ns, status.st_ino, status.st_size))


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: tuple[int, int, int]) -> Keyring:
    data = json.loads(path.read_text("utf-8"))
    keys = {
        key_id: Key(key_id, bytes.fromhex(entry["seal"]), bytes.fromhex(entry["digest"]))
        for key_id, entry in data["keys"].items()
    }
    return Keyring(keys[data["current"]], keys)


def _write(path: Path, data: dict[str, Any]) -> None:
    """Replace the file as a whole, and only once its bytes are safe: without it nothing can be opened again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    if path.exists():
        # Rotated by the administrator, read by the service: whose file it is must not change.
        os.fchown(descriptor, path.stat().st_uid, path.stat().st_gid)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(data, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
