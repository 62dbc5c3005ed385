"""Asking a virus scanner (clamd) about a file, by its INSTREAM command; nothing is written to a disk for it."""

import socket
from collections.abc import Iterator
from struct import pack

_CHUNK, _SECONDS = 64 * 1024, 20


class ScannerAway(OSError):
    """The scanner does not answer, or not as it should."""


def is_clean(content: bytes, address: str) -> bool:
    """Tell whether the scanner at ``address`` (host:port) finds nothing. Raises ScannerAway."""
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=_SECONDS) as line:
            line.sendall(b"zINSTREAM\0")
            for part in _parts(content):
                line.sendall(pack("!L", len(part)) + part)
            said = line.recv(4096).rstrip(b"\0\n")
    except (OSError, ValueError) as away:
        raise ScannerAway(str(away)) from away
    if said.endswith(b"OK"):
        return True
    if said.endswith(b"FOUND"):
        return False
    raise ScannerAway("an answer nobody understands")


def _parts(content: bytes) -> Iterator[bytes]:
    for at in range(0, len(content), _CHUNK):
        yield content[at : at + _CHUNK]
    # Nothing more: the scanner begins.
    yield b""
