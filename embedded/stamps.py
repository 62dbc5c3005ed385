"""Stamps: a step is skipped when the digest of what it depends on is the one it left behind."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from embedded.paths import ROOT


def fingerprint(paths: Iterable[Path], contents: bool = False) -> str:
    """Return a digest of files of the checkout: of their names with size and time, or with what is in them."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        status = path.stat()
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes() if contents else f"{status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()


def stamp_is(path: Path, value: str) -> bool:
    """Tell whether the stamp file holds this digest."""
    return path.is_file() and path.read_text(encoding="utf-8") == value


def write_stamp(path: Path, value: str) -> None:
    """Write this digest into the stamp file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value, encoding="utf-8")
